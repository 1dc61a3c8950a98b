"""Errors carry all their issues and print them a line each."""

import pytest

from chengshu.model import (
    CallError,
    ChengshuError,
    EditionError,
    Issue,
    RunLockedError,
    ScoringError,
    Severity,
    SourceError,
    StoreLockedError,
    Text,
)

ISSUES = [
    Issue("a", Severity.ERROR, found=Text("甲", "one")),
    Issue("b", Severity.ERROR, found=Text("乙", "two")),
]


@pytest.mark.parametrize(
    "error", [CallError, EditionError, RunLockedError, ScoringError, SourceError, StoreLockedError]
)
def test_every_error_tells_every_issue(error: type[ChengshuError]) -> None:
    raised = error(ISSUES)
    assert isinstance(raised, ChengshuError)
    assert str(raised) == "found one.\nfound two."
    assert raised.message("zh") == "实为甲。\n实为乙。"


def test_a_missing_source_is_a_fault_of_the_edition_and_a_locked_output_one_of_the_call() -> None:
    assert issubclass(SourceError, EditionError)
    assert issubclass(RunLockedError, CallError)
