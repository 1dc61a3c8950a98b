"""Readers of public records, one module a publisher's file."""

from chengshu.ingest.sources.packages import source_files
from chengshu.ingest.sources.places import official_units
from chengshu.ingest.sources.registry import SOURCES, Reader, read_source, source_fields

__all__ = [
    "SOURCES",
    "Reader",
    "official_units",
    "read_source",
    "source_fields",
    "source_files",
]
