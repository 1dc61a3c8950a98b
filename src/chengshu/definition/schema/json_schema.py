"""The JSON Schema of edition.yaml, for editors: completion, choices and descriptions in both languages."""

from typing import Any

from chengshu.definition.schema.edition import EditionFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of_edition() -> dict[str, Any]:
    """The JSON Schema of edition.yaml.

    A key that may be left out is not allowed to be null: an editor then does not offer null for it.
    """
    schema = _without_null(EditionFile.model_json_schema(by_alias=True))
    title = {"$schema": DIALECT, "title": "edition.yaml"}
    return {**schema, **title}


def _without_null(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_null(item) for key, item in value.items() if not _noise(key, item)}
    options = [option for option in kept.get("anyOf", []) if option != {"type": "null"}]
    if "anyOf" not in kept:
        return kept
    rest = {key: item for key, item in kept.items() if key != "anyOf"}
    return {**options[0], **rest} if len(options) == 1 else {"anyOf": options, **rest}


def _noise(key: str, value: Any) -> bool:
    """Whether a key was put there by pydantic for Python's sake: null defaults, titles from field names."""
    return (key == "default" and value is None) or (key == "title" and isinstance(value, str))
