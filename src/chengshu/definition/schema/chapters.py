"""The chapters that an edition can bind, and the keys of each: the one table of them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from chengshu.definition.blocks import blank
from chengshu.definition.schema.entry import Entry
from chengshu.definition.schema.scalars import Id, Period, Range


class EmptyChapter(Entry):
    """A chapter that needs no binding (无需绑定的章节)."""


class RegionsChapter(Entry):
    """Regions and city clusters (区域与城市群)."""

    clusters: Annotated[Id, Field(description="plan of clusters.yaml / clusters.yaml 中的规划编号")]
    weight: Annotated[Id, Field(description="equal or the id of a context item / equal 或背景变量编号")] = (
        "equal"
    )


class StagesChapter(Entry):
    """The matrix of stages (发展阶段矩阵)."""

    rows: Annotated[Id, Field(description="node of the rows / 行所用节点")]
    columns: Annotated[Id, Field(description="node of the columns / 列所用节点")]
    cut: Annotated[Range, Field(description="the two cuts / 两个分界值")]


class ScoreBinding(Entry):
    """A score of this or another edition (本版本或其他版本的得分)."""

    edition: Annotated[Id, Field(description="edition / 版本编号")]
    node: Annotated[Id, Field(description="node / 节点编号")]
    period: Annotated[Period, Field(description="period / 时期")]


class EpidemicChapter(Entry):
    """The epidemic special (疫情专题)."""

    series: Annotated[Id, Field(description="series of sources.yaml / sources.yaml 中的序列")]
    score: Annotated[ScoreBinding, Field(description="the score it is set against / 所对照的得分")]


class AdoptionChapter(Entry):
    """Adoption of graded indicators (等级指标的采用率)."""

    indicators: Annotated[
        list[Id] | None, Field(description="graded indicators, all by default / 等级指标，默认全部")
    ] = None


class InfrastructureChapter(Entry):
    """New infrastructure (新型基础设施)."""

    node: Annotated[Id | None, Field(description="node of infrastructure / 基础设施节点")] = None


def _bare(value: object) -> Any:
    return {} if blank(value) else value


_Empty = Annotated[EmptyChapter, BeforeValidator(_bare)]
_Infrastructure = Annotated[InfrastructureChapter, BeforeValidator(_bare)]
_Adoption = Annotated[AdoptionChapter, BeforeValidator(_bare)]


class ChaptersEntry(Entry):
    """What each chapter binds to (各章节的绑定)."""

    sample: Annotated[_Empty | None, Field(description="sample, scope and change / 样本与变化")] = None
    tiers: Annotated[_Empty | None, Field(description="tiers / 梯队")] = None
    growth: Annotated[_Empty | None, Field(description="growth by tier / 各梯队增长")] = None
    epidemic: Annotated[EpidemicChapter | None, Field(description="epidemic / 疫情专题")] = None
    cases: Annotated[_Empty | None, Field(description="case library / 案例库")] = None
    infrastructure: Annotated[_Infrastructure | None, Field(description="infrastructure / 新基建")] = None
    adoption: Annotated[_Adoption | None, Field(description="adoption rates / 采用率")] = None
    regions: Annotated[RegionsChapter | None, Field(description="regions / 区域")] = None
    stages: Annotated[StagesChapter | None, Field(description="stages / 阶段矩阵")] = None
    spatial: Annotated[_Empty | None, Field(description="spatial clusters / 空间集聚")] = None


CHAPTERS: tuple[str, ...] = tuple(ChaptersEntry.model_fields)
"""The ids of the chapters that are known."""
