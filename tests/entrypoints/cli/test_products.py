"""`build`, `publish` and `serve`."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path


def test_build_says_what_it_found_and_where(chengshu, small: Path) -> None:
    done = chengshu("build", str(small), "--out", "out")
    assert done.returncode == 0, done.stderr
    assert "Bing" in done.stdout
    assert "out/data" in done.stderr
    again = chengshu("build", str(small), "--out", "elsewhere")
    assert "From the store, not computed again: panel, scores." in again.stderr
    same = chengshu("build", str(small), "--out", "out")
    assert "The same output is there already" in same.stderr


def test_publish_in_one_language(chengshu, small: Path, tmp_path: Path) -> None:
    done = chengshu("publish", str(small), "--out", "out", "--lang", "zh", lang="zh")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "zh" / "index.html").is_file()
    assert not (tmp_path / "out" / "en").exists()
    assert "丙市" in done.stdout


def test_json_and_quiet(chengshu, small: Path) -> None:
    said = json.loads(chengshu("build", str(small), "--out", "out", "--json").stdout)
    assert said["summary"]["en"]["leading"][0]["name"] == "Bing"
    assert said["reused"] is False
    quiet = chengshu("build", str(small), "--out", "out", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_wrong_languages(chengshu, small: Path) -> None:
    for words in ("fr", "zh,fr", ""):
        assert chengshu("publish", str(small), "--out", "out", "--lang", words).returncode == 2


def test_faults_of_data_and_of_the_call_have_their_codes(chengshu, small: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    assert chengshu("build", str(small), "--out", "taken").returncode == 2
    (small / "observations.csv").unlink()
    done = chengshu("build", str(small), "--out", "out")
    assert done.returncode == 1
    assert "Fill in observations.csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_until_interrupted(chengshu, small: Path, tmp_path: Path) -> None:
    assert chengshu("publish", str(small), "--out", "out").returncode == 0
    program = str(Path(sys.executable).with_name("chengshu"))
    server = subprocess.Popen(
        [program, "serve", "out", "--port", "0"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CHENGSHU_LANG": "en"},
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().split(",")[0]
        with urllib.request.urlopen(f"{address}en/", timeout=10) as answer:
            assert "Small index" in answer.read().decode()
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        time.sleep(0.1)
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=10) == 0
        assert "Stopped." in server.stderr.read()
    finally:
        server.kill()
        server.wait()
        if server.stderr:
            server.stderr.close()


def test_serve_needs_something_published(chengshu) -> None:
    done = chengshu("serve", "nothing")
    assert done.returncode == 2
    assert "chengshu publish" in done.stderr
