"""``schema`` and ``methods``: what the program knows about definitions."""

from typing import TYPE_CHECKING

import typer

from chengshu.entrypoints.cli.terminal import WRONG_CALL, language, print_table, say, say_json

if TYPE_CHECKING:
    from chengshu.model import MethodCard


def schema() -> None:
    """Print the JSON Schema of edition.yaml for editors. 输出供编辑器使用的JSON Schema。"""
    from chengshu.workflow import edition_schema

    say_json(edition_schema())


def methods(
    verb: str = typer.Argument("", help="Only the methods of one step, such as normalise. 只列某一步骤。"),
    *,
    as_json: bool = typer.Option(False, "--json", help="Print JSON. 输出JSON。"),
) -> None:
    """List every method with its formula, reference and example. 列出全部方法：公式、文献与算例。"""
    from chengshu.workflow import method_cards

    cards = method_cards()
    verbs = list(dict.fromkeys(card.verb for card in cards))
    if verb and verb not in verbs:
        words = ", ".join(verbs)
        say(f"没有步骤“{verb}”；可选：{words}。", f"There is no step {verb!r}. Choose one of {words}.")
        raise typer.Exit(WRONG_CALL)
    chosen = [card for card in cards if not verb or card.verb == verb]
    if as_json:
        say_json([_record(card) for card in chosen])
        return
    for name in dict.fromkeys(card.verb for card in chosen):
        _print_verb(name, [card for card in chosen if card.verb == name])


def _print_verb(verb: str, cards: "list[MethodCard]") -> None:
    columns = {
        "zh": ("方法", "说明", "公式", "何时不用", "文献", "算例"),
        "en": ("method", "what it does", "formula", "when not to", "reference", "example"),
    }[language()]
    rows = [
        (
            f"{card.name}\n{card.title.get(language())}",
            card.summary.get(language()),
            card.formula,
            card.caution.get(language()),
            card.reference,
            card.example,
        )
        for card in cards
    ]
    print_table(verb, columns, rows)


def _record(card: "MethodCard") -> dict[str, object]:
    return {
        "verb": card.verb,
        "name": card.name,
        "title": {"zh": card.title.zh, "en": card.title.en},
        "summary": {"zh": card.summary.zh, "en": card.summary.en},
        "formula": card.formula,
        "caution": {"zh": card.caution.zh, "en": card.caution.en},
        "reference": card.reference,
        "example": card.example,
    }
