"""The tree of an index: nodes, indicators with their levels, and the context beside it."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from chengshu.definition.blocks import Block
from chengshu.definition.schema.entry import Entry
from chengshu.definition.schema.scalars import (
    BareText,
    Id,
    Number,
    Period,
    Positive,
    TextEntry,
    number,
)
from chengshu.definition.schema.scalars import choice as choice_of
from chengshu.definition.schema.steps import (
    Aggregate,
    Impute,
    Normalise,
    Transform,
    Treat,
    Weigh,
    words_of,
)
from chengshu.model import Direction, Origin, Text


def _shape(value: object) -> str:
    return "<mapping>" if isinstance(value, Block | dict) else "<number>"


_AMOUNT = Text("0 或更大的数，或 {时期: 数}", "a number of 0 or more, or {period: number}")
Amount = Annotated[float, number("bad_weight", _AMOUNT, lambda found: found >= 0, minimum=0)]
WeightValue = Annotated[
    Annotated[Amount, Tag("<number>")] | Annotated[dict[Period, Amount], Tag("<mapping>")],
    Discriminator(_shape),
]


class LevelEntry(Entry):
    """One level of a graded indicator (等级指标的一个等级)."""

    score: Annotated[Number, Field(description="score on the scale / 该等级的得分")]
    name: Annotated[TextEntry | None, Field(description="name / 名称")] = None
    rubric: Annotated[TextEntry | None, Field(description="when the level is given / 评定标准")] = None


_SCORE = Text("得分，或 {score: …, name: …, rubric: …}", "a score, or {score: …, name: …, rubric: …}")
LevelScore = Annotated[float, number("bad_level", _SCORE, lambda _: True)]
LevelValue = Annotated[
    Annotated[LevelScore, Tag("<number>")] | Annotated[LevelEntry, Tag("<mapping>")],
    Discriminator(_shape),
]


class DenominatorEntry(Entry):
    """What a value is divided by (分母)."""

    by: Annotated[Id, Field(description="id of a context item or indicator / 背景变量或指标的编号")]
    per: Annotated[Positive, Field(description="multiplier, such as 10000 / 乘数，如每万人取 10000")] = 1.0


class Described(Entry):
    """What nodes, indicators and context items have in common (公共键)."""

    id: Annotated[Id, Field(description="unique id / 唯一编号")]
    name: Annotated[TextEntry, Field(description="name / 名称")]
    definition: Annotated[TextEntry | None, Field(description="what it measures / 定义")] = None
    reference: Annotated[BareText | None, Field(description="source of the definition / 出处")] = None


class Weighted(Described):
    """What nodes and indicators have in common (节点与指标的公共键)."""

    origin: Annotated[
        Annotated[str, choice_of(words_of(Origin))] | None,
        Field(
            description="confirmed: the source document's own; proposed: this project's / 原指标或本项目拟定"
        ),
    ] = None
    weight: Annotated[
        WeightValue, Field(description="0 or more, or {period: weight} / 权重，0 或更大，可分时期")
    ] = 1.0
    direction: Annotated[
        Annotated[str, choice_of(words_of(Direction))],
        Field(description="whether more is better / 正向或负向"),
    ] = "positive"
    impute: Annotated[Impute | None, Field(description="override of the step / 覆盖插补")] = None
    treat: Annotated[Treat | None, Field(description="override of the step / 覆盖异常值处理")] = None
    transform: Annotated[Transform | None, Field(description="change of scale / 变换")] = None
    normalise: Annotated[Normalise | None, Field(description="override of the step / 覆盖无量纲化")] = None


class IndicatorEntry(Weighted):
    """A scored indicator (计分指标)."""

    unit: Annotated[BareText | None, Field(description="unit of measurement / 计量单位")] = None
    denominator: Annotated[DenominatorEntry | None, Field(description="divide by / 分母")] = None
    levels: Annotated[
        dict[Id, LevelValue] | None, Field(description="level id: score, for graded indicators / 等级: 得分")
    ] = None
    adopted: Annotated[
        list[Id] | None, Field(description="levels that count as adopted / 计为已采用的等级")
    ] = None


class NodeEntry(Weighted):
    """A node: children or indicators below it, never both (节点：下设子节点或指标，二者取一)."""

    weigh: Annotated[Weigh | None, Field(description="override for this node alone / 仅对本节点覆盖赋权")] = (
        None
    )
    aggregate: Annotated[
        Aggregate | None, Field(description="override for this node alone / 仅对本节点覆盖汇总")
    ] = None
    children: Annotated[list["NodeEntry"] | None, Field(description="nodes below / 子节点")] = None
    indicators: Annotated[list[IndicatorEntry] | None, Field(description="indicators below / 指标")] = None


class ContextEntry(Described):
    """A variable that is carried and shown, not scored (不计分的背景变量)."""

    unit: Annotated[BareText | None, Field(description="unit of measurement / 计量单位")] = None
    denominator: Annotated[DenominatorEntry | None, Field(description="shown per this / 展示时的分母")] = None
