"""Divide one quantity by another, so that large and small units compare."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def quotient(numerator: Floats, divisor: Floats) -> Floats:
    """``numerator / divisor``, NaN where the divisor is zero or missing; shapes broadcast.

    Examples
    --------
    >>> import numpy as np
    >>> quotient(np.array([6.0, 6.0, 6.0]), np.array([3.0, 0.0, np.nan]))
    array([ 2., nan, nan])
    """
    shape = np.broadcast_shapes(np.shape(numerator), np.shape(divisor))
    found = np.full(shape, np.nan)
    np.divide(numerator, divisor, out=found, where=np.not_equal(divisor, 0.0))
    return found


def denominate(values: Floats, denominators: Floats, per: float = 1.0) -> Floats:
    """Values per `per` of the denominator, NaN where that is zero or missing.

    Parameters
    ----------
    values, denominators
        ``(..., unit, indicator)``, shapes broadcast.
    per
        How many of the denominator's unit one speaks of, such as 10,000 people.

    Notes
    -----
    ``y = x / d * per``. Source: OECD and JRC (2008), Handbook on Constructing
    Composite Indicators, step 2 (data selection).

    Examples
    --------
    >>> import numpy as np
    >>> denominate(np.array([[50.0], [8.0]]), np.array([[20000.0], [0.0]]), per=10000)
    array([[25.],
           [nan]])
    """
    with np.errstate(over="ignore"):  # an infinite quotient is the caller's to report, with its cell
        return quotient(values, denominators) * per
