"""Sources that are missing stop what needs them, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from chengshu.definition import read_definition
from chengshu.model import Definition, Severity
from chengshu.workflow.cache import Cache
from chengshu.workflow.folders import find_edition
from chengshu.workflow.sources import code_list, find_sources, read_sources, source_digest


@pytest.fixture(scope="module")
def registry() -> Definition:
    return read_definition(find_edition("open-registry"))


def changed(definition: Definition, **changes: object) -> Definition:
    """The definition with its last source changed."""
    *others, last = definition.sources
    return replace(definition, sources=(*others, replace(last, **changes)))


def test_all_sources_are_found_and_read(registry: Definition) -> None:
    found, issues = find_sources(registry)
    assert issues == []
    assert set(found.digests) == {use.id for use in registry.sources}
    yields = read_sources(found, 2020, Cache(None))
    assert [use.id for use, _ in yields] == [use.id for use in registry.sources]


def test_what_the_index_needs_is_an_error_that_names_the_command(registry: Definition) -> None:
    found, issues = find_sources(changed(registry, package="no-such-package==1.0"))
    assert [issue.severity for issue in issues] == [Severity.ERROR]
    assert "pip install --no-deps no-such-package==1.0" in issues[0].message("en")
    assert len(found.uses) == len(registry.sources) - 1


def test_what_a_chapter_needs_is_left_out_with_a_note(registry: Definition) -> None:
    _, issues = find_sources(changed(registry, package="no-such-package==1.0", purpose="epidemic"))
    assert [issue.severity for issue in issues] == [Severity.NOTE]
    assert "The chapter 'epidemic' is left out." in issues[0].message("en")
    assert "pip install" in issues[0].message("zh")


def test_an_unknown_field_lists_those_there_are(registry: Definition) -> None:
    _, issues = find_sources(changed(registry, values={"mobile_segments": "mobiles"}))
    assert [issue.code for issue in issues] == ["unknown_field"]
    assert "mobile, virtual" in issues[0].message("en")


def test_sources_need_a_year(registry: Definition) -> None:
    definition = replace(registry, framework=replace(registry.framework, codes_year=None))
    found, issues = find_sources(definition)
    assert [issue.code for issue in issues] == ["codes_missing"]
    assert read_sources(found, None, Cache(None)) == []


def test_the_digest_follows_the_files(registry: Definition) -> None:
    use = registry.sources[0]
    assert source_digest(use) == source_digest(replace(use, id="other"))
    assert source_digest(use) != source_digest(replace(use, sha256={"file": "0"}))


def test_the_code_list_is_that_of_the_year(registry: Definition) -> None:
    codes, issues = code_list(registry.framework)
    assert issues == []
    assert codes.has("310000")
    assert not codes.has("371200")
    free, _ = code_list(replace(registry.framework, codes_year=None))
    assert free.has("anything")


def test_the_registry_folder_is_the_shipped_one() -> None:
    assert (Path(find_edition("open-registry")) / "sources.yaml").is_file()
