"""Draw in outliers before they stretch the scale.

`reference` holds the values over which statistics are taken, `values` those that are changed; they are the same
where statistics are taken over all that is scored. Shapes are ``(..., row, indicator)`` and ``(..., unit, indicator)``.
"""

import numpy as np

from chengshu.kernels.denominate import Floats
from chengshu.kernels.moments import Bools, highest, kurtosis, lowest, skewness
from chengshu.kernels.transform import log


def is_outlying(reference: Floats, skew: float = 2.0, kurt: float = 3.5) -> Bools:
    """Whether a column has outliers, ``(..., 1, indicator)``.

    Notes
    -----
    ``|G1| > skew and G2 > kurt``; a column with too few values for either has none. Source: COINr
    documentation, check_SkewKurt, after the practice of the JRC's audits (2 and 3.5).

    Examples
    --------
    >>> import numpy as np
    >>> is_outlying(np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0], [4.0, 4.0], [5.0, 90.0]]))
    array([[False,  True]])
    """
    return (np.abs(skewness(reference)) > skew) & (kurtosis(reference) > kurt)


def winsorise_limits(
    reference: Floats, skew: float = 2.0, kurt: float = 3.5, max_points: int = 5
) -> tuple[Floats, Floats]:
    """The lower and the upper limit of each column, infinite where nothing is drawn in.

    Notes
    -----
    While the column has outliers: with G1 > 0 all values at the maximum are set to the next lower value, with
    G1 < 0 all at the minimum to the next higher one. A step that would bring the number of changed values above
    `max_points` is not taken. COINr's winsorise takes it where values tie, and so passes its own limit.

    Source: COINr documentation, winsorise; OECD and JRC (2008), step 5.

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [90.0]])
    >>> [limit.item() for limit in winsorise_limits(column)]
    [-inf, 5.0]
    >>> [limit.item() for limit in winsorise_limits(column, max_points=0)]
    [-inf, inf]
    """
    lower = np.full((*reference.shape[:-2], 1, reference.shape[-1]), -np.inf)
    upper = -lower
    for _ in range(max_points):
        drawn = np.clip(reference, lower, upper)
        upwards = skewness(drawn) > 0.0
        next_upper = np.where(upwards, highest(np.where(drawn < highest(drawn), drawn, np.nan)), upper)
        next_lower = np.where(upwards, lower, lowest(np.where(drawn > lowest(drawn), drawn, np.nan)))
        changed = ((reference > next_upper) | (reference < next_lower)).sum(axis=-2, keepdims=True)
        taken = is_outlying(drawn, skew, kurt) & (changed <= max_points)
        if not taken.any():
            break
        lower, upper = np.where(taken, next_lower, lower), np.where(taken, next_upper, upper)
    return lower, upper


def winsorise(
    values: Floats, reference: Floats, skew: float = 2.0, kurt: float = 3.5, max_points: int = 5
) -> Floats:
    """The values, drawn in to the limits that the reference sets.

    Notes
    -----
    ``y = min(max(x, lower), upper)`` with the limits of `winsorise_limits`.

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [90.0]])
    >>> winsorise(column, column).ravel()
    array([1., 2., 3., 4., 5., 5.])
    """
    lower, upper = winsorise_limits(reference, skew, kurt, max_points)
    return np.clip(values, lower, upper)


def log_ct(values: Floats, reference: Floats) -> Floats:
    """Logarithms of the distance from the minimum plus a hundredth of the range.

    Notes
    -----
    ``y = ln(x - min + 0.01 (max - min))``; NaN for a value that lies further below the reference's minimum.
    Source: COINr documentation, log_CT (the JRC's COIN Tool).

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[0.0], [9.0], [100.0]])
    >>> log_ct(column, column).ravel().round(4)
    array([0.    , 2.3026, 4.6151])
    """
    low = lowest(reference)
    return log(values - low + 0.01 * (highest(reference) - low))


def log_ct_orig(values: Floats, reference: Floats) -> Floats:
    """Logarithms of one plus the distance from the minimum.

    Notes
    -----
    ``y = ln(x - min + 1)``; NaN for a value that lies one or more below the reference's minimum. Depends on
    the unit of measurement. Source: COINr documentation, log_CT_orig.

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[3.0], [12.0]])
    >>> log_ct_orig(column, column).ravel().round(4)
    array([0.    , 2.3026])
    """
    return log(values - lowest(reference) + 1.0)
