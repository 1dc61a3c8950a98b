"""How single values are read: ids, numbers, dates, choices, texts. Each says what it expects."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, LiteralString, NoReturn, Self

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from chengshu.definition.blocks import Items, blank, flag, numeral
from chengshu.definition.schema.entry import Entry
from chengshu.definition.wording import one_of, write_instead
from chengshu.model import Text

_ID = r"[A-Za-z0-9][A-Za-z0-9_-]*"
_PERIOD = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?"
_DATE = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_SPAN = rf"{_DATE}(/{_DATE})?"
_PERCENT = 100
_WRITTEN: list[str] = ["string", "number"]


@dataclass(frozen=True, eq=False)
class Reading:
    """How a field reads its value, and what its JSON Schema says."""

    read: Callable[[object], object]
    json: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.json)


def refuse(
    code: LiteralString, expected: Text, remedy: Text | None = None, found: Text | None = None
) -> NoReturn:
    """Refuse a value; the message's words travel with the error to where its line is known."""
    words = {"expected": expected, "remedy": remedy, "found": found}
    raise PydanticCustomError(code, "refused", {key: text for key, text in words.items() if text is not None})


def pattern(code: LiteralString, shape: str, expected: Text, remedy: Text | None = None) -> Reading:
    """Read a word of a given shape."""

    def read(value: object) -> str:
        if blank(value) or not isinstance(value, str) or not re.fullmatch(shape, value, re.ASCII):
            refuse(code, expected, remedy)
        return str(value)

    return Reading(read, {"type": _WRITTEN, "pattern": f"^({shape})$"})


def choice(words: tuple[str, ...], aliases: Mapping[str, str] | None = None, *, also: str = "") -> Reading:
    """Read one of `words`, or its Chinese name among `aliases`; `also` is a form that is read elsewhere."""
    known = {word: word for word in words} | dict(aliases or {})
    choices = one_of((*words, also) if also else words)
    expected = Text(one_of(tuple(aliases)).zh, choices.en) if aliases else choices

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            refuse(
                "unknown_word", expected, write_instead(str(value), known) if isinstance(value, str) else None
            )
        return known[value]

    return Reading(read, {"type": "string", "enum": list(known)})


def number(code: LiteralString, expected: Text, allowed: Callable[[float], bool], **json: Any) -> Reading:
    """Read a number within bounds."""

    def read(value: object) -> float:
        found = numeral(value)
        if found is None or not allowed(found):
            refuse(code, expected, _unquoted(value) if found is None else _as_share(code, found))
        return found

    return Reading(read, {"type": "number", **json})


def _as_share(code: str, found: float) -> Text | None:
    """The remedy for a percentage where a share belongs."""
    if code != "not_a_share" or not 1 < found <= _PERCENT:
        return None
    share = f"{found / _PERCENT:g}"
    return Text(f"若指 {found:g}%，请写 {share}。", f"If {found:g}% is meant, write {share}.")


def _unquoted(value: object) -> Text:
    if isinstance(value, str) and re.fullmatch(r"\s*[-+]?[\d.]+\s*%\s*", value):
        return Text("请写成小数，如 0.25。", "Write it as a decimal, such as 0.25.")
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d[\d,，]*(\.\d+)?", value):
        return Text("请只写数字，不加引号和千位分隔符。", "Write digits only, without quotes or separators.")
    return Text("请写一个数字。", "Write a number.")


def _whole(value: object) -> int:
    found = numeral(value)
    if found is None or found < 0 or not float(found).is_integer():
        refuse("not_a_whole_number", Text("0 或更大的整数", "a whole number of 0 or more"))
    return int(found)


def _flag(value: object) -> bool:
    found = flag(value)
    if found is None:
        refuse("not_a_flag", Text("true 或 false", "true or false"))
    return found


def _pair(value: object) -> tuple[float, float]:
    match [numeral(item) for item in value] if isinstance(value, Items) else []:
        case [float(low), float(high)] if low < high:
            return low, high
    refuse("not_a_range", Text("[低, 高]，低小于高", "[low, high] with low below high"))


