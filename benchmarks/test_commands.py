"""Whole commands, as a user waits for them, beside a plain script that computes the same index."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

CHENGSHU = str(Path(sys.executable).with_name("chengshu"))
PLAIN = str(Path(__file__).parent / "peers" / "registry_plain.py")
ROUNDS = 7


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def run(command: Sequence[str], cache: Path) -> None:
    environment = {**os.environ, "CHENGSHU_CACHE": str(cache)}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def test_help(benchmark: BenchmarkFixture, cache: Path) -> None:
    benchmark.pedantic(run, ([CHENGSHU, "--help"], cache), rounds=ROUNDS, warmup_rounds=1)


def test_first_build(benchmark: BenchmarkFixture, cache: Path, tmp_path: Path) -> None:
    """Records are read and counted; nothing is in the store."""
    command = [CHENGSHU, "build", "open-registry", "--out"]
    outs = iter(range(100))

    def setup() -> tuple[tuple[list[str], Path], dict[str, object]]:
        number = next(outs)
        return ([*command, str(tmp_path / f"first-{number}")], cache / str(number)), {}

    benchmark.pedantic(run, setup=setup, rounds=ROUNDS, warmup_rounds=1)


def test_build_after_the_first(benchmark: BenchmarkFixture, cache: Path, tmp_path: Path) -> None:
    """Panel and scores come out of the store; the run is written anew."""
    command = [CHENGSHU, "build", "open-registry", "--out"]
    outs = iter(range(100))

    def setup() -> tuple[tuple[list[str], Path], dict[str, object]]:
        return ([*command, str(tmp_path / f"again-{next(outs)}")], cache), {}

    benchmark.pedantic(run, setup=setup, rounds=ROUNDS, warmup_rounds=1)


def test_publish_after_the_first(benchmark: BenchmarkFixture, cache: Path, tmp_path: Path) -> None:
    command = [CHENGSHU, "publish", "open-registry", "--out"]
    outs = iter(range(100))

    def setup() -> tuple[tuple[list[str], Path], dict[str, object]]:
        return ([*command, str(tmp_path / f"pages-{next(outs)}")], cache), {}

    benchmark.pedantic(run, setup=setup, rounds=ROUNDS, warmup_rounds=1)


def test_yardstick_plain_script(benchmark: BenchmarkFixture, cache: Path, tmp_path: Path) -> None:
    """A straight numpy and polars script: the same records, the same scores, one CSV."""
    target = str(tmp_path / "plain.csv")
    benchmark.pedantic(run, ([sys.executable, PLAIN, target], cache), rounds=ROUNDS, warmup_rounds=1)


def test_the_yardstick_computes_the_same(cache: Path, tmp_path: Path) -> None:
    """Only a yardstick that does the same work is one."""
    import polars as pl

    run([CHENGSHU, "build", "open-registry", "--out", str(tmp_path / "out")], cache)
    run([sys.executable, PLAIN, str(tmp_path / "plain.csv")], cache)
    ours = pl.read_csv(tmp_path / "out" / "data" / "scores.csv", schema_overrides={"unit": pl.String})
    plain = pl.read_csv(tmp_path / "plain.csv", schema_overrides={"unit": pl.String})
    both = ours.filter(pl.col("node") == "total").join(plain, on="unit", suffix="_plain").drop_nulls("score")
    assert len(both) > 300
    assert (both["score"] - both["score_plain"]).abs().max() < 1e-9
