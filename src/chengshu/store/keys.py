"""By what a kept noun is found again."""

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SOURCES = frozenset({".css", ".csv", ".j2", ".js", ".py", ".yaml"})
_LIBRARIES = ("numpy", "scipy")


def store_key(**parts: str) -> str:
    """The sha256 over the named parts, in hexadecimal; their order does not matter.

    Examples
    --------
    >>> store_key(edition="ab12", step="scores") == store_key(step="scores", edition="ab12")
    True
    >>> store_key(a="b", c="") == store_key(a="", c="b")
    False
    """
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def program_fingerprint(package: Path = _PACKAGE) -> Mapping[str, str]:
    """What the program is: a sha256 over its source files, and the versions of numpy and scipy.

    Source files are those ending in css, csv, j2, js, py and yaml under `package`, with their names.
    A result that was kept under one fingerprint is not used under another.

    Examples
    --------
    >>> sorted(program_fingerprint())
    ['numpy', 'scipy', 'source']
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in package.rglob("*") if path.suffix in _SOURCES):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return {"source": digest.hexdigest(), **{name: version(name) for name in _LIBRARIES}}
