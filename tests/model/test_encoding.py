"""Encodings: what is read, and what is named instead."""

import pytest

from chengshu.model import decode

CITIES = "code,name_zh\n310000,上海市\n440300,深圳市\n653100,喀什地区\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (CITIES.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + CITIES.encode(), "UTF-8"),
        (CITIES.encode("gb18030"), "GB18030"),
        (b"", "UTF-8"),
    ],
)
def test_texts_that_are_read(content: bytes, encoding: str) -> None:
    decoded = decode(content)
    assert decoded.encoding == encoding
    assert decoded.text == content.decode("utf-8-sig" if encoding == "UTF-8" else "gb18030")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (CITIES.encode("utf-16"), "UTF-16"),
        (CITIES.encode("utf-32"), "UTF-32"),
        (CITIES.encode("utf-16-be"), "UTF-16"),
        (b"PK\x03\x04rest", "Excel"),
        (b"\x1f\x8b\x08rest", "gzip"),
        ("上海市臺北縣高雄".encode("big5"), "unknown"),
        ("Fußgängerübergänge, naïveté, déjà".encode("latin-1"), "unknown"),
    ],
)
def test_others_are_named(content: bytes, name: str) -> None:
    decoded = decode(content)
    assert decoded.text is None
    assert decoded.encoding.startswith(name)
