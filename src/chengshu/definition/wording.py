"""The sentences of problems: values and lists of words as a reader sees them, in both languages."""

import difflib
from collections.abc import Iterable, Sequence

from chengshu.definition.blocks import Block, Items, blank, numeral
from chengshu.model import Issue, Severity, Text, Where

_LONGEST = 40

NOTHING = Text("缺失", "nothing")
SAMPLE_TEXT = "{zh: …, en: …}"


def same(words: str) -> Text:
    """The same words in both languages, for keys, ids and other things that are not translated."""
    return Text(words, words)


def one_of(words: Sequence[str]) -> Text:
    """The words as a choice.

    Examples
    --------
    >>> one_of(["minmax", "zscore", "rank"])
    Text(zh='minmax、zscore 或 rank', en='minmax, zscore or rank')
    >>> one_of(["allow"])
    Text(zh='allow', en='allow')
    """
    *head, last = words
    if not head:
        return same(last)
    return Text(f"{'、'.join(head)} 或 {last}", f"{', '.join(head)} or {last}")


def shown(value: object) -> Text:
    """A value of a file as the reader finds it there: text in quotes, numbers bare, the rest by its kind.

    Examples
    --------
    >>> shown("min-max")
    Text(zh='“min-max”', en="'min-max'")
    >>> shown(Items([]))
    Text(zh='空列表', en='an empty list')
    """
    if isinstance(value, Block):
        return Text("一组键值", "a mapping") if value else Text("空的一组键值", "an empty mapping")
    if isinstance(value, Items):
        return _shown_list(value)
    if blank(value):
        return Text("空值", "an empty value")
    words = str(value)
    if numeral(value) is not None:
        return same(words)
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    return Text(f"“{words}”", f"'{words}'")


def _shown_list(items: Items) -> Text:
    """A short list of words as it is written, others by their kind."""
    if not items:
        return Text("空列表", "an empty list")
    words = ", ".join(str(item) for item in items)
    if len(words) > _LONGEST or not all(isinstance(item, str) for item in items):
        return Text("一个列表", "a list")
    return same(f"[{words}]")


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word that is spelled most like `word`, blank where none is like it.

    Examples
    --------
    >>> nearest("min-max", ["goalposts", "minmax"])
    'minmax'
    >>> nearest("sum", ["goalposts", "minmax"])
    ''
    """
    exact = {option.lower(): option for option in allowed}
    found = difflib.get_close_matches(word.lower(), exact, n=1, cutoff=0.6)
    return exact[found[0]] if found else ""


USE_ONE = Text("请改用其中之一。", "Use one of these.")


def write_instead(word: str, allowed: Iterable[str], otherwise: Text = USE_ONE) -> Text:
    """The remedy for a word that is not allowed: the nearest one that is, or else what `otherwise` says.

    Examples
    --------
    >>> write_instead("min-max", ["goalposts", "minmax"]).en
    'Did you mean minmax?'
    """
    near = nearest(word, allowed)
    return Text(f"是否应为 {near}？请改正。", f"Did you mean {near}?") if near else otherwise


def error(
    code: str,
    where: Where,
    *,
    expected: Text | None = None,
    found: Text | None = None,
    remedy: Text | None = None,
) -> Issue:
    """A problem that stops the work."""
    blank_text = Text()
    return Issue(
        code,
        Severity.ERROR,
        where,
        expected=expected or blank_text,
        found=found or blank_text,
        remedy=remedy or blank_text,
    )
