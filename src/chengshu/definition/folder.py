"""From the files of a folder to a definition, or to every problem that stands in the way."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from chengshu.definition import checks
from chengshu.definition.blocks import Block, Items
from chengshu.definition.documents import Document, read_document
from chengshu.definition.entries import case_of, cluster_of, published_of, source_of
from chengshu.definition.framework import framework_of
from chengshu.definition.places import Spot
from chengshu.definition.problems import validate
from chengshu.definition.schema import (
    CaseEntry,
    ClusterEntry,
    EditionFile,
    Entry,
    PublishedEntry,
    SourceEntry,
)
from chengshu.definition.wording import NOTHING, error
from chengshu.model import Definition, EditionError, Issue, Severity, Text, Where

Shape = TypeVar("Shape", bound=Entry)


def definition_of(folder: Path) -> Definition:
    """The definition in a folder. Raises `EditionError` with every problem at once."""
    documents = _documents(folder)
    issues = [issue for document in documents.values() for issue in document.issues]
    edition = documents["edition.yaml"]
    entry, problems = validate(EditionFile, Spot.of(edition)) if edition.root is not None else (None, ())
    issues += problems
    sources = _entries(SourceEntry, documents["sources.yaml"], issues)
    clusters = _entries(ClusterEntry, documents["clusters.yaml"], issues)
    cases = _entries(CaseEntry, documents["cases.yaml"], issues)
    published = _entries(PublishedEntry, documents["published.yaml"], issues)
    issues += _checked(folder, {name: Spot.of(document) for name, document in documents.items()})
    issues = sorted(issues, key=lambda issue: (issue.where.file, issue.where.line or 0))
    faulty = any(issue.severity is Severity.ERROR for issue in issues)
    if faulty or entry is None or not isinstance(edition.root, Block):
        raise EditionError(issues)
    return Definition(
        framework=framework_of(entry, edition.root),
        sources=tuple(source_of(item, line) for item, line in sources),
        clusters=tuple(cluster_of(item) for item, _ in clusters),
        cases=tuple(case_of(item) for item, _ in cases),
        published=tuple(published_of(item) for item, _ in published),
        issues=tuple(issues),
    )


def _documents(folder: Path) -> Mapping[str, Document]:
    """The files of a folder by name; one that is not there and need not be is empty."""
    documents = {}
    for name, kind in _OUTERMOST.items():
        if (folder / name).exists():
            documents[name] = read_document(folder, name, kind)
        elif name == "edition.yaml":
            documents[name] = Document(name, None, (_no_edition(folder),))
        else:
            documents[name] = Document(name, kind())
    return documents


def _no_edition(folder: Path) -> Issue:
    remedy = Text(
        "请新建该文件，或用 chengshu init 建立版本文件夹。", "Write it, or begin a folder with chengshu init."
    )
    others = [path.name for path in sorted(folder.glob("edition.*"))]
    found = Text(f"只有 {others[0]}", f"only {others[0]}") if others else NOTHING
    return error("missing_file", Where("edition.yaml"), expected=_EDITION, found=found, remedy=remedy)


def _entries(kind: type[Shape], document: Document, issues: list[Issue]) -> Sequence[tuple[Shape, int]]:
    """The sound entries of a list with their lines; what is wrong with the others is added to `issues`."""
    entries = []
    for spot in Spot.of(document).items():
        entry, problems = validate(kind, spot)
        issues += problems
        if entry is not None:
            entries.append((entry, spot.where.line or 1))
    return entries


def _checked(folder: Path, spots: Mapping[str, Spot]) -> Iterator[Issue]:
    """What the checks find, in all that can be read."""
    edition, sources, clusters = (spots[name] for name in ("edition.yaml", "sources.yaml", "clusters.yaml"))
    if edition.value is not None:
        for check in _EDITION_CHECKS:
            yield from check(edition)
        readable = [None if spot.value is None else spot for spot in (clusters, sources)]
        yield from checks.check_chapters(edition, *readable)
    if folder.is_dir():
        yield from checks.check_files(folder, edition)
    yield from checks.check_sources(sources, edition)
    yield from checks.check_clusters(clusters)
    yield from checks.check_cases(spots["cases.yaml"])
    yield from checks.check_published(spots["published.yaml"])
    for name, spot in spots.items():
        if name != "flywheel.yaml":
            yield from checks.check_languages(spot)


_EDITION = Text("文件 edition.yaml", "the file edition.yaml")
_OUTERMOST: Mapping[str, type[Block] | type[Items]] = {
    "edition.yaml": Block,
    "sources.yaml": Items,
    "clusters.yaml": Items,
    "cases.yaml": Items,
    "published.yaml": Items,
    "flywheel.yaml": Block,
}
_EDITION_CHECKS: Sequence[Callable[[Spot], Iterator[Issue]]] = (
    checks.check_ids,
    checks.check_tree,
    checks.check_pipeline,
    checks.check_overrides,
    checks.check_tiers,
)
