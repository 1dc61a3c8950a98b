"""The store: what was put comes back, whatever happens to the process that puts it."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from chengshu.model import Extract, Panel, Scores, StoreError, StoreLockedError
from chengshu.store import Store, default_store_path, open_store

Look = Callable[[object], Any]
Uniform = Callable[..., Panel]

# Puts panels, all of one number, until it is killed; says each number when it is kept.
PUTTER = """
import json, os, signal, sys, time
from dataclasses import replace
from pathlib import Path
import duckdb
import numpy as np
from chengshu.model import Panel
from chengshu.store import open_store

def put_on(path, number):
    shape = (1, 2000, 20)
    whole = Panel(
        periods=("2023",), units=tuple(map(str, range(2000))), indicators=tuple(map(str, range(20))),
        values=np.empty(shape), status=np.ones(shape, np.int8), level=np.ones(shape, np.int8),
        origin=np.ones(shape, np.int32), as_of=np.ones(shape, np.int32), sample=np.ones(shape[:2], np.bool_))
    with open_store(Path(path)) as store:
        print(json.dumps({"open": True}), flush=True)
        while True:
            number += 1
            origin = np.full(shape, number, np.int32)
            store.put_panel("k", replace(whole, values=np.full(shape, float(number)), origin=origin))
            print(json.dumps({"kept": number}), flush=True)

