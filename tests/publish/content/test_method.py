from dataclasses import replace
from typing import Any

import numpy as np

from chengshu.model import SourceUse, Text
from chengshu.publish.content.method import read_cards, read_carried, source_name


def test_a_card_tells_parent_weights_sources_dates_and_blanks(factory: Any) -> None:
    made = factory.sample(3)
    values = made.edition.panel.values.copy()
    values[0, 1, 2] = np.nan
    edition = replace(made.edition, panel=replace(made.edition.panel, values=values))
    cards = read_cards(edition, made.scores, "2023")
    assert [card.indicator.id for card in cards] == ["i0", "i1", "i2", "i3"]
    card = cards[2]
    assert (card.parent.en, card.declared, card.effective, card.blank) == ("Use", 0.3, 0.3, 1)
    assert card.origins == (Text("样例登记表", "Sample register"),)
    assert card.dates == ("2023-12",)


def test_dates_are_the_first_and_the_last(factory: Any) -> None:
    made = factory.sample(3)
    as_of = made.edition.panel.as_of.copy()
    as_of[0, :, 0] = [2, 0, 1]
    panel = replace(made.edition.panel, as_of=as_of, dates=("2022-06", "2023-12", "2021"))
    assert read_cards(replace(made.edition, panel=panel), None, "2023")[0].dates == ("2021", "2023-12")


def test_without_scores_weights_are_blank(factory: Any) -> None:
    card = read_cards(factory.sample(2).edition, None, "2023")[0]
    assert np.isnan([card.declared, card.effective]).all()


def test_carried_variables_and_names_of_sources(factory: Any) -> None:
    carried = read_carried(factory.sample(2).edition, "2023")
    assert [(item.id, item.unit.en, item.dates) for item in carried] == [
        ("population", "persons", ("2023-12",))
    ]
    assert source_name(SourceUse("plain", "x")) == Text("plain", "plain")
