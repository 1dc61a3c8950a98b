"""What all tests share: caches of their own, a small edition, reference values that lie outside the project."""

import gc
import os
from pathlib import Path

import pytest

EDITION = """\
id: small
title: {zh: 小指数, en: Small index}
pipeline:
  - normalise: minmax
  - aggregate: arithmetic
index:
  id: total
  name: {zh: 总指数, en: Index}
  indicators:
    - {id: speed, name: {zh: 速率, en: Speed}}
    - {id: cloud, name: {zh: 云, en: Cloud}, levels: {none: 0, built: 70, effective: 100}}
context:
  - {id: people, name: {zh: 人口, en: People}}
"""
UNITS = "code,name_zh,name_en,province\na,甲市,Jia,东省\nb,乙市,Yi,东省\nc,丙市,Bing,西省\n"
OBSERVATIONS = """\
unit,indicator,period,value
a,speed,2020,10
b,speed,2020,20
c,speed,2020,30
a,cloud,2020,none
b,cloud,2020,effective
c,cloud,2020,built
a,people,2020,5
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a store of its own, so that none waits for another or finds what it left."""
    cache = tmp_path_factory.mktemp("cache") / "store"
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


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a small edition without faults."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "edition.yaml").write_text(EDITION, encoding="utf-8")
    (folder / "units.csv").write_text(UNITS, encoding="utf-8")
    (folder / "observations.csv").write_text(OBSERVATIONS, encoding="utf-8")
    return folder


def pytest_unconfigure() -> None:
    """Drop the collector's callbacks: hypothesis's own keeps DuckDB's bindings from going away quietly."""
    gc.callbacks.clear()
