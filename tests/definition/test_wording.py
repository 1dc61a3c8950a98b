from chengshu.definition.blocks import Block, Items, Plain
from chengshu.definition.wording import USE_ONE, error, nearest, one_of, shown, write_instead
from chengshu.model import Severity, Text, Where


def test_a_choice_is_written_as_each_language_does() -> None:
    assert one_of(["skip", "require"]) == Text("skip 或 require", "skip or require")


def test_values_are_shown_as_they_stand() -> None:
    assert shown(Plain("0.5")) == Text("0.5", "0.5")
    assert shown("0.5") == Text("“0.5”", "'0.5'")
    assert shown(Plain("")).en == "an empty value"
    assert shown(Block()).en == "an empty mapping"
    assert shown(Items([Plain("100"), Plain("0")])).en == "[100, 0]"
    assert shown(Items([Block()])).en == "a list"


def test_a_long_text_is_cut() -> None:
    assert shown("字" * 100).zh == f"“{'字' * 40}…”"


def test_the_nearest_word_ignores_case_and_needs_to_be_near() -> None:
    assert nearest("Goal-Posts", ["goalposts", "minmax"]) == "goalposts"
    assert nearest("sigmoid", ["goalposts", "minmax"]) == ""
    assert write_instead("sigmoid", ["minmax"]) == USE_ONE


def test_an_error_is_an_issue_that_stops_the_work() -> None:
    issue = error("code", Where("f.yaml", 3, "a"), expected=Text("甲", "a"))
    assert issue.severity is Severity.ERROR
    assert issue.message("zh") == "f.yaml:3 a：应为甲。"
