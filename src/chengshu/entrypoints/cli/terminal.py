"""How commands speak: tables for people, JSON for programs, one exit code for each kind of fault.

`model` brings numpy, so it is imported where it is used: ``chengshu --help`` needs neither.
"""

import json
import locale
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from chengshu.model import Issue, Language

FAULT, WRONG_CALL = 1, 2


def language() -> "Language":
    """The language of messages: `CHENGSHU_LANG` where set, else Chinese in a Chinese locale, else English."""
    chosen = os.environ.get("CHENGSHU_LANG") or locale.getlocale()[0] or os.environ.get("LANG", "")
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"


def say(zh: str, en: str, *, quiet: bool = False) -> None:
    """Print a line to the error stream in the user's language, so that results can be piped."""
    if not quiet:
        typer.echo(zh if language() == "zh" else en, err=True)


def say_json(content: object) -> None:
    """Print JSON to the output stream."""
    typer.echo(json.dumps(content, ensure_ascii=False, indent=2))


@contextmanager
def faults(*, as_json: bool = False) -> Iterator[None]:
    """End the command with every issue told, and 1 where data or index are at fault, 2 where the call is."""
    from chengshu.model import CallError, ChengshuError

    try:
        yield
    except ChengshuError as error:
        tell_issues(error.issues, as_json=as_json)
        raise typer.Exit(WRONG_CALL if isinstance(error, CallError) else FAULT) from error
    except KeyboardInterrupt as interrupt:
        say("已取消；原有输出未被改动。", "Cancelled; what was published before is unchanged.")
        raise typer.Exit(130) from interrupt


def tell_issues(issues: "Sequence[Issue]", *, as_json: bool) -> None:
    """Print issues: a line each to the error stream, or one JSON list to the output stream."""
    if as_json:
        say_json([issue_record(issue) for issue in issues])
        return
    for issue in issues:
        (zh, en), colour = _SEVERITIES[issue.severity.value]
        typer.secho(f"{zh if language() == 'zh' else en} ", fg=colour, err=True, nl=False)
        typer.echo(issue.message(language()), err=True)


_SEVERITIES = {
    "error": (("错误", "error"), "red"),
    "warning": (("警告", "warning"), "yellow"),
    "note": (("提示", "note"), "cyan"),
}


def issue_record(issue: "Issue") -> Mapping[str, object]:
    """An issue as JSON values, its note in both languages."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "file": issue.where.file,
        "line": issue.where.line,
        "path": issue.where.path,
        "unit": issue.unit,
        "indicator": issue.indicator,
        "period": issue.period,
        "value": issue.value,
        "note": {"zh": issue.note("zh"), "en": issue.note("en")},
    }


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table to the output stream; its first columns give way last when the terminal is narrow."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as RichText

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(RichText(cell) for cell in row))
    Console(file=sys.stdout).print(table)
