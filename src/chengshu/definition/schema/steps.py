"""The options of the pipeline's steps, as written in the pipeline and in overrides."""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any

from pydantic import Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic_core import CoreSchema, core_schema

from chengshu.definition.blocks import Block, blank
from chengshu.definition.schema.entry import Entry
from chengshu.definition.schema.scalars import (
    Bare,
    BareText,
    Flag,
    Id,
    Number,
    Period,
    Positive,
    Range,
    Share,
    Whole,
    choice,
    refuse,
)
from chengshu.model import (
    Aggregator,
    Imputer,
    Normaliser,
    ScreenCount,
    Text,
    Ties,
    Transformation,
    Treatment,
    Weigher,
)

OFF = "none"


def words_of(kind: type[Enum], *others: str) -> tuple[str, ...]:
    """The words of an enumeration, then `others`."""
    return (*(str(member.value) for member in kind), *others)


IMPUTERS = words_of(Imputer, OFF)
TREATMENTS = words_of(Treatment, OFF)
TRANSFORMATIONS = words_of(Transformation, OFF)
NORMALISERS = words_of(Normaliser, OFF)
WEIGHERS = words_of(Weigher)
AGGREGATORS = words_of(Aggregator)

METHODS = {
    "impute": IMPUTERS,
    "treat": TREATMENTS,
    "transform": TRANSFORMATIONS,
    "normalise": NORMALISERS,
    "weigh": WEIGHERS,
    "aggregate": AGGREGATORS,
}
"""The methods of each step that has them."""

Why = Annotated[BareText | None, Field(description="why this method, with its source / 选用依据与出处")]


def _shape(value: object) -> str:
    return "<mapping>" if isinstance(value, Block | dict) else "<word>"


class BaseScope(Entry):
    """Statistics of one period, used for all (以某一时期为基期)."""

    base: Annotated[Period, Field(description="the base period / 基期")]


class LeastShare(Entry):
    """The share of children with a score that a node needs (节点所需的有分下级比例)."""

    share: Annotated[Share, Field(description="0 to 1 / 0 与 1 之间")]


_Scope = Annotated[
    Annotated[Annotated[str, choice(("pooled", "period"), also="{base: 2019}")], Tag("<word>")]
    | Annotated[BaseScope, Tag("<mapping>")],
    Discriminator(_shape),
]
_Missing = Annotated[
    Annotated[Annotated[str, choice(("skip", "require"), also="{share: 0.5}")], Tag("<word>")]
    | Annotated[LeastShare, Tag("<mapping>")],
    Discriminator(_shape),
]
Scope = Annotated[
    _Scope | None,
    Field(description="pooled, period or {base: 2019} / 统计口径：跨期合并、逐期或以某期为基期"),
]
Missing = Annotated[
    _Missing | None,
    Field(
        description="children missing: skip, require or {share: 0.5} / 下级缺失时：跳过、必须齐全或达到比例"
    ),
]


class NoOptions(Entry):
    """A step without options (没有选项的步骤)."""


class ScreenOptions(Entry):
    """Which units have enough data (数据充分性筛选)."""

    require: Annotated[Share, Field(description="least share of indicators with data / 有数据指标的最低比例")]
    count: Annotated[
        Annotated[str, choice(words_of(ScreenCount))],
        Field(
            description="filled counts imputed cells, observed does not / filled 含插补值，observed 只计实测值"
        ),
    ] = "filled"
    reference: Why = None


class ImputeOptions(Entry):
    """How blank cells are filled (缺失值插补)."""

    method: Annotated[Annotated[str, choice(IMPUTERS)] | None, Field(description="the method / 方法")] = None
    by: Annotated[Id | None, Field(description="grouping column of units.csv / units.csv 中的分组列")] = None
    scope: Scope = None
    reference: Why = None


class TreatOptions(Entry):
    """How outliers are drawn in (异常值处理)."""

    method: Annotated[Annotated[str, choice(TREATMENTS)] | None, Field(description="the method / 方法")] = (
        None
    )
    skew: Annotated[Positive | None, Field(description="bound of |skewness| / 偏度绝对值的界")] = None
    kurtosis: Annotated[Positive | None, Field(description="bound of kurtosis / 峰度的界")] = None
    max_points: Annotated[Whole | None, Field(description="most points drawn in / 最多处理的点数")] = None
    otherwise: Annotated[
        Annotated[str, choice((Treatment.LOG_CT.value, Treatment.LOG_CT_ORIG.value, OFF))] | None,
        Field(description="what is done where winsorising does not do / 缩尾仍不够时的方法"),
    ] = None
    scope: Scope = None
    reference: Why = None


class ShiftOptions(Entry):
    """What a transform adds first (变换前的平移)."""

    shift: Annotated[Number | None, Field(description="added before the transform / 变换前加上的数")] = None


