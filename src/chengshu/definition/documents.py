"""YAML files as blocks with line numbers; what cannot be read becomes an issue.

The parser's events are composed here rather than by ruamel's loader: so scalars stay as written, every
duplicate key is reported and not the first alone, and the cost of an alias is known before it is paid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from chengshu.definition.blocks import Block, Items, Plain
from chengshu.definition.encoding import read_text
from chengshu.definition.syntax import syntax_issue
from chengshu.definition.wording import error, shown
from chengshu.model import Issue, Text, Where

MOST_VALUES = 200_000
"""Values of one file, aliases counted as often as they are used, above which it is refused."""

DEEPEST = 60
"""Levels of nesting above which a file is refused."""


@dataclass(frozen=True)
class Document:
    """One file: its name, its outermost value (None where it could not be read), and its issues."""

    name: str
    root: Block | Items | None
    issues: tuple[Issue, ...] = ()


def read_document(folder: Path, name: str, kind: type[Block] | type[Items]) -> Document:
    """One YAML file of an edition folder, whose outermost value must be of `kind`."""
    contents = read_text(folder / name, name)
    if contents.text is None:
        return Document(name, None, contents.issues)
    document = compose(contents.text, name, kind)
    return Document(name, document.root, contents.issues + document.issues)


def compose(text: str, name: str, kind: type[Block] | type[Items]) -> Document:
    r"""The document that a text writes.

    Examples
    --------
    >>> document = compose("id: my-index\nid: other\n", "edition.yaml", Block)
    >>> document.root
    {'id': 'my-index'}
    >>> print(document.issues[0].message("en"))
    edition.yaml:2 id: expected each key once, found 'id' again (first in line 1). Delete one of the two.
    """
    composer = _Composer(text, name)
    try:
        root = composer.document()
    except YAMLError as fault:
        return Document(name, None, (*composer.issues, syntax_issue(fault, text, name)))
    except _RefusedError as fault:
        return Document(name, None, (*composer.issues, fault.issue))
    issues = tuple(composer.issues)
    if isinstance(root, kind):
        return Document(name, root, issues)
    return Document(name, None, (*issues, _wrong_root(root, name, kind)))


class _RefusedError(Exception):
    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.code)
        self.issue = issue


class _Composer:
    """Turns parser events into blocks, and counts what they hold."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.issues: list[Issue] = []
        self._events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
        self._anchors: dict[str, tuple[object, int]] = {}
        self._values = 0
        self._depth = 0

    def document(self) -> object:
        """The value of the one document in the text, None where the text holds none."""
        root: object = None
        seen = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                seen += 1
                if seen > 1:
                    raise _RefusedError(error("several_documents", self._where(event), **_ONE_DOCUMENT))
                root = self._value(next(self._events))
        return root

    def _value(self, event: Any) -> object:
        if isinstance(event, AliasEvent):
            return self._alias(event)
        before = self._values
        self._count(event, 1)
        self._check_tag(event)
        value = self._fresh(event)
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self._anchors[str(event.anchor)] = (value, self._values - before)
        return value

    def _fresh(self, event: Any) -> object:
        if isinstance(event, ScalarEvent):
            return Plain(event.value) if not event.style else str(event.value)
        self._depth += 1
        if self._depth > DEEPEST:
            raise _RefusedError(error("nested_too_deeply", self._where(event), **_SHALLOWER))
        value = self._mapping(event) if isinstance(event, MappingStartEvent) else self._list(event)
        self._depth -= 1
        return value

    def _mapping(self, start: Any) -> Block:
        block = Block(_line(start))
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            line = _line(event)
            key = self._value(event)
            value = self._value(next(self._events))
            if not isinstance(key, str):
                found = shown(key)
                self.issues.append(error("key_not_a_word", Where(self.name, line), found=found, **_WORD_KEY))
            elif key in block:
                self.issues.append(self._duplicate(key, line, block.lines[key]))
            else:
                block[str(key)] = value
                block.lines[str(key)] = line
        return block

    def _list(self, start: SequenceStartEvent) -> Items:
        items = Items(line=_line(start))
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            items.lines.append(_line(event))
            items.append(self._value(event))
        return items

    def _alias(self, event: Any) -> object:
        name = str(event.anchor)
        if name not in self._anchors:
            found = Text(f"“*{name}”，而此前没有 &{name}", f"'*{name}' without an earlier &{name}")
            raise _RefusedError(error("unknown_alias", self._where(event), found=found, **_QUOTE_STAR))
        value, size = self._anchors[name]
        self._count(event, size)
        return value

    def _count(self, event: Any, size: int) -> None:
        self._values += size
        if self._values > MOST_VALUES:
            raise _RefusedError(error("too_many_values", self._where(event), **_FEWER))

    def _check_tag(self, event: Any) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) != "!":
            short = str(tag).replace("tag:yaml.org,2002:", "!!")
            found = Text(f"标签“{short}”", f"the tag '{short}'")
            self.issues.append(error("yaml_tag", self._where(event), found=found, **_NO_TAG))

    def _duplicate(self, key: str, line: int, first: int) -> Issue:
        found = Text(f"“{key}”再次出现（首次在第 {first} 行）", f"'{key}' again (first in line {first})")
        remedy = Text("请删去其中一处。", "Delete one of the two.")
        expected = Text("每个键只写一次", "each key once")
        where = Where(self.name, line, key)
        return error("duplicate_key", where, expected=expected, found=found, remedy=remedy)

    def _where(self, event: Any) -> Where:
        return Where(self.name, _line(event))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _wrong_root(root: object, name: str, kind: type[Block] | type[Items]) -> Issue:
    mapping, items = (
        Text("键值对（如 id: …）", "keys and values (such as id: …)"),
        Text("列表（- …）", "a list (- …)"),
    )
    expected = mapping if kind is Block else items
    if root is None:
        remedy = Text("请填写内容，或删去该文件。", "Fill the file, or delete it.")
        found = Text("空文件", "an empty file")
        return error("empty_file", Where(name), expected=expected, found=found, remedy=remedy)
    remedy = (
        Text("请去掉最外层的“- ”。", "Take away the outermost '- '.")
        if kind is Block
        else Text("请在每一项之前写“- ”。", "Begin each entry with '- '.")
    )
    return error("wrong_outermost", Where(name), expected=expected, found=shown(root), remedy=remedy)


