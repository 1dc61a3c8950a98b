"""Problems as data: where, expected, found, what to do."""

from dataclasses import dataclass, field
from enum import Enum

from chengshu.model.text import Language, Text


class Severity(Enum):
    """How much an issue weighs: an error stops the work, the others travel with the result."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: its name inside the edition, its line (from 1), and the path of keys."""

    file: str = ""
    line: int | None = None
    path: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} {self.path}".strip()


_LABELS = {
    "zh": ("应为{}", "实为{}", "，", "。"),
    "en": ("expected {}", "found {}", ", ", ". "),
}


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem of a definition, a file or a value.

    Parameters
    ----------
    code
        Stable name of the kind of problem, such as ``constant`` or ``unknown_key``.
    severity
        Whether it stops the work.
    where
        File, line and path of keys, as far as known.
    unit, indicator, period, value
        The cell that it is about, blank where it is about more than one.
    expected, found, remedy
        What the reader is told, in both languages. The remedy is a whole sentence.

    Examples
    --------
    >>> issue = Issue(
    ...     "unknown_key", Severity.ERROR, Where("edition.yaml", 4, "titel"),
    ...     expected=Text("title", "title"), found=Text("titel", "titel"),
    ...     remedy=Text("请改正键名。", "Correct the key."))
    >>> print(issue.message("en"))
    edition.yaml:4 titel: expected title, found titel. Correct the key.
    >>> print(issue.message("zh"))
    edition.yaml:4 titel：应为title，实为titel。请改正键名。
    """

    code: str
    severity: Severity
    where: Where = field(default_factory=Where)
    unit: str = ""
    indicator: str = ""
    period: str = ""
    value: str = ""
    expected: Text = field(default_factory=Text)
    found: Text = field(default_factory=Text)
    remedy: Text = field(default_factory=Text)

    def note(self, language: Language) -> str:
        """Expected, found and remedy as one sentence or two."""
        expected, found, comma, stop = _LABELS[language]
        parts = [
            form.format(text.get(language))
            for form, text in ((expected, self.expected), (found, self.found))
            if text.get(language)
        ]
        remedy = self.remedy.get(language)
        head = comma.join(parts)
        return f"{head}{stop}{remedy}".strip() if head else remedy

    def place(self) -> str:
        """Where it is: the place in a file, then unit, indicator and period as far as they are given."""
        cell = " ".join(part for part in (self.unit, self.indicator, self.period) if part)
        return " ".join(part for part in (str(self.where), cell) if part)

    def message(self, language: Language = "en") -> str:
        """The whole issue in one line: place, expected, found, what to do."""
        place, note = self.place(), self.note(language)
        colon = "：" if language == "zh" else ": "
        return f"{place}{colon}{note}" if place else note
