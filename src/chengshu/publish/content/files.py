"""The files that a publication offers."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Offered:
    """One file: its path below the publication, what it is called without endings, its kind, its size.

    `kind` is data, step or scenario.
    """

    path: str
    stem: str
    kind: str
    bytes: int


_ORDER = (
    "scores",
    "weights",
    "tiers",
    "tier_units",
    "observations",
    "context",
    "issues",
    "unplaced",
    "steps",
)


def read_files(folder: Path) -> tuple[Offered, ...]:
    """The data files that lie in a publication's folder, the main ones first, and its provenance."""
    found = [_offered(folder, file) for file in (folder / "data").rglob("*") if file.is_file()]
    if (folder / "provenance.json").is_file():
        found.append(_offered(folder, folder / "provenance.json"))
    return tuple(sorted(found, key=_place))


def _offered(folder: Path, file: Path) -> Offered:
    path = file.relative_to(folder)
    kind = "data"
    if "scenarios" in path.parts:
        kind = "scenario"
    elif "steps" in path.parts:
        kind = "step"
    return Offered(path.as_posix(), path.name.split(".")[0], kind, file.stat().st_size)


def _place(file: Offered) -> tuple[int, int, str]:
    kinds = ("data", "step", "scenario")
    stem = _ORDER.index(file.stem) if file.stem in _ORDER and file.kind == "data" else len(_ORDER)
    return (kinds.index(file.kind), stem, file.path)
