"""Bilingual text."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Chinese and English, either of which may be absent.

    Examples
    --------
    >>> Text("城市", "City").get("en")
    'City'
    >>> Text("城市").get("en")
    '城市'
    """

    zh: str | None = None
    en: str | None = None

    def has(self, language: Language) -> bool:
        """Whether the text exists in `language` itself."""
        return bool(self.zh if language == "zh" else self.en)

    def get(self, language: Language) -> str:
        """The text in `language`, else in the other one, else an empty string."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return first or second or ""
