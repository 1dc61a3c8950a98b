"""The whole pass, held against COINr's own index of 51 countries and against arithmetic."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import (
    Aggregate,
    Aggregator,
    ContextItem,
    Denominate,
    Denominator,
    Direction,
    Framework,
    Impute,
    Imputer,
    Indicator,
    Node,
    Normalise,
    Normaliser,
    Panel,
    Rank,
    Scores,
    ScoringError,
    Screen,
    Status,
    Text,
    Transform,
    Transformation,
    TransformStep,
    Treat,
    Treatment,
    Unit,
    Units,
    Weigh,
    Weight,
)

MEAN = Aggregate(Aggregator.ARITHMETIC)
MINMAX = Normalise(Normaliser.MINMAX)
ASEM_TREAT = Treat(Treatment.WINSORISE, otherwise=Treatment.LOG_CT)


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def number(cell: str) -> float:
    return np.nan if cell == "NA" else float(cell)


@dataclass(frozen=True)
class Asem:
    """The definition of COINr's example as nouns, and where its reference values lie."""

    framework: Framework
    units: Units
    panel: Panel
    folder: Path

    def expected(self, file: str, columns: tuple[str, ...]) -> np.ndarray:
        rows = {row["uCode"]: row for row in table(self.folder / file)}
        return np.array([[number(rows[code][column]) for column in columns] for code in self.units.codes])


def asem_indicator(row: dict[str, str], options: dict[str, object]) -> Indicator:
    by = row["Denominator"]
    return Indicator(
        row["iCode"],
        Text(None, row["iName"]),
        weight=Weight(float(row["Weight"])),
        direction=Direction.NEGATIVE if row["Direction"] == "-1" else Direction.POSITIVE,
        denominator=None if by == "NA" else Denominator(by),
        **options,
    )


def asem_framework(meta: list[dict[str, str]], pipeline: tuple, options: dict[str, object]) -> Framework:
    def below(parent: str) -> tuple:
        return tuple(item(row) for row in meta if row["Parent"] == parent)

    def item(row: dict[str, str]) -> Node | Indicator:
        if row["Type"] == "Indicator":
            return asem_indicator(row, options)
        return Node(
            row["iCode"],
            Text(None, row["iName"]),
            below(row["iCode"]),
            MEAN,
            weight=Weight(float(row["Weight"])),
        )

    (index,) = [item(row) for row in meta if row["Type"] == "Aggregate" and row["Parent"] == "NA"]
    context = tuple(
        ContextItem(row["iCode"], Text(None, row["iName"])) for row in meta if row["Type"] == "Denominator"
    )
    return Framework("asem", Text(None, "ASEM"), pipeline, index, context)


@pytest.fixture(scope="module")
def asem(reference: Path) -> Asem:
    folder = reference / "asem"
    impute = Impute(Imputer.GROUP_MEAN, "EurAsia_group")
    pipeline = (Denominate(), impute, Screen(0.9), ASEM_TREAT, MINMAX, MEAN)
    options = {"impute": impute, "treat": ASEM_TREAT, "normalise": MINMAX}
    framework = asem_framework(table(folder / "input/iMeta.csv"), pipeline, options)
    rows = table(folder / "input/iData.csv")
    units = Units(
        tuple(
            Unit(row["uCode"], Text(None, row["uName"]), groups={"EurAsia_group": row["EurAsia_group"]})
            for row in rows
        )
    )
    values = np.array([[[number(row[column]) for column in framework.columns] for row in rows]])
    blank = np.full(values.shape, -1, dtype=np.int32)
    panel = Panel(
        periods=("2018",),
        units=units.codes,
        indicators=framework.columns,
        values=values,
        status=np.where(np.isnan(values), Status.MISSING, Status.OBSERVED).astype(np.int8),
        level=blank.astype(np.int8),
        origin=blank,
        as_of=blank,
        sample=np.ones(values.shape[:2], dtype=np.bool_),
    )
    return Asem(framework, units, panel, folder)


@pytest.fixture(scope="module")
def asem_scores(asem: Asem) -> Scores:
    return build_scores(asem.framework, asem.units, asem.panel)


