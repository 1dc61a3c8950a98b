"""Every method has a card, every card its section in the docs."""

import pytest

from chengshu.index import method_cards
from chengshu.index.aggregate import AGGREGATORS
from chengshu.index.impute import IMPUTERS
from chengshu.index.normalise import NORMALISERS
from chengshu.index.rank import BANDINGS, RANKINGS
from chengshu.index.transform import TRANSFORMATIONS
from chengshu.index.treat import TREATMENTS
from chengshu.index.weigh import WEIGHERS
from chengshu.model import STEP_NAMES, MethodCard, ScreenCount

REGISTRIES = {
    "screen": ScreenCount,
    "impute": IMPUTERS,
    "treat": TREATMENTS,
    "transform": TRANSFORMATIONS,
    "normalise": NORMALISERS,
    "weigh": WEIGHERS,
    "aggregate": AGGREGATORS,
    "rank": RANKINGS,
    "tier": BANDINGS,
}


def named(card: MethodCard) -> str:
    return f"{card.verb}-{card.name}"


@pytest.mark.parametrize("verb", REGISTRIES)
def test_every_method_has_a_card_and_every_enum_member_a_kernel(verb: str) -> None:
    registry = list(REGISTRIES[verb])
    assert set(registry) == set(type(registry[0]))
    assert [card.name for card in method_cards() if card.verb == verb] == [
        method.value for method in registry
    ]


def test_every_step_has_cards_and_the_tiers_come_last() -> None:
    verbs = list(dict.fromkeys(card.verb for card in method_cards()))
    assert set(verbs) == {*STEP_NAMES.values(), "tier"}
    assert verbs[-1] == "tier"


@pytest.mark.parametrize("card", method_cards(), ids=named)
def test_a_card_is_whole_in_both_languages(card: MethodCard) -> None:
    for text in (card.title, card.summary, card.caution):
        assert text.zh
        assert text.en
    assert card.summary.zh.endswith("。")
    assert card.summary.en.endswith(".")
    assert card.formula
    assert card.reference
    assert card.example.count("→") == 1


@pytest.mark.parametrize("card", method_cards(), ids=named)
def test_a_card_has_its_section_in_the_docs(card: MethodCard, page) -> None:
    heading = f"## `{card.name}` · {card.title.zh} · {card.title.en}\n"
    text = page(card.verb)
    assert text.count(heading) == 1
    section = text.split(heading)[1].split("\n## ")[0]
    for part in (card.summary.zh, card.summary.en, card.caution.zh, card.caution.en, card.reference):
        assert part in section
    assert f"`{card.formula}`" in section
    assert f"`{card.example}`" in section
    assert ">>>" in section
