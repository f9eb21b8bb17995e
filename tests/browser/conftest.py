"""A served dashboard and a browser that remembers every request, console error, CSP violation and hostile script."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import waitress
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, expect

from dashboard.app import create_app
from tests.dashboard.printed_issues import build_store

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
)
TIMEOUT = 60_000
"""Milliseconds: generous, because a loaded machine is no failure of the page."""
expect.set_options(timeout=TIMEOUT / 2)


SETTLED = """() => {
  const main = document.getElementById("main");
  const graphs = Array.from(main.querySelectorAll(".figure"));
  return !/正在载入……|Loading…/.test(main.textContent)
    && graphs.every((one) => one.querySelector(".main-svg")
      && !/正在载入|Loading/.test(one.getAttribute("aria-label")));
}"""


def browser_path(playwright: Playwright) -> str | None:
    """The Chromium that ``make test`` provided, an installed one, or Playwright's own; None if there is none."""
    provided = ROOT / ".venv" / "browser"
    named = [os.environ.get("BAOSHU_BROWSER", ""), provided.read_text().strip() if provided.is_file() else ""]
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    for candidate in (*named, *found, playwright.chromium.executable_path):
        if candidate and Path(candidate).exists():
            return candidate
    return None


@dataclass
class Watched:
    """A page and everything it did that somebody might mind."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, place: str = "rows") -> Page:
        """Opens a page (``sectors?period=…``) and waits until it can be used."""
        self.page.goto(self.address + place)
        self.settled()
        return self.page

    def settled(self) -> None:
        """Waits until nothing says any more that it is being loaded."""
        expect(self.page.locator("#count")).not_to_be_empty(timeout=TIMEOUT)
        expect(self.page.locator("#page-heading")).to_be_visible(timeout=TIMEOUT)
        self.page.wait_for_function(SETTLED)

    def outside(self) -> set[str]:
        """The hosts beside our own that were asked for anything."""
        own = urlsplit(self.address).netloc
        return {urlsplit(url).netloc for url in self.requests if url.startswith(("http", "ws"))} - {own}


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Serves the store on a free port; the address ends in a slash."""
    server = waitress.create_server(create_app(store).server, host="127.0.0.1", port=0, threads=6)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}/"
    finally:
        server.task_dispatcher.shutdown(timeout=5)
        for channel in list(server.active_channels.values()):  # connections that the browser keeps open
            channel.will_close = True
        server.pull_trigger()
        for _ in range(100):
            if not server.active_channels:
                break
            time.sleep(0.05)
        server.trigger.pull_trigger(server.close)  # by the thread that waits on its sockets: no other may close them
        thread.join(timeout=5)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = build_store(tmp_path_factory.mktemp("store"))
    with serving(store) as address:
        yield address


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample issues as ``make run`` loads them."""
    store = tmp_path_factory.mktemp("samples")
    command = [sys.executable, "-m", "etl", "refresh", str(ROOT / "data" / "issues"), "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return store


@pytest.fixture(scope="session")
def sample_address(sample_store: Path) -> Iterator[str]:
    with serving(sample_store) as address:
        yield address


@pytest.fixture
def samples(wide_context: BrowserContext, sample_address: str) -> Iterator[Watched]:
    """The page over the sample issues."""
    yield from _session(wide_context, sample_address)


def watch(context: BrowserContext, address: str) -> Watched:
    page = context.new_page()
    page.set_default_timeout(TIMEOUT)
    watched = Watched(page, address)

    def record(request: Request) -> None:
        watched.requests.append(request.url)

    page.on("request", record)
    page.on("websocket", lambda socket: watched.requests.append(socket.url))
    page.on("pageerror", lambda error: watched.complaints.append(f"error: {error}"))
    page.on(
        "console",
        lambda message: watched.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    return watched


def _context(
    browser: Browser, width: int, height: int, touch: bool = False, dark: bool = False
) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=touch,
        color_scheme="dark" if dark else "light",
        locale="zh-CN",
        accept_downloads=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context
    context.close()


@pytest.fixture(scope="session")
def wide_context(browser: Browser) -> Iterator[BrowserContext]:
    yield from _context(browser, 1440, 1000)


@pytest.fixture(scope="session")
def tablet_context(browser: Browser) -> Iterator[BrowserContext]:
    yield from _context(browser, 900, 1100, touch=True)


@pytest.fixture(scope="session")
def dark_context(browser: Browser) -> Iterator[BrowserContext]:
    yield from _context(browser, 1440, 1000, dark=True)


@pytest.fixture(scope="session")
def phone_context(browser: Browser) -> Iterator[BrowserContext]:
    yield from _context(browser, 390, 844, touch=True)


def _session(context: BrowserContext, address: str) -> Iterator[Watched]:
    watched = watch(context, address)
    yield watched
    hacked = watched.page.evaluate("window.hacked === undefined ? '' : String(window.hacked)")
    watched.page.close()
    assert hacked == ""
    assert watched.outside() == set()
    assert watched.complaints == []


@pytest.fixture
def watched(wide_context: BrowserContext, address: str) -> Iterator[Watched]:
    """A wide page; when the test ends it must have asked no other host, logged no error, run no hostile script."""
    yield from _session(wide_context, address)


@pytest.fixture
def tablet(tablet_context: BrowserContext, address: str) -> Iterator[Watched]:
    """The same on a tablet."""
    yield from _session(tablet_context, address)


@pytest.fixture
def dark(dark_context: BrowserContext, address: str) -> Iterator[Watched]:
    """The same on a screen that asks for dark pages."""
    yield from _session(dark_context, address)


@pytest.fixture
def phone(phone_context: BrowserContext, address: str) -> Iterator[Watched]:
    """The same on a phone."""
    yield from _session(phone_context, address)
