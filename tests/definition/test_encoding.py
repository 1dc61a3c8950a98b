from pathlib import Path

import pytest

from chengshu.definition.encoding import LARGEST_FILE, decoded, read_text
from chengshu.model import Severity

TEXT = "title: {zh: 城市数字经济指数, en: Index}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_encodings_of_analysts_are_read(encoding: str) -> None:
    contents = decoded(TEXT.encode(encoding), "edition.yaml")
    assert contents.text == TEXT
    assert all(issue.severity is Severity.NOTE for issue in contents.issues)


def test_gb18030_is_said_to_have_been_read_as_such() -> None:
    (note,) = decoded(TEXT.encode("gb18030"), "edition.yaml").issues
    assert note.code == "legacy_encoding"
    assert decoded(TEXT.encode(), "edition.yaml").issues == ()


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_others_are_named(encoding: str, named: str) -> None:
    (issue,) = decoded(TEXT.encode(encoding), "edition.yaml").issues
    assert (issue.severity, issue.found.en) == (Severity.ERROR, named)


@pytest.mark.parametrize("text", ["naïve café, déjà vu", "Größe in Zürich"])
def test_latin_is_not_taken_for_chinese(text: str) -> None:
    contents = decoded(f"title: {text}".encode("latin-1"), "edition.yaml")
    assert contents.text is None
    assert contents.issues[0].found.zh.startswith("未知编码")


def test_broken_utf8_is_told_with_its_line_and_not_read_as_gb18030() -> None:
    good = "name: 京津冀城市群十三城\n"
    content = good.encode() + good.encode()[:-2] + b"\n" + good.encode()
    (issue,) = decoded(content, "clusters.yaml").issues
    assert (issue.where.line, issue.code) == (2, "encoding")
    assert "UTF-8" in issue.found.en


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "edition.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    contents = read_text(path, "edition.yaml")
    assert contents.text is None
    assert contents.issues[0].code == "file_too_large"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "edition.yaml"
    path.write_bytes(b"#" * LARGEST_FILE)
    assert read_text(path, "edition.yaml").text == "#" * LARGEST_FILE


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").mkdir()
    assert read_text(tmp_path / "edition.yaml", "edition.yaml").issues[0].code == "unreadable_file"
