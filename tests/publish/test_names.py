import pytest

from chengshu.model import Text, Unit
from chengshu.publish.names import counted, found_by, place_name, shortened, shown, unit_name


@pytest.mark.parametrize(
    "mark", ["\u202a", "\u202e", "\u2066", "\u2069", "\x00", "\x1b", "\x9f", "\ufffe", "\ud800"]
)
def test_marks_that_turn_or_hide_text_are_not_shown(mark: str) -> None:
    assert shown(f"a{mark}b") == "ab"


def test_other_scripts_and_their_marks_stay() -> None:
    assert shown("ئۈرۈمچى\u200f شەھىرى") == "ئۈرۈمچى\u200f شەھىرى"


def test_long_names_are_cut() -> None:
    assert shortened("长" * 10_000) == "长" * 59 + "…"
    assert shortened("长" * 60) == "长" * 60


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("香港特别行政区", "Hong Kong, China"),
        ("Macau", "Macao, China"),
        ("台湾省", "Taiwan, China"),
        ("台湾", "Taiwan, China"),
        ("内蒙古自治区", "Inner Mongolia"),
        ("湖北省 仙桃市", "Hubei 仙桃市"),
        ("不在表中", "不在表中"),
    ],
)
def test_places_in_english(name: str, english: str) -> None:
    assert place_name(name, "en") == english
    assert place_name(name, "zh") == name


def test_a_unit_without_a_name_in_the_language_shows_the_other_one() -> None:
    assert unit_name(Unit("1", Text("只有中文")), "en") == "只有中文"
    assert unit_name(Unit("1", Text()), "zh") == "1"


def test_readers_find_a_unit_by_names_pinyin_and_code() -> None:
    words = found_by(Unit("310000", Text("上海市", "Shanghai"), short="沪", pinyin="shanghai"))
    for asked in ("上海", "shang", "沪", "3100"):
        assert asked in words


@pytest.mark.parametrize("kind", ["city", "county", "district", "country", "something_else"])
def test_units_are_counted_in_words(kind: str) -> None:
    assert counted(2, kind, "zh").startswith("2个")
    assert counted(1, kind, "en") != counted(2, kind, "en").replace("2", "1")
