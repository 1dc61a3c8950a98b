"""The raw entries of sources.yaml, clusters.yaml, cases.yaml and published.yaml."""

from typing import Annotated

from pydantic import Field

from chengshu.definition.schema.chapters import CHAPTERS
from chengshu.definition.schema.entry import Entry
from chengshu.definition.schema.scalars import (
    BareText,
    Date,
    Flag,
    Id,
    Part,
    Period,
    TextEntry,
    Whole,
    Word,
    choice,
    pattern,
)
from chengshu.model import Text

VERDICTS = {
    "算术成立": "arithmetic",
    "按构造一致": "by_construction",
    "真实数据支持": "supported",
    "取决于定义": "depends",
    "真实数据不支持": "not_supported",
    "无法核验": "unverifiable",
    "不一致": "unequal",
    "待数据": "pending",
}
"""The classes of verification: the word of the publication and the id that is stored."""

_PACKAGE = r"[A-Za-z0-9][A-Za-z0-9._-]*==[A-Za-z0-9][A-Za-z0-9.!+_-]*"
_PACKAGE_WORDS = Text("软件包及其确切版本", "a package with its exact version")
_PACKAGE_REMEDY = Text("请写成 名称==版本，如 phone==0.4.5。", "Write name==version, such as phone==0.4.5.")
_SHA256_WORDS = Text("sha256（64 位，由 0–9 与 a–f 组成）", "a sha256: 64 digits of 0–9 and a–f")

Package = Annotated[str, pattern("bad_package", _PACKAGE, _PACKAGE_WORDS, _PACKAGE_REMEDY)]
Sha256 = Annotated[str, pattern("bad_sha256", "[0-9a-f]{64}", _SHA256_WORDS)]


class SourceEntry(Entry):
    """One use of a source (一项数据来源)."""

    id: Annotated[Id, Field(description="id / 编号")]
    source: Annotated[Id, Field(description="the module that reads it / 读取模块")]
    package: Annotated[Package | None, Field(description="installed package, name==version / 软件包")] = None
    dataset: Annotated[Id | None, Field(description="fetched data set / 下载的数据集")] = None
    sha256: Annotated[dict[str, Sha256] | None, Field(description="file: sha256 / 文件的 sha256")] = None
    period: Annotated[Period | None, Field(description="period that its values enter / 数值所属时期")] = None
    as_of: Annotated[Date | None, Field(description="date that its values describe / 数值的截至日期")] = None
    units: Annotated[Flag, Field(description="whether it also yields units / 是否提供单位名录")] = False
    series: Annotated[Id | None, Field(description="name of the series it yields / 所提供的序列")] = None
    purpose: Annotated[
        Annotated[str, choice(("index", *CHAPTERS))],
        Field(alias="for", description="index or a chapter / index 或章节"),
    ] = "index"
    values: Annotated[
        dict[Id, Word] | None,
        Field(description="indicator or context id: field of the source / 指标: 来源字段"),
    ] = None
    title: Annotated[TextEntry | None, Field(description="title / 名称")] = None
    publisher: Annotated[TextEntry | None, Field(description="publisher / 发布者")] = None
    licence: Annotated[Word | None, Field(description="licence / 许可")] = None
    address: Annotated[Word | None, Field(description="address / 网址")] = None


class MemberEntry(Entry):
    """One member of a cluster (城市群的一个成员)."""

    code: Annotated[Id, Field(description="unit code / 单位代码")]
    valid_from: Annotated[Date | None, Field(alias="from", description="from / 起始")] = None
    valid_to: Annotated[Date | None, Field(alias="to", description="to / 截止")] = None
    share: Annotated[Part, Field(description="part that belongs / 所属比例")] = 1.0
    note: Annotated[TextEntry | None, Field(description="note / 备注")] = None


class ClusterEntry(Entry):
    """A group of units under a plan (某规划下的一组单位)."""

    id: Annotated[Id, Field(description="id / 编号")]
    plan: Annotated[Id, Field(description="plan that the cluster belongs to / 所属规划")]
    name: Annotated[TextEntry, Field(description="name / 名称")]
    source: Annotated[Word, Field(description="document that names the members / 依据文件")]
    as_of: Annotated[Date, Field(description="date of the document / 文件日期")]
    members: Annotated[list[MemberEntry], Field(description="members / 成员")]


class CaseEntry(Entry):
    """One case (一个案例)."""

    id: Annotated[Id, Field(description="id / 编号")]
    title: Annotated[TextEntry, Field(description="title / 标题")]
    place: Annotated[Word, Field(description="unit code or name / 单位代码或地名")]
    place_kind: Annotated[
        Annotated[str, choice(("city", "county", "province", "region", "nation", "abroad"))],
        Field(description="kind of place / 地点类型"),
    ]
    industry: Annotated[Word | None, Field(description="industry / 产业")] = None
    technology: Annotated[Word | None, Field(description="technology / 技术")] = None
    field_: Annotated[Word | None, Field(alias="field", description="field of use / 应用领域")] = None
    date: Annotated[Date | None, Field(description="date / 日期")] = None
    evidence: Annotated[Word | None, Field(description="evidence / 依据")] = None
    text: Annotated[TextEntry | None, Field(description="text / 正文")] = None
    source: Annotated[Word | None, Field(description="source / 来源")] = None
    note: Annotated[TextEntry | None, Field(description="note / 备注")] = None


class ComputesEntry(Entry):
    """How a published line is computed again (复算方法)."""

    edition: Annotated[Id | None, Field(description="edition, by default this one / 版本，默认本版本")] = None
    chapter: Annotated[
        Annotated[str, choice(("index", *CHAPTERS))], Field(description="index or a chapter / index 或章节")
    ]
    path: Annotated[Word, Field(description="place of the value / 数值的位置")]
    round: Annotated[Whole | None, Field(description="decimals / 小数位数")] = None
    op: Annotated[
        Annotated[str, choice(("eq", "ge", "none"))],
        Field(description="eq equal, ge at least, none shown only / 相等、至少、仅展示"),
    ] = "eq"


class PublishedEntry(Entry):
    """One published figure or statement (一条公布的数字或论述)."""

    id: Annotated[Id, Field(description="id / 编号")]
    kind: Annotated[
        Annotated[str, choice(("number", "count", "statement"))], Field(description="kind / 类型")
    ]
    quote: Annotated[Word, Field(description="the words as printed / 原文")]
    place: Annotated[Word, Field(description="where it stands / 原文位置")]
    printed: Annotated[Word | None, Field(description="the figure as printed / 原文数字")] = None
    unit: Annotated[Word | None, Field(description="unit / 单位")] = None
    reading: Annotated[TextEntry | None, Field(description="how it is read / 解读")] = None
    computes: Annotated[ComputesEntry | None, Field(description="how it is computed again / 复算")] = None
    depends: Annotated[list[Word] | None, Field(description="inputs it depends on / 所依赖的输入")] = None
    expected: Annotated[
        Annotated[str, choice(tuple(VERDICTS.values()), aliases=VERDICTS)] | None,
        Field(description="class that is expected / 预期结论"),
    ] = None
    reason: Annotated[BareText | None, Field(description="why / 理由")] = None
