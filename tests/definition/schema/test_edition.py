from collections.abc import Callable

from chengshu.definition.places import Spot
from chengshu.definition.problems import validate
from chengshu.definition.schema import EditionFile

ReadSpot = Callable[[str], Spot]

HEAD = "id: a\ntitle: {zh: 甲, en: A}\n"


def test_id_and_title_suffice(spot: ReadSpot) -> None:
    entry, issues = validate(EditionFile, spot(HEAD))
    assert issues == ()
    assert entry is not None
    assert (entry.unit_kind, entry.scale, entry.index) == ("city", None, None)


def test_a_band_has_its_bounds_under_their_own_names(spot: ReadSpot) -> None:
    text = f"{HEAD}tiers: {{method: thresholds, bands: [{{id: x, name: {{zh: 甲}}, from: 65}}]}}\n"
    entry, _ = validate(EditionFile, spot(text))
    assert entry is not None
    assert entry.tiers is not None
    assert entry.tiers.bands[0].start == 65


def test_the_name_inside_the_program_is_not_a_key(spot: ReadSpot) -> None:
    text = f"{HEAD}tiers: {{method: thresholds, bands: [{{id: x, name: {{zh: 甲}}, start: 65}}]}}\n"
    assert [issue.code for issue in validate(EditionFile, spot(text))[1]] == ["unknown_key"]


def test_codes_name_their_year(spot: ReadSpot) -> None:
    assert validate(EditionFile, spot(f"{HEAD}codes: gbt2260/2020\n"))[1] == ()
    assert [issue.code for issue in validate(EditionFile, spot(f"{HEAD}codes: gbt2260/20\n"))[1]] == [
        "bad_codes"
    ]
