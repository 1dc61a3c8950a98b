"""What all tests share: caches of their own, and reference values that lie outside the project."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test process a store of its own, so that none waits for another."""
    cache = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("CHENGSHU_CACHE", str(cache))
    monkeypatch.setenv("CHENGSHU_LANG", "en")
    return cache


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference values, or a skip that says how to name it."""
    folder = os.environ.get("CHENGSHU_REFERENCE")
    if not folder or not Path(folder).is_dir():
        pytest.skip("CHENGSHU_REFERENCE names no folder of reference values")
    return Path(folder)
