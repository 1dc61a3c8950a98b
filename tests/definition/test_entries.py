from pathlib import Path

from chengshu.definition import read_definition
from chengshu.model import Case, Member, PublishedLine, SourceUse, Text


def test_sources_know_their_line(edition: Path) -> None:
    segments, cases = read_definition(edition).sources
    assert segments == SourceUse(
        id="segments",
        source="number_segments",
        package="phone==0.4.5",
        sha256={"phone/phone.dat": "cb17a69eafa68d7706cfcc68d47cdf165ea916e9d5c476b4dd5f06cf74aed23d"},
        period="2020",
        as_of="2020-12",
        values={"ipv4": "mobile"},
        title=Text("手机号段", "Number segments"),
        line=1,
    )
    assert (cases.dataset, cases.series, cases.purpose, cases.line) == (
        "covid-2020",
        "covid_cases",
        "epidemic",
        9,
    )


def test_membership_is_dated_and_may_be_in_part(edition: Path) -> None:
    (cluster,) = read_definition(edition).clusters
    assert (cluster.id, cluster.plan, cluster.as_of) == ("jjj", "plan-2020", "2020")
    assert cluster.members == (
        Member("S-001"),
        Member("S-002", "2018", "2019-06", 0.5, Text("部分", "In part")),
        Member("S-002", "2019-07"),
    )


def test_codes_keep_leading_zeros(edition: Path) -> None:
    (edition / "clusters.yaml").write_text(
        "- {id: a, plan: plan-2020, name: {zh: 甲, en: A}, source: s, as_of: 2020, members: [{code: 010}]}\n",
        encoding="utf-8",
    )
    assert read_definition(edition).clusters[0].members == (Member("010"),)


def test_a_case_is_read(edition: Path) -> None:
    assert read_definition(edition).cases == (
        Case("case-1", Text("案例", "A case"), "S-001", "city", field_="health", date="2020-02"),
    )


def test_a_published_line_keeps_the_figure_as_printed(edition: Path) -> None:
    assert read_definition(edition).published == (
        PublishedLine(
            id="top",
            kind="number",
            quote="得分为90.5",
            place="第3页",
            printed="90.5",
            reading=Text("最高分", "The highest score"),
            computes={"chapter": "tiers", "path": "top.1", "round": 1, "op": "eq"},
            expected="by_construction",
        ),
    )
