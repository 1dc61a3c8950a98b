"""What a YAML file says, each value with its line, and numbers left as they were written.

Scalars are not turned into numbers or dates while the file is read: the field that takes a value decides
what it is. So a code keeps its leading zeros, ``2020-01-23`` stays a date as written, and a message can
show what stands in the file.
"""

import math
import re

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_BLANKS = ("", "~", "null", "Null", "NULL")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class Plain(str):
    """A scalar written without quotes: a number, a flag, nothing, or a word."""

    __slots__ = ()


class Block(dict[str, object]):
    """A mapping with the line on which it starts and the line of each key."""

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Items(list[object]):
    """A list with the line on which it starts and the line of each item."""

    def __init__(self, items: tuple[object, ...] | list[object] = (), line: int = 1) -> None:
        super().__init__(items)
        self.line = line
        self.lines: list[int] = []


def blank(value: object) -> bool:
    """Whether a value is left empty (``key:``), ``null`` or ``~``."""
    return value is None or (isinstance(value, Plain) and value in _BLANKS)


def numeral(value: object) -> float | None:
    """The number that a scalar without quotes writes, None for anything else.

    Examples
    --------
    >>> numeral(Plain("0.25")), numeral("0.25"), numeral(Plain("many"))
    (0.25, None, None)
    """
    if isinstance(value, Plain) and _NUMBER.fullmatch(value) and math.isfinite(float(value)):
        return float(value)
    return None


def flag(value: object) -> bool | None:
    """The flag that a scalar without quotes writes, None for anything else."""
    return _FLAGS.get(value) if isinstance(value, Plain) else None


def resolved(value: object) -> object:
    """A value with its scalars read as YAML 1.2 reads them: numbers, flags, nothing, text.

    Examples
    --------
    >>> resolved(Items([Plain("1"), Plain("0.5"), Plain("true"), Plain(""), "1"]))
    [1, 0.5, True, None, '1']
    """
    if isinstance(value, Block):
        return {key: resolved(item) for key, item in value.items()}
    if isinstance(value, Items):
        return [resolved(item) for item in value]
    if blank(value):
        return None
    if isinstance(value, Plain):
        return _scalar(value)
    return value


def _scalar(value: Plain) -> object:
    if _WHOLE.fullmatch(value):
        return int(value)
    number = numeral(value)
    if number is not None:
        return number
    switch = flag(value)
    return str(value) if switch is None else switch
