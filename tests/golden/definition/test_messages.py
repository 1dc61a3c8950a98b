"""What an analyst is told of each mistake, in both languages, word for word.

Each mistake is one change of the edition in ``good/``. With ``CHENGSHU_GOLDEN=write`` the messages are written
anew: read them before they are kept.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chengshu.definition import read_definition
from chengshu.model import EditionError, Issue, Severity

HERE = Path(__file__).parent
GOLDEN = HERE / "messages.txt"

Mistake = Callable[[Path], None]


def change(old: str, new: str, file: str = "edition.yaml") -> Mistake:
    """Replace one place of a file, which must be there once."""

    def make(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    return make


def content(data: bytes, file: str = "edition.yaml") -> Mistake:
    def make(folder: Path) -> None:
        (folder / file).write_bytes(data)

    return make


def both(first: Mistake, second: Mistake) -> Mistake:
    def make(folder: Path) -> None:
        first(folder)
        second(folder)

    return make


def recode(encoding: str) -> Mistake:
    def make(folder: Path) -> None:
        path = folder / "edition.yaml"
        path.write_bytes(path.read_text(encoding="utf-8").replace("–", "-").encode(encoding))

    return make


def remove(file: str) -> Mistake:
    def make(folder: Path) -> None:
        (folder / file).unlink()

    return make


def rename(file: str, to: str) -> Mistake:
    def make(folder: Path) -> None:
        (folder / file).rename(folder / to)

    return make


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{former}'] * 9)}]\n"
    for former, name in zip("abcdefgh", "bcdefghi", strict=True)
)

MISTAKES: dict[str, Mistake] = {
    # the file itself
    "no edition.yaml": remove("edition.yaml"),
    "edition.yml": rename("edition.yaml", "edition.yml"),
    "empty file": content(b""),
    "comments alone": content("# 待填\n".encode()),
    "a list for a mapping": content(b"- id: my-index\n"),
    "a mapping for a list": content(b"id: segments\n", "sources.yaml"),
    "utf-16": recode("utf-16"),
    "utf-16 without mark": recode("utf-16-le"),
    "big5": content("id: my-index\ntitle: {zh: 城市數位經濟指數與縣域, en: Index}\n".encode("big5")),
    "damaged utf-8": content(
        "id: my-index\ntitle: {zh: 城市数字经济指数与县域".encode()[:-1] + b", en: Index}\n"
    ),
    "an Excel file": content(b"PK\x03\x04\x14\x00\x06\x00"),
    "too large": content(b"# " + b"x" * 4_000_000),
    "billion laughs": content(BOMB.encode()),
    "nested too deeply": content(b"id: " + b"[" * 100_000),
    "tab": change("  id: total", "\tid: total"),
    "unclosed brace": change("{zh: 示例, en: An example}", "{zh: 示例, en: An example"),
    "full-width comma": change("{zh: 示例, en: An example}", "{zh: 示例， en: An example}"),
    "full-width colon in braces": change("{zh: 示例, en: An example}", "{zh: 示例, en：An example}"),
    "full-width colon": change("id: my-index\n", "id：my-index\n"),
    "colon in a text": change("  source: number_segments", "  source: number: segments", "sources.yaml"),
    "no colon": change("unit_kind: city", "unit_kind city"),
    "indentation": change("  - screen: {require: 0.66}", "   - screen: {require: 0.66}"),
    "a character that needs quotes": change("as_of: 2020-12", "as_of: @2020"),
    "control character": change("as_of: 2020-12", "as_of: 2020\x07"),
    "an alias of nothing": change("as_of: 2020-12", "as_of: *date"),
    "a tag": change("as_of: 2020-12", "as_of: !!str 2020-12"),
    "several documents": change("pipeline:\n", "---\npipeline:\n"),
    "duplicate key": change("unit_kind: city", "unit_kind: city\nunit_kind: county"),
    "a list as key": change("unit_kind: city", "[unit_kind]: city"),
    # shapes
    "unknown key": change("notice:", "notise:"),
    "unknown key far from any": change("notice:", "slogan:"),
    "unknown key of an indicator": change("          transform: log", "          transfrom: log"),
    "missing key": change("  name: {zh: 总指数, en: Index}\n", ""),
    "missing key of the edition": change(
        "title: {zh: 城市数字经济指数, en: Urban Digital Economy Index}\n", ""
    ),
    "an indicator without id": change("- id: ipv4\n          name", "- name"),
    "bare text": change("{zh: 城市数字经济指数, en: Urban Digital Economy Index}", "城市数字经济指数"),
    "bare English text": change("{zh: 示例, en: An example}", "An example"),
    "unquoted comma": change('"IPv4 addresses per 10,000 people"', "IPv4 addresses per 10,000 people"),
    "empty text": change("{zh: 示例, en: An example}", '{zh: "", en: }'),
    "missing English": change("{zh: 示例, en: An example}", "{zh: 示例}"),
    "missing Chinese": change("name: {zh: 总指数, en: Index}", "name: {en: Index}"),
    "empty value": change("id: my-index", "id:"),
    "bad id": change("id: my-index", "id: 我的指数"),
    "a list for a text": change("unit_kind: city", "unit_kind: [city]"),
    "text for a list": change("aggregates_only: [2019]", "aggregates_only: 2019"),
    "bad period": change("aggregates_only: [2019]", "aggregates_only: [2019-13]"),
    "bad date": change("as_of: 2020-12", "as_of: 2020年12月"),
    "bad codes": change("unit_kind: city", "codes: gbt2260"),
    "unknown unit kind": change("unit_kind: city", "unit_kind: town"),
    "scale upside down": change("scale: [0, 100]", "scale: [100, 0]"),
    # pipeline and overrides
    "unknown step": change("  - denominate\n", "  - denominator\n"),
    "a method for a step": change("  - weigh: {method: declared}", "  - minmax"),
    "repeated step": change(
        "  - weigh: {method: declared}", "  - weigh: {method: declared}\n  - treat: none"
    ),
    "two steps in one item": change(
        "  - weigh: {method: declared}", "  - {weigh: declared, screen: {require: 1}}"
    ),
    "step after the end": both(
        change("  - weigh: {method: declared}\n", ""),
        change("  - rank: {ties: min, decimals: 1}", "  - rank: {ties: min, decimals: 1}\n  - weigh: equal"),
    ),
    "no aggregate": change("  - aggregate: {method: arithmetic, missing: skip}\n", ""),
    "aggregate without method": change("aggregate: {method: arithmetic, missing: skip}", "aggregate"),
    "unknown method": change("normalise: {method: minmax}", "normalise: min-max"),
    "method far from any": change("normalise: {method: minmax}", "normalise: {method: sigmoid}"),
    "share above one": change("{require: 0.66}", "{require: 66}"),
    "percent": change("{require: 0.66}", "{require: 66%}"),
    "unknown scope": change("{method: group_median, by: province}", "{method: median, scope: yearly}"),
    "unknown missing": change("missing: skip", "missing: drop"),
    "options of transform": change("  - transform\n", "  - transform: log\n"),
    "option of another method": change("normalise: {method: minmax}", "normalise: {method: minmax, low: 0}"),
    "group without column": change("{method: group_median, by: province}", "group_median"),
    "override without its step": change("  - transform\n", ""),
    "denominator without its step": change("  - denominate\n", ""),
    "goalposts upside down": change("low: 100, high: 20000", "low: 20000, high: 100"),
    "goalposts missing": change("low: 100, high: 20000, ", "low: 100, "),
    "fractional decimals": change("decimals: 1", "decimals: 0.5"),
    # tree
    "duplicate id": change("- id: outages", "- id: ipv4"),
    "id of a node and a context item": change("{id: population,", "{id: services,"),
    "children and indicators": change(
        "      impute: none\n",
        "      impute: none\n      children: [{id: a, name: {zh: 甲, en: A}, indicators: []}]\n",
    ),
    "nothing below": change(
        "      weight: 0.75\n      impute: none\n      indicators:", "      weight: 0.75\n      rest:"
    ),
    "negative weight": change("weight: 0.25", "weight: -0.25"),
    "text for a weight": change("weight: 0.25", 'weight: "0.25"'),
    "weights all zero in a period": both(
        change("          transform: log\n", "          transform: log\n          weight: 0\n"),
        change("{2019: 1, 2020: 2}", "{2019: 0, 2020: 2}"),
    ),
    "weights all zero": both(change("weight: 0.25", "weight: 0"), change("weight: 0.75", "weight: 0")),
    "unknown denominator": change("{by: population, per: 10000}", "{by: populaton, per: 10000}"),
    "denominator of zero": change("per: 10000", "per: 0"),
    "unknown level": change("adopted: [built, effective]", "adopted: [build, effective]"),
    "level outside the scale": change("effective: 100", "effective: 120"),
    "level without score": change("planned: 30", "planned: thirty"),
    "graded and normalised": change(
        "          adopted: [built, effective]",
        "          adopted: [built, effective]\n          normalise: minmax",
    ),
    # tiers, scenarios, chapters
    "bounds not falling": change("from: 65}", "from: 85}"),
    "band without bound": change(", from: 65}", "}"),
    "last band with bound": change(
        "name: {zh: 三线, en: Third tier}}", "name: {zh: 三线, en: Third tier}, from: 40}"
    ),
    "bounds of quantiles": change("  method: thresholds", "  method: quantile"),
    "scenario without file": remove("scenarios/low-growth.csv"),
    "unknown chapter": change("  regions: {", "  region: {"),
    "unknown node of a chapter": change("rows: infrastructure", "rows: infrastruktur"),
    "unknown plan": change("clusters: plan-2020", "clusters: plan-2021"),
    "uncertainty is a number": change("uncertainty: {draws: 1000}", "uncertainty: 1000"),
    "unread file": rename("cases.yaml", "case.yaml"),
    # sources, clusters, cases, published
    "package without version": change("package: phone==0.4.5", "package: phone", "sources.yaml"),
    "package and dataset": change("  dataset: covid-2020", "  dataset: a\n  package: a==1", "sources.yaml"),
    "bad sha256": change("cb17a69eafa68d77", "CB17A69EAFA68D77", "sources.yaml"),
    "unknown indicator of a source": change("{ipv4: mobile}", "{ipv6: mobile}", "sources.yaml"),
    "source without period": change("  period: 2020\n", "", "sources.yaml"),
    "unknown purpose": change("for: epidemic", "for: epidemics", "sources.yaml"),
    "repeated member": change("from: 2019-07}", "from: 2019-03}", "clusters.yaml"),
    "dates reversed": change("from: 2018, to: 2019-06", "from: 2020, to: 2019-06", "clusters.yaml"),
    "share of a member": change("share: 0.5", "share: 50", "clusters.yaml"),
    "kind of place": change("place_kind: city", "place_kind: town", "cases.yaml"),
    "unknown class": change("expected: 按构造一致", "expected: 构造一致", "published.yaml"),
    "flywheel is a list": content(b"- levers\n", "flywheel.yaml"),
}


def issues_of(folder: Path) -> tuple[Issue, ...]:
    """What is said of a folder, the notes on later releases left out."""
    try:
        issues = read_definition(folder).issues
    except EditionError as error:
        issues = error.issues
    return tuple(issue for issue in issues if issue.code != "computed_later")


def told(name: str, folder: Path) -> str:
    lines = [issue.message(language) for issue in issues_of(folder) for language in ("en", "zh")]
    return "\n".join([f"# {name}", *lines])


def broken(folder: Path, mistake: Mistake) -> Path:
    copy = folder / "edition"
    shutil.copytree(HERE / "good", copy)
    mistake(copy)
    return copy


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if os.environ.get("CHENGSHU_GOLDEN") == "write":
        parts = [
            told(name, broken(tmp_path_factory.mktemp("golden"), mistake))
            for name, mistake in MISTAKES.items()
        ]
        GOLDEN.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    parts = GOLDEN.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    return {part.split("\n", 1)[0].removeprefix("# "): part for part in parts}


def test_the_edition_that_is_changed_is_good() -> None:
    assert issues_of(HERE / "good") == ()


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_word_for_word(name: str, tmp_path: Path, golden: dict[str, str]) -> None:
    assert told(name, broken(tmp_path, MISTAKES[name])) == golden[name]


def test_every_golden_message_has_its_mistake(golden: dict[str, str]) -> None:
    assert list(golden) == list(MISTAKES)


def test_ten_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    folder = broken(tmp_path, lambda _: None)
    changes = (
        ("id: my-index", "id: 我的", 1),
        ("notice:", "notise:", 4),
        ("unit_kind: city", "unit_kind: town", 6),
        ("  - denominate\n", "  - denominator\n", 9),
        ("normalise: {method: minmax}", "normalise: min-max", 14),
        ("weight: 0.25", "weight: -1", 24),
        ("low: 100, high: 20000", "low: 20000, high: 100", 33),
        ("- id: outages", "- id: ipv4", 34),
        ("adopted: [built, effective]", "adopted: [build, effective]", 50),
        ("from: 65}", "from: 85}", 57),
    )
    for old, new, _ in changes:
        change(old, new)(folder)
    change("package: phone==0.4.5", "package: phone", "sources.yaml")(folder)
    errors = [issue for issue in issues_of(folder) if issue.severity is Severity.ERROR]
    found = [(issue.where.file, issue.where.line) for issue in errors]
    assert found == sorted(found)
    assert found == [*(("edition.yaml", line) for _, _, line in changes), ("sources.yaml", 3)]
