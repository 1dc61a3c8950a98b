"""``init`` and ``check``: edition folders."""

from pathlib import Path

import typer

from chengshu.entrypoints.cli.terminal import FAULT, faults, say, tell_issues


def init(
    directory: Path = typer.Argument(..., metavar="DIR", help="A new folder. 新文件夹。"),
    like: str = typer.Option("", help="Copy this edition instead of a blank one. 以该版本为模板。"),
) -> None:
    """Begin a new edition folder, blank or copied from another. 新建版本文件夹。"""
    from chengshu.workflow import initialise_edition

    with faults():
        names = initialise_edition(directory, like or None)
    say(f"已在{directory}中写入{'、'.join(names)}。", f"Wrote {', '.join(names)} into {directory}.")
    say(f"下一步：chengshu check {directory}", f"Next: chengshu check {directory}")


def check(
    directory: str = typer.Argument(
        ..., metavar="DIR", help="An edition folder or a shipped edition. 版本文件夹或内置版本。"
    ),
    *,
    as_json: bool = typer.Option(False, "--json", help="Print JSON. 输出JSON。"),
    quiet: bool = typer.Option(False, "--quiet", help="Print problems only. 只输出问题。"),
) -> None:
    """List every problem of definition and data at once. 一次列出定义与数据的全部问题。"""
    from chengshu.workflow import check_edition

    with faults(as_json=as_json):
        issues = check_edition(directory)
    errors = sum(issue.severity.value == "error" for issue in issues)
    tell_issues(issues, as_json=as_json)
    others = len(issues) - errors
    say(
        f"{errors}个错误，{others}条警告与提示。",
        f"{errors} errors, {others} warnings and notes.",
        quiet=quiet or as_json,
    )
    if errors:
        raise typer.Exit(FAULT)