ASEM_STEPS = {
    "raw": "steps/1_raw.csv",
    "denominate": "steps/2_denominated.csv",
    "impute": "steps/3_imputed.csv",
    "screen": "steps/4_screened.csv",
    "treat": "steps/5_treated.csv",
    "normalise": "steps/6_normalised.csv",
    "aggregate": "steps/7_aggregated.csv",
}


@pytest.mark.parametrize("step", ASEM_STEPS)
def test_asem_agrees_with_coinr_at_every_step(asem: Asem, asem_scores: Scores, step: str) -> None:
    (result,) = [result for result in asem_scores.steps if result.name == step]
    expected = asem.expected(ASEM_STEPS[step], result.indicators)
    np.testing.assert_allclose(result.values[0], expected, rtol=1e-9, atol=1e-12)
    assert len(result.indicators) == (60 if step == "aggregate" else 49)


def test_asem_screens_out_the_units_that_coinr_removes(asem: Asem, asem_scores: Scores) -> None:
    removed = [row["uCode"] for row in table(asem.folder / "steps/4_screen_RemovedUnits.csv")]
    assert [issue.unit for issue in asem_scores.issues if issue.code == "screened_out"] == removed
    (result,) = [result for result in asem_scores.steps if result.name == "impute"]
    present = (~np.isnan(result.values[0])).mean(axis=1)
    np.testing.assert_allclose(present, asem.expected("steps/4_screen_DataSummary.csv", ("Dat_Avail",))[:, 0])


def test_asem_draws_in_the_points_that_coinr_draws_in(asem: Asem, asem_scores: Scores) -> None:
    (result,) = [result for result in asem_scores.steps if result.name == "treat"]
    rows = {row["uCode"]: row for row in table(asem.folder / "steps/5_treat_Treated_Points.csv")}
    marked = [[bool(rows[code][column]) for column in result.indicators] for code in asem.units.codes]
    np.testing.assert_array_equal(result.changed[0], marked)
    details = {
        row["iCode"]: row["winsorise.nwin"] for row in table(asem.folder / "steps/5_treat_Dets_Table.csv")
    }
    for indicator, note in zip(result.indicators, result.note, strict=True):
        assert note == ("" if details[indicator] == "NA" else f"winsorised {details[indicator]}")


def test_asem_ranks_agree_with_coinr(asem: Asem, asem_scores: Scores) -> None:
    columns = tuple(node.id for node in asem.framework.nodes)
    places = [asem_scores.node(column) for column in columns]
    expected = asem.expected("results/Aggs_ranks.csv", columns)
    np.testing.assert_array_equal(asem_scores.ranks[0][:, places], expected)


def test_asem_effective_weights_agree_with_coinr(asem: Asem, asem_scores: Scores) -> None:
    expected = {
        row["iCode"]: float(row["EffWeight"]) for row in table(asem.folder / "weights/eff_weights.csv")
    }
    found = dict(zip(asem_scores.nodes, asem_scores.effective[0].tolist(), strict=True))
    assert found == pytest.approx(expected, rel=1e-9)


def test_steps_are_those_of_the_pipeline_in_order_after_the_raw_values(bench) -> None:
    log = Transform(Transformation.LOG)
    pipeline = [TransformStep(), MINMAX, Weigh(), MEAN, Rank()]
    framework = bench.framework(bench.indicators(2, normalise=MINMAX, transform=log), pipeline)
    scores = build_scores(framework, bench.units(2), bench.panel(framework, [[1.0, 2.0], [3.0, 9.0]]))
    assert [step.name for step in scores.steps] == [
        "raw",
        "transform",
        "normalise",
        "weigh",
        "aggregate",
        "rank",
    ]
    assert scores.steps[0].values[0].tolist() == [[1.0, 2.0], [3.0, 9.0]]
    assert scores.steps[3].indicators == ("a", "b")
    np.testing.assert_array_equal(scores.steps[3].values, scores.steps[2].values)
    assert scores.steps[4].indicators == scores.steps[5].indicators == scores.nodes
    np.testing.assert_array_equal(scores.steps[4].values, scores.values)
    np.testing.assert_array_equal(scores.steps[5].values, scores.ranks)
    for step in scores.steps:
        assert step.values.shape == step.changed.shape
        assert len(step.note) == len(step.indicators) == step.values.shape[-1]


