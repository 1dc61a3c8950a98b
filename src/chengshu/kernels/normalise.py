"""Bring indicators to one scale. A better value is a greater one: the caller turns negative indicators round.

`reference` holds the values over which statistics are taken, ``(..., row, indicator)``; `values` those that are
normalised, ``(..., unit, indicator)``. Where a method needs a spread and finds none, the result is NaN.
"""

import numpy as np

from chengshu.kernels.denominate import Floats, quotient
from chengshu.kernels.moments import highest, is_constant, lowest, mean, standard_deviation


def minmax(values: Floats, reference: Floats, to: tuple[float, float] = (0.0, 100.0)) -> Floats:
    """Values on the range `to`, by where they stand between the minimum and the maximum.

    Notes
    -----
    ``y = a + (b - a) (x - min) / (max - min)`` with ``to = (a, b)``. Source: OECD and JRC (2008), step 5.

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[2.0], [4.0], [10.0]])
    >>> minmax(column, column).ravel()
    array([  0.,  25., 100.])
    """
    reach = np.where(is_constant(reference), np.nan, highest(reference) - lowest(reference))
    return to[0] + (to[1] - to[0]) * quotient(values - lowest(reference), reach)


def goalposts(values: Floats, posts: Floats, to: tuple[float, float] = (0.0, 100.0), *, clip: bool) -> Floats:
    """Values on the range `to`, by where they stand between two declared posts.

    Parameters
    ----------
    posts
        ``(..., 2, indicator)``, the worst and the best post.
    clip
        Whether what lies outside the posts gets the score of the nearer one.

    Notes
    -----
    ``y = a + (b - a) (x - low) / (high - low)``. Source: UNDP, Human Development Report, technical notes;
    COINr documentation, n_goalposts.

    Examples
    --------
    >>> import numpy as np
    >>> column, posts = np.array([[20.0], [50.0], [90.0]]), np.array([[0.0], [80.0]])
    >>> goalposts(column, posts, clip=False).ravel()
    array([ 25. ,  62.5, 112.5])
    >>> goalposts(column, posts, clip=True).ravel()
    array([ 25. ,  62.5, 100. ])
    """
    low, high = posts[..., :1, :], posts[..., 1:, :]
    share = quotient(values - low, high - low)
    return to[0] + (to[1] - to[0]) * (np.clip(share, 0.0, 1.0) if clip else share)


def zscore(values: Floats, reference: Floats, centre: float = 0.0, spread: float = 1.0) -> Floats:
    """Distances from the mean in standard deviations, stretched to a mean and a deviation of choice.

    Notes
    -----
    ``y = centre + spread (x - mean) / s`` with the sample deviation s (divisor n - 1).
    Source: OECD and JRC (2008), step 5; COINr documentation, n_zscore.

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[1.0], [2.0], [3.0]])
    >>> zscore(column, column, 50.0, 10.0).ravel()
    array([40., 50., 60.])
    """
    deviation = np.where(is_constant(reference), np.nan, standard_deviation(reference))
    return centre + spread * quotient(values - mean(reference), deviation)


def rank_among(values: Floats, reference: Floats) -> Floats:
    """One plus the number of values that are smaller: the least gets 1, equal ones the same.

    Notes
    -----
    ``y_i = 1 + #{k : x_k < x_i}``. Both arrays are sorted as one, values before equal references, and the
    references passed on the way are counted. Source: OECD and JRC (2008), step 5; COINr, n_rank.

    Examples
    --------
    >>> import numpy as np
    >>> column = np.array([[7.0], [3.0], [7.0], [9.0], [np.nan]])
    >>> rank_among(column, column).ravel()
    array([ 2.,  1.,  2.,  4., nan])
    """
    shape = np.broadcast_shapes(values.shape[:-2], reference.shape[:-2])
    both = np.concatenate(
        [np.broadcast_to(part, (*shape, *part.shape[-2:])) for part in (values, reference)], axis=-2
    )
    order = np.argsort(both, axis=-2, kind="stable")
    units = values.shape[-2]
    passed = np.empty_like(both)
    np.put_along_axis(passed, order, np.cumsum(order >= units, axis=-2), axis=-2)
    constant = is_constant(reference) | np.isnan(values)
    return np.where(constant, np.nan, 1.0 + passed[..., :units, :])
