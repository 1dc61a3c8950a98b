from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chengshu.definition.folder import definition_of
from chengshu.model import EditionError, Severity

GOOD = Path(__file__).parents[1] / "golden" / "definition" / "good"


def places(folder: Path) -> list[tuple[str, int | None]]:
    with pytest.raises(EditionError) as caught:
        definition_of(folder)
    return [
        (issue.where.file, issue.where.line)
        for issue in caught.value.issues
        if issue.severity is Severity.ERROR
    ]


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_problems_of_all_files_come_in_the_order_of_files_and_lines(edition: Path) -> None:
    spoil(edition / "edition.yaml", "scale: [0, 100]", "scale: 100")
    spoil(edition / "edition.yaml", "unit_kind: city", "unit_kind: [")
    spoil(edition / "sources.yaml", "package: phone==0.4.5", "package: phone")
    spoil(edition / "clusters.yaml", "share: 0.5", "share: 2")
    spoil(edition / "cases.yaml", "place_kind: city", "place_kind: town")
    spoil(edition / "published.yaml", "kind: number", "kind: figure")
    (edition / "flywheel.yaml").write_text("levers", encoding="utf-8")
    assert places(edition) == [
        ("cases.yaml", 4),
        ("clusters.yaml", 8),
        ("edition.yaml", 6),
        ("flywheel.yaml", None),
        ("published.yaml", 2),
        ("sources.yaml", 3),
    ]


def test_a_file_that_cannot_be_read_is_not_held_against_the_others(edition: Path) -> None:
    (edition / "clusters.yaml").write_text("- {", encoding="utf-8")
    (edition / "sources.yaml").write_bytes("- 序列".encode("utf-16"))
    assert places(edition) == [("clusters.yaml", 1), ("sources.yaml", None)]


def test_the_other_files_are_optional(edition: Path) -> None:
    for name in ("sources.yaml", "clusters.yaml", "cases.yaml", "published.yaml", "flywheel.yaml"):
        (edition / name).unlink()
    text = (edition / "edition.yaml").read_text(encoding="utf-8")
    (edition / "edition.yaml").write_text(text.partition("chapters:")[0], encoding="utf-8")
    definition = definition_of(edition)
    assert (definition.sources, definition.clusters, definition.cases, definition.published) == (
        (),
        (),
        (),
        (),
    )
    assert definition.issues == ()


def test_a_folder_that_is_not_there_lacks_its_edition(tmp_path: Path) -> None:
    assert places(tmp_path / "nowhere") == [("edition.yaml", None)]


def test_warnings_and_notes_travel_with_the_definition(edition: Path) -> None:
    spoil(edition / "edition.yaml", "{zh: 示例, en: An example}", "{zh: 示例}")
    issues = definition_of(edition).issues
    assert [(issue.code, issue.severity) for issue in issues] == [
        ("missing_language", Severity.WARNING),
        ("computed_later", Severity.NOTE),
        ("computed_later", Severity.NOTE),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_the_same_edition_in_another_encoding_is_the_same(edition: Path, encoding: str) -> None:
    before = definition_of(edition)
    path = edition / "edition.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert definition_of(edition).framework == before.framework


def test_windows_line_ends_change_nothing(edition: Path) -> None:
    before = definition_of(edition)
    path = edition / "edition.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after = definition_of(edition)
    assert after.framework == before.framework
    assert [issue.where.line for issue in after.issues] == [issue.where.line for issue in before.issues]


TOKENS = st.sampled_from(
    ["{", "}", "[", "]", ": ", ", ", "\n", "\n  ", "- ", "'", '"', "&a ", "*a", "~", "-1", "：", "!x "]
)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(data=st.data())
def test_whatever_is_written_is_told_and_nothing_else_is_raised(edition: Path, data: st.DataObject) -> None:
    """Cut a piece out of a good file and put a token in: a definition or an error of ours comes of it."""
    name = data.draw(st.sampled_from(["edition.yaml", "sources.yaml", "clusters.yaml", "published.yaml"]))
    path = edition / name
    text = (GOOD / name).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 12))
    token = data.draw(TOKENS)
    path.write_text(text[:start] + token + text[start + length :], encoding="utf-8")
    try:
        issues = definition_of(edition).issues
    except EditionError as error:
        issues = error.issues
        assert any(issue.severity is Severity.ERROR for issue in issues)
    finally:
        path.write_text(text, encoding="utf-8")
    for issue in issues:
        assert issue.where.file
        assert issue.message("zh") != issue.message("en")
