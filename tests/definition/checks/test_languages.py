from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_languages
from chengshu.definition.places import Spot
from chengshu.model import Severity

ReadSpot = Callable[[str], Spot]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("{zh: 甲, en: A}", []),
        ("{zh: 甲}", ["English"]),
        ("{en: A}", ["Chinese"]),
        ("{zh: 甲, en: }", ["English"]),
        ("{zh: 甲, en: '  '}", ["English"]),
        ("{zh: '', en: ''}", []),
        ("{}", []),
        ("{zh: 甲, de: B}", []),
    ],
)
def test_a_text_in_one_language_is_a_warning(spot: ReadSpot, text: str, lacking: list[str]) -> None:
    issues = list(check_languages(spot(f"title: {text}\n")))
    assert [issue.expected.en for issue in issues] == [f"a text in {language}" for language in lacking]
    assert all(issue.severity is Severity.WARNING and issue.code == "missing_language" for issue in issues)


def test_there_is_one_warning_for_each_text_wherever_it_stands(spot: ReadSpot) -> None:
    text = "context:\n  - {id: a, name: {zh: 甲}, definition: {en: A}}\n  - {id: b, name: {zh: 乙, en: B}}\n"
    assert [issue.where.path for issue in check_languages(spot(text))] == [
        "context.a.name",
        "context.a.definition",
    ]


def test_what_is_kept_as_written_is_not_searched(spot: ReadSpot) -> None:
    assert list(check_languages(spot("uncertainty: {label: {zh: 甲}}\n"))) == []
