"""Which index? The YAML files of an edition folder become nouns, or every problem at once, each with its line."""

from chengshu.definition.read import edition_schema, read_definition

__all__ = ["edition_schema", "read_definition"]
