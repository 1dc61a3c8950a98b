"""Which fault is told for which slip; the sentences are in the golden file."""

import pytest

from chengshu.definition.blocks import Block
from chengshu.definition.documents import compose


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a:\n\tb: 1\n", "tab_indent", 2),
        ("a: 1\nb: {c: 1\nd: 2\n", "unclosed", 2),
        ("a: 'b\nc: 2\n", "unclosed", 1),
        ("a: b: c\n", "stray_colon", 1),
        ("a: 1\nb\nc: 2\n", "no_colon", 3),
        ("a:\n  - b\n c: 1\n", "indentation", 3),
        ("a: @b\n", "needs_quotes", 1),
        ('a: "\\q"\n', "needs_quotes", 1),
        ("a: 1\nb: \x01\n", "control_character", 2),
        ("a: {zh: 一， en: b}\n", "full_width_mark", 1),
        ("a: ｛zh: 一｝\nb: {c: “d”\n", "full_width_mark", 1),
        ("a: 一\nb: {c: “d”\n", "full_width_mark", 2),
        ("a: {zh: 一，二, en: b\n", "unclosed", 1),
        ("a: {zh: 一：二， en: b: c}\n", "full_width_mark", 1),
        ("a: {zh: 一，二, en: b: c}\n", "stray_colon", 1),
        ("id：a\ntitle: b\n", "full_width_mark", 1),
    ],
)
def test_a_slip_is_recognised(text: str, code: str, line: int) -> None:
    (issue,) = compose(text, "file.yaml", Block).issues
    assert (issue.code, issue.where.line) == (code, line)


def test_full_width_marks_in_quotes_are_not_blamed() -> None:
    (issue,) = compose('a: "一，二": b\n', "file.yaml", Block).issues
    assert issue.code == "stray_colon"


@pytest.mark.parametrize(
    "text", ["a: 1\nb: [\n", "%YAML 9.9.9\n---\na: 1\n", "a: &\n", "- a\nb: 1\n", "a: |x\n"]
)
def test_whatever_the_parser_says_a_message_in_both_languages_comes_of_it(text: str) -> None:
    issue = compose(text, "file.yaml", Block).issues[-1]
    assert issue.expected.zh
    assert issue.found.zh
    assert issue.remedy.zh
    assert "while parsing" not in issue.message("en")
