"""What a reader waits for in the browser over a million claims: the first chart, a mark's sentence, what is sent.

The server runs as ``baoshu serve`` runs it, in a process of its own, over a prepared snapshot. Cold is a browser that
has never been there, warm the next visit of the same browser. Times are by the clock and hold the driver's own few
milliseconds. Without a Chromium this is left out, saying so.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from benchmarks.figure import Figure
from benchmarks.synthetic import build_from_samples
from dashboard.query import Claims
from tests.browser.conftest import FLAGS, browser_path

CLAIMS = 1_000_000
COLD_S, WARM_S, MARK_MS, SENT_MB = 3.0, 1.5, 300.0, 2.0
"""The most that the first chart of a first and of a later visit, a mark's sentence and a first visit's bytes may be."""
PAGES = {"overview": "", "sectors": "sectors", "timeline": "timeline"}
VISITS, MARKS = 5, 20
_UP = 10.0
"""Seconds that the server has been up before its first visitor: it has asked itself what the first pages ask."""
_LOOKING = 800
"""Milliseconds that a reader looks at a page or a sentence before going on: the browser then has nothing left to do."""
_DRAWN = """() => !!document.querySelector("#main img.spark")
  || Array.from(document.querySelectorAll("#main .figure")).some((one) =>
    one.querySelector(".main-svg .point, .main-svg .hm") && !/正在载入/.test(one.getAttribute("aria-label")))"""
_SENTENCE = "before => { const one = document.querySelector('#panel .sentence'); return !!one" + (
    " && !!one.querySelector('mark') && new URLSearchParams(location.search).get('claim') !== before; }"
)


def figures() -> Iterator[Figure]:
    """Seconds until the first chart, milliseconds from a mark to its sentence, megabytes of a first visit."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        chromium = browser_path(playwright)
        if chromium is None:
            print("browser: left out, no Chromium was found", file=sys.stderr)
            return
        store = _million(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with _served(store) as address:
            for name, path in PAGES.items():
                yield from _visits(browser, name, address + path)
            yield from _marks(browser, address)
        browser.close()


def _million(folder: Path) -> Path:
    store = build_from_samples(folder, CLAIMS)
    Claims(store).scope()  # prepares the snapshot, as the server does beside its answers after a refresh
    return store


@contextmanager
def _served(store: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "baoshu", "serve", "--store", str(store), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    try:
        _until_healthy(address, process)
        time.sleep(_UP)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {process.returncode}")
        try:
            with urlopen(f"{address}healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer")


def _visits(browser: Browser, name: str, address: str) -> Iterator[Figure]:
    """Every visit's time is kept: the figure is the worst of them."""
    cold: list[float] = []
    warm, sent = [], []
    for _ in range(VISITS):
        context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="zh-CN")
        sent.append(_first_visit(context, address, cold))
        page = context.new_page()
        page.wait_for_timeout(_LOOKING)
        warm.append(_seconds_to_chart(page, address))
        page.wait_for_timeout(_LOOKING)
        context.close()
    yield Figure(f"{name}, first visit: first chart, the worst of {VISITS}", max(cold), "s", at_most=COLD_S)
    yield Figure(f"{name}, later visit: first chart, the worst of {VISITS}", max(warm), "s", at_most=WARM_S)
    yield Figure(f"{name}, first visit: sent to the browser", max(sent), "MB", at_most=SENT_MB)


def _first_visit(context: BrowserContext, address: str, times: list[float]) -> float:
    """Adds the time of a first visit; returns the megabytes that came over the wire for it."""
    page = context.new_page()
    received: list[float] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    times.append(_seconds_to_chart(page, address))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_LOOKING)
    page.close()
    return sum(received) / 1e6


def _seconds_to_chart(page: Page, address: str) -> float:
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(_DRAWN)
    return time.perf_counter() - begun


def _marks(browser: Browser, address: str) -> Iterator[Figure]:
    """From a click on a bar, and on a row, until its sentence stands highlighted in the panel."""
    page = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="zh-CN").new_page()
    page.goto(f"{address}sectors")
    bars = page.locator("#graph-ranking .bars .point path")
    bars.first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    bars.first.scroll_into_view_if_needed()
    yield _p95("from a bar to its sentence", page, bars)
    page.goto(f"{address}rows")
    rows = page.locator("#grid .ag-row[row-id]")
    rows.first.wait_for(state="visible")
    page.wait_for_load_state("networkidle")
    yield _p95("from a row to its sentence", page, rows)


def _p95(name: str, page: Page, marks: Locator) -> Figure:
    times = [_milliseconds(page, marks.nth(place % marks.count()).click) for place in range(1, MARKS + 1)]
    return Figure(f"{name}: p95 of {MARKS}", sorted(times)[int(MARKS * 0.95) - 1], "ms", at_most=MARK_MS)


def _milliseconds(page: Page, click: Callable[..., None]) -> float:
    page.wait_for_timeout(_LOOKING)
    before = page.evaluate("new URLSearchParams(location.search).get('claim')")
    begun = time.perf_counter()
    click(force=True)
    page.wait_for_function(_SENTENCE, arg=before, polling=5)
    return (time.perf_counter() - begun) * 1000
