"""An edition: one folder, read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chengshu.model.framework import Framework
from chengshu.model.issue import Issue
from chengshu.model.panel import Panel
from chengshu.model.source import Extract, SourceUse
from chengshu.model.text import Text
from chengshu.model.unit import Cluster, Units


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the library: where, when, in which field, with which evidence."""

    id: str
    title: Text
    place: str
    place_kind: str
    industry: str = ""
    technology: str = ""
    field_: str = ""
    date: str = ""
    evidence: str = ""
    text: Text = field(default_factory=Text)
    source: str = ""
    note: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """One published figure or statement, and how it is computed again."""

    id: str
    kind: str
    quote: str
    place: str
    printed: str = ""
    unit: str = ""
    reading: Text = field(default_factory=Text)
    computes: Mapping[str, object] = field(default_factory=dict)
    depends: tuple[str, ...] = ()
    expected: str = ""
    reason: Text = field(default_factory=Text)


@dataclass(frozen=True)
class Definition:
    """What the YAML files of an edition folder say."""

    framework: Framework
    sources: tuple[SourceUse, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    cases: tuple[Case, ...] = ()
    published: tuple[PublishedLine, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, eq=False)
class Edition:
    """A definition with its units, its panel and what its sources yielded.

    `hash` covers definition, files and sources; `files` maps each file of the folder to its sha256.
    """

    definition: Definition
    units: Units
    panel: Panel
    hash: str
    files: Mapping[str, str]
    scenarios: Mapping[str, Panel] = field(default_factory=dict)
    extracts: Mapping[str, Extract] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    @property
    def framework(self) -> Framework:
        """The definition of the index."""
        return self.definition.framework
