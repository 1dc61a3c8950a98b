"""How the text files of an edition are encoded."""

from typing import NamedTuple

_BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_CONTAINERS = {
    b"PK\x03\x04": "Excel / ZIP",
    b"\xd0\xcf\x11\xe0": "Excel 97",
    b"\x1f\x8b": "gzip",
    b"PAR1": "Parquet",
    b"%PDF": "PDF",
}
_UTF8_MARK = b"\xef\xbb\xbf"


class Decoded(NamedTuple):
    """A text and the encoding it was in; `text` is None where the encoding is not one that is read."""

    text: str | None
    encoding: str


def decode(content: bytes) -> Decoded:
    """The text of a file in UTF-8 (with or without mark) or GB18030, or the name of what it is instead.

    GB18030 is tried after UTF-8 fails: it accepts nearly any Chinese text of an older Windows program.

    Examples
    --------
    >>> decode("城市".encode("gb18030"))
    Decoded(text='城市', encoding='GB18030')
    >>> decode("城市".encode("utf-16"))
    Decoded(text=None, encoding='UTF-16')
    """
    for signature, name in (_BYTE_ORDER_MARKS | _CONTAINERS).items():
        if content.startswith(signature):
            return Decoded(None, name)
    try:
        return Decoded(content.removeprefix(_UTF8_MARK).decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in content[:4096]:
        return Decoded(None, "UTF-16" if content.count(b"\x00") > len(content) // 4 else "binary")
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return Decoded(None, "unknown (Big5, Shift-JIS, Latin-1 …)")
    return Decoded(text, "GB18030") if _is_chinese(text) else Decoded(None, "unknown (Latin-1, Big5 …)")


def _is_chinese(text: str) -> bool:
    """Whether the characters beyond ASCII are mostly those of GB 2312, so that GB18030 is no accident."""
    beyond = [character for character in text[:100_000] if not character.isascii()]
    common = sum(_in_gb2312(character) for character in beyond)
    return common >= 0.9 * len(beyond)


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
