"""Chromium, and a published site of pseudonymous units, from disk and from the program's own server."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from chengshu.entrypoints.api import site_server
from chengshu.model import Status
from chengshu.publish import write_data, write_site

CHROMIUM = Path("/usr/bin/chromium")
DESKTOP = {"width": 1280, "height": 900}


def _samples() -> Any:
    """The makers of samples that the tests of `publish` use."""
    file = Path(__file__).parents[1] / "publish" / "conftest.py"
    spec = importlib.util.spec_from_file_location("samples_of_publish", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.Factory


@dataclass
class Visit:
    """A page with everything that it complained of and everything that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Visitor = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def _published(made: Any, folder: Path) -> Path:
    write_data(made.edition, made.scores, folder / "data")
    write_site(made.edition, made.scores, {"program": {"version": "0.1.0"}}, folder, ("zh", "en"))
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    samples = _samples()
    made = samples.screened(samples.sample(337, status=Status.ILLUSTRATIVE), "S-005")
    return _published(made, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    samples = _samples()
    return _published(samples.hostile(samples.sample(20)), tmp_path_factory.mktemp("hostile") / "out")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with site_server(folder, "127.0.0.1", 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address under the server's policy, which allows nothing inline."""
    with _served(site) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_served(hostile_site: Path) -> Iterator[str]:
    with _served(hostile_site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visitor]:
    """Opens pages; at the end no page may have complained or asked for anything from elsewhere."""
    opened: list[tuple[Visit, str]] = []

    def open_page(address: str, path: str, **options: Any) -> Visit:
        page = browser.new_context(**{"viewport": DESKTOP, **options}).new_page()
        found = Visit(page)
        page.on("console", lambda message: found.complaints.append(message.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))

        def note(request: Request) -> None:
            found.asked.append(request.url)

        page.on("request", note)
        page.goto(f"{address}/{path}")
        opened.append((found, address))
        return found

    yield open_page
    for found, address in opened:
        assert found.complaints == []
        assert [url for url in found.asked if not url.startswith((address, "data:"))] == []
        found.page.context.close()


@pytest.fixture(params=["disk", "server"])
def address(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is: a folder on disk, or a server."""
    if request.param == "disk":
        return site.as_uri()
    served: str = request.getfixturevalue("served")
    return served
