"""What `build` and `publish` print when they are done."""

import typer

from chengshu.entrypoints.cli.terminal import issue_record, language, print_table, say, say_json, tell_issues
from chengshu.model import LANGUAGES, Language, PublicationSummary, Severity, Text
from chengshu.workflow import Outcome

_HEADINGS = {
    "leading": Text("前列单位", "Leading units"),
    "tiers": Text("各组", "Groups"),
    "unplaced": Text("无法归入任何单位的记录", "Records that belong to no unit"),
}


def report(outcome: Outcome, *, as_json: bool, quiet: bool) -> None:
    """Print what was found and where it is: tables for people, one JSON object for programs."""
    if as_json:
        say_json(_record(outcome))
        return
    said = [issue for issue in outcome.issues if issue.severity is not Severity.NOTE]
    tell_issues(said, as_json=False)
    if quiet:
        return
    chosen = language()
    summary = outcome.summary(chosen)
    typer.echo(f"\n{summary.title}")
    if summary.mark:
        typer.secho(summary.mark, fg="yellow")
    _print_summary(summary, chosen)
    _tell_files(outcome)


def _print_summary(summary: PublicationSummary, chosen: Language) -> None:
    rank, name, score, tier = (
        ("名次", "名称", "得分", "组") if chosen == "zh" else ("rank", "name", "score", "group")
    )
    if summary.leading:
        tied = "（并列）" if chosen == "zh" else " ="
        rows = [
            (
                f"{unit.rank:g}{tied if unit.tied else ''}",
                unit.name,
                f"{unit.score:.{summary.decimals}f}",
                unit.tier,
            )
            for unit in summary.leading
        ]
        period = f"{_HEADINGS['leading'].get(chosen)} {summary.period}"
        print_table(period, (rank, name, score, tier), rows)
    if summary.tiers:
        count, share = ("数量", "占比") if chosen == "zh" else ("units", "share")
        counts = [(each.name, f"{each.count}", f"{each.share:.1%}") for each in summary.tiers]
        print_table(_HEADINGS["tiers"].get(chosen), (tier, count, share), counts)
    if summary.unplaced:
        heads = (
            ("来源", "计量", "未归入", "全部", "占比")
            if chosen == "zh"
            else ("source", "measure", "unplaced", "all", "share")
        )
        records = [
            (each.source, each.measure, f"{each.count:,.0f}", f"{each.total:,.0f}", f"{each.share:.2%}")
            for each in summary.unplaced
        ]
        print_table(_HEADINGS["unplaced"].get(chosen), heads, records)


def _tell_files(outcome: Outcome) -> None:
    run = outcome.run
    scored, units = outcome.summary("en").scored, outcome.summary("en").units
    say(f"{units}个单位，{scored}个有得分。", f"{units} units, {scored} of them with a score.")
    if outcome.hits:
        steps = ", ".join(outcome.hits)
        say(f"取自此前的计算：{steps}。", f"From the store, not computed again: {steps}.")
    if run.reused:
        say(
            "同样的输出已经存在，未重新写入。",
            "The same output is there already; nothing was written anew.",
        )
    page = run.path / "index.html"
    shown = page if page.is_file() else run.path / "data"
    say(f"输出：{shown}", f"Written to {shown}")


def _record(outcome: Outcome) -> dict[str, object]:
    edition = outcome.built.edition
    return {
        "edition": edition.framework.id,
        "edition_hash": edition.hash,
        "run": outcome.run.folder.name,
        "out": str(outcome.run.path),
        "reused": outcome.run.reused,
        "store_hits": list(outcome.hits),
        "illustrative": edition.panel.illustrative,
        "issues": [issue_record(issue) for issue in outcome.issues],
        "summary": {language: _summary_record(outcome.summary(language)) for language in LANGUAGES},
    }


def _summary_record(summary: PublicationSummary) -> dict[str, object]:
    return {
        "title": summary.title,
        "mark": summary.mark,
        "period": summary.period,
        "units": summary.units,
        "scored": summary.scored,
        "leading": [
            {"rank": unit.rank, "tied": unit.tied, "unit": unit.code, "name": unit.name, "score": unit.score}
            for unit in summary.leading
        ],
        "tiers": [{"name": each.name, "count": each.count, "share": each.share} for each in summary.tiers],
        "unplaced": [
            {"source": each.source, "measure": each.measure, "count": each.count, "total": each.total}
            for each in summary.unplaced
        ],
    }
