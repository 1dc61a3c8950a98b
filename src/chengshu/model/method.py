"""What a method is, for readers."""

from dataclasses import dataclass

from chengshu.model.text import Text


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A method's name, what it does, its formula, when not to use it, its source and an example.

    `verb` is the step that it belongs to; `name` is the word that the definition uses.
    """

    verb: str
    name: str
    title: Text
    summary: Text
    formula: str
    caution: Text
    reference: str
    example: str
