"""One page, as HTML: what it says is true for every kind of edition."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from chengshu.model import LANGUAGES, Language, Scores, Status, Text
from chengshu.publish.marks import ILLUSTRATIVE_MARK
from chengshu.publish.site.page import page, read_shown

VOID = {"meta", "link", "input", "br"}


class Reader(HTMLParser):
    """Checks that tags are closed in order, and gathers ids, links, captions and text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))


def read(
    made: Any, language: Language = "zh", *, scores: Scores | None = None, indexed: bool = True
) -> Reader:
    found = (scores or made.scores) if indexed else None
    shown = read_shown(made.edition, found)
    html = page(made.edition, found, shown, {"run": "r1"}, Path("nowhere"), LANGUAGES, language)
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    anchors = {link[1:] for link in reader.links if link.startswith("#")}
    assert anchors <= set(reader.ids), anchors - set(reader.ids)
    assert "style" not in reader.attributes
    assert not {name for name in reader.attributes if name.startswith("on")}
    return reader


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_is_readable_in_the_page(factory: Any, language: Language) -> None:
    made = factory.screened(factory.sample(30), "S-007")
    text = read(made, language).text
    for unit in made.edition.units.items:
        assert unit.name.get(language) in text
    assert {"zh": "未计分：有数据的指标不足五成。", "en": "no score: Fewer than half"}[language] in text
    assert {"zh": "名次区间尚未计算", "en": "Rank intervals are not yet computed"}[language] in text


def test_ties_are_said(factory: Any) -> None:
    made = factory.sample(12)
    ranks = made.scores.ranks.copy()
    ranks[0, ranks[0, :, 0] == 2, 0] = 1
    tied = replace(made.scores, ranks=ranks)
    assert "并列1" in read(made, scores=tied).text
    assert "=1" in read(made, "en", scores=tied).text
    assert "并列" not in read(made).text.replace("取其中最小名次", "")


def test_ties_beyond_the_tenth_are_counted(factory: Any) -> None:
    made = factory.sample(13)
    ranks = made.scores.ranks.copy()
    ranks[0, ranks[0, :, 0] > 9, 0] = 10
    assert "另有3个与表中末位名次并列" in read(made, scores=replace(made.scores, ranks=ranks)).text


def test_an_edition_without_index_says_so_and_shows_its_sources(factory: Any) -> None:
    made = factory.change(factory.sample(3), tiers=None)
    bare = replace(made.edition.framework, index=None)
    edition = replace(made.edition, definition=replace(made.edition.definition, framework=bare))
    columns = replace(made.edition.panel, indicators=("i0", "i1", "i2", "i3", "population"))
    found = read(replace(made, edition=replace(edition, panel=columns)), indexed=False)
    assert "本版没有定义指数" in found.text
    assert "样例登记表" in found.text
    assert "svg" not in found.tags
    assert "要点" not in found.text


def test_all_scores_blank(factory: Any) -> None:
    made = factory.screened(factory.sample(1), "S-001")
    found = read(made)
    assert "均未计分" in found.text
    assert "curve" not in found.ids
    assert "leading" not in found.ids
    assert "groups" not in found.ids
    assert "nan" not in found.text.lower()


def test_one_unit_has_no_leaders_and_no_fall(factory: Any) -> None:
    found = read(factory.sample(1), "en")
    assert "This period covers 1 city, which has a score." in found.text
    assert "leading" not in found.ids
    assert "greatest fall" not in found.text


def test_without_tiers_nothing_is_said_of_groups(factory: Any) -> None:
    found = read(factory.change(factory.sample(8), tiers=None))
    assert "分组" not in found.text
    assert "groups" not in found.ids


def test_several_periods_stand_beside_each_other(factory: Any) -> None:
    found = read(factory.sample(6, ("2019", "2020")))
    assert "各期概况" in found.text
    assert "2019年" in found.text
    assert "各期合并计算" in found.text
    assert "periods" not in read(factory.sample(6)).ids


def test_periods_with_aggregates_only_leave_no_unit_in_the_page(factory: Any) -> None:
    made = factory.change(factory.sample(6), aggregates_only=("2023",))
    for language in LANGUAGES:
        found = read(made, language)
        assert "S-0" not in found.text
        assert "ranking" not in found.ids
    assert "本版各期都只公布汇总数" in read(made).text
    assert "本期只公布汇总数" in read(made).text


def test_an_empty_sample_is_told(factory: Any) -> None:
    made = factory.sample(2)
    empty = replace(made.edition, panel=replace(made.edition.panel, sample=np.zeros((1, 2), bool)))
    scores = replace(made.scores, sample=empty.panel.sample, values=np.full_like(made.scores.values, np.nan))
    assert "样本中没有评价单元" in read(replace(made, edition=empty), scores=scores).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mark_stands_above_in_figures_and_in_every_caption(factory: Any, language: Language) -> None:
    made = factory.sample(12, status=Status.ILLUSTRATIVE)
    found = read(made, language)
    assert found.text.count(ILLUSTRATIVE_MARK.get(language)) >= 2 + found.tags.count("caption")
    assert found.text.index(ILLUSTRATIVE_MARK.get(language)) < found.text.index(
        made.edition.framework.title.get(language), 20
    )
    assert ILLUSTRATIVE_MARK.get(language) not in read(factory.sample(12), language).text


def test_every_table_has_a_caption_and_heads_with_a_scope(factory: Any) -> None:
    found = read(factory.sample(12))
    assert found.tags.count("caption") == found.tags.count("table") > 5
    assert {"main", "nav", "header", "footer", "h1"} <= set(found.tags)
    assert found.tags.count("h1") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(factory: Any, language: Language) -> None:
    made = factory.hostile(factory.sample(10))
    found = read(made, language)
    assert found.tags.count("script") == 1
    assert "window.broken" in found.text
    assert not any(link.startswith("javascript:") for link in found.links)
    assert "\u202e" not in found.text
    assert "\u2066" not in found.text


def test_text_in_the_other_language_is_marked(factory: Any) -> None:
    made = factory.sample(3)
    definition = replace(made.edition.framework, notice=Text("只有中文。"))
    edition = replace(made.edition, definition=replace(made.edition.definition, framework=definition))
    shown = read_shown(edition, made.scores)
    html = page(edition, made.scores, shown, {}, Path("nowhere"), LANGUAGES, "en")
    assert '<bdi lang="zh-CN">只有中文。</bdi>' in html