def test_the_order_of_the_file_is_the_order_of_work(bench) -> None:
    """The root of the mean of 1, 4 and 16 is not the mean of their roots."""
    impute, root = Impute(Imputer.MEAN), Transform(Transformation.SQRT)
    values = [[1.0], [4.0], [16.0], [np.nan]]
    found = []
    for pipeline in ([impute, TransformStep()], [TransformStep(), impute]):
        framework = bench.framework(bench.indicators(1, impute=impute, transform=root), pipeline)
        found.append(build_scores(framework, bench.units(4), bench.panel(framework, values)).values[0, 3, 0])
    assert found == [pytest.approx(7.0**0.5), pytest.approx(7 / 3)]


def test_scores_carry_the_axes_of_the_panel_and_the_levels_of_the_tree(bench) -> None:
    a, b = bench.indicators(2)
    framework = bench.framework([bench.node("left", [bench.node("deep", [a])]), bench.node("right", [b])])
    scores = build_scores(framework, bench.units(2), bench.panel(framework, [[1.0, 2.0], [3.0, 4.0]]))
    assert scores.periods == ("2019",)
    assert scores.units == ("u0", "u1")
    assert dict(zip(scores.nodes, scores.levels, strict=True)) == {
        "total": 3,
        "left": 2,
        "deep": 1,
        "a": 0,
        "right": 1,
        "b": 0,
    }


def test_units_outside_the_sample_have_no_row_values(bench) -> None:
    framework = bench.framework(bench.indicators(1, normalise=MINMAX), [MINMAX])
    panel = bench.panel(framework, [[1.0], [3.0], [99.0]], sample=[True, True, False])
    scores = build_scores(framework, bench.units(3), panel)
    np.testing.assert_array_equal(scores.values[0, :, 0], [0.0, 100.0, np.nan])
    np.testing.assert_array_equal(scores.ranks[0, :, 0], [2.0, 1.0, np.nan])
    assert scores.status[0, 2].tolist() == [Status.MISSING, Status.MISSING]
    assert scores.sample.tolist() == [[True, True, False]]


def test_infinite_values_are_errors_named_all_at_once(bench) -> None:
    framework = bench.framework(bench.indicators(2))
    panel = bench.panel(framework, [[1.0, np.inf], [-np.inf, 2.0]])
    with pytest.raises(ScoringError) as caught:
        build_scores(framework, bench.units(2), panel)
    assert [(issue.code, issue.indicator) for issue in caught.value.issues] == [
        ("infinite", "a"),
        ("infinite", "b"),
    ]


def test_a_sample_of_nobody_is_an_error(bench) -> None:
    framework = bench.framework(bench.indicators(1))
    with pytest.raises(ScoringError, match="at least one unit in the sample, found none"):
        build_scores(framework, bench.units(1), bench.panel(framework, [[1.0]], sample=[False]))


def test_a_period_without_a_sample_is_blank(bench) -> None:
    framework = bench.framework(bench.indicators(1, normalise=MINMAX), [MINMAX])
    panel = bench.panel(framework, [[[1.0], [2.0]], [[5.0], [6.0]]], sample=[[True, True], [False, False]])
    scores = build_scores(framework, bench.units(2), panel)
    assert np.isnan(scores.values[1]).all()
    assert scores.issues == ()


def test_a_step_on_indicators_after_aggregation_is_an_error(bench) -> None:
    framework = bench.framework(bench.indicators(1), [MEAN, MINMAX, Impute(Imputer.MEAN)])
    with pytest.raises(ScoringError) as caught:
        build_scores(framework, bench.units(1), bench.panel(framework, [[1.0]]))
    assert [issue.where.path for issue in caught.value.issues] == ["pipeline.normalise", "pipeline.impute"]


def test_the_panel_is_not_changed(bench) -> None:
    impute = Impute(Imputer.MEAN)
    framework = bench.framework(
        bench.indicators(2, impute=impute, normalise=MINMAX), [impute, Screen(0.9), MINMAX]
    )
    panel = bench.panel(framework, [[1.0, np.nan], [3.0, 4.0], [5.0, 6.0]])
    before = panel.values.copy(), panel.status.copy(), panel.sample.copy()
    build_scores(framework, bench.units(3), panel)
    for kept, now in zip(before, (panel.values, panel.status, panel.sample), strict=True):
        np.testing.assert_array_equal(kept, now)
