"""A publication survives SIGKILL at any moment, and two writers do not harm each other."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHENGSHU = str(Path(sys.executable).with_name("chengshu"))
KILLS = 20


def start(small: Path, out: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "CHENGSHU_LANG": "en"}
    words = [CHENGSHU, "build", str(small), "--out", str(out)]
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(small: Path, out: Path) -> None:
    process = start(small, out)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said


def content(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def change(small: Path, number: int) -> None:
    with (small / "observations.csv").open("a", encoding="utf-8") as stream:
        stream.write(f"b,people,{2000 + number},7\n")


@pytest.mark.slow
def test_killed_at_many_moments(small: Path, tmp_path: Path) -> None:
    """The former output or the new one, whole; the next run sweeps up and goes on."""
    out = tmp_path / "out"
    finish(small, out)
    began = time.monotonic()
    change(small, 50)
    finish(small, out)
    whole = time.monotonic() - began
    moments = random.Random(7)
    for number in range(KILLS):
        before = content(out)
        change(small, number)
        process = start(small, out)
        time.sleep(whole * (0.3 + 0.7 * moments.random()))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        after = content(out)
        if after != before:
            assert json.loads(after["provenance.json"])["run"] == (out.resolve().name)
            assert after.keys() == before.keys()
    change(small, 60)
    finish(small, out)
    assert not list((tmp_path / "out.runs").glob(".tmp-*"))


@pytest.mark.slow
def test_two_at_once(small: Path, tmp_path: Path) -> None:
    """Both end well or one is refused by name; the output is whole either way."""
    first, second = start(small, tmp_path / "out"), start(small, tmp_path / "out")
    ends = [(process.communicate(timeout=60)[1], process.returncode) for process in (first, second)]
    assert 0 in [code for _, code in ends]
    for said, code in ends:
        assert code == 0 or (code == 2 and "process" in said)
    finish(small, tmp_path / "alone")
    assert content(tmp_path / "out") == content(tmp_path / "alone")


@pytest.mark.slow
def test_a_locked_store_is_done_without_and_said(small: Path, tmp_path: Path) -> None:
    from chengshu.store import default_store_path, open_store

    with open_store(default_store_path()):
        process = start(small, tmp_path / "out")
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert str(default_store_path()) in said
    assert (tmp_path / "out" / "data" / "scores.csv").is_file()
