"""Statistics of a column that leave missing values out.

Every function takes ``(..., unit, indicator)`` and returns ``(..., 1, indicator)``: the unit axis is kept with
length one, so that the result meets the values again without a word.
"""

import numpy as np
import numpy.typing as npt

from chengshu.kernels.denominate import Floats, quotient

Bools = npt.NDArray[np.bool_]

# Values that agree to this share of the greatest of them differ by rounding alone: about 45 units in the last
# place, more than a mean or a quotient of equal numbers can gather.
ROUNDING = 1e-14


def count(values: Floats) -> Floats:
    """The number of values that are not missing.

    Examples
    --------
    >>> import numpy as np
    >>> count(np.array([[1.0], [np.nan], [3.0]]))
    array([[2.]])
    """
    return np.asarray((~np.isnan(values)).sum(axis=-2, keepdims=True), dtype=np.float64)


def total(values: Floats) -> Floats:
    """The sum; zero where nothing is there.

    Examples
    --------
    >>> import numpy as np
    >>> total(np.array([[1.0], [np.nan], [3.0]]))
    array([[4.]])
    """
    return np.asarray(np.where(np.isnan(values), 0.0, values).sum(axis=-2, keepdims=True), dtype=np.float64)


def mean(values: Floats) -> Floats:
    """The arithmetic mean, NaN where nothing is there.

    Examples
    --------
    >>> import numpy as np
    >>> mean(np.array([[1.0], [np.nan], [3.0]]))
    array([[2.]])
    """
    return quotient(total(values), count(values))


def median(values: Floats) -> Floats:
    """The median, the mean of the middle two for an even number, NaN where nothing is there.

    Examples
    --------
    >>> import numpy as np
    >>> median(np.array([[9.0], [1.0], [np.nan], [2.0], [4.0]]))
    array([[3.]])
    """
    if values.shape[-2] == 0:
        return mean(values)
    ascending = np.sort(values, axis=-2)  # missing values come last
    present = count(values).astype(np.intp)
    lower = np.take_along_axis(ascending, np.maximum(present - 1, 0) // 2, axis=-2)
    upper = np.take_along_axis(ascending, present // 2, axis=-2)
    return (lower + upper) / 2.0


def lowest(values: Floats) -> Floats:
    """The minimum, NaN where nothing is there.

    Examples
    --------
    >>> import numpy as np
    >>> lowest(np.array([[4.0], [np.nan], [3.0]]))
    array([[3.]])
    """
    return np.fmin.reduce(values, axis=-2, keepdims=True, initial=np.nan)


def highest(values: Floats) -> Floats:
    """The maximum, NaN where nothing is there.

    Examples
    --------
    >>> import numpy as np
    >>> highest(np.array([[4.0], [np.nan], [3.0]]))
    array([[4.]])
    """
    return np.fmax.reduce(values, axis=-2, keepdims=True, initial=np.nan)


def is_constant(values: Floats) -> Bools:
    """Whether all values that are there are equal, rounding aside; False where nothing is there.

    Notes
    -----
    ``max - min <= 1e-14 max(|min|, |max|)``.

    Examples
    --------
    >>> import numpy as np
    >>> is_constant(np.array([[0.3, 1.0], [0.1 + 0.2, 2.0], [np.nan, 3.0]]))
    array([[ True, False]])
    """
    low, high = lowest(values), highest(values)
    return high - low <= ROUNDING * np.maximum(np.abs(low), np.abs(high))


def standard_deviation(values: Floats) -> Floats:
    """The sample standard deviation (divisor n - 1), NaN for fewer than two values.

    Examples
    --------
    >>> import numpy as np
    >>> standard_deviation(np.array([[1.0], [2.0], [3.0]]))
    array([[1.]])
    """
    deviation = values - mean(values)
    return np.sqrt(quotient(total(deviation * deviation), np.maximum(count(values) - 1.0, 0.0)))


def skewness(values: Floats) -> Floats:
    """The skewness G1, corrected for bias; NaN for fewer than three values or a constant column.

    Notes
    -----
    ``G1 = sqrt(n (n - 1)) / (n - 2) * m3 / m2^(3/2)`` with central moments ``m_k = sum (x - mean)^k / n``.
    Source: Joanes and Gill (1998), The Statistician 47(1), 183-189; type 2 of R's e1071, as in COINr.

    Examples
    --------
    >>> import numpy as np
    >>> skewness(np.array([[1.0], [2.0], [6.0]])).round(6)
    array([[1.457863]])
    """
    n, second, third, _ = _central_moments(values)
    return quotient(np.sqrt(n * np.maximum(n - 1.0, 0.0)), np.maximum(n - 2.0, 0.0)) * quotient(
        third, second**1.5
    )


def kurtosis(values: Floats) -> Floats:
    """The excess kurtosis G2, corrected for bias; NaN for fewer than four values or a constant column.

    Notes
    -----
    ``G2 = (n - 1) / ((n - 2) (n - 3)) * ((n + 1) (m4 / m2^2 - 3) + 6)``. Source: as `skewness`.

    Examples
    --------
    >>> import numpy as np
    >>> kurtosis(np.array([[1.0], [2.0], [3.0], [10.0]])).round(6)
    array([[3.228]])
    """
    n, second, _, fourth = _central_moments(values)
    scale = quotient(n - 1.0, np.maximum(n - 2.0, 0.0) * np.maximum(n - 3.0, 0.0))
    return scale * ((n + 1.0) * (quotient(fourth, second * second) - 3.0) + 6.0)


def _central_moments(values: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """n, m2, m3 and m4, with m2 zero where the column is constant but for rounding.

    Deviations are taken in units of the range, which changes neither skewness nor kurtosis and keeps the
    fourth power of very large or very small numbers within what a float holds.
    """
    reach = np.where(is_constant(values), np.nan, highest(values) - lowest(values))
    deviation = quotient(values - mean(values), reach)
    square = deviation * deviation
    n = count(values)
    second, third, fourth = (
        quotient(total(power), n) for power in (square, square * deviation, square * square)
    )
    return n, second, third, fourth
