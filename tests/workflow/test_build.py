"""`build` and `publish` as whole runs."""

import json
from pathlib import Path

import polars as pl
import pytest

from chengshu.model import CallError, EditionError
from chengshu.workflow import Order, make_run


def silent(_: object) -> None:
    """Say nothing."""


def digests(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_data_and_provenance(small: Path, tmp_path: Path) -> None:
    outcome = make_run(Order(str(small), tmp_path / "out"), silent)
    scores = pl.read_csv(tmp_path / "out" / "data" / "scores.csv")
    total = scores.filter(pl.col("node") == "total")
    # speed is 0, 50, 100 and cloud 0, 100, 70: the means of equal weights are 0, 75, 85.
    assert dict(zip(total["unit"], total["score"], strict=True)) == {"a": 0.0, "b": 75.0, "c": 85.0}
    said = json.loads((tmp_path / "out" / "provenance.json").read_text(encoding="utf-8"))
    assert said["run"] == outcome.run.folder.name
    assert not (tmp_path / "out" / "index.html").exists()


def test_twice_is_once(small: Path, tmp_path: Path) -> None:
    first = make_run(Order(str(small), tmp_path / "out"), silent)
    second = make_run(Order(str(small), tmp_path / "out"), silent)
    elsewhere = make_run(Order(str(small), tmp_path / "elsewhere"), silent)
    assert (first.run.reused, second.run.reused, elsewhere.run.reused) == (False, True, False)
    assert (first.hits, second.hits, elsewhere.hits) == ((), ("panel", "scores"), ("panel", "scores"))
    assert digests(tmp_path / "out") == digests(tmp_path / "elsewhere")


def test_the_store_changes_nothing(small: Path, tmp_path: Path) -> None:
    make_run(Order(str(small), tmp_path / "with"), silent)
    make_run(Order(str(small), tmp_path / "again"), silent)
    make_run(Order(str(small), tmp_path / "without", store=False), silent)
    assert digests(tmp_path / "again") == digests(tmp_path / "without") == digests(tmp_path / "with")


def test_pages_stay_when_the_same_edition_is_built(small: Path, tmp_path: Path) -> None:
    make_run(Order(str(small), tmp_path / "out", ("zh", "en")), silent)
    page = (tmp_path / "out" / "zh" / "index.html").read_bytes()
    make_run(Order(str(small), tmp_path / "out"), silent)
    assert (tmp_path / "out" / "zh" / "index.html").read_bytes() == page


def test_pages_of_another_edition_do_not_stay(small: Path, tmp_path: Path) -> None:
    make_run(Order(str(small), tmp_path / "out", ("zh",)), silent)
    with (small / "observations.csv").open("a", encoding="utf-8") as stream:
        stream.write("b,people,2020,7\n")
    make_run(Order(str(small), tmp_path / "out"), silent)
    assert not (tmp_path / "out" / "zh").exists()


def test_a_fault_leaves_the_former_output(small: Path, tmp_path: Path) -> None:
    make_run(Order(str(small), tmp_path / "out"), silent)
    before = digests(tmp_path / "out")
    (small / "observations.csv").write_text("unit,indicator,period,value\na,speed,2020,x\n", encoding="utf-8")
    with pytest.raises(EditionError):
        make_run(Order(str(small), tmp_path / "out"), silent)
    assert digests(tmp_path / "out") == before


def test_a_real_folder_at_out_is_refused(small: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CallError):
        make_run(Order(str(small), tmp_path / "out"), silent)
    assert digests(tmp_path / "out") == {"mine.txt": b"mine"}


def test_scenarios_and_companions_have_their_folders(small: Path, tmp_path: Path) -> None:
    with (small / "edition.yaml").open("a", encoding="utf-8") as stream:
        stream.write("scenarios:\n  - {id: high, name: {zh: 高, en: High}}\ncompanions: [open-registry]\n")
    (small / "scenarios").mkdir()
    (small / "scenarios" / "high.csv").write_text(
        "unit,indicator,period,value\na,speed,2020,30\n", encoding="utf-8"
    )
    make_run(Order(str(small), tmp_path / "out"), silent)
    high = pl.read_csv(tmp_path / "out" / "data" / "scenarios" / "high" / "scores.csv")
    speed = high.filter(pl.col("node") == "speed")
    assert dict(zip(speed["unit"], speed["score"], strict=True)) == {"a": 100.0, "b": 0.0, "c": 100.0}
    assert (tmp_path / "out" / "companions" / "open-registry" / "data" / "scores.csv").is_file()


def test_illustrative_files_say_so(tmp_path: Path) -> None:
    from chengshu.workflow import initialise_edition

    initialise_edition(tmp_path / "blank", None)
    make_run(Order(str(tmp_path / "blank"), tmp_path / "out", ("zh", "en")), silent)
    files = [path for path in (tmp_path / "out" / "data").rglob("*") if path.is_file()]
    assert files
    assert all(".illustrative." in path.name for path in files)
    assert "不得引用" in (tmp_path / "out" / "zh" / "index.html").read_text(encoding="utf-8")
    assert "Do not cite" in (tmp_path / "out" / "en" / "index.html").read_text(encoding="utf-8")
