"""A published folder over HTTP: files below it and nothing else."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from chengshu.entrypoints.api import site_server
from chengshu.model import CallError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    (out / "zh").mkdir(parents=True)
    (out / "index.html").write_text("门", encoding="utf-8")
    (out / "zh" / "index.html").write_text("城数", encoding="utf-8")
    (out / "data").mkdir()
    (out / "data" / "scores.csv").write_text("unit\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (out / "leak").symlink_to(tmp_path / "secret.txt")
    return out


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with site_server(folder, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def get(port: int, path: str, method: str = "GET") -> tuple[int, str, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body, answer.headers.get("Content-Type", "")


def test_pages_and_data(port: int) -> None:
    assert get(port, "/") == (200, "门", "text/html; charset=utf-8")
    assert get(port, "/zh/")[:2] == (200, "城数")
    assert get(port, "/data/scores.csv")[2] == "text/csv; charset=utf-8"
    assert get(port, "/zh/", "HEAD")[:2] == (200, "")


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/leak", "/data/", "/nothing", "/zh/../../secret.txt"]
)
def test_nothing_else(port: int, path: str) -> None:
    status, body, _ = get(port, path)
    assert status == 404
    assert "secret" not in body


def test_writing_is_not_offered(port: int) -> None:
    assert get(port, "/", "POST")[0] == 501


def test_a_switched_link_is_followed_at_the_next_request(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    out = tmp_path / "out"
    out.symlink_to("one")
    with site_server(out, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        assert get(server.server_port, "/")[1] == "one"
        (tmp_path / "next").symlink_to("two")
        (tmp_path / "next").replace(out)
        assert get(server.server_port, "/")[1] == "two"
        server.shutdown()
        thread.join()


def test_a_taken_port_and_an_empty_folder_are_told(folder: Path, tmp_path: Path) -> None:
    with site_server(folder, "127.0.0.1", 0) as server, pytest.raises(CallError, match="--port"):
        site_server(folder, "127.0.0.1", server.server_port)
    with pytest.raises(CallError, match="chengshu publish"):
        site_server(tmp_path, "127.0.0.1", 0)
