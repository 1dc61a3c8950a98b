"""An issue reads as one line in either language, whatever is known of it."""

from chengshu.model import Issue, Severity, Text, Where

NUMBER = Text("数字", "a number")
FOUND = Text("“abc”", "'abc'")
REMEDY = Text("请改正。", "Correct it.")


def test_all_is_known() -> None:
    where = Where("observations.csv", 3, "value")
    issue = Issue(
        "not_a_number",
        Severity.ERROR,
        where,
        "310000",
        "ipv4",
        "2023",
        expected=NUMBER,
        found=FOUND,
        remedy=REMEDY,
    )
    assert issue.message("en") == (
        "observations.csv:3 value 310000 ipv4 2023: expected a number, found 'abc'. Correct it."
    )
    assert issue.message("zh") == "observations.csv:3 value 310000 ipv4 2023：应为数字，实为“abc”。请改正。"


def test_a_place_alone_and_no_place() -> None:
    assert str(Where("units.csv")) == "units.csv"
    assert Issue("x", Severity.NOTE, remedy=REMEDY).message("en") == "Correct it."
    assert (
        Issue("x", Severity.NOTE, Where("units.csv"), found=FOUND).message("en") == "units.csv: found 'abc'."
    )
