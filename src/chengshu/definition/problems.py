"""From what pydantic reports to issues in our own words, each with its line and its path of keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from chengshu.definition.blocks import blank
from chengshu.definition.places import Spot, locate
from chengshu.definition.schema import ChaptersEntry, Entry, NoOptions, StepEntry, TextEntry
from chengshu.definition.schema.steps import METHODS
from chengshu.definition.wording import NOTHING, SAMPLE_TEXT, error, one_of, shown, write_instead
from chengshu.model import LANGUAGES, Issue, Text, Where

Shape = TypeVar("Shape", bound=Entry)

SAMPLES: Mapping[str, str] = {
    "as_of": "as_of: 2020-12",
    "bands": f"bands: [{{id: t1, name: {SAMPLE_TEXT}, above: 85}}, …]",
    "base": "base: 2019",
    "by": "by: population",
    "chapter": "chapter: tiers",
    "clusters": "clusters: plan-2020",
    "code": "code: 110000",
    "columns": "columns: digital_industries",
    "cut": "cut: [50, 75]",
    "edition": "edition: open-registry",
    "id": "id: my-id",
    "kind": "kind: number",
    "members": "members: [{code: 110000}, …]",
    "method": "method: thresholds",
    "name": f"name: {SAMPLE_TEXT}",
    "node": "node: total",
    "path": "path: …",
    "period": "period: 2020",
    "place": "place: …",
    "place_kind": "place_kind: city",
    "plan": "plan: plan-2020",
    "printed": "printed: 90.5",
    "quote": "quote: …",
    "require": "require: 0.66",
    "rows": "rows: industry_digitalisation",
    "score": "score: 70",
    "series": "series: covid_cases",
    "share": "share: 0.5",
    "source": "source: …",
    "title": f"title: {SAMPLE_TEXT}",
}
"""How each key that may be required is written."""


def validate(kind: type[Shape], spot: Spot) -> tuple[Shape | None, tuple[Issue, ...]]:
    """The mapping at a spot in the shape of `kind`, or None and every issue that stands in the way.

    Examples
    --------
    >>> from chengshu.definition.blocks import Block
    >>> from chengshu.definition.documents import compose
    >>> from chengshu.definition.schema import TextEntry
    >>> spot = Spot.of(compose("cn: 城市", "edition.yaml", Block))
    >>> entry, issues = validate(TextEntry, spot)
    >>> print(issues[0].message("en"))
    edition.yaml:1 cn: expected one of the keys zh or en, found 'cn'. Use one of these, or delete it.
    """
    try:
        return kind.model_validate(spot.value), ()
    except ValidationError as fault:
        details = fault.errors(include_url=False)
    return None, tuple(_issue(detail, kind, spot) for detail in details)


def _issue(detail: ErrorDetails, kind: type[Entry], spot: Spot) -> Issue:
    where = locate(spot.document, (*spot.steps, *detail["loc"]))
    found = detail["input"]
    if detail["type"] in _WORDINGS:
        return _WORDINGS[detail["type"]](where, found, _wanted(kind, detail["loc"]), detail["loc"])
    told = detail.get("ctx", {})
    if isinstance(told.get("expected"), Text):
        return error(detail["type"], where, **{"found": shown(found), **told})
    return error("not_readable", where, expected=_READABLE, found=shown(found))


_READABLE = Text("此处可用的值", "a value that can stand here")

_Kinds = tuple[type[Entry], ...]
_Wording = Callable[[Where, object, _Kinds, Sequence[int | str]], Issue]


def _wanted(kind: type[Entry], steps: Sequence[int | str]) -> _Kinds:
    """The kinds of mapping that may stand where the steps lead, as far as they name keys."""
    kinds: _Kinds = (kind,)
    for step in steps:
        below = [
            field.annotation
            for each in kinds
            for name, field in each.model_fields.items()
            if step == (field.alias or name)
        ]
        if below:
            kinds = tuple(inner for annotation in below for inner in _kinds_in(annotation))
    return kinds


def _kinds_in(annotation: Any) -> _Kinds:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return (annotation,)
    return tuple(kind for inner in get_args(annotation) for kind in _kinds_in(inner))


def _missing(where: Where, _found: object, _kinds: _Kinds, steps: Sequence[int | str]) -> Issue:
    return missing_key(where, str(steps[-1]))


def missing_key(where: Where, key: str) -> Issue:
    """The issue for a key that must be there and is not."""
    sample = SAMPLES[key]
    return error(
        "missing_key",
        where,
        expected=Text("必填的键", "a required key"),
        found=NOTHING,
        remedy=Text(f"请加上 {sample}。", f"Add {sample}."),
    )


def _unknown(where: Where, value: object, kinds: _Kinds, steps: Sequence[int | str]) -> Issue:
    key = str(steps[-1])
    above = Where(where.file, where.line, where.path.removesuffix(key).rstrip("."))
    if blank(value) and "：" in key:
        return error(
            "full_width_mark", above, expected=_HALF_WIDTH, found=shown(key), remedy=_HALF_WIDTH_REMEDY
        )
    if blank(value) and TextEntry in kinds and key not in LANGUAGES:
        found = Text(f"被逗号截断，余下{shown(key).zh}", f"a comma that cuts off {shown(key).en}")
        return error("unquoted_comma", above, expected=_WHOLE_TEXT, found=found, remedy=_QUOTE_COMMA)
    allowed = tuple(field.alias or name for kind in kinds for name, field in kind.model_fields.items())
    if not allowed:
        return error("unknown_key", where, expected=_NO_OPTIONS, found=shown(key), remedy=_delete(key))
    choice = one_of(allowed)
    if StepEntry in kinds:
        remedy = _step_of_method(key) or write_instead(key, allowed)
        expected = Text(f"以下步骤之一：{choice.zh}", f"one of the steps {choice.en}")
        return error("unknown_step", where, expected=expected, found=shown(key), remedy=remedy)
    code, zh, en = (
        ("unknown_chapter", "章节", "chapters") if ChaptersEntry in kinds else ("unknown_key", "键", "keys")
    )
    expected = Text(f"以下{zh}之一：{choice.zh}", f"one of the {en} {choice.en}")
    return error(
        code, where, expected=expected, found=shown(key), remedy=write_instead(key, allowed, _OR_DELETE)
    )


_OR_DELETE = Text("请改用其中之一，或删去。", "Use one of these, or delete it.")
_HALF_WIDTH = Text("半角冒号和空格“: ”", "a half-width colon with a space, ': '")
_HALF_WIDTH_REMEDY = Text("请把全角“：”改为半角“: ”。", "Replace the full-width '：' by ': '.")
_WHOLE_TEXT = Text("每种语言一段文字", "one text in each language")
_QUOTE_COMMA = Text(
    "花括号内含英文逗号的文字请加引号。", "Within braces, put a text that contains a comma in quotes."
)


def _delete(key: str) -> Text:
    return Text(f"请删去 {key}。", f"Delete {key}.")


def _step_of_method(word: str) -> Text | None:
    for step, methods in METHODS.items():
        if word in methods:
            return Text(
                f"{word} 是方法，请写成 {step}: {word}。", f"'{word}' is a method: write {step}: {word}."
            )
    return None


def _not_a_mapping(where: Where, found: object, kinds: _Kinds, steps: Sequence[int | str]) -> Issue:
    key = str(steps[-1]) if steps else ""
    if TextEntry in kinds:
        return _bare_text(where, found, key)
    if NoOptions in kinds:
        return error(
            "unexpected_options", where, expected=_NO_OPTIONS, found=shown(found), remedy=_take_away(key)
        )
    allowed = one_of(
        tuple(field.alias or name for kind in kinds for name, field in kind.model_fields.items())
    )
    expected = Text(f"一组键值（可用的键：{allowed.zh}）", f"a mapping with the keys {allowed.en}")
    return error("not_a_mapping", where, expected=expected, found=shown(found))


def _bare_text(where: Where, found: object, key: str) -> Issue:
    sample = SAMPLE_TEXT
    if isinstance(found, str) and not blank(found):
        words = f'"{found}"' if set(found) & set(",:{}[]#&*!|>'%@`\"") else found
        foreign = all(character < "\u2e80" for character in found)
        sample = f"{{zh: …, en: {words}}}" if foreign else f"{{zh: {words}, en: …}}"
    return error(
        "bare_text",
        where,
        expected=Text("中英文各一的文字", "a text in both languages"),
        found=shown(found),
        remedy=Text(f"请写成 {key}: {sample}。", f"Write {key}: {sample}."),
    )


def _take_away(step: str) -> Text:
    if step == "transform":
        return Text(
            "此处只写 transform；各指标用何种变换，写在指标或节点上。",
            "Write transform alone here, and each change of scale at its indicator or node.",
        )
    return Text(f"请只写 {step}。", f"Write {step} alone.")


_NO_OPTIONS = Text("不带选项的步骤", "a step without options")


def _not_a_list(where: Where, found: object, _kinds: _Kinds, _steps: Sequence[int | str]) -> Issue:
    remedy = Text("请每项一行，以“- ”开头；或写成 [a, b]。", "Begin each item with '- ', or write [a, b].")
    return error("not_a_list", where, expected=Text("一个列表", "a list"), found=shown(found), remedy=remedy)


def _not_pairs(where: Where, found: object, _kinds: _Kinds, _steps: Sequence[int | str]) -> Issue:
    return error(
        "not_a_mapping", where, expected=Text("一组键值", "a mapping of keys and values"), found=shown(found)
    )


_WORDINGS: Mapping[str, _Wording] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "list_type": _not_a_list,
    "dict_type": _not_pairs,
}
