"""The language of messages, and issues as JSON."""

import pytest

from chengshu.entrypoints.cli.terminal import issue_record, language
from chengshu.model import Issue, Severity, Text, Where


@pytest.mark.parametrize(
    ("chosen", "spoken"), [("zh", "zh"), ("zh_CN.UTF-8", "zh"), ("en", "en"), ("de", "en")]
)
def test_the_variable_decides(chosen: str, spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHENGSHU_LANG", chosen)
    assert language() == spoken


def test_an_issue_as_json_values() -> None:
    issue = Issue("x", Severity.ERROR, Where("units.csv", 3, "code"), unit="a", found=Text("空白", "a blank"))
    record = issue_record(issue)
    assert record["severity"] == "error"
    assert (record["file"], record["line"], record["path"]) == ("units.csv", 3, "code")
    assert record["note"] == {"zh": "实为空白。", "en": "found a blank."}
