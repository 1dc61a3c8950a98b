"""``build``, ``publish`` and ``serve``: what comes out of an edition."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from chengshu.entrypoints.cli.terminal import WRONG_CALL, faults, say

if TYPE_CHECKING:
    from chengshu.model import Language

_DIRECTORY = typer.Argument(
    ..., metavar="DIR", help="An edition folder or a shipped edition. 版本文件夹或内置版本。"
)
_OUT = typer.Option(..., "--out", help="Where the results go. 输出位置。")
_JSON = typer.Option(False, "--json", help="Print JSON. 输出JSON。")
_QUIET = typer.Option(False, "--quiet", help="Print nothing but problems. 只输出问题。")
_STORE = typer.Option(True, "--store/--no-store", help="Use what was computed before. 使用已有计算结果。")


def build(
    directory: str = _DIRECTORY,
    out: Path = _OUT,
    *,
    as_json: bool = _JSON,
    quiet: bool = _QUIET,
    store: bool = _STORE,
) -> None:
    """Compute scores and steps into OUT/data. 计算得分与各步骤，写入OUT/data。"""
    _make(directory, out, (), store=store, as_json=as_json, quiet=quiet)


def publish(
    directory: str = _DIRECTORY,
    out: Path = _OUT,
    lang: str = typer.Option("zh,en", help="Languages of the pages. 页面语言。"),
    *,
    as_json: bool = _JSON,
    quiet: bool = _QUIET,
    store: bool = _STORE,
) -> None:
    """Build an edition and publish its pages into OUT. 构建并发布网页。"""
    _make(directory, out, _languages(lang), store=store, as_json=as_json, quiet=quiet)


def serve(
    out: Path = typer.Argument(..., metavar="OUT", help="A published folder. 已发布的文件夹。"),
    host: str = typer.Option("127.0.0.1", help="The address to listen on. 监听地址。"),
    port: int = typer.Option(8000, min=0, max=65535, help="The port; 0 takes a free one. 端口，0为任选。"),
) -> None:
    """Serve a published folder until Ctrl-C. 在本机提供网页服务。"""
    from chengshu.entrypoints.api import site_server

    with faults():
        server = site_server(out, host, port)
    address = f"http://{server.server_name if host != '127.0.0.1' else host}:{server.server_port}/"
    say(f"{address}，按Ctrl-C停止。", f"{address}, Ctrl-C stops it.")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("已停止。", "Stopped.")


def _languages(words: str) -> "tuple[Language, ...]":
    from chengshu.model import LANGUAGES

    asked = [word.strip() for word in words.split(",")]
    chosen = tuple(language for language in LANGUAGES if language in asked)
    if not chosen or set(asked) - set(LANGUAGES):
        say(
            f"--lang应为zh、en或zh,en，实为“{words}”。",
            f"--lang: expected zh, en or zh,en, found {words!r}.",
        )
        raise typer.Exit(WRONG_CALL)
    return chosen


def _make(
    directory: str, out: Path, languages: "tuple[Language, ...]", *, store: bool, as_json: bool, quiet: bool
) -> None:
    from chengshu.entrypoints.cli.report import report
    from chengshu.workflow import Order, make_run

    with faults(as_json=as_json):
        outcome = make_run(
            Order(directory, out, languages, store),
            lambda text: say(text.get("zh"), text.get("en"), quiet=quiet or as_json),
        )
    report(outcome, as_json=as_json, quiet=quiet)
