"""The raw documents as pydantic models: which keys there are, and what each may hold."""

from chengshu.definition.schema.chapters import CHAPTERS, ChaptersEntry
from chengshu.definition.schema.edition import EditionFile
from chengshu.definition.schema.entries import (
    VERDICTS,
    CaseEntry,
    ClusterEntry,
    MemberEntry,
    PublishedEntry,
    SourceEntry,
)
from chengshu.definition.schema.entry import Entry
from chengshu.definition.schema.scalars import TextEntry
from chengshu.definition.schema.steps import NoOptions, StepEntry
from chengshu.definition.schema.tree import (
    ContextEntry,
    IndicatorEntry,
    NodeEntry,
)

__all__ = [
    "CHAPTERS",
    "VERDICTS",
    "CaseEntry",
    "ChaptersEntry",
    "ClusterEntry",
    "ContextEntry",
    "EditionFile",
    "Entry",
    "IndicatorEntry",
    "MemberEntry",
    "NoOptions",
    "NodeEntry",
    "PublishedEntry",
    "SourceEntry",
    "StepEntry",
    "TextEntry",
]
