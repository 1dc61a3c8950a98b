"""Natural breaks against every possible set of breaks."""

from itertools import combinations

import numpy as np
import pytest

from chengshu.kernels import natural_breaks


def spread(parts: list[np.ndarray]) -> float:
    return sum(float(((part - part.mean()) ** 2).sum()) for part in parts)


def least_spread(scores: np.ndarray, classes: int) -> float:
    ascending = np.sort(scores)
    cuts = combinations(range(1, len(scores)), classes - 1)
    return min(spread(np.split(ascending, list(cut))) for cut in cuts)


def spread_of(scores: np.ndarray, starts: np.ndarray) -> float:
    band = np.searchsorted(starts, scores, side="right")
    return spread([scores[band == place] for place in np.unique(band)])


@pytest.mark.parametrize("seed", range(40))
def test_no_other_breaks_are_better(seed: int) -> None:
    stream = np.random.default_rng(seed)
    units, classes = int(stream.integers(6, 13)), int(stream.integers(1, 6))
    scores = stream.integers(0, 25, units).astype(float) if seed % 2 else stream.lognormal(size=units)
    classes = min(classes, np.unique(scores).size)
    starts = natural_breaks(scores, classes)
    assert starts.size == classes
    assert spread_of(scores, starts) == pytest.approx(least_spread(scores, classes), abs=1e-9)


def test_equal_scores_are_never_parted() -> None:
    assert natural_breaks(np.array([1.0, 1.0, 1.0 + 1e-13, 2.0]), 4).tolist() == [1.0, 2.0]


def test_a_great_offset_does_not_blur_the_breaks() -> None:
    scores = np.array([1.0, 2.0, 9.0, 10.0, 30.0])
    np.testing.assert_array_equal(natural_breaks(scores + 1e7, 3) - 1e7, [1.0, 9.0, 30.0])


def test_no_scores_have_no_breaks() -> None:
    assert natural_breaks(np.array([]), 3).size == 0


def test_the_plain_programme_finds_nothing_better_for_many_units() -> None:
    """The textbook recurrence over all pairs, on 400 units."""
    scores = np.sort(np.random.default_rng(11).lognormal(size=400))
    ones, sums, squares = (np.concatenate([[0.0], np.cumsum(scores**power)]) for power in (0, 1, 2))
    first, last = np.arange(400)[:, np.newaxis], np.arange(400)[np.newaxis, :]
    number = np.maximum(ones[last + 1] - ones[first], 1.0)
    cost = squares[last + 1] - squares[first] - (sums[last + 1] - sums[first]) ** 2 / number
    best = cost[0]
    for _ in range(4):
        pair = np.where((first >= 1) & (first <= last), np.roll(best, 1)[:, np.newaxis] + cost, np.inf)
        best = np.concatenate([[np.inf], pair.min(axis=0)[1:]])
    assert spread_of(scores, natural_breaks(scores, 5)) == pytest.approx(best[-1], rel=1e-9)
