"""Where a publication comes from: program, machine, edition, sources."""

import platform
from collections.abc import Mapping
from importlib.metadata import version

import chengshu
from chengshu.model import Edition

_LIBRARIES = ("numpy", "scipy", "polars", "duckdb")


def provenance(edition: Edition, run: str, fingerprint: Mapping[str, str]) -> Mapping[str, object]:
    """What made the publication, as JSON values. It holds no time: the same input gives the same file."""
    return {
        "edition": edition.framework.id,
        "edition_hash": edition.hash,
        "run": run,
        "status": "illustrative" if edition.panel.illustrative else "observed",
        "program": {"name": "chengshu", "version": chengshu.__version__, **fingerprint},
        "python": platform.python_version(),
        "machine": platform.machine(),
        "libraries": {name: version(name) for name in _LIBRARIES},
        "files": dict(edition.files),
        "sources": [
            {
                "id": use.id,
                "source": use.source,
                "release": use.package or use.dataset,
                "as_of": use.as_of,
                "period": use.period,
                "licence": use.licence,
                "sha256": dict(use.sha256),
            }
            for use in edition.definition.sources
        ],
    }
