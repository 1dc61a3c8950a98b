"""Provenance names what made a publication, and holds no time."""

import json
from pathlib import Path

from chengshu.workflow.cache import Cache
from chengshu.workflow.folders import find_edition
from chengshu.workflow.load import load_edition
from chengshu.workflow.provenance import provenance


def test_the_same_input_gives_the_same_provenance(small: Path) -> None:
    edition = load_edition(small, Cache(None))
    said = provenance(edition, "run", {"source": "hash"})
    assert said == provenance(edition, "run", {"source": "hash"})
    assert said["edition_hash"] == edition.hash
    assert said["files"] == edition.files
    assert json.loads(json.dumps(said)) == said


def test_sources_are_named_with_release_licence_and_digest() -> None:
    edition = load_edition(find_edition("open-registry"), Cache(None))
    sources = provenance(edition, "run", {})["sources"]
    assert isinstance(sources, list)
    assert {source["release"] for source in sources} == {use.package for use in edition.definition.sources}
    assert all(source["licence"] and source["sha256"] for source in sources)
