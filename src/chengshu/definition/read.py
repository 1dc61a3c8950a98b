"""One call reads the YAML files of an edition folder, another yields their JSON Schema.

What these need (pydantic, ruamel) is imported when they are called, so that the program starts quickly.
"""

from pathlib import Path
from typing import Any

from chengshu.model import Definition


def read_definition(folder: Path) -> Definition:
    """The definition in an edition folder, with its warnings and notes.

    Parameters
    ----------
    folder
        A folder with ``edition.yaml`` and, where they are needed, ``sources.yaml``, ``clusters.yaml``,
        ``cases.yaml``, ``published.yaml`` and ``flywheel.yaml``.

    Raises
    ------
    EditionError
        With every problem of every file at once, in the order of files and lines, warnings among them.

    Examples
    --------
    >>> from importlib.resources import files
    >>> definition = read_definition(Path(str(files("chengshu"))) / "editions" / "open-registry")
    >>> definition.framework.id, len(definition.framework.indicators)
    ('open-registry', 7)
    """
    from chengshu.definition.folder import definition_of

    return definition_of(folder)


def edition_schema() -> dict[str, Any]:
    """The JSON Schema of ``edition.yaml``, with descriptions in English and Chinese.

    Examples
    --------
    >>> edition_schema()["required"]
    ['id', 'title']
    """
    from chengshu.definition.schema.json_schema import schema_of_edition

    return schema_of_edition()
