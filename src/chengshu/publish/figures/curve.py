"""The sorted curve of all scores with the tiers behind it: the wave."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chengshu.model import LANGUAGES, Edition, Figure, Language, Text
from chengshu.publish.content import Group, Ranking, Standing, read_sources
from chengshu.publish.figures.dress import dressed
from chengshu.publish.marks import ILLUSTRATIVE_MARK, STATUS_WORDS
from chengshu.publish.names import counted, shortened
from chengshu.publish.numbers import decimal, period_name
from chengshu.publish.released import illustrative, score_status
from chengshu.publish.render import NARROW

if TYPE_CHECKING:
    import altair as alt

_HEIGHT = 300
_LABEL, _LETTER = 15, 7  # pixels: a label's height, and half a 汉字 of it
_ROOM = 1.16  # of the range, so that the first label stays inside
_MOST_DRAWN = 1000
_SOURCE_LIMIT = 120
_TICKS = 7

Record = dict[str, Any]


def curve(edition: Edition, ranking: Ranking, groups: tuple[Group, ...]) -> Figure | None:
    """The figure of all scores of a period, best first, filled in the colours of the tiers.

    None where no unit has a score. Beyond a thousand units some are left out of the drawing, none of the
    table; the ends of every tier are always drawn.
    """
    scored = ranking.scored
    if not scored:
        return None
    ends = ranking.axis(edition.framework.scale)
    labels = _labels(scored, groups, ends)
    title = edition.framework.index.name if edition.framework.index else edition.framework.title
    strings = _strings(edition, ranking, groups)
    return Figure(
        name="curve",
        title=Text(*(_title(title, language) for language in LANGUAGES)),
        caption=strings["subtitle"],
        alt=Text(*(_alt(ranking, groups, edition.framework.unit_kind, language) for language in LANGUAGES)),
        specification=_specification(_outline(scored, ends[0]), labels, ends, len(scored), len(groups)),
        columns={
            "place": Text("序", "Order"),
            "unit": Text("代码", "Code"),
            "name_zh": Text("名称", "Name in Chinese"),
            "name_en": Text("英文名称", "Name in English"),
            "rank": Text("名次", "Rank"),
            "score": Text("得分", "Score"),
            "tier_zh": Text("分组", "Group in Chinese"),
            "tier_en": Text("分组（英文）", "Group in English"),
            "status": Text("数据状态", "Status"),
        },
        rows=tuple(_row(place, row, groups) for place, row in enumerate(scored, start=1)),
        strings=strings,
    )


def _row(place: int, row: Standing, groups: tuple[Group, ...]) -> Mapping[str, Any]:
    tier = groups[row.band].name if groups and row.band >= 0 else Text()
    return {
        "place": place,
        "unit": row.unit.code,
        "name_zh": row.unit.name.zh,
        "name_en": row.unit.name.en,
        "rank": row.rank,
        "score": row.score,
        "tier_zh": tier.zh,
        "tier_en": tier.en,
        "status": row.status.label,
    }


def _title(index: Text, language: Language) -> str:
    name = shortened(index.get(language), 40)
    return f"{name}：得分由高到低" if language == "zh" else f"{name}: all scores, best first"


def _strings(edition: Edition, ranking: Ranking, groups: tuple[Group, ...]) -> dict[str, Text]:
    index = edition.framework.index
    name = index.name if index else Text()
    status = score_status([row.status for row in ranking.scored])
    names = [source.name for source in read_sources(edition)]

    def subtitle(language: Language) -> str:
        words = (
            period_name(ranking.period, language),
            f"n = {len(ranking.scored)}",
            STATUS_WORDS[status].get(language),
        )
        return " · ".join(words)

    def source(language: Language) -> str:
        listed = [shortened(each.get(language), _SOURCE_LIMIT) for each in names]
        if not listed:
            return ""
        return f"来源：{'；'.join(listed)}。" if language == "zh" else f"Sources: {'; '.join(listed)}."

    strings = {
        "title": Text(*(_title(name, language) for language in LANGUAGES)),
        "subtitle": Text(*(subtitle(language) for language in LANGUAGES)),
        "source": Text(*(source(language) for language in LANGUAGES)),
        "order": Text("位次（由高到低）", "Place, best first"),
        "score": Text("得分", "Score"),
        "mark": ILLUSTRATIVE_MARK if illustrative(edition) else Text(),
    }
    for place, group in enumerate(groups):
        strings[f"tier{place}"] = Text(*(_tier(group, language) for language in LANGUAGES))
    return strings


def _tier(group: Group, language: Language) -> str:
    return f"{shortened(group.name.get(language), 16)} {group.count}"


def _alt(ranking: Ranking, groups: tuple[Group, ...], kind: str, language: Language) -> str:
    scored, places = ranking.scored, ranking.decimals
    best, middle, least = (decimal(scored[at].score, places) for at in (0, len(scored) // 2, -1))
    tiers = [_tier(group, language) for group in groups]
    if language == "zh":
        told = f"；各组数量：{'、'.join(tiers)}" if tiers else ""
        return (
            f"{counted(len(scored), kind, 'zh')}的得分由高到低：最高{best}，居中{middle}，最低{least}{told}。"
        )
    told = f"; groups: {', '.join(tiers)}" if tiers else ""
    many = counted(len(scored), kind, "en")
    return f"Scores of {many}, best first: highest {best}, in the middle {middle}, lowest {least}{told}."


def _outline(scored: tuple[Standing, ...], base: float) -> list[Record]:
    stride = math.ceil(len(scored) / _MOST_DRAWN)
    last = len(scored) - 1
    kept = [
        at
        for at, row in enumerate(scored)
        if at % stride == 0
        or at == last
        or row.band != scored[at - 1].band
        or row.band != scored[at + 1].band
    ]
    records: list[Record] = []
    for at, following in zip(kept, [*kept[1:], len(scored)], strict=True):
        row = scored[at]
        colour = f"{{{{colour.band{max(row.band, 0)}}}}}"
        drawn = {"y": row.score, "base": base, "band": row.band, "colour": colour}
        records.extend(({"x": at + 0.5, **drawn}, {"x": following + 0.5, **drawn}))
    return records


def _labels(
    scored: tuple[Standing, ...], groups: tuple[Group, ...], ends: tuple[float, float]
) -> list[Record]:
    """The tiers' names where each begins on the curve, raised where two would touch in the narrow figure."""
    point = (ends[1] - ends[0]) * _ROOM / _HEIGHT
    starts: dict[int, int] = {}
    for at, row in enumerate(scored):
        starts.setdefault(row.band, at)
    labels: list[Record] = []
    for band in sorted((band for band in starts if 0 <= band < len(groups)), reverse=True):
        at = starts[band]
        height = scored[at].score + 6 * point
        if labels:
            right = labels[-1]
            width = _LETTER * max(2 * len(_tier(groups[band], "zh")), len(_tier(groups[band], "en")))
            if (right["x"] - at) * NARROW / len(scored) < width:
                height = max(height, right["height"] + _LABEL * point)
        label = f"{{{{tier{band}}}}}"
        labels.append({"x": at + 0.5, "y": scored[at].score, "height": height, "label": label})
    return labels


