"""A published folder over HTTP, read only."""

from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chengshu.model import CallError, Issue, Severity, Text

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class _Site(SimpleHTTPRequestHandler):
    """Answers GET and HEAD for files below one folder. A symlink that leads out of it is not followed."""

    def send_head(self) -> Any:
        root = Path(self.directory).resolve()
        if not Path(self.translate_path(self.path)).resolve().is_relative_to(root):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, *_: Any) -> None:
        """Answer that there is no such page: folders are not listed."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        """The type of a file; text is UTF-8 whatever the machine's locale says."""
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("json") else kind

    def log_message(self, *_: Any) -> None:
        """Say nothing of single requests."""


def site_server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of a published folder, bound and ready for ``serve_forever``.

    The folder may be the symlink of a publication: each request goes to the run that it points to then.
    Raises `CallError` where the folder is not there or the port is taken.
    """
    if not (folder / "index.html").is_file():
        raise CallError([_nothing_published(folder)])

    class Handler(_Site):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **{**options, "directory": str(folder)})

    try:
        return ThreadingHTTPServer((host, port), Handler)
    except OSError as error:
        raise CallError([_port_taken(host, port, error)]) from error


def _nothing_published(folder: Path) -> Issue:
    return Issue(
        "nothing_published",
        Severity.ERROR,
        value=str(folder),
        expected=Text("已发布的文件夹（含index.html）", "a published folder with index.html"),
        found=Text(f"“{folder}”中没有", f"none in {folder}"),
        remedy=Text("请先运行“chengshu publish”。", "Run 'chengshu publish' first."),
    )


def _port_taken(host: str, port: int, error: OSError) -> Issue:
    return Issue(
        "port_taken",
        Severity.ERROR,
        value=f"{host}:{port}",
        expected=Text(f"{host}:{port}可用", f"{host}:{port} to be free"),
        found=Text(f"{error.strerror}", f"{error.strerror}"),
        remedy=Text("请用--port另选端口。", "Choose another with --port."),
    )
