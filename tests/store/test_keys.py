"""Keys: the same for the same parts, another for anything else."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import pytest

from chengshu.store import program_fingerprint, store_key


def test_key_is_the_hash_of_the_sorted_parts() -> None:
    written = b'{"edition": "ab12", "step": "scores"}'
    assert store_key(step="scores", edition="ab12") == hashlib.sha256(written).hexdigest()


@pytest.mark.parametrize(
    "parts",
    [
        {"a": "b", "c": "e"},
        {"a": "bc", "": "d"},
        {"a": 'b", "c": "d'},
        {"ac": "bd"},
        {"a": "d", "c": "b"},
        {},
    ],
)
def test_other_parts_are_another_key(parts: dict[str, str]) -> None:
    assert store_key(**parts) != store_key(a="b", c="d")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for name in ("a.py", "texts/b.zh.j2", "c.yaml", "d.csv"):
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize("name", ["a.py", "texts/b.zh.j2", "c.yaml", "d.csv"])
def test_a_changed_or_moved_source_file_is_another_program(package: Path, name: str) -> None:
    before = program_fingerprint(package)["source"]
    (package / name).write_text("changed")
    changed = program_fingerprint(package)["source"]
    (package / name).write_text(name)
    assert program_fingerprint(package)["source"] == before != changed
    (package / name).rename(package / f"z-{Path(name).name}")
    assert program_fingerprint(package)["source"] not in (before, changed)


def test_text_that_moves_from_one_file_to_the_next_is_another_program(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("12")
    (tmp_path / "b.py").write_text("3")
    before = program_fingerprint(tmp_path)["source"]
    (tmp_path / "a.py").write_text("1")
    (tmp_path / "b.py").write_text("23")
    assert program_fingerprint(tmp_path)["source"] != before


def test_what_is_no_source_does_not_count(package: Path) -> None:
    before = program_fingerprint(package)
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"\0")
    assert program_fingerprint(package) == before


def test_libraries_that_decide_the_numbers_are_named() -> None:
    found = program_fingerprint()
    assert (found["numpy"], found["scipy"]) == (version("numpy"), version("scipy"))
    assert len(found["source"]) == 64
