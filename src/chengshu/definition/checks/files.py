"""Files that a definition names and that are not there, and files that are there and not read."""

from collections.abc import Iterator
from pathlib import Path

from chengshu.definition.places import Spot
from chengshu.definition.wording import NOTHING, error, nearest, same
from chengshu.model import Issue, Severity, Text, Where

READ = ("edition.yaml", "sources.yaml", "clusters.yaml", "cases.yaml", "published.yaml", "flywheel.yaml")
"""The YAML files of an edition folder."""


def check_files(folder: Path, edition: Spot) -> Iterator[Issue]:
    """An issue for each scenario without its file, a warning for each file that nothing reads."""
    declared = set()
    for scenario in edition["scenarios"].items():
        name = f"scenarios/{scenario['id'].word}.csv"
        declared.add(name)
        if scenario["id"].word and not (folder / name).is_file():
            remedy = Text("请补上该文件，或删去该情景。", "Add the file, or delete the scenario.")
            yield error("missing_file", scenario.where, expected=_file(name), found=NOTHING, remedy=remedy)
    yield from _unread(folder, edition, declared)


def _file(name: str) -> Text:
    return Text(f"文件 {name}", f"the file {name}")


def _unread(folder: Path, edition: Spot, declared: set[str]) -> Iterator[Issue]:
    for path in sorted(folder.iterdir()):
        if path.suffix in {".yaml", ".yml"} and path.name not in READ:
            near = nearest(path.stem, [Path(name).stem for name in READ])
            remedy = (
                Text(
                    f"不读取此文件。是否应为 {near}.yaml？",
                    f"This file is not read. Did you mean {near}.yaml?",
                )
                if near
                else Text("不读取此文件。", "This file is not read.")
            )
            yield Issue(
                "unread_file",
                Severity.WARNING,
                Where(path.name),
                expected=_ONE_OF,
                found=same(path.name),
                remedy=remedy,
            )
    if edition.value is not None and (folder / "scenarios").is_dir():
        for path in sorted((folder / "scenarios").glob("*.csv")):
            name = f"scenarios/{path.name}"
            if name not in declared:
                yield Issue(
                    "unread_file",
                    Severity.WARNING,
                    Where(name),
                    expected=_DECLARED,
                    found=_UNDECLARED,
                    remedy=_DECLARE,
                )


_ONE_OF = Text("、".join(READ), ", ".join(READ))
_DECLARED = Text("edition.yaml 的 scenarios 中有此情景", "a scenario that edition.yaml declares")
_UNDECLARED = Text("未声明的情景", "one that it does not")
_DECLARE = Text("不读取此文件；请在 scenarios 中声明。", "This file is not read; declare it under scenarios.")
