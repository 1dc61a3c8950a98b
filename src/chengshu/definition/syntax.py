"""What to say when a file is not YAML: the faults that analysts make, told in their own words."""

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from chengshu.definition.wording import error
from chengshu.model import Issue, Text, Where

_FULL_WIDTH = re.compile(
    r"""(?P<brace>[｛｝［］])
      | (?P<comma>，)(?=\s*[A-Za-z_]\w*\s*[:：])   # before a key
      | (?:^|[{,，-])\s*[A-Za-z_]\w*(?P<colon>：)  # after a key
      | [:\[{,]\s*(?P<quote>“)                    # where a value begins
    """,
    re.VERBOSE,
)
"""Full-width marks where YAML wants half-width ones; those that stand within a text are not meant."""
_YAML = Text("可以解析的 YAML", "YAML that can be parsed")


_SECOND_COLON = "mapping values are not allowed"


@dataclass(frozen=True, slots=True)
class _Fault:
    """One kind of fault: words of the parser that show it, what was found, what to do."""

    sign: str
    code: str
    found: Text
    remedy: Text


_FAULTS = (
    _Fault(
        r"'\\t'",
        "tab_indent",
        Text("用制表符（Tab）缩进的一行", "a line indented with a tab"),
        Text("请改用空格缩进。", "Indent with spaces."),
    ),
    _Fault(
        "end of stream|expected ',' or",
        "unclosed",
        Text("没有闭合的括号或引号", "a bracket or quote that is not closed"),
        Text("请补上 }、] 或引号。", "Close it with }, ] or the quote."),
    ),
    _Fault(
        _SECOND_COLON,
        "stray_colon",
        Text("此处不应出现的冒号", "a colon where none can stand"),
        Text(
            "含“: ”的文字请加引号；并检查缩进。",
            "Put text that contains ': ' in quotes, and check the indentation.",
        ),
    ),
    _Fault(
        "could not find expected ':'",
        "no_colon",
        Text("没有“: ”的一行", "a line without ': '"),
        Text("请写成 键: 值（冒号后有一个空格）。", "Write key: value, with a space after the colon."),
    ),
    _Fault(
        "block end|block entry|sequence entries",
        "indentation",
        Text("与上文对不齐的缩进", "an indentation that does not fit the lines above"),
        Text("请使同一层的各行左侧对齐。", "Line up the lines of one level."),
    ),
    _Fault(
        "cannot start any token|unknown escape|alphabetic or numeric",
        "needs_quotes",
        Text("必须加引号的字符", "a character that needs quotes"),
        Text(
            "以 @ ` % & * 开头的文字，或含反斜线的文字，请用单引号括起。",
            "Put text that begins with @ ` % & * or has a backslash in single quotes.",
        ),
    ),
)
_OTHER = _Fault(
    "",
    "not_yaml",
    Text("无法解析的一行", "a line that cannot be parsed"),
    Text(
        "请检查本行及上一行的缩进、冒号和引号。",
        "Check indentation, colons and quotes of this line and the one above.",
    ),
)


def syntax_issue(fault: YAMLError, text: str, name: str) -> Issue:
    """The issue for a text that the parser refused, with its line."""
    if isinstance(fault, ReaderError):
        return _control_character(fault, text, name)
    line = _line(fault)
    sentence = _sentence(fault)
    full_width = _full_width(text, line)
    if full_width and "'\\t'" not in sentence:
        return _full_width_issue(name, *full_width)
    kind = next((item for item in _FAULTS if re.search(item.sign, sentence)), _OTHER)
    return error(kind.code, Where(name, line), expected=_YAML, found=kind.found, remedy=kind.remedy)


def _sentence(fault: YAMLError) -> str:
    """What the parser says; a second colon on the line of a brace is told as one, not as a brace left open."""
    if not isinstance(fault, MarkedYAMLError):
        return str(fault)
    sentence = str(fault.problem)
    opened, now = fault.context_mark, fault.problem_mark
    if "got ':'" in sentence and opened is not None and now is not None and opened.line == now.line:
        return _SECOND_COLON
    return sentence


def _line(fault: YAMLError) -> int | None:
    """The line at fault: for something not closed, the line where it opens."""
    if not isinstance(fault, MarkedYAMLError):
        return None
    opened = re.search("end of stream|expected ',' or", str(fault.problem))
    mark = (fault.context_mark if opened else None) or fault.problem_mark or fault.context_mark
    return None if mark is None else int(mark.line) + 1


def _full_width(text: str, line: int | None) -> tuple[int, str] | None:
    """The line and the full-width mark that stands where YAML wants a half-width one, if one does."""
    lines = text.split("\n")
    for number in (line or 0, (line or 0) - 1):
        if 0 < number <= len(lines):
            found = _FULL_WIDTH.search(_outside_quotes(lines[number - 1]))
            if found:
                return number, next(mark for mark in found.groups() if mark)
    return None


def _outside_quotes(line: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", "", line)


def _full_width_issue(name: str, line: int, mark: str) -> Issue:
    return error(
        "full_width_mark",
        Where(name, line),
        expected=Text('半角的 : , { } [ ] "', 'half-width : , { } [ ] "'),
        found=Text(f"全角的“{mark}”" if mark not in "“”" else f"中文引号 {mark}", f"the full-width '{mark}'"),
        remedy=Text(
            "作为分隔的标点请用半角；属于文字的，请给整段文字加半角引号。",
            "Use half-width marks between keys and values; put text that contains full-width ones in quotes.",
        ),
    )


def _control_character(fault: ReaderError, text: str, name: str) -> Issue:
    position = int(fault.position)
    code = f"U+{ord(text[position]):04X}" if position < len(text) else ""
    return error(
        "control_character",
        Where(name, text.count("\n", 0, position) + 1),
        expected=_YAML,
        found=Text(f"控制字符 {code}", f"the control character {code}"),
        remedy=Text("请删去该字符。", "Delete the character."),
    )
