"""No words of pydantic reach a reader, and each required key is shown how it is written."""

from collections.abc import Callable
from typing import Annotated, get_args

import pytest
from pydantic import AfterValidator

from chengshu.definition.blocks import Block
from chengshu.definition.documents import compose
from chengshu.definition.places import Spot
from chengshu.definition.problems import SAMPLES, missing_key, validate
from chengshu.definition.schema import (
    CaseEntry,
    ClusterEntry,
    EditionFile,
    Entry,
    NodeEntry,
    PublishedEntry,
    SourceEntry,
)
from chengshu.model import Where

ReadSpot = Callable[[str], Spot]
KINDS = (EditionFile, SourceEntry, ClusterEntry, CaseEntry, PublishedEntry)


def entries(kind: type[Entry], seen: set[type[Entry]]) -> set[type[Entry]]:
    def inside(annotation: object) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Entry) and annotation not in seen:
            entries(annotation, seen)
        for part in get_args(annotation):
            inside(part)

    seen.add(kind)
    for field in kind.model_fields.values():
        inside(field.annotation)
    return seen


ALL = sorted({entry for kind in KINDS for entry in entries(kind, set())}, key=lambda entry: entry.__name__)


def test_every_required_key_has_a_sample() -> None:
    required = {
        field.alias or name
        for entry in ALL
        for name, field in entry.model_fields.items()
        if field.is_required()
    }
    assert required <= set(SAMPLES)


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.__name__)
def test_every_key_is_described_in_both_languages(entry: type[Entry]) -> None:
    assert entry.__doc__
    for name, field in entry.model_fields.items():
        english, _, chinese = (field.description or "").partition(" / ")
        assert english, f"{entry.__name__}.{name}"
        assert any("\u4e00" <= character <= "\u9fff" for character in chinese) or name == "log1p"


def test_all_errors_of_a_mapping_come_at_once(spot: ReadSpot) -> None:
    text = "id: 1 2\nname: 甲\nweight: x\nindicators: {}\nchilds: []\n"
    entry, issues = validate(NodeEntry, spot(text))
    assert entry is None
    assert {issue.code: issue.where.line for issue in issues} == {
        "bad_id": 1,
        "bare_text": 2,
        "bad_weight": 3,
        "not_a_list": 4,
        "unknown_key": 5,
    }


def test_an_error_that_has_no_wording_is_still_ours(spot: ReadSpot) -> None:
    def refused(value: str) -> str:
        raise ValueError("pydantic would say this")

    class Odd(Entry):
        """Odd."""

        word: Annotated[str, AfterValidator(refused)]

    (issue,) = validate(Odd, spot("word: a"))[1]
    assert issue.code == "not_readable"
    assert issue.message("zh") == "file.yaml:1 word：应为此处可用的值，实为“a”。"
    assert "pydantic" not in issue.message("en")


def test_a_mapping_in_place_of_options_names_its_keys(spot: ReadSpot) -> None:
    (issue,) = validate(NodeEntry, spot("id: a\nname: {zh: 甲}\naggregate: [mean]"))[1]
    assert issue.expected.en == "a mapping with the keys method, missing, zero or reference"


def test_a_text_that_yaml_would_split_is_proposed_in_quotes() -> None:
    document = compose('id: a\nname: "北京, 天津"\n', "file.yaml", Block)
    (issue,) = validate(NodeEntry, Spot.of(document))[1]
    assert issue.remedy.en == 'Write name: {zh: "北京, 天津", en: …}.'


def test_a_missing_key_is_shown_how_it_is_written() -> None:
    issue = missing_key(Where("f.yaml", 2, "a.period"), "period")
    assert (
        issue.message("en") == "f.yaml:2 a.period: expected a required key, found nothing. Add period: 2020."
    )
