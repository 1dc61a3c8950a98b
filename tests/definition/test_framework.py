from pathlib import Path

from chengshu.definition import read_definition
from chengshu.model import (
    STEP_NAMES,
    Band,
    BandMethod,
    Impute,
    Imputer,
    Rank,
    ScenarioName,
    Text,
    Tiers,
    Ties,
)


def test_what_the_edition_says_of_itself(edition: Path) -> None:
    framework = read_definition(edition).framework
    assert (framework.id, framework.as_of, framework.unit_kind) == ("my-index", "2020-12", "city")
    assert framework.title == Text("城市数字经济指数", "Urban Digital Economy Index")
    assert (framework.scale, framework.codes_year) == ((0.0, 100.0), None)
    assert framework.scenarios == (ScenarioName("low-growth", Text("低增长", "Low growth")),)
    assert framework.aggregates_only == ("2019",)
    assert framework.columns == ("ipv4", "outages", "government_cloud", "population")


def test_the_pipeline_keeps_the_order_of_the_file(edition: Path) -> None:
    framework = read_definition(edition).framework
    assert [STEP_NAMES[type(step)] for step in framework.pipeline] == [
        "denominate",
        "screen",
        "impute",
        "treat",
        "transform",
        "normalise",
        "weigh",
        "aggregate",
        "rank",
    ]
    assert framework.rank == Rank(Ties.MIN, 1)


def test_tiers_keep_which_bound_is_included(edition: Path) -> None:
    assert read_definition(edition).framework.tiers == Tiers(
        BandMethod.THRESHOLDS,
        (
            Band("t1", Text("一线", "First tier"), above=85.0),
            Band("t2", Text("二线", "Second tier"), start=65.0),
            Band("t3", Text("三线", "Third tier")),
        ),
    )


def test_chapters_and_uncertainty_are_kept(edition: Path) -> None:
    framework = read_definition(edition).framework
    assert framework.chapters["stages"] == {
        "rows": "infrastructure",
        "columns": "services",
        "cut": (50.0, 75.0),
    }
    assert framework.chapters["epidemic"]["score"] == {
        "edition": "my-index",
        "node": "total",
        "period": "2020",
    }
    assert framework.uncertainty == {"draws": 1000}


def write(folder: Path, text: str) -> Path:
    (folder / "edition.yaml").write_text(text, encoding="utf-8")
    return folder


def test_an_edition_may_have_chapters_alone(tmp_path: Path) -> None:
    definition = read_definition(
        write(tmp_path, "id: a\ntitle: {zh: 甲, en: A}\nchapters: {cases: , tiers: {}}\n")
    )
    assert definition.framework.index is None
    assert definition.framework.pipeline == ()
    assert definition.framework.chapters == {"tiers": {}, "cases": {}}
    assert definition.framework.rank == Rank()


def test_a_step_that_is_off_keeps_its_place_for_those_that_set_it(tmp_path: Path) -> None:
    text = """
id: a
title: {zh: 甲, en: A}
codes: gbt2260/2020
pipeline: [treat: none, impute: none, normalise: minmax, aggregate: arithmetic]
index:
  id: total
  name: {zh: 总, en: All}
  indicators:
    - {id: x, name: {zh: 甲, en: X}}
    - {id: y, name: {zh: 乙, en: Y}, impute: mean}
"""
    framework = read_definition(write(tmp_path, text)).framework
    assert [STEP_NAMES[type(step)] for step in framework.pipeline] == ["impute", "normalise", "aggregate"]
    assert framework.pipeline[0] == Impute(Imputer.MEAN)
    assert [item.impute for item in framework.indicators] == [None, Impute(Imputer.MEAN)]
    assert framework.codes_year == 2020
