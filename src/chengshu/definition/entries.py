"""From the entries of sources, clusters, cases and published lines, once they are sound, to nouns."""

from chengshu.definition.schema import (
    CaseEntry,
    ClusterEntry,
    MemberEntry,
    PublishedEntry,
    SourceEntry,
)
from chengshu.definition.tree import text_of
from chengshu.model import Case, Cluster, Member, PublishedLine, SourceUse


def source_of(entry: SourceEntry, line: int) -> SourceUse:
    """The use of a source that an entry defines, with its line in sources.yaml."""
    return SourceUse(
        id=entry.id,
        source=entry.source,
        package=entry.package or "",
        dataset=entry.dataset or "",
        sha256=entry.sha256 or {},
        period=entry.period or "",
        as_of=entry.as_of or "",
        units=entry.units,
        series=entry.series or "",
        purpose=entry.purpose,
        values=entry.values or {},
        title=text_of(entry.title),
        publisher=text_of(entry.publisher),
        licence=entry.licence or "",
        address=entry.address or "",
        line=line,
    )


def cluster_of(entry: ClusterEntry) -> Cluster:
    """The cluster that an entry defines."""
    members = tuple(member_of(member) for member in entry.members)
    return Cluster(entry.id, entry.plan, entry.name.text, entry.source, entry.as_of, members)


def member_of(entry: MemberEntry) -> Member:
    """The membership that an entry defines."""
    return Member(
        code=entry.code,
        valid_from=entry.valid_from or "",
        valid_to=entry.valid_to or "",
        share=entry.share,
        note=text_of(entry.note),
    )


def case_of(entry: CaseEntry) -> Case:
    """The case that an entry defines."""
    return Case(
        id=entry.id,
        title=entry.title.text,
        place=entry.place,
        place_kind=entry.place_kind,
        industry=entry.industry or "",
        technology=entry.technology or "",
        field_=entry.field_ or "",
        date=entry.date or "",
        evidence=entry.evidence or "",
        text=text_of(entry.text),
        source=entry.source or "",
        note=text_of(entry.note),
    )


def published_of(entry: PublishedEntry) -> PublishedLine:
    """The published line that an entry defines."""
    return PublishedLine(
        id=entry.id,
        kind=entry.kind,
        quote=entry.quote,
        place=entry.place,
        printed=entry.printed or "",
        unit=entry.unit or "",
        reading=text_of(entry.reading),
        computes=entry.computes.model_dump(exclude_none=True) if entry.computes else {},
        depends=tuple(entry.depends or ()),
        expected=entry.expected or "",
        reason=text_of(entry.reason),
    )