_ONE_DOCUMENT = {
    "expected": Text("每个文件一份 YAML 文档", "one YAML document in a file"),
    "found": Text("第二份（由 --- 开始）", "a second one (begun by ---)"),
    "remedy": Text("请删去该行及其后的内容。", "Delete this line and what follows."),
}
_SHALLOWER = {
    "expected": Text(f"至多 {DEEPEST} 层嵌套", f"at most {DEEPEST} levels of nesting"),
    "found": Text("更深的嵌套", "deeper nesting"),
    "remedy": Text("请检查括号是否成对。", "Check that brackets are closed."),
}
_WORD_KEY = {
    "expected": Text("一个词作为键", "a word as key"),
    "remedy": Text(
        "键不能是列表或一组键值；请检查括号和冒号。",
        "A key cannot be a list or a mapping; check brackets and colons.",
    ),
}
_QUOTE_STAR = {
    "expected": Text("文字或已定义的引用", "text or an alias that is defined"),
    "remedy": Text("以 * 开头的文字请加引号。", "Put text that begins with * in quotes."),
}
_FEWER = {
    "expected": Text(
        f"至多 {MOST_VALUES // 10_000} 万个值（引用按展开后计）",
        f"at most {MOST_VALUES:,} values (aliases count as what they stand for)",
    ),
    "found": Text("更多", "more"),
    "remedy": Text("请减少 & 与 * 的嵌套引用。", "Use fewer aliases (& and *) within aliases."),
}
_NO_TAG = {
    "expected": Text("不带标签的值", "a value without a tag"),
    "remedy": Text(
        "请删去标签；若“!”是文字的一部分，请加引号。",
        "Delete the tag; if '!' belongs to the text, put it in quotes.",
    ),
}