class TransformOptions(Entry):
    """An indicator's own change of scale (指标自身的变换)."""

    method: Annotated[
        Annotated[str, choice(TRANSFORMATIONS)] | None, Field(description="the method / 方法")
    ] = None
    shift: Annotated[Number | None, Field(description="added before the transform / 变换前加上的数")] = None
    log: Annotated[ShiftOptions | None, Field(description="{log: {shift: s}} / 对数")] = None
    log1p: Annotated[ShiftOptions | None, Field(description="{log1p: {shift: s}} / log(1+x)")] = None
    sqrt: Annotated[ShiftOptions | None, Field(description="{sqrt: {shift: s}} / 平方根")] = None
    reference: Why = None


class NormaliseOptions(Entry):
    """How indicators are brought to one scale (无量纲化)."""

    method: Annotated[Annotated[str, choice(NORMALISERS)] | None, Field(description="the method / 方法")] = (
        None
    )
    to: Annotated[
        Range | None, Field(description="target range, by default scale / 目标区间，默认同 scale")
    ] = None
    low: Annotated[Number | None, Field(description="lower goalpost in raw units / 下限（原单位）")] = None
    high: Annotated[Number | None, Field(description="upper goalpost in raw units / 上限（原单位）")] = None
    clip: Annotated[
        Flag | None, Field(description="whether values outside are drawn to the goalposts / 超限是否截断")
    ] = None
    mean: Annotated[Number | None, Field(description="target mean of zscore / zscore 的目标均值")] = None
    sd: Annotated[Positive | None, Field(description="target deviation of zscore / zscore 的目标标准差")] = (
        None
    )
    scope: Scope = None
    reference: Why = None


class WeighOptions(Entry):
    """Where weights come from (权重来源)."""

    method: Annotated[Annotated[str, choice(WEIGHERS)] | None, Field(description="the method / 方法")] = None
    reference: Why = None


class AggregateOptions(Entry):
    """How children make up their parent (汇总方法)."""

    method: Annotated[Annotated[str, choice(AGGREGATORS)] | None, Field(description="the method / 方法")] = (
        None
    )
    missing: Missing = None
    zero: Annotated[
        Annotated[str, choice(("allow", "refuse"))] | None,
        Field(description="whether a zero may make the result zero / 是否允许零值使结果为零"),
    ] = None
    reference: Why = None


class RankOptions(Entry):
    """How scores are ranked (排名规则)."""

    ties: Annotated[Annotated[str, choice(words_of(Ties))], Field(description="equal scores / 并列规则")] = (
        "min"
    )
    decimals: Annotated[Whole | None, Field(description="rounding before ranking / 排名前的取整位数")] = None
    reference: Why = None


Impute = Annotated[ImputeOptions, Bare("method", IMPUTERS)]
Treat = Annotated[TreatOptions, Bare("method", TREATMENTS)]
Transform = Annotated[TransformOptions, Bare("method", TRANSFORMATIONS)]
Normalise = Annotated[NormaliseOptions, Bare("method", NORMALISERS)]
Weigh = Annotated[WeighOptions, Bare("method", WEIGHERS)]
Aggregate = Annotated[AggregateOptions, Bare("method", AGGREGATORS)]


class _OneStep:
    """Reads one item of the pipeline: a bare word, or one word with its options."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._mapping, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        options = {"minProperties": 1, "maxProperties": 1}
        return {"anyOf": [{"enum": list(StepEntry.model_fields)}, {"allOf": [handler(schema), options]}]}

    def _mapping(self, value: object) -> object:
        if isinstance(value, str) and not blank(value):
            return {value: {}}
        if not isinstance(value, Mapping):
            return value
        if len(value) != 1:
            refuse(
                "several_steps",
                Text("每项一个步骤", "one step in each item"),
                Text("请每个步骤各起一行“- ”。", "Begin each step with '- ' of its own."),
                Text("、".join(value) or "空的一项", ", ".join(value) or "none"),
            )
        return {key: {} if blank(item) else item for key, item in value.items()}


class StepEntry(Entry):
    """One step with its options (一个步骤及其选项)."""

    denominate: Annotated[NoOptions | None, Field(description="divide by denominators / 除以分母")] = None
    screen: Annotated[
        ScreenOptions | None, Field(description="leave out units with little data / 剔除数据不足的单位")
    ] = None
    impute: Annotated[Impute | None, Field(description="fill blank cells / 插补缺失值")] = None
    treat: Annotated[Treat | None, Field(description="draw in outliers / 处理异常值")] = None
    transform: Annotated[
        NoOptions | None, Field(description="apply each indicator's transform / 施行各指标的变换")
    ] = None
    normalise: Annotated[Normalise | None, Field(description="bring to one scale / 无量纲化")] = None
    weigh: Annotated[Weigh | None, Field(description="set weights / 赋权")] = None
    aggregate: Annotated[Aggregate | None, Field(description="make up scores / 汇总得分")] = None
    rank: Annotated[RankOptions | None, Field(description="rank scores / 排名")] = None


PipelineItem = Annotated[StepEntry, _OneStep()]
