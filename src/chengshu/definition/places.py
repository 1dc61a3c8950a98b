"""Places in a document: from the steps that lead to a value to its line and its path of keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chengshu.definition.blocks import Block, Items, Plain, blank, numeral
from chengshu.definition.documents import Document
from chengshu.model import Where

Steps = tuple[str | int, ...]

_BRANCHES = ("children", "indicators")
_INNER = ("<", "[")  # how steps begin that pydantic adds for itself: <word>, [key]


@dataclass(frozen=True)
class Spot:
    r"""A value with the steps that lead to it; what is not there is a spot too, with the value None.

    Examples
    --------
    >>> from chengshu.definition.documents import compose
    >>> spot = Spot.of(compose("context:\n- {id: gdp, unit: yuan}\n", "edition.yaml", Block))
    >>> item = next(spot["context"].items())
    >>> item["unit"].word, str(item["unit"].where), item["name"].value
    ('yuan', 'edition.yaml:2 context.gdp.unit', None)
    """

    document: Document
    steps: Steps
    value: object

    @classmethod
    def of(cls, document: Document) -> "Spot":
        """The outermost value of a document."""
        return cls(document, (), document.root)

    def __getitem__(self, key: str) -> "Spot":
        value = self.value.get(key) if isinstance(self.value, Block) else None
        return Spot(self.document, (*self.steps, key), value)

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, Block) and key in self.value

    def items(self) -> Iterator["Spot"]:
        """The items of a list, none where the value is not a list."""
        if isinstance(self.value, Items):
            for place, item in enumerate(self.value):
                yield Spot(self.document, (*self.steps, place), item)

    def get(self, key: str, default: "Spot") -> "Spot":
        """The value of a key, else `default`."""
        found = self[key]
        return default if found.value is None else found

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of a mapping, none where the value is not a mapping."""
        return tuple(self.value) if isinstance(self.value, Block) else ()

    @property
    def word(self) -> str:
        """The value as one word, blank where it is empty, a list or a mapping."""
        return "" if blank(self.value) or not isinstance(self.value, str) else str(self.value)

    @property
    def number(self) -> float | None:
        """The value as a number, None where it is none."""
        return numeral(self.value)

    @property
    def where(self) -> Where:
        """File, line and path of keys."""
        return locate(self.document, self.steps)


def locate(document: Document, steps: Sequence[str | int]) -> Where:
    """The place of a value: its line and its path of keys, list items by their id.

    Steps that are not in the document are left out, save the last one, which names the key that is missing.
    Within the tree of an index the path starts at the innermost node or indicator, since ids are unique there.
    """
    value: object = document.root
    line = document.root.line if document.root is not None else None
    names: list[str] = []
    written = [step for step in steps if isinstance(step, int) or step[:1] not in _INNER]
    for place, step in enumerate(written):
        if isinstance(value, Items) and isinstance(step, int) and step < len(value):
            line, parent = value.lines[step], names[-1:]
            value = value[step]
            names.append(_label(value, step, parent))
        elif isinstance(value, Block) and isinstance(step, str) and step in value:
            line = value.lines[step]
            value = value[step]
            if names[-1:] != [f"pipeline:{step}"]:
                names.append(step)
        elif isinstance(value, Block) and isinstance(step, str) and place == len(written) - 1:
            names.append(step)
    return Where(document.name, line, _path(names))


def _label(item: object, place: int, parent: list[str]) -> str:
    if parent == ["pipeline"]:
        word = (
            item if isinstance(item, Plain) else next(iter(item)) if isinstance(item, Block) and item else ""
        )
        return f"pipeline:{word or place + 1}"
    for key in ("id", "code"):
        named = item.get(key) if isinstance(item, Block) else None
        if isinstance(named, str) and not blank(named):
            return named
    return f"[{place + 1}]"


def _path(names: list[str]) -> str:
    starts = [
        place
        for place, name in enumerate(names[:-1])
        if name in _BRANCHES and not names[place + 1].startswith("[") and names[0] == "index"
    ]
    kept = [name.removeprefix("pipeline:") for name in names[starts[-1] if starts else 0 :]]
    return ".".join(kept).replace(".[", "[")
