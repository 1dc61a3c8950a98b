"""Write the names in Latin letters of the prefecture-level units of one year: ``code,name_en,pinyin``.

    python tools/romanise [--year 2020] [--out src/chengshu/editions/open-registry/units.csv]

`pinyin` is the Hanyu Pinyin of the short name without tones and breaks, in small letters, v for ü, so that it can be
typed. `name_en` is the short name without its kind (市, 地区, 盟, 自治州), spelled by the rules for Chinese place names
(中国地名汉语拼音字母拼写规则): one word with a capital, ü kept, an apostrophe before a, e and o inside the word.
``names.csv`` lists the names that are not spelled so, each with its source: names of Mongolian, Tibetan and Uygur
origin, and polyphones. Names that would otherwise be the same carry their province in brackets, all of them.
``readings.csv`` holds one reading a character (drafted with pypinyin 0.55 and read through); a character that is not
there is named, and nothing is written.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from chengshu.ingest.sources import official_units
from chengshu.model import Unit

HERE = Path(__file__).resolve().parent
EDITION = HERE.parents[1] / "src" / "chengshu" / "editions" / "open-registry" / "units.csv"
POLYPHONES = {"341500": "luan"}


def main() -> int:
    arguments = _parser().parse_args()
    readings = _table("readings.csv", "character", "reading")
    names = _table("names.csv", "code", "name_en")
    units = official_units(arguments.year).items
    unread = sorted({character for unit in units for character in unit.short} - set(readings))
    if unread:
        print(f"readings.csv has no reading for {' '.join(unread)}", file=sys.stderr)
        return 1
    _write(arguments.out, romanise(units, readings, names))
    return 0


def romanise(
    units: Iterable[Unit], readings: Mapping[str, str], names: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Code, English name and typed pinyin of each unit."""
    items = list(units)
    spelled = {unit.code: names.get(unit.code) or spell(unit.short, readings) for unit in items}
    often = Counter(spelled.values())
    rows = []
    for unit in items:
        name = spelled[unit.code]
        if often[name] > 1:
            name = f"{name} ({_province(unit, readings, names)})"
        rows.append((unit.code, name, POLYPHONES.get(unit.code) or typed(unit.short, readings)))
    return rows


def spell(name: str, readings: Mapping[str, str]) -> str:
    """A name as one word: a capital, ü kept, an apostrophe before a, e and o."""
    syllables = [readings[character] for character in name]
    joined = syllables[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in syllables[1:])
    return joined[0].upper() + joined[1:]


def typed(name: str, readings: Mapping[str, str]) -> str:
    """A name as it is typed: small letters without breaks, v for ü."""
    return "".join(readings[character] for character in name).replace("ü", "v")


def _province(unit: Unit, readings: Mapping[str, str], names: Mapping[str, str]) -> str:
    name = unit.groups["province"].removesuffix("省").removesuffix("壮族自治区")
    return names.get(unit.parent) or spell(name, readings)


def _table(file: str, key: str, value: str) -> dict[str, str]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return {row[key]: row[value] for row in csv.DictReader(lines)}


def _write(path: Path, rows: Iterable[tuple[str, str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("code", "name_en", "pinyin"))
        writer.writerows(rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="romanise", description="Names of cities in Latin letters.")
    parser.add_argument("--year", type=int, default=2020)
    parser.add_argument("--out", type=Path, default=EDITION)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
