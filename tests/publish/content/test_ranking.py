from dataclasses import replace
from typing import Any

import numpy as np

from chengshu.model import Aggregate, Aggregator, Node, Text
from chengshu.publish.content.ranking import read_ranking


def test_units_stand_by_rank_and_those_without_a_score_last_with_their_reason(factory: Any) -> None:
    made = factory.screened(factory.sample(6), "S-002")
    ranking = read_ranking(made.edition, made.scores, "2023")
    assert [row.rank for row in ranking.scored] == [1, 2, 3, 4, 5]
    last = ranking.rows[-1]
    assert (last.unit.code, last.scored, last.band) == ("S-002", False, -1)
    assert last.reason.zh == "有数据的指标不足五成。"
    assert ranking.unscored == (last,)


def test_a_blank_score_without_an_issue_has_a_reason_in_words(factory: Any) -> None:
    made = factory.screened(factory.sample(3), "S-002")
    ranking = read_ranking(made.edition, replace(made.scores, issues=()), "2023")
    assert ranking.rows[-1].reason.zh
    assert ranking.rows[-1].reason.en


def test_ties_are_told_and_keep_the_order_of_the_units(factory: Any) -> None:
    made = factory.sample(4)
    ranks = made.scores.ranks.copy()
    ranks[0, :, 0] = [2, 1, 2, 4]
    tiers = replace(made.scores.tiers, band=np.zeros((1, 4), np.int8))
    rows = read_ranking(made.edition, replace(made.scores, ranks=ranks, tiers=tiers), "2023").rows
    assert [(row.unit.code, row.tied) for row in rows] == [
        ("S-002", False),
        ("S-001", True),
        ("S-003", True),
        ("S-004", False),
    ]


def test_parts_are_the_nodes_below_the_index_as_far_as_they_fit(factory: Any) -> None:
    made = factory.sample(3)
    ranking = read_ranking(made.edition, made.scores, "2023")
    assert [part.id for part in ranking.parts] == ["base", "use"]
    assert (
        ranking.rows[0].parts[0]
        == made.scores.values[0, made.scores.units.index(ranking.rows[0].unit.code), 1]
    )
    mean = Aggregate(Aggregator.ARITHMETIC)
    wide = Node("total", Text("总", "All"), made.edition.framework.indicators * 3, mean)
    many = replace(
        made.edition,
        definition=replace(made.edition.definition, framework=replace(made.edition.framework, index=wide)),
    )
    assert (
        len(read_ranking(many, made.scores, "2023").parts),
        read_ranking(many, made.scores, "2023").hidden,
    ) == (10, 2)


def test_units_outside_the_sample_are_not_listed(factory: Any) -> None:
    made = factory.sample(3)
    sample = np.array([[True, False, True]])
    edition = replace(made.edition, panel=replace(made.edition.panel, sample=sample))
    assert {row.unit.code for row in read_ranking(edition, made.scores, "2023").rows} == {"S-001", "S-003"}


def test_scores_are_shown_with_the_decimals_of_the_ranking(factory: Any) -> None:
    made = factory.sample(3)
    assert read_ranking(made.edition, made.scores, "2023").decimals == 1
    plain = factory.change(made, rank=replace(made.edition.framework.rank, decimals=None))
    assert read_ranking(plain.edition, plain.scores, "2023").decimals == 1


def test_the_axis_is_the_scale_unless_a_score_leaves_it(factory: Any) -> None:
    made = factory.sample(2)

    def axis(values: list[float]) -> tuple[float, float]:
        array = made.scores.values.copy()
        array[0, :, 0] = values
        return read_ranking(made.edition, replace(made.scores, values=array), "2023").axis((0.0, 100.0))

    assert axis([100.00000000000001, -1e-15]) == (0.0, 100.0)
    assert axis([1.3, -2.4]) == (-3, 2)
    assert axis([101.0, 101.0]) == (101, 102)
