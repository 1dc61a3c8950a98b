"""What is declared in data is complete and unambiguous."""

from collections import Counter
from itertools import combinations

import pytest

from chengshu.ingest.sources.places import official_units
from chengshu.ingest.sources.rules import (
    CARRIER,
    CLOUD,
    EDUCATION,
    FOREIGN,
    aliases,
    label_classes,
    number_rules,
    short_names,
)

COUNTING = ("number_segments", "ipv4_ranges")


@pytest.mark.parametrize("source", COUNTING)
def test_an_alias_leads_to_a_unit_of_2020_or_gives_its_reason(source: str) -> None:
    units = official_units(2020)
    declared = aliases(source)
    assert declared
    assert [alias.place for alias in declared if alias.code and alias.code not in units] == []
    assert [alias.place for alias in declared if not (alias.reason.zh and alias.reason.en)] == []
    assert max(Counter((alias.province, alias.place) for alias in declared).values()) == 1


def test_each_label_is_in_one_class() -> None:
    classes = label_classes()
    counts = Counter(label for kind in classes.values() for label in kind.labels)
    assert [label for label, count in counts.items() if count > 1] == []
    assert {CARRIER, EDUCATION, CLOUD, FOREIGN} <= set(classes)
    assert all(kind.name.zh and kind.name.en for kind in classes.values())


def test_the_carriers_are_the_four_of_the_definition() -> None:
    assert set(label_classes()[CARRIER].labels) == {"电信", "联通", "移动", "铁通"}


def test_prefix_groups_do_not_overlap_and_are_referenced() -> None:
    groups = number_rules().groups
    for first, second in combinations(groups.values(), 2):
        clashes = [
            (a, b) for a in first.prefixes for b in second.prefixes if a.startswith(b) or b.startswith(a)
        ]
        assert clashes == [], (first.id, second.id)
    for group in groups.values():
        assert group.reference.zh
        assert group.reference.en
        assert set(group.unconfirmed) <= set(group.prefixes)


def test_things_and_virtual_operators_have_the_prefixes_of_the_definition() -> None:
    groups = number_rules().groups
    assert groups["iot"].prefixes == (*(str(n) for n in range(140, 150)), "172")
    assert groups["virtual"].prefixes == ("162", "165", "167", "170", "171")


def test_a_pattern_matches_the_beginning_only() -> None:
    pattern = number_rules().pattern("satellite")
    assert pattern == "^(?:1349|174|1619)"


def test_short_names_are_of_units_of_2020() -> None:
    units = official_units(2020)
    assert all(code in units and units[code].short == short for code, short in short_names().items())
