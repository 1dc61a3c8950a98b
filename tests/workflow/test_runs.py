"""Runs: whole or not there, whatever happens to the process that makes them."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from chengshu.model import CallError, RunLockedError, Severity
from chengshu.workflow.runs import RunIdentity, RunResult, write_run

# A process of its own that is asked for runs, a line each, and forks a child for each of them. The
# child kills itself before its n-th change to the file system, or is killed after some time.
SERVER = """
import json, os, signal, sys, time
from pathlib import Path
from chengshu.workflow.runs import RunIdentity, write_run

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "half"}
done = 0

def counting(limit):
    def count(event, arguments):
        global done
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if event in CHANGES or writes:
            if done == limit:
                os.kill(os.getpid(), signal.SIGKILL)
            done += 1
    sys.addaudithook(count)

def make(folder, task):
    for name, text in task["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w") as file:
            file.write(text[:3])
            file.flush()
            sys.audit("half")
            file.write(text[3:])
        time.sleep(task.get("pause", 0))
    if "go" in task:
        Path(task["started"]).touch()
        while not Path(task["go"]).exists():
            time.sleep(0.005)

def child(task):
    counting(task.get("kill_at", -1))
    identity = RunIdentity(*task["identity"])
    write_run(Path(task["out"]), identity, lambda folder: make(folder, task), task["makes"])
    print(json.dumps({"done": done}), flush=True)

