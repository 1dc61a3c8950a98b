"""The sources there are, by the word that ``sources.yaml`` uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from chengshu.ingest.sources import coordinates, division_codes, ipv4_ranges, number_segments
from chengshu.ingest.sources.packages import FILE, single_file
from chengshu.model import Extract, Issue, Severity, SourceError, SourceUse, Text, Where


@dataclass(frozen=True, slots=True)
class Reader:
    """How a source is read, and what each of its fields means."""

    read: Callable[[Path, int], Extract]
    fields: Mapping[str, Text]


SOURCES: Mapping[str, Reader] = {
    number_segments.SOURCE: Reader(number_segments.read_number_segments, number_segments.FIELDS),
    ipv4_ranges.SOURCE: Reader(ipv4_ranges.read_ipv4_ranges, ipv4_ranges.FIELDS),
    division_codes.SOURCE: Reader(division_codes.read_division_codes, division_codes.FIELDS),
    coordinates.SOURCE: Reader(coordinates.read_coordinates, coordinates.FIELDS),
}


def read_source(use: SourceUse, year: int) -> Extract:
    """What one entry of ``sources.yaml`` yields for the divisions of one year.

    Raises
    ------
    SourceError
        There is no such source; its package is absent, of another release or changed; or its file is not in the
        form that the reader knows.
    """
    reader = _reader(use.source, Where(FILE, use.line, f"{use.id}.source"))
    return reader.read(single_file(use), year)


def source_fields(source: str) -> Mapping[str, Text]:
    """The fields that a source yields for each unit, with their meaning.

    Raises
    ------
    SourceError
        There is no such source.

    Examples
    --------
    >>> tuple(source_fields("coordinates"))
    ('lon', 'lat')
    """
    return _reader(source, Where(FILE)).fields


def _reader(source: str, where: Where) -> Reader:
    if source in SOURCES:
        return SOURCES[source]
    words = sorted(SOURCES)
    issue = Issue(
        "source_unknown",
        Severity.ERROR,
        where,
        expected=Text("、".join(words), ", ".join(words)),
        found=Text(f"“{source}”", repr(source)),
        remedy=Text("请改用上列来源之一。", "Use one of these sources."),
    )
    raise SourceError([issue])
