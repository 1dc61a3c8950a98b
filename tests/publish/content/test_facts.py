"""What the headline sentences state is true, and what is not true is left out."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from chengshu.model import Status
from chengshu.publish.content import read_groups, read_ranking
from chengshu.publish.content.facts import read_facts


def facts(made: Any, values: list[float] | None = None) -> Any:
    """The facts of a sample, with other index scores where they are given."""
    scores = made.scores
    if values is not None:
        array = scores.values.copy()
        array[0, :, 0] = values
        shown = np.round(array[0, :, 0], 1)
        ranks = scores.ranks.copy()
        ranks[0, :, 0] = [np.nan if np.isnan(one) else 1 + np.sum(shown > one) for one in shown]
        scores = replace(scores, values=array, ranks=ranks)
    ranking = read_ranking(made.edition, scores, "2023")
    return read_facts(ranking, read_groups(made.edition, scores, "2023"))


def untiered(factory: Any, count: int) -> Any:
    return factory.change(factory.sample(count), tiers=None)


def test_the_ten_scores_of_the_white_paper_fall_most_between_sixth_and_seventh(factory: Any) -> None:
    """The printed ten, 90.5 … 77.0: the greatest fall is 86.6 − 80.6 = 6.0."""
    ten = [90.5, 90.2, 89.4, 89.2, 89.1, 86.6, 80.6, 78.2, 77.3, 77.0]
    found = facts(untiered(factory, 10), ten)
    assert (found.fall.size, found.fall.times, found.fall.among) == (6.0, 1, 10)
    assert (found.fall.before.score, found.fall.after.score) == (86.6, 80.6)
    assert found.mean == pytest.approx(84.81)
    assert found.median == pytest.approx((89.1 + 86.6) / 2)


def test_falls_beyond_the_twentieth_do_not_count(factory: Any) -> None:
    values = [100.0 - place for place in range(20)] + [10.0, 9.0]
    found = facts(untiered(factory, 22), values)
    assert (found.fall.size, found.fall.times, found.fall.among) == (1.0, 19, 20)


def test_falls_are_those_of_scores_as_shown(factory: Any) -> None:
    found = facts(untiered(factory, 3), [50.04, 49.96, 40.0])
    assert found.fall.size == 10.0
    assert facts(untiered(factory, 3), [50.01, 50.02, 50.03]).fall is None
    assert facts(untiered(factory, 2), [60.0, 50.0]).fall is None


def test_one_leader_has_a_second_and_shared_leads_have_none(factory: Any) -> None:
    made = untiered(factory, 5)
    alone = facts(made, [9.0, 8.0, 7.0, 6.0, 5.0])
    assert [row.unit.code for row in alone.leaders] == ["S-001"]
    assert alone.second.unit.code == "S-002"
    shared = facts(made, [9.0, 9.0, 7.0, 6.0, 5.0])
    assert (len(shared.leaders), shared.second) == (2, None)
    assert facts(made, [9.0, 8.0, 8.0, 6.0, 5.0]).second is None
    assert facts(made, [9.0] * 5).leaders == ()


def test_the_first_group_s_part_of_the_sum(factory: Any) -> None:
    made = factory.sample(5)
    found = facts(made)
    values = made.scores.values[0, :, 0]
    assert found.holding.score_share == pytest.approx(values.max() / values.sum())
    assert found.holding.units_share == pytest.approx(0.2)


def test_a_share_of_a_sum_is_not_said_where_scores_are_negative_or_nil(factory: Any) -> None:
    made = factory.sample(5)
    assert facts(made, [4.0, 3.0, 2.0, 1.0, -1.0]).holding is None
    assert facts(made, [0.0] * 5).holding is None
    assert facts(untiered(factory, 5)).holding is None


def test_one_unit_and_no_score(factory: Any) -> None:
    single = facts(untiered(factory, 1))
    assert (single.units, single.scored, single.leaders, single.fall) == (1, 1, (), None)
    none = facts(factory.screened(factory.sample(1), "S-001"))
    assert (none.units, none.scored, none.leaders, none.second) == (1, 0, (), None)


def test_scores_with_estimates_are_counted(factory: Any) -> None:
    assert facts(factory.sample(3, status=Status.ESTIMATED)).estimated == 3
