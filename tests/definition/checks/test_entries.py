from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_cases, check_clusters, check_published, check_sources
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]

EDITION = "index: {id: t, indicators: [{id: ipv4}]}\ncontext: [{id: population}]\n"


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ("- {id: a, package: p==1, period: 2020, values: {ipv4: x, population: y}}", []),
        ("- {id: a, package: p==1}\n- {id: a, dataset: d}", ["duplicate_id"]),
        ("- {id: a}", ["source_origin"]),
        ("- {id: a, package: p==1, dataset: d}", ["source_origin"]),
        ("- {id: a, dataset: d, values: {ipv4: x}}", ["missing_key"]),
        ("- {id: a, dataset: d, period: 2020, values: {ipv6: x}}", ["unknown_indicator"]),
        (
            "- {id: a, dataset: d, period: 2020, values: {ipv4: x}}\n"
            "- {id: b, dataset: d, period: 2020, values: {ipv4: x}}",
            ["yielded_twice"],
        ),
        (
            "- {id: a, dataset: d, period: 2020, values: {ipv4: x}}\n"
            "- {id: b, dataset: d, period: 2021, values: {ipv4: x}}",
            [],
        ),
    ],
)
def test_sources(spot: ReadSpot, entries: str, codes: list[str]) -> None:
    assert [issue.code for issue in check_sources(spot(entries), spot(EDITION))] == codes


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        ("[{code: a}, {code: b}]", []),
        ("[]", ["no_members"]),
        ("[{code: a}, {code: a}]", ["repeated_member"]),
        ("[{code: a, to: 2019-06}, {code: a, from: 2019-07}]", []),
        ("[{code: a, to: 2019}, {code: a, from: 2019-07}]", []),
        ("[{code: a, to: 2019-08}, {code: a, from: 2019-07}]", ["repeated_member"]),
        ("[{code: a, from: 2019-07}, {code: a, to: 2018}]", []),
        ("[{code: a, from: 2020, to: 2019}]", ["dates_reversed"]),
        ("[{code: a, from: 2019-05, to: 2019}]", []),
        ("[{code: a, from: 2019-Q4, to: 2019-11}]", []),
        ("[{code: a, from: 2020-Q1, to: 2019-11}]", ["dates_reversed"]),
    ],
)
def test_members_are_dated_and_do_not_overlap(spot: ReadSpot, members: str, codes: list[str]) -> None:
    assert [issue.code for issue in check_clusters(spot(f"- {{id: c, members: {members}}}"))] == codes


def test_a_unit_may_be_in_several_clusters(spot: ReadSpot) -> None:
    text = "- {id: one, members: [{code: a}]}\n- {id: two, members: [{code: a}]}\n"
    assert list(check_clusters(spot(text))) == []


def test_cases_have_ids_of_their_own(spot: ReadSpot) -> None:
    assert [issue.where.line for issue in check_cases(spot("- {id: a}\n- {id: b}\n- {id: a}\n"))] == [3]


def test_a_published_figure_is_printed_somewhere(spot: ReadSpot) -> None:
    text = "- {id: a, kind: number}\n- {id: b, kind: statement}\n- {id: c, kind: count, printed: 10}\n- {id: c}\n"
    assert [(issue.code, issue.where.line) for issue in check_published(spot(text))] == [
        ("duplicate_id", 4),
        ("missing_key", 1),
    ]