def _places(count: int) -> list[int]:
    step = next(
        each * 10**power for power in range(9) for each in (1, 2, 5) if count / (each * 10**power) <= _TICKS
    )
    return [1, *range(step, count + 1, step)] if step > 1 else list(range(1, count + 1))


def _specification(
    outline: list[Record], labels: list[Record], ends: tuple[float, float], count: int, bands: int
) -> Mapping[str, Any]:
    import altair as alt

    x_axis = alt.Axis(
        values=_places(count), format="d", labelAngle=0, title="{{order}}", grid=False, tickSize=4
    )
    x = alt.X("x:Q", axis=x_axis, scale=alt.Scale(domain=[0.5, count + 0.5], nice=False))
    y = _upright("y:Q", ends)
    body = alt.Chart({"values": outline})
    named = alt.Chart({"values": labels})
    area = body.mark_area().encode(
        x=x, y=y, y2="base:Q", detail="band:N", color=alt.Color("colour:N", scale=None, legend=None)
    )
    line = body.mark_line(color="{{colour.ink}}", strokeWidth=1.25, strokeJoin="miter").encode(x=x, y=y)
    rule = named.mark_rule(color="{{colour.muted}}", strokeWidth=1).encode(x=x, y=y, y2="height:Q")
    text = named.mark_text(align="left", baseline="bottom", dx=0, dy=-1, fontSize=12, color="{{colour.ink}}")
    layers = [area, line, rule, text.encode(x=x, y=_upright("height:Q", ends), text="label:N")]
    chart = alt.layer(*layers).properties(width=100, height=_HEIGHT)
    return dressed(chart.to_dict(), _HEIGHT, bands)


def _upright(field: str, ends: tuple[float, float]) -> "alt.Y":
    import altair as alt

    low, high = ends
    axis = alt.Axis(
        values=[low + (high - low) * part / 5 for part in range(6)],
        labelAngle=0,
        title="{{score}}",
        titleAngle=0,
        titleAlign="right",
        titleX=-6,
        titleY=2,
        domain=False,
        ticks=False,
    )
    return alt.Y(field, axis=axis, scale=alt.Scale(domain=[low, low + (high - low) * _ROOM], nice=False))
