"""What the entries of sources, clusters, cases and published lines must hold to."""

from collections.abc import Iterator

from chengshu.definition.blocks import Items
from chengshu.definition.checks import walk
from chengshu.definition.checks.ids import repeated
from chengshu.definition.places import Spot
from chengshu.definition.problems import missing_key
from chengshu.definition.wording import NOTHING, error, shown, write_instead
from chengshu.model import Issue, Text

_YEAR = 4
_COMPARED = 20  # memberships of one unit in one cluster that a later one is held against


def check_sources(sources: Spot, edition: Spot) -> Iterator[Issue]:
    """Issues of sources: package or dataset, a period for values, values that the edition knows and no other yields."""
    yield from repeated(sources.items())
    known = walk.columns(edition)
    yielded: dict[tuple[str, str], Spot] = {}
    for entry in sources.items():
        yield from _one_origin(entry)
        if entry["values"].names and "period" not in entry:
            yield missing_key(entry["period"].where, "period")
        for name in entry["values"].names:
            spot = entry["values"][name]
            if known is not None and name not in known:
                remedy = write_instead(name, known, _ADD_COLUMN)
                yield error(
                    "unknown_indicator", spot.where, expected=_COLUMN, found=shown(name), remedy=remedy
                )
            former = yielded.setdefault((name, entry["period"].word), spot)
            if former is not spot:
                found = Text(
                    f"第 {former.where.line} 行已有同一时期的取值",
                    f"values of that period from line {former.where.line}",
                )
                yield error("yielded_twice", spot.where, expected=_ONE_SOURCE, found=found, remedy=_CHOOSE)


def _one_origin(entry: Spot) -> Iterator[Issue]:
    written = [key for key in ("package", "dataset") if key in entry]
    if entry.names and len(written) != 1:
        found = Text("两者都写了", "both") if written else Text("两者皆无", "neither")
        yield error("source_origin", entry.where, expected=_ORIGIN, found=found)


def check_clusters(clusters: Spot) -> Iterator[Issue]:
    """Issues of clusters: ids, members, dates."""
    yield from repeated(clusters.items())
    for cluster in clusters.items():
        members = tuple(cluster["members"].items())
        if isinstance(cluster["members"].value, Items) and not members:
            yield error("no_members", cluster["members"].where, expected=_MEMBER, found=NOTHING)
        by_code: dict[str, list[Spot]] = {}
        for member in members:
            yield from _span(member)
            former = by_code.setdefault(member["code"].word, [])
            yield from _twice(member, former[-_COMPARED:])
            former.append(member)


def _span(member: Spot) -> Iterator[Issue]:
    start, end = member["from"].word, member["to"].word
    if start and end and not _until(start, end):
        expected = Text(f"不早于 {start} 的日期", f"a date not before {start}")
        yield error("dates_reversed", member["to"].where, expected=expected, found=shown(member["to"].value))


def _twice(member: Spot, former: list[Spot]) -> Iterator[Issue]:
    for other in former:
        if member["code"].word and _overlap(member, other):
            line = other.where.line
            found = Text(f"第 {line} 行已有，且日期重叠", f"the same in line {line}, with dates that overlap")
            yield error("repeated_member", member.where, expected=_EACH_ONCE, found=found)


def _overlap(one: Spot, two: Spot) -> bool:
    return not (_ended(one, two) or _ended(two, one))


def _ended(one: Spot, two: Spot) -> bool:
    end, start = one["to"].word, two["from"].word
    return bool(end and start) and _until(end, start)


def _until(first: str, last: str) -> bool:
    """Whether a date is not after another, as far as both are precise."""
    length = _YEAR if "Q" in first + last else min(len(first), len(last))
    return first[:length] <= last[:length]


def check_cases(cases: Spot) -> Iterator[Issue]:
    """Issues of cases."""
    yield from repeated(cases.items())


def check_published(published: Spot) -> Iterator[Issue]:
    """Issues of published lines: ids, and a printed figure where one is claimed."""
    yield from repeated(published.items())
    for line in published.items():
        if line["kind"].word in {"number", "count"} and "printed" not in line:
            yield missing_key(line["printed"].where, "printed")


_ORIGIN = Text("package 与 dataset 二者之一", "one of package and dataset")
_COLUMN = Text(
    "edition.yaml 中指标或背景变量的编号", "the id of an indicator or context item of edition.yaml"
)
_ADD_COLUMN = Text("请改正编号，或在 edition.yaml 中加上它。", "Correct the id, or add it to edition.yaml.")
_ONE_SOURCE = Text("每项指标每一时期一个来源", "one source for an indicator in a period")
_CHOOSE = Text("请只保留其一。", "Keep one of them.")
_MEMBER = Text("至少一个成员", "at least one member")
_EACH_ONCE = Text("同一日期内每个代码一次", "a code once at any date")
