"""Texts fall back to the other language, and say whether they had their own."""

from chengshu.model import LANGUAGES, Text


def test_fallback() -> None:
    assert [Text("城市", None).get(language) for language in LANGUAGES] == ["城市", "城市"]
    assert [Text(None, "City").get(language) for language in LANGUAGES] == ["City", "City"]
    assert Text().get("zh") == ""


def test_has_looks_at_the_language_itself() -> None:
    text = Text("城市", "")
    assert text.has("zh")
    assert not text.has("en")
