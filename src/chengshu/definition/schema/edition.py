"""The raw edition.yaml."""

from typing import Annotated, Any

from pydantic import Field

from chengshu.definition.schema.chapters import ChaptersEntry
from chengshu.definition.schema.entry import Entry
from chengshu.definition.schema.scalars import (
    Id,
    Number,
    Period,
    Range,
    Span,
    TextEntry,
    Word,
    choice,
    pattern,
)
from chengshu.definition.schema.steps import PipelineItem, words_of
from chengshu.definition.schema.tree import ContextEntry, NodeEntry
from chengshu.model import BandMethod, Text

UNIT_KINDS = ("city", "county", "district", "country")

_CODES = Text("gbt2260/YYYY", "gbt2260/YYYY")
_CODES_REMEDY = Text("请写明年份，如 gbt2260/2020。", "Name the year, such as gbt2260/2020.")


class BandEntry(Entry):
    """One tier (一个梯队)."""

    id: Annotated[Id, Field(description="id / 编号")]
    name: Annotated[TextEntry, Field(description="name / 名称")]
    above: Annotated[
        Number | None, Field(description="scores above this, itself excluded / 高于此分（不含）")
    ] = None
    start: Annotated[
        Number | None, Field(alias="from", description="scores from this, itself included / 不低于此分（含）")
    ] = None


class TiersEntry(Entry):
    """The tiers, best first (梯队，由高到低)."""

    method: Annotated[
        Annotated[str, choice(words_of(BandMethod))],
        Field(description="thresholds, quantile or jenks / 分档方法"),
    ]
    bands: Annotated[list[BandEntry], Field(description="the tiers, best first / 各梯队，由高到低")]


class ScenarioEntry(Entry):
    """A scenario whose cells are in scenarios/<id>.csv (情景，数据在 scenarios/<id>.csv)."""

    id: Annotated[Id, Field(description="id, also the name of the file / 编号，即文件名")]
    name: Annotated[TextEntry, Field(description="name / 名称")]


class EditionFile(Entry):
    """The definition of one edition (一个版本的定义)."""

    id: Annotated[Id, Field(description="id of the edition / 版本编号")]
    title: Annotated[TextEntry, Field(description="title / 标题")]
    description: Annotated[TextEntry | None, Field(description="what it is about / 说明")] = None
    notice: Annotated[TextEntry | None, Field(description="standing line on every page / 每页常显的提示")] = (
        None
    )
    as_of: Annotated[
        Span | None, Field(description="date or first/last date of the data / 数据日期或起止日期")
    ] = None
    codes: Annotated[
        Annotated[str, pattern("bad_codes", r"gbt2260/\d{4}", _CODES, _CODES_REMEDY)] | None,
        Field(description="code list and year, such as gbt2260/2020 / 行政区划代码及年份"),
    ] = None
    unit_kind: Annotated[Annotated[str, choice(UNIT_KINDS)], Field(description="kind of unit / 单位类型")] = (
        "city"
    )
    companions: Annotated[
        list[Id] | None, Field(description="editions published beside it / 并列发布的版本")
    ] = None
    map_approval: Annotated[Word | None, Field(description="approval number of maps / 审图号")] = None
    scale: Annotated[Range | None, Field(description="range of scores, by default [0, 100] / 得分区间")] = (
        None
    )
    pipeline: Annotated[
        list[PipelineItem] | None, Field(description="steps, in the order of work / 步骤，按执行次序")
    ] = None
    index: Annotated[NodeEntry | None, Field(description="the top node / 总指数")] = None
    context: Annotated[
        list[ContextEntry] | None, Field(description="variables carried, not scored / 背景变量")
    ] = None
    tiers: Annotated[TiersEntry | None, Field(description="tiers / 梯队")] = None
    scenarios: Annotated[list[ScenarioEntry] | None, Field(description="scenarios / 情景")] = None
    aggregates_only: Annotated[
        list[Period] | None,
        Field(description="periods of which no unit's row is shown / 只发布汇总结果的时期"),
    ] = None
    chapters: Annotated[
        ChaptersEntry | None, Field(description="what each chapter binds to / 各章节的绑定")
    ] = None
    uncertainty: Annotated[
        dict[str, Any] | None, Field(description="kept for stress runs / 供稳健性分析使用")
    ] = None