def _word(value: object) -> str:
    if blank(value) or not isinstance(value, str):
        refuse("not_a_word", Text("文字", "text"))
    return str(value)


def _sentence(value: object) -> str | None:
    if not isinstance(value, str) and value is not None:
        refuse("not_a_word", Text("文字", "text"))
    return None if blank(value) or not str(value).strip() else str(value)


_ANY = Text("一个数", "a number")
_ID_WORDS = Text(
    "由字母、数字、- 和 _ 组成的编号（以字母或数字开头）",
    "an id of letters, digits, - and _ that begins with a letter or digit",
)
_PERIOD_WORDS = Text("时期 YYYY、YYYY-Qn 或 YYYY-MM", "a period YYYY, YYYY-Qn or YYYY-MM")
_DATE_WORDS = Text("日期 YYYY、YYYY-Qn、YYYY-MM 或 YYYY-MM-DD", "a date YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD")

Id = Annotated[str, pattern("bad_id", _ID, _ID_WORDS)]
Period = Annotated[str, pattern("bad_period", _PERIOD, _PERIOD_WORDS)]
Date = Annotated[str, pattern("bad_date", _DATE, _DATE_WORDS)]
Span = Annotated[
    str,
    pattern(
        "bad_date",
        _SPAN,
        _DATE_WORDS,
        Text("如 2020-12；起止日期用 / 连接。", "Such as 2020-12; / joins a first and a last date."),
    ),
]
Number = Annotated[float, number("not_a_number", _ANY, lambda _: True)]
Positive = Annotated[
    float,
    number(
        "not_positive", Text("大于 0 的数", "a number above 0"), lambda found: found > 0, exclusiveMinimum=0
    ),
]
Share = Annotated[
    float,
    number(
        "not_a_share",
        Text("0 与 1 之间的数", "a number from 0 to 1"),
        lambda found: 0 <= found <= 1,
        minimum=0,
        maximum=1,
    ),
]
Part = Annotated[
    float,
    number(
        "not_a_share",
        Text("大于 0、至多为 1 的数", "a number above 0 and at most 1"),
        lambda found: 0 < found <= 1,
        exclusiveMinimum=0,
        maximum=1,
    ),
]
Whole = Annotated[int, Reading(_whole, {"type": "integer", "minimum": 0})]
Flag = Annotated[bool, Reading(_flag, {"type": "boolean"})]
Range = Annotated[
    tuple[float, float],
    Reading(_pair, {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
]
Word = Annotated[str, Reading(_word, {"type": _WRITTEN})]
Sentence = Annotated[str | None, Reading(_sentence, {"type": ["string", "number", "null"]})]


_SOME_TEXT = Text("至少一种语言的文字", "a text in one language at least")


class TextEntry(Entry):
    """A text in both languages (中英文文字)."""

    zh: Annotated[Sentence, Field(description="Chinese / 中文")] = None
    en: Annotated[Sentence, Field(description="English / 英文")] = None

    @model_validator(mode="after")
    def _either(self) -> Self:
        if not (self.zh or self.en):
            refuse("empty_text", _SOME_TEXT, found=Text("空白", "blanks"))
        return self

    @property
    def text(self) -> Text:
        """The text as the other rooms know it."""
        return Text(self.zh, self.en)


@dataclass(frozen=True)
class Bare:
    """Accept one bare word in place of a mapping, as the value of the mapping's key `key`."""

    key: str
    words: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._mapping, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        word = {"enum": list(self.words)} if self.words else {"type": _WRITTEN}
        return {"anyOf": [word, handler(schema)]}

    def _mapping(self, value: object) -> object:
        if isinstance(value, str) and not blank(value):
            return {self.key: value}
        return value


@dataclass(frozen=True)
class Both:
    """Accept one bare word in place of a bilingual text, as the same words in both languages."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._text, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": _WRITTEN}, handler(schema)]}

    def _text(self, value: object) -> object:
        if isinstance(value, str) and not blank(value):
            return {"zh": value, "en": value}
        return value


BareText = Annotated[TextEntry, Both()]
