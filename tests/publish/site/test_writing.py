"""The words of the pages exist in both languages, for everything that the model can say."""

import re

import pytest
from jinja2 import UndefinedError

from chengshu.model import (
    LANGUAGES,
    STEP_NAMES,
    Aggregator,
    BandMethod,
    Imputer,
    Language,
    Normaliser,
    ScopeKind,
    ScreenCount,
    Severity,
    Status,
    Text,
    Ties,
    Transformation,
    Treatment,
    Weigher,
)
from chengshu.publish.site.writing import headline, said, short_number, web_address, writing


def module(language: Language, name: str, **context: object) -> object:
    return writing(language, "city").get_template(f"texts/{name}.{language}.j2").make_module(context)


def names(found: object) -> dict[str, object]:
    return {name: value for name, value in vars(found).items() if not name.startswith("_")}


def test_both_languages_have_the_same_words() -> None:
    chinese, english = (names(module(language, "words")) for language in LANGUAGES)
    assert chinese.keys() == english.keys()
    for name, words in chinese.items():
        other = english[name]
        if isinstance(words, dict) and isinstance(other, dict):
            assert words.keys() == other.keys(), name
    assert names(module("zh", "method")).keys() == names(module("en", "method")).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_a_closed_set_has_words(language: Language) -> None:
    method, words = names(module(language, "method")), names(module(language, "words"))
    for table, members in (
        (method["imputers"], Imputer),
        (method["treatments"], Treatment),
        (method["transformations"], Transformation),
        (method["normalisers"], Normaliser),
        (method["ties"], Ties),
        (method["tier_method"], BandMethod),
        (words["severity"], Severity),
    ):
        assert isinstance(table, dict)
        assert set(table) == {member.value for member in members}
    statuses = words["statuses"]
    assert isinstance(statuses, dict)
    assert set(statuses) == {status.label for status in Status}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_a_sentence(language: Language) -> None:
    written = (
        writing(language, "city").loader.get_source(writing(language, "city"), f"texts/method.{language}.j2")
    )[0]
    assert set(re.findall(r'name == "(\w+)"', written)) == set(STEP_NAMES.values())


@pytest.mark.parametrize("members", [Aggregator, Weigher, ScreenCount, ScopeKind])
def test_the_sets_that_sentences_tell_apart_by_hand_have_not_grown(members: type) -> None:
    known = {
        "Aggregator": {"arithmetic", "geometric"},
        "Weigher": {"declared", "equal"},
        "ScreenCount": {"filled", "observed"},
        "ScopeKind": {"pooled", "period", "base"},
    }
    assert {member.value for member in members} == known[members.__name__]


def test_a_word_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        writing("zh", "city").from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("指数（一；二）", ("指数", "一；二")),
        ("Index (of 2020)", ("Index", "of 2020")),
        ("（一）指数", ("（一）指数", "")),
        ("指数（一）续", ("指数（一）续", "")),
    ],
)
def test_what_a_title_adds_in_brackets_is_set_apart(title: str, parts: tuple[str, str]) -> None:
    assert headline(title) == parts


def test_text_is_escaped_and_marked_where_it_is_in_the_other_language() -> None:
    assert said(Text("<b>", "x"), language="zh") == "<bdi>&lt;b&gt;</bdi>"
    assert said(Text("", "x"), language="zh") == '<bdi lang="en">x</bdi>'
    assert said(Text(), language="zh") == ""
    assert said(Text("长" * 9), 4, language="zh") == "<bdi>长长长…</bdi>"


def test_numbers_and_addresses() -> None:
    assert short_number(float("nan")) == ""
    assert not web_address("data:text/html,x")
