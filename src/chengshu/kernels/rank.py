"""Ranks, 1 for the best, and the rounding before them."""

import numpy as np

from chengshu.kernels.denominate import Floats
from chengshu.kernels.moments import Bools, highest

# Scores that agree to this share of the greatest of them are equal: the order in which numbers are added up may
# change the thirteenth digit, and no index knows its eleventh.
NOISE = 1e-11


def rounded(scores: Floats, decimals: int) -> Floats:
    """Scores rounded to `decimals` places as a reader would round the decimal number, halves to even.

    Notes
    -----
    In binary 2.675 is 2.67499...; and 80.35, when added up, may come out as 80.34999999999999. A score is
    therefore first taken as the half that it stands beside (within 1e-11 of itself), then rounded: below a
    half down, above it up, a half to the even neighbour. Source: GB/T 8170-2008, 3.2; IEEE 754.

    Examples
    --------
    >>> import numpy as np
    >>> rounded(np.array([2.675, 2.665, 80.34999999999999, 80.2499]), 2)
    array([ 2.68,  2.66, 80.35, 80.25])
    >>> rounded(np.array([80.34999999999999, 80.25]), 1)
    array([80.4, 80.2])
    """
    scale = 10.0**decimals
    scaled = scores * scale
    half = np.rint(2.0 * scaled) / 2.0
    beside = np.abs(scaled - half) <= NOISE * np.maximum(1.0, np.abs(scaled))
    return np.rint(np.where(beside, half, scaled)) / scale


def rank_min(scores: Floats) -> Floats:
    """Ranks, equal scores getting the best of their places: 1, 2, 2, 4. ``(..., unit, node)``.

    Examples
    --------
    >>> import numpy as np
    >>> rank_min(np.array([[70.0], [90.0], [70.0], [np.nan], [50.0]])).ravel()
    array([ 2.,  1.,  2., nan,  4.])
    """
    order, first = _places(scores)
    return _back(scores, order, _first_place(first))


def rank_max(scores: Floats) -> Floats:
    """Ranks, equal scores getting the worst of their places: 1, 3, 3, 4. ``(..., unit, node)``.

    Examples
    --------
    >>> import numpy as np
    >>> rank_max(np.array([[70.0], [90.0], [70.0], [50.0]])).ravel()
    array([3., 1., 3., 4.])
    """
    order, first = _places(scores)
    return _back(scores, order, _last_place(first))


def rank_average(scores: Floats) -> Floats:
    """Ranks, equal scores getting the mean of their places: 1, 2.5, 2.5, 4. ``(..., unit, node)``.

    Examples
    --------
    >>> import numpy as np
    >>> rank_average(np.array([[70.0], [90.0], [70.0], [50.0]])).ravel()
    array([2.5, 1. , 2.5, 4. ])
    """
    order, first = _places(scores)
    return _back(scores, order, (_first_place(first) + _last_place(first)) / 2.0)


def rank_dense(scores: Floats) -> Floats:
    """Ranks without gaps: 1, 2, 2, 3. ``(..., unit, node)``.

    Examples
    --------
    >>> import numpy as np
    >>> rank_dense(np.array([[70.0], [90.0], [70.0], [50.0]])).ravel()
    array([2., 1., 2., 3.])
    """
    order, first = _places(scores)
    return _back(scores, order, np.cumsum(first, axis=-2))


def _places(scores: Floats) -> tuple[np.typing.NDArray[np.intp], Bools]:
    """The order from best to worst, and where in it a new score begins; each missing one stands alone."""
    order = np.argsort(-scores, axis=-2, kind="stable")
    sorted_scores = np.take_along_axis(scores, order, axis=-2)
    first = np.ones(scores.shape, dtype=np.bool_)
    fall = sorted_scores[..., :-1, :] - sorted_scores[..., 1:, :]
    same = fall <= NOISE * highest(np.abs(scores))
    first[..., 1:, :] = ~same
    return order, first


def _first_place(first: Bools) -> Floats:
    place = np.arange(1.0, first.shape[-2] + 1.0)[:, np.newaxis]
    return np.maximum.accumulate(np.where(first, place, 0.0), axis=-2)


def _last_place(first: Bools) -> Floats:
    units = first.shape[-2]
    last = np.ones_like(first)
    last[..., :-1, :] = first[..., 1:, :]
    place = np.arange(1.0, units + 1.0)[:, np.newaxis]
    backwards = np.where(last, place, units + 1.0)[..., ::-1, :]
    return np.minimum.accumulate(backwards, axis=-2)[..., ::-1, :]


def _back(scores: Floats, order: np.typing.NDArray[np.intp], places: np.typing.NDArray[np.generic]) -> Floats:
    ranks = np.empty(scores.shape)
    np.put_along_axis(ranks, order, places.astype(np.float64), axis=-2)
    return np.where(np.isnan(scores), np.nan, ranks)