for line in sys.stdin:
    task = json.loads(line)
    process = os.fork()
    if process == 0:
        try:
            child(task)
        finally:
            os._exit(0)
    if "kill_after" in task:
        time.sleep(task["kill_after"])
        os.kill(process, signal.SIGKILL)
    status = os.waitpid(process, 0)[1]
    print(json.dumps({"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}), flush=True)
"""

SITE = {"index.html": "first page", "zh/index.html": "首页：城数", "assets/site.css": "body {}"}
DATA = {
    "data/scores.csv": "unit,score\\na,1\\n",
    "data/steps/01_impute.csv": "unit\\na\\n",
    "provenance.json": "{}",
}
NEW = {name: f"new {text}" for name, text in DATA.items()}
BUILT = ("data", "provenance.json")


class Server:
    """The other process."""

    def __init__(self, script: Path) -> None:
        script.write_text(SERVER, "utf-8")
        self.script = script
        self.process = subprocess.Popen(
            [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def send(self, out: Path, run: str, files: dict[str, str], **more: Any) -> None:
        assert self.process.stdin
        task = {"out": str(out), "identity": ["e1", run], "files": files, "makes": BUILT} | more
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, int]:
        assert self.process.stdout
        said: dict[str, int] = {}
        while "signal" not in said:
            said |= json.loads(self.process.stdout.readline())
        return said

    def ask(self, out: Path, run: str, files: dict[str, str], **more: Any) -> dict[str, int]:
        self.send(out, run, files, **more)
        return self.answer()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    other = Server(tmp_path_factory.mktemp("server") / "server.py")
    with other.process:
        yield other
        assert other.process.stdin
        other.process.stdin.close()


def writer(files: dict[str, str]) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            with (folder / name).open("x", encoding="utf-8") as file:
                file.write(text)

    return make


def forbidden(folder: Path) -> None:
    raise AssertionError(f"made again: {folder}")


def publish(out: Path, run: str, files: dict[str, str], edition: str = "e1") -> RunResult:
    return write_run(out, RunIdentity(edition, run), writer(files))


def build(out: Path, run: str, files: dict[str, str], edition: str = "e1") -> RunResult:
    return write_run(out, RunIdentity(edition, run), writer(files), BUILT)


def tree(folder: Path) -> dict[str, str]:
    found = folder.resolve()
    return {
        path.relative_to(found).as_posix(): path.read_text("utf-8")
        for path in found.rglob("*")
        if path.is_file()
    }


def names(out: Path) -> set[str]:
    """What is in the folder of runs, the lock apart, which stays."""
    return {path.name for path in out.with_name(f"{out.name}.runs").iterdir()} - {".lock"}


def two_runs(out: Path) -> None:
    publish(out, "r0", {"index.html": "zeroth"})
    publish(out, "r1", SITE | DATA)


def test_first_run_is_seen_under_out(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = publish(out, "r1", SITE)
    assert (result.path, result.folder) == (out, tmp_path / "out.runs" / "r1")
    assert (result.reused, result.carried, result.issues) == (False, (), ())
    assert out.readlink() == Path("out.runs/r1")
    assert tree(out) == SITE
    assert names(out) == {"r1", "r1.json"}


def test_missing_parents_are_made(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b" / "out"
    publish(out, "r1", SITE)
    assert tree(out) == SITE


def test_build_carries_the_pages_of_its_edition_as_hard_links(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = publish(out, "r1", SITE | DATA)
    second = build(out, "r2", NEW)
    assert second.carried == tuple(sorted(SITE))
    assert tree(out) == SITE | NEW
    assert tree(first.folder) == SITE | DATA
    for name in SITE:
        assert (first.folder / name).samefile(second.folder / name)


def test_files_that_a_build_no_longer_makes_are_gone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE | DATA)
    build(out, "r2", {"data/scores.csv": "fewer"})
    assert tree(out) == SITE | {"data/scores.csv": "fewer"}


def test_another_edition_carries_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE | DATA)
    assert build(out, "r2", NEW, edition="e2").carried == ()
    assert tree(out) == NEW


def test_complete_run_is_used_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE)
    publish(out, "r2", DATA)
    again = write_run(out, RunIdentity("e1", "r1"), forbidden)
    assert again.reused
    assert tree(out) == SITE
    assert write_run(out, RunIdentity("e1", "r1"), forbidden).reused
    assert names(out) == {"r1", "r1.json", "r2", "r2.json"}


def test_same_run_of_another_edition_is_not_used(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE)
    assert not publish(out, "r1", DATA, edition="e2").reused
    assert tree(out) == DATA


def test_build_is_not_used_again_over_other_pages(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "p1", SITE)
    build(out, "b", NEW)
    publish(out, "p2", {"index.html": "second page"})
    result = build(out, "b", NEW)
    assert not result.reused
    assert tree(out) == NEW | {"index.html": "second page"}


def damage_by_cutting(run: Path) -> None:
    (run / "zh/index.html").write_text("首", "utf-8")


def damage_by_removing(run: Path) -> None:
    (run / "zh/index.html").unlink()


def damage_the_manifest(run: Path) -> None:
    run.with_name(f"{run.name}.json").write_text("{", "utf-8")


@pytest.mark.parametrize("damage", [damage_by_cutting, damage_by_removing, damage_the_manifest])
@pytest.mark.parametrize("later", [[], ["r2"]])
def test_damaged_run_is_made_again(tmp_path: Path, damage: Callable[[Path], None], later: list[str]) -> None:
    out = tmp_path / "out"
    folder = publish(out, "r1", SITE).folder
    for run in later:
        publish(out, run, DATA)
    damage(folder)
    assert not publish(out, "r1", SITE).reused
    assert tree(out) == SITE
    assert write_run(out, RunIdentity("e1", "r1"), forbidden).reused


def test_changed_files_are_named_and_left_behind(tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder = publish(out, "r1", SITE | DATA).folder
    (out / "index.html").write_text("by hand")
    (out / "memo.txt").write_text("mine")
    (issue,) = build(out, "r2", NEW).issues
    assert (issue.code, issue.severity) == ("output_changed", Severity.WARNING)
    assert issue.message("en").startswith(
        f"{folder}: expected the output as the program wrote it, found 2 files"
    )
    assert "index.html, memo.txt" in issue.message("zh")
    assert tree(out) == {name: text for name, text in SITE.items() if name != "index.html"} | NEW
    assert (folder / "memo.txt").read_text() == "mine"


def test_two_runs_are_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for number in range(4):
        publish(out, f"r{number}", {"n": str(number)})
    assert names(out) == {"r2", "r2.json", "r3", "r3.json"}
    publish(out, "r2", {"n": "2"})
    publish(out, "r4", {"n": "4"})
    assert names(out) == {"r2", "r2.json", "r4", "r4.json"}


def test_other_folders_beside_the_runs_stay(tmp_path: Path) -> None:
    (tmp_path / "out.runs" / "mine").mkdir(parents=True)
    for number in range(3):
        publish(tmp_path / "out", f"r{number}", {"n": str(number)})
    assert (tmp_path / "out.runs" / "mine").is_dir()


def test_writing_outside_what_was_said_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE | DATA)
    with pytest.raises(ValueError, match=r"wrote outside .* \['other.html'\]"):
        build(out, "r2", NEW | {"other.html": "?"})
    assert tree(out) == SITE | DATA
    assert names(out) == {"r1", "r1.json"}


def test_a_failing_make_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE)

    def fail(folder: Path) -> None:
        (folder / "half").write_text("half")
        raise KeyError("scores")

    with pytest.raises(KeyError):
        write_run(out, RunIdentity("e1", "r2"), fail)
    assert tree(out) == SITE
    assert names(out) == {"r1", "r1.json"}


@pytest.mark.parametrize("run", ["", "..", ".hidden", "a/b", "名"])
def test_run_id_is_a_plain_name(tmp_path: Path, run: str) -> None:
    with pytest.raises(ValueError, match="run_id: expected letters"):
        publish(tmp_path / "out", run, SITE)


def test_relative_chinese_and_spaced_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = Path("输出 2020/城市 指数")
    publish(out, "r1", SITE)
    assert build(out, "r2", NEW).path == tmp_path / out
    assert tree(tmp_path / out) == SITE | NEW


def test_parent_may_be_moved(tmp_path: Path) -> None:
    publish(tmp_path / "before" / "out", "r1", SITE)
    (tmp_path / "before").rename(tmp_path / "after")
    assert tree(tmp_path / "after" / "out") == SITE
    assert write_run(tmp_path / "after" / "out", RunIdentity("e1", "r1"), forbidden).reused


def test_symlinked_parent_is_the_same_output(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    publish(tmp_path / "real" / "out", "r1", SITE)
    result = write_run(tmp_path / "link" / "out", RunIdentity("e1", "r1"), forbidden)
    assert (result.path, result.reused) == (tmp_path / "real" / "out", True)

    def meanwhile(folder: Path) -> None:
        with pytest.raises(RunLockedError):
            publish(tmp_path / "real" / "out", "r3", SITE)
        (folder / "n").touch()

    write_run(tmp_path / "link" / "out", RunIdentity("e1", "r2"), meanwhile)


def folder_in_the_way(out: Path) -> None:
    out.mkdir()


def file_in_the_way(out: Path) -> None:
    out.write_text("report")


def link_in_the_way(out: Path) -> None:
    (out.parent / "elsewhere").mkdir()
    out.symlink_to("elsewhere")


def runs_in_the_way(out: Path) -> None:
    out.with_name(f"{out.name}.runs").write_text("notes")


@pytest.mark.parametrize(
    ("obstacle", "english", "chinese"),
    [
        (
            folder_in_the_way,
            "out: expected a path that is free, or an earlier output, found a file or folder.",
            "文件夹",
        ),
        (file_in_the_way, "found a file or folder. It is kept; move it, or give another --out.", "请移走"),
        (link_in_the_way, "found a link to elsewhere.", "指向elsewhere的链接"),
        (runs_in_the_way, "out.runs: expected a path that is free", "尚不存在的路径"),
    ],
)
def test_what_is_in_the_way_is_refused_and_kept(
    tmp_path: Path, obstacle: Callable[[Path], None], english: str, chinese: str
) -> None:
    obstacle(tmp_path / "out")
    before = {path: path.lstat().st_ino for path in tmp_path.rglob("*")}
    with pytest.raises(CallError) as error:
        publish(tmp_path / "out", "r1", SITE)
    assert english in error.value.message("en")
    assert chinese in error.value.message("zh")
    assert {path: path.lstat().st_ino for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("out", [Path(), Path(".."), Path("/"), Path("a/..")])
def test_path_without_a_name_is_refused(out: Path) -> None:
    with pytest.raises(CallError, match="found a path without a name"):
        publish(out, "r1", SITE)


def test_dangling_link_into_the_runs_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("out.runs/gone")
    publish(tmp_path / "out", "r1", SITE)
    assert tree(tmp_path / "out") == SITE


def test_parent_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        CallError, match=r"expected a folder that can be written and has room, found 'Not a dir"
    ):
        publish(tmp_path / "file" / "out", "r1", SITE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_parent_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CallError, match="found 'Permission denied'"):
        publish(tmp_path / "out", "r1", SITE)
    tmp_path.chmod(0o700)


def test_full_disk_while_making_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE)

    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(CallError, match="found 'No space left on device'"):
        write_run(out, RunIdentity("e1", "r2"), full)
    assert tree(out) == SITE


def test_unreadable_input_while_making_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    def deny(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "units.csv"))

    with pytest.raises(PermissionError):
        write_run(tmp_path / "out", RunIdentity("e1", "r1"), deny)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no permission to mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_disk_that_is_full_or_read_only(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        out = disk / "out"
        publish(out, "r1", SITE)
        with pytest.raises(CallError, match="found 'No space left on device'"):
            publish(out, "r2", {f"data/{number}": "x" * 40_000 for number in range(10)})
        assert tree(out) == SITE
        assert names(out) == {"r1", "r1.json"}
        publish(out, "r3", DATA)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(CallError, match="found 'Read-only file system'"):
            publish(out, "r4", SITE)
        assert tree(out) == DATA


def test_readers_keep_the_run_that_they_opened(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r1", SITE | DATA)
    folder = os.open(out, os.O_RDONLY)
    with (out / "data/scores.csv").open("r") as file:
        head = file.read(4)
        build(out, "r2", NEW)
        with open("data/scores.csv", opener=lambda name, flags: os.open(name, flags, dir_fd=folder)) as same:
            assert same.read() == DATA["data/scores.csv"]
        publish(out, "r3", {"index.html": "third"})
        assert head + file.read() == DATA["data/scores.csv"]
    os.close(folder)


def test_readers_never_miss_a_file_while_runs_switch(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, "r0", {"n": "0"})
    seen: set[str] = set()
    missed: list[OSError] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add((out / "n").read_text())
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 30):
        publish(out, f"r{number}", {"n": str(number)})
    stop.set()
    reader.join()
    assert missed == []
    assert seen <= {str(number) for number in range(30)}
    assert len(seen) > 1


def check_after_kill(out: Path) -> bool:
    """Whether the new run was in place after the kill; that one of the two was, and that the next run cleans up."""
    found = tree(out)
    assert found in (SITE | DATA, SITE | NEW)
    publish(out, "r9", {"index.html": "next"})
    assert tree(out) == {"index.html": "next"}
    runs = {name for name in names(out) if not name.endswith(".json")}
    assert len(runs) == 2
    assert names(out) == runs | {f"{run}.json" for run in runs}
    return found == SITE | NEW


def test_kill_before_every_change_leaves_a_whole_output(tmp_path: Path, server: Server) -> None:
    two_runs(tmp_path / "whole")
    said = server.ask(tmp_path / "whole", "r2", NEW)
    assert said["signal"] == 0
    assert tree(tmp_path / "whole") == SITE | NEW
    switched = []
    for moment in range(said["done"]):
        out = tmp_path / f"out{moment}"
        two_runs(out)
        assert server.ask(out, "r2", NEW, kill_at=moment)["signal"] == signal.SIGKILL
        switched.append(check_after_kill(out))
    assert len(switched) > 20
    assert switched == sorted(switched)
    assert set(switched) == {False, True}


def test_kill_at_any_time_leaves_a_whole_output(tmp_path: Path, server: Server) -> None:
    lasted = 0.0
    for name in ("warm", "whole"):
        two_runs(tmp_path / name)
        began = time.monotonic()
        server.ask(tmp_path / name, "r2", NEW, pause=0.01)
        lasted = time.monotonic() - began
    chance = random.Random(7)
    signals = set()
    for moment in range(20):
        out = tmp_path / f"out{moment}"
        two_runs(out)
        after = chance.uniform(0, 1.2 * lasted)
        signals.add(server.ask(out, "r2", NEW, pause=0.01, kill_after=after)["signal"])
        check_after_kill(out)
    assert signal.SIGKILL in signals


def test_kill_while_a_damaged_output_is_made_again_leaves_one_of_the_two(
    tmp_path: Path, server: Server
) -> None:
    damaged = {name: text for name, text in (SITE | DATA).items() if name != "provenance.json"}
    ended = 0
    for moment in range(200):
        out = tmp_path / f"out{moment}"
        (publish(out, "r1", SITE | DATA).folder / "provenance.json").unlink()
        ended = server.ask(out, "r1", DATA, kill_at=moment)["signal"]
        assert tree(out) in (damaged, SITE | DATA)
        if not ended:
            break
    assert ended == 0
    assert tree(out) == SITE | DATA


def test_killed_run_is_made_by_the_next_call(tmp_path: Path, server: Server) -> None:
    out = tmp_path / "out"
    two_runs(out)
    server.ask(out, "r2", NEW, kill_at=12)
    assert any(name.startswith(".tmp-") for name in names(out))
    assert ".writer" in names(out)
    assert not build(out, "r2", NEW).reused
    assert tree(out) == SITE | NEW
    assert names(out) == {"r1", "r1.json", "r2", "r2.json"}


def test_second_writer_is_refused_by_name_and_harms_nothing(tmp_path: Path, server: Server) -> None:
    out = tmp_path / "out"
    two_runs(out)
    started, go = tmp_path / "started", tmp_path / "go"
    server.send(out, "r2", NEW, started=str(started), go=str(go))
    while not started.exists():
        time.sleep(0.005)
    began = time.monotonic()
    with pytest.raises(RunLockedError) as error:
        write_run(out, RunIdentity("e1", "r3"), forbidden)
    assert time.monotonic() - began < 1
    for language in ("en", "zh"):
        assert str(server.script) in error.value.message(language)
    holder = json.loads((tmp_path / "out.runs" / ".writer").read_text())
    assert f"process {holder['process']} ({holder['host']}): " in error.value.message("en")
    assert tree(out) == SITE | DATA
    go.touch()
    assert server.answer()["signal"] == 0
    assert tree(out) == SITE | NEW
    assert names(out) == {"r1", "r1.json", "r2", "r2.json"}
    publish(out, "r3", SITE)
