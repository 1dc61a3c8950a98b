from pathlib import Path

from chengshu.publish.content.files import read_files


def test_files_are_listed_with_kind_and_size_the_main_ones_first(tmp_path: Path) -> None:
    for name in (
        "data/weights.csv",
        "data/scores.csv",
        "data/steps/01_screen.csv",
        "data/scenarios/grey/scores.csv",
        "data/figures/curve.illustrative.csv",
        "provenance.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("abc")
    found = read_files(tmp_path)
    assert [(file.path, file.stem, file.kind) for file in found] == [
        ("data/scores.csv", "scores", "data"),
        ("data/weights.csv", "weights", "data"),
        ("data/figures/curve.illustrative.csv", "curve", "data"),
        ("provenance.json", "provenance", "data"),
        ("data/steps/01_screen.csv", "01_screen", "step"),
        ("data/scenarios/grey/scores.csv", "scores", "scenario"),
    ]
    assert {file.bytes for file in found} == {3}


def test_a_folder_without_data_offers_nothing(tmp_path: Path) -> None:
    assert read_files(tmp_path) == ()
