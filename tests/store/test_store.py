"""What is kept comes back bit for bit, in this process and in the next."""

from pathlib import Path

import numpy as np
import pytest

from chengshu.model import Extract, StoreLockedError, Text, Unplaced
from chengshu.store import open_store

EXTRACT = Extract(
    "segments",
    ("a", "b"),
    ("mobile",),
    np.array([[0.1], [np.nan]]),
    unplaced=(Unplaced("segments", "江汉", 42.0, Text("共用", "shared")),),
    totals={"segments": 43.0},
)


def test_an_extract_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    with open_store(path) as store:
        store.put_extract("key", EXTRACT)
    with open_store(path) as store:
        found = store.get_extract("key")
        assert store.get_extract("other") is None
        assert store.get_panel("key") is None
    assert found is not None
    assert found.values.tobytes() == EXTRACT.values.tobytes()
    assert (found.unplaced, dict(found.totals), found.units) == (
        EXTRACT.unplaced,
        dict(EXTRACT.totals),
        EXTRACT.units,
    )


def test_a_file_that_is_no_store_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(b"not a database, but long enough to be taken for one" * 100)
    with open_store(path) as store:
        assert store.issues
        store.put_extract("key", EXTRACT)
        assert store.get_extract("key") is not None
    assert [kept for kept in tmp_path.iterdir() if "broken" in kept.name]


def test_a_second_process_is_refused(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from chengshu.store import open_store; "
        "store = open_store(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "store.duckdb"
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreLockedError):
            open_store(path, wait=0.3)
        holder.kill()
    with open_store(path) as store:
        assert store.get_extract("key") is None
