"""The text of a YAML file: UTF-8 with or without a byte-order mark, or GB18030. Others are named."""

from pathlib import Path
from typing import NamedTuple

from chengshu.definition.wording import error
from chengshu.model import Issue, Severity, Text, Where, decode

LARGEST_FILE = 4_000_000
"""Bytes above which a YAML file is refused; a library of a thousand long cases has half of it."""

_DAMAGED_SHARE = 0.1


class Contents(NamedTuple):
    """The text of a file, None where it could not be read, and what is to be said about it."""

    text: str | None
    issues: tuple[Issue, ...] = ()


def read_text(path: Path, name: str) -> Contents:
    """The text of one file of an edition folder; `name` is its name in messages.

    No more than `LARGEST_FILE` bytes are read, however large the file is.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as fault:
        reason = str(fault.strerror)
        return _refused("unreadable_file", Where(name), _READABLE, Text(reason, reason))
    if len(content) > LARGEST_FILE:
        return _refused("file_too_large", Where(name), _SMALLER, _LARGER, _MOVE_DATA)
    return decoded(content, name)


def decoded(content: bytes, name: str) -> Contents:
    """The text that bytes encode, or an issue that names the encoding they seem to have.

    Examples
    --------
    >>> decoded("城".encode("gb18030"), "edition.yaml").text
    '城'
    >>> print(decoded("id: a".encode("utf-16"), "edition.yaml").issues[0].message("en"))
    edition.yaml: expected text in UTF-8 (with or without mark) or GB18030, found UTF-16. Save the file as plain text in UTF-8.
    """
    line = _damaged_line(content)
    if line:
        return _refused("encoding", Where(name, line), _ENCODINGS, _DAMAGED, _RETYPE)
    text, encoding = decode(content)
    if text is None:
        return _refused("encoding", Where(name), _ENCODINGS, _named(encoding), _SAVE)
    return Contents(text, (_legacy(name),) if encoding == "GB18030" else ())


def _named(encoding: str) -> Text:
    """What the file is instead, its general words in Chinese too."""
    zh = encoding.replace("unknown", "未知编码").replace("binary", "二进制文件")
    return Text(zh, encoding.replace("unknown", "an unknown encoding").replace("binary", "a binary file"))


def _damaged_line(content: bytes) -> int:
    """The first line with broken bytes in a text that is otherwise UTF-8, 0 where there is none."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        text = content.decode("utf-8", errors="replace")
        wide = sum(not character.isascii() for character in text)
        if "\0" not in text[:4096] and text.count("\ufffd") < _DAMAGED_SHARE * wide:
            return content[: fault.start].count(b"\n") + 1
    return 0


def _refused(code: str, where: Where, expected: Text, found: Text, remedy: Text | None = None) -> Contents:
    return Contents(None, (error(code, where, expected=expected, found=found, remedy=remedy),))


def _legacy(name: str) -> Issue:
    found = Text("GB18030 编码", "the encoding GB18030")
    remedy = Text("已按 GB18030 读取；建议另存为 UTF-8。", "It was read as such; UTF-8 is safer to pass on.")
    return Issue("legacy_encoding", Severity.NOTE, Where(name), found=found, remedy=remedy)


_READABLE = Text("可读的文件", "a file that can be read")
_SMALLER = Text("不超过 4 MB 的 YAML 文件", "a YAML file of at most 4 MB")
_LARGER = Text("更大的文件", "a larger one")
_MOVE_DATA = Text(
    "观测值请放进 observations.csv，不要写在 YAML 里。", "Put observations into observations.csv, not YAML."
)
_ENCODINGS = Text(
    "UTF-8（带或不带 BOM）或 GB18030 编码的文本", "text in UTF-8 (with or without mark) or GB18030"
)
_SAVE = Text("请另存为 UTF-8 编码的纯文本。", "Save the file as plain text in UTF-8.")
_DAMAGED = Text("UTF-8 文本中有损坏的字符", "broken characters in a UTF-8 text")
_RETYPE = Text(
    "请重新输入本行的文字并另存为 UTF-8。", "Type the text of this line again and save the file as UTF-8."
)
