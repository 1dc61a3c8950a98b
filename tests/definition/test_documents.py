import time
from pathlib import Path

import pytest

from chengshu.definition.blocks import Block, Items, Plain
from chengshu.definition.documents import DEEPEST, MOST_VALUES, compose, read_document


def codes(text: str, kind: type[Block] | type[Items] = Block) -> list[str]:
    return [issue.code for issue in compose(text, "file.yaml", kind).issues]


def test_values_keep_how_they_are_written() -> None:
    root = compose(
        "code: 010\ndate: 2020-01-23\nquoted: '7'\nlong: |\n  two\n  lines\n", "f.yaml", Block
    ).root
    assert root == {"code": "010", "date": "2020-01-23", "quoted": "7", "long": "two\nlines\n"}
    assert isinstance(root, Block)
    assert [isinstance(value, Plain) for value in root.values()] == [True, True, False, False]


def test_every_key_and_item_has_its_line() -> None:
    root = compose("# first\na: 1\nb:\n  - x\n\n  - {c: 1,\n     d: 2}\n", "f.yaml", Block).root
    assert isinstance(root, Block)
    assert root.lines == {"a": 2, "b": 3}
    items = root["b"]
    assert isinstance(items, Items)
    assert items.lines == [4, 6]
    last = items[1]
    assert isinstance(last, Block)
    assert last.lines == {"c": 6, "d": 7}


def test_an_alias_is_what_it_stands_for() -> None:
    assert compose("a: &x [1, 2]\nb: *x\n", "f.yaml", Block).root == {"a": ["1", "2"], "b": ["1", "2"]}


def test_an_alias_within_itself_is_refused() -> None:
    assert codes("a: &x [*x]\n") == ["unknown_alias"]


def test_every_duplicate_is_told_and_the_first_kept() -> None:
    document = compose("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n", "f.yaml", Block)
    assert document.root == {"a": "1", "b": {"c": "1"}}
    assert [(issue.where.line, issue.where.path) for issue in document.issues] == [
        (2, "a"),
        (3, "c"),
        (4, "a"),
    ]


def test_duplicates_before_a_fault_are_told_with_it() -> None:
    assert codes("a: 1\na: 2\nb: [1\n") == ["duplicate_key", "unclosed"]


def test_nesting_is_allowed_as_deep_as_said() -> None:
    assert codes("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)) == []
    assert codes("a: " + "[" * DEEPEST + "]" * DEEPEST) == ["nested_too_deeply"]


def test_aliases_count_as_what_they_stand_for() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{former}'] * 10)}]\n"
        for former, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    start = time.process_time()
    assert codes(bomb) == ["too_many_values"]
    assert time.process_time() - start < 1


def test_a_file_of_very_many_values_is_refused() -> None:
    assert codes("a: [" + "x," * MOST_VALUES + "x]") == ["too_many_values"]


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("", Block, "empty_file"),
        ("---\n", Block, "wrong_outermost"),
        ("- a\n", Block, "wrong_outermost"),
        ("word\n", Block, "wrong_outermost"),
        ("a: 1\n", Items, "wrong_outermost"),
        ("a: 1\n---\nb: 2\n", Block, "several_documents"),
        ("? [a]\n: 1\n", Block, "key_not_a_word"),
        ("a: !python/object:os.system x\n", Block, "yaml_tag"),
    ],
)
def test_what_is_not_a_document_of_its_kind_is_told(text: str, kind: type[Block], code: str) -> None:
    assert codes(text, kind) == [code]


def test_a_file_with_a_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text("id: a\n", encoding="utf-8-sig")
    assert read_document(tmp_path, "edition.yaml", Block).root == {"id": "a"}
