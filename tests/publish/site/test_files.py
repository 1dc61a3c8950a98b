"""The folder of a site: every link leads somewhere, nothing comes from elsewhere, pages stay small."""

import csv
import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from chengshu.model import Status
from chengshu.publish import write_data, write_site

PROVENANCE = {
    "edition": "sample",
    "program": {"name": "chengshu", "version": "0.1.0"},
    "files": {"edition.yaml": "hash-of-a-file"},
    "sources": [{"id": "register"}],
}


def published(made: Any, folder: Path) -> Path:
    write_data(made.edition, made.scores, folder / "data")
    (folder / "provenance.json").write_text("{}")
    write_site(made.edition, made.scores, PROVENANCE, folder, ("zh", "en"))
    return folder


def test_every_link_and_asset_is_there_and_none_leaves_the_folder(factory: Any, tmp_path: Path) -> None:
    folder = published(factory.sample(12), tmp_path / "out")
    for html in folder.rglob("*.html"):
        text = html.read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"#]+)', text):
            if link.startswith(("data:", "https://example.org")):
                continue
            target = (html.parent / link).resolve()
            assert target.is_file(), link
            assert target.is_relative_to(folder.resolve())
        assert set(re.findall(r'src="(https?:[^"]*)"', text)) == set()
    style = (folder / "assets" / "chengshu.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_the_first_page_lists_both_languages_and_sends_to_the_first(factory: Any, tmp_path: Path) -> None:
    text = (published(factory.sample(2), tmp_path) / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=zh/index.html"' in text
    assert 'href="zh/index.html"' in text
    assert 'href="en/index.html"' in text
    assert "<script" not in text


def test_one_language_is_enough(factory: Any, tmp_path: Path) -> None:
    made = factory.sample(2)
    write_site(made.edition, made.scores, {}, tmp_path, ("en",))
    assert not (tmp_path / "zh").exists()
    assert "zh/index.html" not in (tmp_path / "en" / "index.html").read_text(encoding="utf-8")


def test_pages_of_337_units_stay_below_150_kb_compressed(factory: Any, tmp_path: Path) -> None:
    folder = published(factory.screened(factory.sample(337), "S-005"), tmp_path)
    for language in ("zh", "en"):
        assert len(gzip.compress((folder / language / "index.html").read_bytes())) < 150_000


@pytest.mark.parametrize(
    ("status", "ending"), [(Status.OBSERVED, ""), (Status.ILLUSTRATIVE, ".illustrative")]
)
def test_figures_have_a_table_and_a_drawing_in_each_language(
    factory: Any, tmp_path: Path, status: Status, ending: str
) -> None:
    made = factory.sample(5, status=status)
    figures = published(made, tmp_path) / "data" / "figures"
    assert {path.name for path in figures.iterdir()} == {
        f"curve{ending}.csv",
        f"curve-zh{ending}.svg",
        f"curve-en{ending}.svg",
    }
    with (figures / f"curve{ending}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [float(row["score"]) for row in rows] == sorted(made.scores.values[0, :, 0], reverse=True)
    assert {row["status"] for row in rows} == {status.label}


def test_provenance_is_told_without_the_long_lists(factory: Any, tmp_path: Path) -> None:
    text = (published(factory.sample(2), tmp_path) / "zh" / "index.html").read_text(encoding="utf-8")
    assert "程序版本" in text
    assert "hash-of-a-file" not in text


def test_files_linked_from_a_former_run_are_not_written_into(factory: Any, tmp_path: Path) -> None:
    former, later = tmp_path / "former", tmp_path / "later"
    published(factory.sample(3), former)
    before = {path: path.read_bytes() for path in former.rglob("*") if path.is_file()}
    for path in before:
        copy = later / path.relative_to(former)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.hardlink_to(path)
    (later / "provenance.json").unlink()
    published(factory.sample(4), later)
    assert {path: path.read_bytes() for path in before} == before


def test_the_same_input_gives_the_same_bytes(factory: Any, tmp_path: Path) -> None:
    made = factory.sample(6)
    first, second = published(made, tmp_path / "1"), published(made, tmp_path / "2")
    for path in (path for path in first.rglob("*") if path.is_file()):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path.name
