"""`check` tells problems of scoring too, errors first."""

from pathlib import Path

import pytest

from chengshu.model import CallError, Severity
from chengshu.workflow import check_edition


def test_nothing_to_say(small: Path) -> None:
    assert check_edition(str(small)) == ()


def test_scoring_is_checked_as_well(small: Path) -> None:
    observations = small / "observations.csv"
    text = observations.read_text(encoding="utf-8").replace(",20\n", ",10\n").replace(",30\n", ",10\n")
    observations.write_text(text, encoding="utf-8")
    assert [issue.code for issue in check_edition(str(small))] == ["constant"]


def test_an_index_that_cannot_be_computed_is_an_error(small: Path) -> None:
    edition = small / "edition.yaml"
    text = edition.read_text(encoding="utf-8").replace("aggregate: arithmetic", "aggregate: geometric")
    edition.write_text(text, encoding="utf-8")
    issues = check_edition(str(small))
    assert [issue.code for issue in issues] == ["geometric_zero", "geometric_zero"]
    assert issues[0].severity is Severity.ERROR


def test_errors_come_first(small: Path) -> None:
    edition = small / "edition.yaml"
    edition.write_text(edition.read_text(encoding="utf-8").replace(", en: Small index", ""), encoding="utf-8")
    (small / "observations.csv").write_text("unit,indicator,period,value\na,speed,2020,x\n", encoding="utf-8")
    issues = check_edition(str(small))
    assert [issue.severity for issue in issues] == [Severity.ERROR, Severity.WARNING]


def test_no_such_edition_is_a_wrong_call() -> None:
    with pytest.raises(CallError):
        check_edition("nowhere")