for line in sys.stdin:
    task = json.loads(line)
    process = os.fork()
    if process == 0:
        put_on(task["path"], task["number"])
    time.sleep(task["kill_after"])
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    print(json.dumps({"killed": True}), flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def test_nothing_is_there_at_first(store: Store) -> None:
    assert store.get_scores("k") is None
    assert store.get_panel("k") is None
    assert store.get_extract("k") is None
    assert store.issues == ()


def test_nouns_come_back_in_every_bit(
    path: Path, awkward_panel: Panel, awkward_scores: Scores, awkward_extract: Extract, bits: Look
) -> None:
    with open_store(path) as store:
        store.put_panel("k", awkward_panel)
        store.put_scores("k", awkward_scores)
        store.put_extract("k", awkward_extract)
    with open_store(path) as store:
        assert bits(store.get_panel("k")) == bits(awkward_panel)
        assert bits(store.get_scores("k")) == bits(awkward_scores)
        assert bits(store.get_extract("k")) == bits(awkward_extract)
        assert store.get_scores("other") is None


def test_what_is_put_again_takes_the_place(store: Store, uniform_panel: Uniform, bits: Look) -> None:
    for number in (1.0, 2.0):
        store.put_panel("k", uniform_panel(number))
    assert bits(store.get_panel("k")) == bits(uniform_panel(2.0))


def test_what_comes_back_belongs_to_the_caller(store: Store, uniform_panel: Uniform, bits: Look) -> None:
    store.put_panel("k", uniform_panel(1.0))
    found = store.get_panel("k")
    assert found is not None
    found.values[...] = 7.0
    assert bits(store.get_panel("k")) == bits(uniform_panel(1.0))


def test_duckdb_is_loaded_when_a_store_is_opened(path: Path) -> None:
    program = (
        "import sys, pathlib, chengshu.store as store; first = 'duckdb' in sys.modules;"
        "store.program_fingerprint(); store.store_key(a='b'); store.default_store_path();"
        "second = 'duckdb' in sys.modules; store.open_store(pathlib.Path(sys.argv[1])).close();"
        "print(first, second, 'duckdb' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


def test_another_process_is_waited_for_then_named(path: Path, store: Store, uniform_panel: Uniform) -> None:
    program = (
        "import sys, pathlib, time; from chengshu.store import open_store; from chengshu.model import StoreError\n"
        "began = time.monotonic()\n"
        "try: open_store(pathlib.Path(sys.argv[1]), wait=0.3)\n"
        "except StoreError as error: print(type(error).__name__, time.monotonic() - began >= 0.3, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("StoreLockedError True")
    assert f"found process {os.getpid()} (" in done.stdout
    store.put_panel("k", uniform_panel(1.0))
    assert store.get_panel("k") is not None


def test_processes_with_caches_of_their_own_do_not_meet(tmp_path: Path) -> None:
    program = (
        "import sys; from chengshu.store import default_store_path, open_store\n"
        "with open_store(default_store_path(), wait=0) as store:\n"
        "    print(store.path, flush=True); sys.stdin.read()\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            env=os.environ | {"CHENGSHU_CACHE": str(tmp_path / name)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("gw0", "gw1")
    ]
    for name, process in zip(("gw0", "gw1"), processes, strict=True):
        assert process.stdout and process.stdin
        assert process.stdout.readline().strip() == str(tmp_path / name / "store.duckdb")
    assert [process.communicate("")[0] for process in processes] == ["", ""]
    assert [process.returncode for process in processes] == [0, 0]


def test_tests_have_a_cache_of_their_own(own_cache: Path) -> None:
    assert default_store_path().parent == own_cache


def size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.parent.glob("store.duckdb*"))


def test_the_file_stays_under_its_limit(
    path: Path, uniform_panel: Uniform, monkeypatch: pytest.MonkeyPatch, bits: Look
) -> None:
    limit = 10_000_000
    monkeypatch.setenv("CHENGSHU_CACHE_LIMIT", str(limit / 1e9))
    chance = np.random.default_rng(3)
    panel = uniform_panel(0.0, 4000)  # (8 + 4 + 4 + 1 + 1) bytes in each of 40,000 cells: 0.72 MB
    for number in range(15):
        panel.values[...] = chance.random(panel.values.shape)
        with open_store(path) as store:
            assert number == 0 or store.get_panel("k0") is not None
            store.put_panel(f"k{number}", panel)
        assert size(path) <= limit
    with open_store(path) as store:
        kept = [number for number in range(15) if store.get_panel(f"k{number}") is not None]
        assert kept == [0, 10, 11, 12, 13, 14]  # six of 0.72 MB fill half of 10 MB
        assert bits(store.get_panel("k14")) == bits(panel)


def test_what_is_larger_than_the_store_is_told(
    path: Path, uniform_panel: Uniform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHENGSHU_CACHE_LIMIT", "0.0005")
    with open_store(path) as store:
        store.put_panel("small", uniform_panel(1.0, 100))
        store.put_panel("large", uniform_panel(1.0, 4000))
        assert [issue.code for issue in store.issues] == ["store_too_small"]
        assert store.get_panel("large") is None
        assert store.get_panel("small") is not None


def test_a_damaged_block_is_no_hit_and_the_store_goes_on(path: Path, uniform_panel: Uniform) -> None:
    with open_store(path) as store:
        panel = uniform_panel(0.0, 20_000)
        panel.values[...] = np.random.default_rng(5).random(panel.values.shape)
        store.put_panel("k", panel)
    content = bytearray(path.read_bytes())
    place = len(content) // 2  # within the numbers, which take up most of the file
    content[place : place + 64] = bytes(64)
    path.write_bytes(content)
    with open_store(path) as store:
        assert store.issues == ()
        assert store.get_panel("k") is None
        assert [issue.code for issue in store.issues] == ["store_renewed"]
        store.put_panel("k", uniform_panel(8.0))
        assert store.get_panel("k") is not None
    with open_store(path) as store:
        assert store.get_panel("k") is not None
        assert store.issues == ()


def test_a_closed_store_says_so(path: Path, uniform_panel: Uniform) -> None:
    with open_store(path) as store:
        pass
    with pytest.raises(StoreError, match="Connection already closed"):
        store.put_panel("k", uniform_panel(1.0))


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no permission to mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_disk_that_is_full_or_read_only(tmp_path: Path, uniform_panel: Uniform, bits: Look) -> None:
    with small_disk(tmp_path / "disk") as disk:
        with open_store(disk / "store.duckdb") as store:
            store.put_panel("k", uniform_panel(1.0, 100))
            large = uniform_panel(1.0, 40_000)
            large.values[...] = np.random.default_rng(1).random(large.values.shape)
            with pytest.raises(StoreError, match="No space left on device") as error:
                store.put_panel("k", large)
            assert not isinstance(error.value, StoreLockedError)
            assert bits(store.get_panel("k")) == bits(uniform_panel(1.0, 100))
        with open_store(disk / "store.duckdb") as store:
            assert bits(store.get_panel("k")) == bits(uniform_panel(1.0, 100))
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(StoreError, match="Read-only file system"):
            open_store(disk / "store.duckdb", wait=0)


def test_kill_in_a_put_leaves_what_was_kept(tmp_path: Path, path: Path) -> None:
    script = tmp_path / "putter.py"
    script.write_text(PUTTER, "utf-8")
    chance = random.Random(11)
    moments = 20
    kept = 0
    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as putter:
        assert putter.stdin and putter.stdout
        for _ in range(moments):
            said = kept
            task = {"path": str(path), "number": kept, "kill_after": 0.03 + chance.uniform(0, 0.08)}
            putter.stdin.write(json.dumps(task) + "\n")
            putter.stdin.flush()
            answer: dict[str, int] = {}
            while "killed" not in answer:
                answer = json.loads(putter.stdout.readline())
                said = answer.get("kept", said)
            with open_store(path) as store:
                assert store.issues == ()
                found = store.get_panel("k")
            if found is not None or said:
                assert found is not None
                number = found.values[0, 0, 0]
                assert said <= number <= said + 1
                assert np.unique(found.values).tolist() == np.unique(found.origin).tolist() == [number]
                kept = int(number)
        putter.stdin.close()
    assert kept > 5


def test_opening_twice_in_one_process_shares_the_file(
    path: Path, store: Store, uniform_panel: Uniform
) -> None:
    with open_store(path, wait=0) as second:
        second.put_panel("k", uniform_panel(1.0))
    assert store.get_panel("k") is not None
    began = time.monotonic()
    store.put_panel("k", uniform_panel(2.0))
    assert time.monotonic() - began < 5
