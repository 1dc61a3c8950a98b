"""`init` and `check`."""

import json
from pathlib import Path


def test_begin_and_check(chengshu, tmp_path: Path) -> None:
    done = chengshu("init", "my-index")
    assert done.returncode == 0
    assert (tmp_path / "my-index" / "edition.yaml").is_file()
    checked = chengshu("check", "my-index")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "0 errors" in checked.stderr


def test_a_folder_with_content_is_refused(chengshu, small: Path) -> None:
    done = chengshu("init", str(small))
    assert done.returncode == 2
    assert "nothing was changed" in done.stderr


def test_every_problem_in_either_language_and_as_json(chengshu, small: Path) -> None:
    (small / "observations.csv").write_text(
        "unit,indicator,period,value\na,speed,2020,fast\nz,speed,2020,1\n", encoding="utf-8"
    )
    english = chengshu("check", str(small))
    assert english.returncode == 1
    assert "observations.csv:2 value a speed 2020: expected a number, found 'fast'." in english.stderr
    assert "observations.csv:3 unit z speed 2020: expected the code of a unit" in english.stderr
    chinese = chengshu("check", str(small), lang="zh")
    assert "observations.csv:2 value a speed 2020：应为数字，实为“fast”。" in chinese.stderr
    issues = json.loads(chengshu("check", str(small), "--json").stdout)
    assert {issue["code"] for issue in issues} == {"not_a_number", "unknown_unit"}
    assert {issue["line"] for issue in issues} == {2, 3}


def test_quiet_says_nothing_when_there_is_nothing(chengshu, small: Path) -> None:
    done = chengshu("check", str(small), "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_such_edition(chengshu) -> None:
    done = chengshu("check", "nowhere")
    assert done.returncode == 2
    assert "open-registry" in done.stderr
    assert "Traceback" not in done.stderr
