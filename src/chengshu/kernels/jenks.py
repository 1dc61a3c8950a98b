"""Natural breaks: the exact optimum by dynamic programming, without a loop over the scores."""

import numpy as np
import numpy.typing as npt

from chengshu.kernels.denominate import Floats
from chengshu.kernels.rank import NOISE

Places = npt.NDArray[np.intp]


def natural_breaks(scores: Floats, classes: int) -> Floats:
    """The lowest score of each class, rising; fewer than `classes` where there are fewer distinct scores.

    Parameters
    ----------
    scores
        ``(unit,)`` without missing values. Scores equal to 1e-11 of the greatest count as one.
    classes
        How many are asked for.

    Notes
    -----
    Let ``D_c(j)`` be the least sum of squared deviations from class means for the first j + 1 distinct scores in
    c classes: ``D_c(j) = min_i D_{c-1}(i - 1) + SSE(i..j)``. The best i never falls as j rises, so that the
    candidates of each j lie between the best ones of its neighbours: halving the range again and again gives
    O(c n log n) (Wang and Song 2011; Grønlund et al. 2017). All j of one halving are solved at once.

    Source: Fisher (1958), JASA 53, 789-798; Jenks (1967), International Yearbook of Cartography 7, 186-190.

    Examples
    --------
    >>> import numpy as np
    >>> natural_breaks(np.array([1.0, 2.0, 9.0, 10.0, 30.0]), 3)
    array([ 1.,  9., 30.])
    """
    distinct, weight = _distinct(scores)
    classes = min(classes, distinct.size)
    if classes == 0:
        return distinct
    sums = _prefix_sums(distinct, weight)
    every = np.arange(distinct.size)
    cost = _spread(sums, np.zeros_like(every), every)
    starts = []
    for _ in range(1, classes):
        cost, start = _layer(cost, sums)
        starts.append(start)
    end, breaks = distinct.size - 1, []
    for start in reversed(starts):
        breaks.append(start[end])
        end = start[end] - 1
    begin = np.array([0, *breaks[::-1]], dtype=np.intp)
    return np.take(distinct, begin)


def _distinct(scores: Floats) -> tuple[Floats, Floats]:
    """The distinct scores, rising, and how often each occurs."""
    ascending = np.sort(scores)
    if ascending.size == 0:
        return ascending, ascending
    apart = np.diff(ascending) > NOISE * np.abs(ascending).max()
    begin = np.flatnonzero(np.concatenate([[True], apart]))
    return ascending[begin], np.diff(begin, append=ascending.size).astype(np.float64)


def _prefix_sums(values: Floats, weight: Floats) -> Floats:
    """``(3, n + 1)``: running sums of w, w x and w x^2, of x less its mean lest the squares cancel."""
    centred = values - np.average(values, weights=weight)
    rows = np.stack([weight, weight * centred, weight * centred * centred])
    return np.concatenate([np.zeros((3, 1)), np.cumsum(rows, axis=1)], axis=1)


def _spread(sums: Floats, first: Places, last: Places) -> Floats:
    """The sum of squared deviations from the mean of the scores from `first` to `last`, both included."""
    number, linear, square = sums[:, last + 1] - sums[:, first]
    spread: Floats = square - linear * linear / number
    return np.maximum(spread, 0.0)


def _layer(former: Floats, sums: Floats) -> tuple[Floats, Places]:
    """One class more: the least cost for each last score, and where the last class then begins."""
    size = former.size
    cost = np.full(size, np.inf)
    start = np.zeros(size, dtype=np.intp)
    low, high = np.array([1], dtype=np.intp), np.array([size - 1], dtype=np.intp)
    best_low, best_high = low.copy(), high.copy()
    while low.size:
        middle = (low + high) // 2
        start[middle], cost[middle] = _best_start(
            former, sums, middle, best_low, np.minimum(best_high, middle)
        )
        halves = [
            (low, middle - 1, best_low, start[middle]),
            (middle + 1, high, start[middle], best_high),
        ]
        low, high, best_low, best_high = (np.concatenate(sides) for sides in zip(*halves, strict=True))
        open_ = low <= high
        low, high, best_low, best_high = low[open_], high[open_], best_low[open_], best_high[open_]
    return cost, start


def _best_start(
    former: Floats, sums: Floats, last: Places, first: Places, final: Places
) -> tuple[Places, Floats]:
    """For each `last` the cheapest beginning between `first` and `final`, and its cost."""
    length = final - first + 1
    offset = np.cumsum(length) - length
    row = np.repeat(np.arange(last.size), length)
    begin = first[row] + np.arange(row.size) - offset[row]
    cost = former[begin - 1] + _spread(sums, begin, last[row])
    least = np.minimum.reduceat(cost, offset)
    hit = np.flatnonzero(cost == least[row])
    winner = hit[np.searchsorted(row[hit], np.arange(last.size))]
    return begin[winner], least
