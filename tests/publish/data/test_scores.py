from dataclasses import replace
from time import perf_counter
from typing import Any

import numpy as np
import polars as pl
import pytest

from chengshu.model import Band, BandMethod, Status, StepResult, Text, Tiers
from chengshu.publish.data.cells import write_table
from chengshu.publish.data.scores import (
    released_bounds,
    score_table,
    step_note_table,
    step_table,
    tier_table,
    tier_unit_table,
    weight_table,
)


def test_every_unit_of_the_sample_has_a_row_for_every_node(factory: Any) -> None:
    made = factory.sample(4, ("2019", "2020"))
    sample = np.array([[True, False, True, True], [True] * 4])
    edition = replace(made.edition, panel=replace(made.edition.panel, sample=sample))
    table = score_table(edition, made.scores)
    assert table.columns == ["unit", "period", "node", "level", "score", "rank", "status", "estimated_share"]
    assert len(table) == 7 * 7
    assert ("S-002", "2019") not in set(zip(table["unit"], table["period"], strict=True))
    row = table.row(7 + 2, named=True)
    assert (row["unit"], row["period"], row["node"], row["level"]) == ("S-003", "2019", "i0", 0)
    assert row["score"] == made.scores.values[0, 2, 2]
    assert row["rank"] == str(int(made.scores.ranks[0, 2, 2]))
    assert row["status"] == "observed"


def test_halved_ranks_stay_halves_and_blank_stays_blank(factory: Any) -> None:
    made = factory.screened(factory.sample(4), "S-002")
    ranks = made.scores.ranks.copy()
    ranks[0, 0, 0] = 2.5
    table = score_table(made.edition, replace(made.scores, ranks=ranks)).filter(pl.col("node") == "total")
    assert table["rank"][0] == "2.5"
    assert table["rank"][1] is None
    assert table["status"][1] == "missing"


def test_periods_with_aggregates_only_have_no_unit_row(factory: Any) -> None:
    made = factory.change(factory.sample(4, ("2019", "2020")), aggregates_only=("2019",))
    step = made.scores.steps[0]
    for table in (
        score_table(made.edition, made.scores),
        tier_unit_table(made.edition, made.scores, made.scores.tiers),
        step_table(made.edition, made.scores, step),
    ):
        assert set(table["period"]) == {"2020"}
    tiers = tier_table(made.edition, made.scores, made.scores.tiers)
    assert tiers.filter(pl.col("period") == "2019")["count"].sum() == 4
    assert tiers.filter(pl.col("period") == "2019")["bound"].is_nan().all()
    assert not tiers.filter(pl.col("period") == "2020")["bound"].head(4).is_nan().any()


def test_declared_bounds_are_no_unit_s_score_and_stay(factory: Any) -> None:
    bands = (Band("high", Text("高", "High"), above=50.0), Band("low", Text("低", "Low")))
    made = factory.change(
        factory.sample(4), aggregates_only=("2023",), tiers=Tiers(BandMethod.THRESHOLDS, bands)
    )
    declared = replace(made.scores.tiers, bounds=np.array([[50.0, np.nan]]))
    assert released_bounds(made.edition, declared)[0, 0] == 50.0


def test_weights_and_tiers(factory: Any) -> None:
    made = factory.screened(factory.sample(6), "S-001")
    weights = weight_table(made.scores)
    assert weights.columns == ["period", "node", "declared", "normalised", "effective"]
    assert weights.row(1) == ("2023", "base", 0.4, 0.4, 0.4)
    tiers = tier_table(made.edition, made.scores, made.scores.tiers)
    assert tiers["count"].to_list() == [1] * 5
    assert tiers["share"].to_list() == pytest.approx([0.2] * 5)
    units = tier_unit_table(made.edition, made.scores, made.scores.tiers)
    assert units.row(0) == ("2023", "S-001", "", "missing")
    assert units["tier"].value_counts().filter(pl.col("tier") == "g1")["count"].item() == 1


def test_steps_have_a_column_for_each_indicator_and_the_greatest_status(factory: Any) -> None:
    made = factory.sample(3)
    status = made.edition.panel.status.copy()
    status[0, 1, 2] = Status.MISSING
    edition = replace(made.edition, panel=replace(made.edition.panel, status=status))
    table = step_table(edition, made.scores, made.scores.steps[0])
    assert table.columns == ["unit", "period", "status", "i0", "i1", "i2", "i3"]
    assert table["status"].to_list() == ["observed", "estimated", "observed"]
    assert table["i1"].to_list() == made.scores.steps[0].values[0, :, 1].tolist()
    notes = step_note_table(made.scores)
    assert notes.row(0) == ("01_transform", "i0", 3, "")


def test_steps_from_aggregation_on_have_a_column_for_each_node(factory: Any) -> None:
    made = factory.screened(factory.sample(3), "S-002")
    nodes = made.scores.nodes
    step = StepResult("aggregate", nodes, made.scores.values, np.zeros(made.scores.values.shape, bool))
    table = step_table(made.edition, made.scores, step)
    assert table.columns == ["unit", "period", "status", *nodes]
    assert table["status"].to_list() == ["observed", "missing", "observed"]
    assert table["total"][0] == made.scores.values[0, 0, 0]


@pytest.mark.slow
def test_three_million_rows_are_written_in_seconds(factory: Any, tmp_path: Any) -> None:
    made = factory.sample(2)
    units, nodes = 50_000, 60
    codes = tuple(f"S-{place:05d}" for place in range(units))
    shape = (1, units, nodes)
    values = np.random.default_rng(3).random(shape) * 100
    panel = replace(
        made.edition.panel,
        units=codes,
        indicators=(),
        sample=np.ones((1, units), bool),
        **{
            name: np.empty((1, units, 0), getattr(made.edition.panel, name).dtype)
            for name in ("values", "status", "level", "origin", "as_of")
        },
    )
    scores = replace(
        made.scores,
        units=codes,
        nodes=tuple(f"n{place}" for place in range(nodes)),
        levels=(0,) * nodes,
        values=values,
        ranks=np.floor(values * 500) + 1,
        status=np.ones(shape, np.int8),
        estimated_share=np.zeros(shape),
    )
    start = perf_counter()
    write_table(score_table(replace(made.edition, panel=panel), scores), tmp_path / "scores.csv")
    assert perf_counter() - start < 15
    back = pl.read_csv(tmp_path / "scores.csv")
    assert (back["score"].to_numpy() == values.ravel()).all()
