"""What an analyst reads when something is wrong, in both languages, word for word.

Each case changes one thing in an edition without faults. After a change of wording: ``pytest --snapshot-update``, and read it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from chengshu.workflow import check_edition

Change = Callable[[Path], None]
HEADER = "unit,indicator,period,value\n"


def edit(file: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def write(file: str, content: str | bytes) -> Change:
    def change(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def add(file: str, text: str) -> Change:
    def change(folder: Path) -> None:
        with (folder / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return change


def remove(file: str) -> Change:
    return lambda folder: (folder / file).unlink()


CASES: dict[str, Change] = {
    "unknown key": edit("edition.yaml", "title:", "titel:"),
    "unknown method": edit("edition.yaml", "minmax", "min-max"),
    "duplicate id": edit("edition.yaml", "id: cloud", "id: speed"),
    "negative weight": edit("edition.yaml", "{id: speed,", "{id: speed, weight: -1,"),
    "weight that is text": edit("edition.yaml", "{id: speed,", "{id: speed, weight: much,"),
    "weights that are all zero": edit(
        "edition.yaml",
        "name: {zh: 速率, en: Speed}}\n    - {id: cloud,",
        "weight: 0, name: {zh: 速率, en: Speed}}\n    - {id: cloud, weight: 0,",
    ),
    "denominator that is not there": edit(
        "edition.yaml", "{id: speed,", "{id: speed, denominator: {by: person},"
    ),
    "adopted level that is not there": edit(
        "edition.yaml", "effective: 100}", "effective: 100}, adopted: [bilt]"
    ),
    "level outside the scale": edit("edition.yaml", "effective: 100", "effective: 120"),
    "no aggregation": edit("edition.yaml", "  - aggregate: arithmetic\n", ""),
    "transform without its step": edit("edition.yaml", "{id: speed,", "{id: speed, transform: log,"),
    "YAML that cannot be read": edit("edition.yaml", "id: small", "id: [small"),
    "empty definition": write("edition.yaml", ""),
    "no definition": remove("edition.yaml"),
    "definition in UTF-16": write("edition.yaml", "id: small".encode("utf-16")),
    "text without a language": edit("edition.yaml", "{zh: 小指数, en: Small index}", "小指数"),
    "a missing translation": edit("edition.yaml", ", en: Small index", ""),
    "text where a number belongs": add("observations.csv", "a,speed,2021,fast\n"),
    "thousands separator": add("observations.csv", 'a,speed,2021,"1,234"\n'),
    "unknown unit": add("observations.csv", "z,speed,2020,1\n"),
    "unknown indicator": add("observations.csv", "a,sped,2020,1\n"),
    "duplicate observation": add("observations.csv", "a,speed,2020,11\n"),
    "level that does not exist": add("observations.csv", "a,cloud,2021,planned\n"),
    "score in place of a level": add("observations.csv", "a,cloud,2021,70\n"),
    "period that is no period": add("observations.csv", "a,speed,20-21,1\n"),
    "status that is none": write(
        "observations.csv", "unit,indicator,period,value,status\na,speed,2020,1,guess\n"
    ),
    "illustrative beside a real place": write(
        "observations.csv", "unit,indicator,period,value,status\na,speed,2020,1,illustrative\n"
    ),
    "missing column": write("observations.csv", "unit,indicator,value\na,speed,1\n"),
    "unknown column": write("observations.csv", "unit,indicator,period,value,valeu\na,speed,2020,1,2\n"),
    "semicolons": write("observations.csv", "unit;indicator;period;value\na;speed;2020;1\n"),
    "ragged row": add("observations.csv", "a,speed,2021,1,2,3\n"),
    "empty file": write("observations.csv", ""),
    "no data rows": write("observations.csv", HEADER),
    "observations in UTF-16": write("observations.csv", HEADER.encode("utf-16")),
    "an Excel file": write("observations.csv", b"PK\x03\x04"),
    "observations in GB18030": write(
        "observations.csv", (HEADER + "a,speed,2020,1\nb,speed,2020,甲\n").encode("gb18030")
    ),
    "duplicate unit": add("units.csv", "a,甲市,Jia,\n"),
    "unit without a name": add("units.csv", "d,,,\n"),
    "no units file": remove("units.csv"),
    "unit of an unknown code list": edit("edition.yaml", "id: small", "id: small\ncodes: gbt2260/2020"),
    "sample of an unknown unit": write("samples.csv", "period,unit\n2020,z\n"),
    "constant indicator": edit(
        "observations.csv", "b,speed,2020,20\nc,speed,2020,30", "b,speed,2020,10\nc,speed,2020,10"
    ),
    "geometric mean over zero": edit("edition.yaml", "aggregate: arithmetic", "aggregate: geometric"),
    "an indicator missing everywhere": edit(
        "observations.csv", "a,speed,2020,10\nb,speed,2020,20\nc,speed,2020,30\n", "a,speed,2020,\n"
    ),
    "source that is not installed": write(
        "sources.yaml",
        "- {id: s, source: number_segments, package: phone==0.0.1, period: 2020, as_of: 2020, "
        "sha256: {phone/phone.dat: '00'}, values: {people: mobile}}\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_message(case: str, small: Path, snapshot: SnapshotAssertion) -> None:
    CASES[case](small)
    issues = check_edition(str(small))
    assert issues
    assert (
        "\n".join(line for issue in issues for line in (issue.message("en"), issue.message("zh"))) == snapshot
    )


def test_all_problems_are_told_at_once(small: Path, snapshot: SnapshotAssertion) -> None:
    for case in ("unknown key", "duplicate unit", "period that is no period", "ragged row"):
        CASES[case](small)
    assert "\n".join(issue.message("en") for issue in check_edition(str(small))) == snapshot
