"""The error tree. Every error carries its issues; none is a bare sentence."""

from collections.abc import Iterable

from chengshu.model.issue import Issue
from chengshu.model.text import Language


class ChengshuError(Exception):
    """Any fault that the program foresees, with the issues that make it up.

    Examples
    --------
    >>> from chengshu.model import Issue, Severity, Text
    >>> str(ChengshuError([Issue("empty", Severity.ERROR, found=Text("空", "nothing"))]))
    'found nothing.'
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues: tuple[Issue, ...] = tuple(issues)
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """All issues, a line each."""
        return "\n".join(issue.message(language) for issue in self.issues)


class EditionError(ChengshuError):
    """The edition folder is at fault: definition, files or values. The command ends with 1."""


class SourceError(EditionError):
    """A source that the edition names is not installed, not readable or not the pinned one."""


class ScoringError(ChengshuError):
    """The index cannot be computed as it is defined. The command ends with 1."""


class CallError(ChengshuError):
    """The call is wrong: no such edition, an output folder in the way. The command ends with 2."""


class RunLockedError(CallError):
    """Another process is writing the same output folder."""


class StoreError(ChengshuError):
    """The store cannot be read or written; the work is done without it."""


class StoreLockedError(StoreError):
    """Another process holds the store."""
