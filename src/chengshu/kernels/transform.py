"""An indicator's own change of scale, cell by cell."""

import numpy as np

from chengshu.kernels.denominate import Floats


def log(values: Floats, shift: float = 0.0) -> Floats:
    """Natural logarithms, NaN where ``x + shift <= 0``.

    Notes
    -----
    ``y = ln(x + shift)``. Source: OECD and JRC (2008), step 5.

    Examples
    --------
    >>> import numpy as np
    >>> log(np.array([1.0, 10.0, 100.0, 0.0])).round(4)
    array([0.    , 2.3026, 4.6052,    nan])
    """
    shifted = values + shift
    return np.log(shifted, out=np.full_like(shifted, np.nan), where=shifted > 0.0)


def log1p(values: Floats, shift: float = 0.0) -> Floats:
    """Natural logarithms of one more than the value, NaN where ``x + shift <= -1``.

    Notes
    -----
    ``y = ln(1 + x + shift)``: zero stays zero. Source: as `log`.

    Examples
    --------
    >>> import numpy as np
    >>> log1p(np.array([0.0, 9.0, 99.0])).round(4)
    array([0.    , 2.3026, 4.6052])
    """
    shifted = values + shift
    return np.log1p(shifted, out=np.full_like(shifted, np.nan), where=shifted > -1.0)


def sqrt(values: Floats, shift: float = 0.0) -> Floats:
    """Square roots, NaN where ``x + shift < 0``.

    Notes
    -----
    ``y = sqrt(x + shift)``. Source: Tukey (1977), Exploratory Data Analysis, chapter 3 (the ladder of powers).

    Examples
    --------
    >>> import numpy as np
    >>> sqrt(np.array([0.0, 4.0, 100.0]))
    array([ 0.,  2., 10.])
    """
    shifted = values + shift
    return np.sqrt(shifted, out=np.full_like(shifted, np.nan), where=shifted >= 0.0)
