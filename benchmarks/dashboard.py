"""What a reader waits for over a million claims: answers to filters and searches, a whole export, the first load.

``BAOSHU_CLAIMS=10000000`` asks of so many claims instead; ``BAOSHU_BENCH_STORE`` names a folder in which the table is
kept for the next time (to make ten million claims takes a quarter of an hour, to prepare them some ten minutes).
"""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
import pandas as pd

from benchmarks.figure import Figure, peak_bytes
from benchmarks.synthetic import SEED, build_from_samples
from dashboard.app import create_app
from dashboard.choice import choose_plot
from dashboard.components.table import PAGE_ROWS, needed
from dashboard.compression import loaded
from dashboard.export.csv_file import csv_pieces
from dashboard.export.parquet_file import parquet_pieces
from dashboard.export.selection import Selection
from dashboard.filter import Filter
from dashboard.queries.outline import outlined
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.search import search
from dashboard.sector_charts import sector_charts
from dashboard.time_charts import time_charts
from dashboard.view import View
from dashboard.warm import warm

CLAIMS = int(os.environ.get("BAOSHU_CLAIMS", "1000000"))
FILTERS = 60
OPEN_S = 3.0
ANSWER_MS = 100.0
"""The longest that the server may take to answer a filter, in 95 of 100 cases."""
SEARCH_MS = 300.0
CSV_S, PARQUET_S = 2.0, 1.0
"""The longest that a million claims may take, the table or some years of it."""
PICKED_S = 2.0
"""The longest that a million of a filter may take of which no row group lies ready."""
GROWTH_MB = 500.0
"""The most memory that sending a million rows may add to what the server holds."""
MEMORY_MB = 3000.0
"""The most memory that the server may hold after all questions, and that preparing may take."""
FIRST_LOAD_MB = 2.0

_WORDS = (
    "利润",
    "企业",
    "增长",
    "同比",
    "纺织业",
    "万亿元",
    "江安",
    "装备 制造",
    "“1—5月份”",
    "没有这样的词",
    "5G",
    "%",
)


def figures() -> Iterator[Figure]:
    """Seconds and memory of preparing and opening, milliseconds of what pages ask, exports, megabytes of the first
    load."""
    with TemporaryDirectory() as folder:
        kept = Path(os.environ.get("BAOSHU_BENCH_STORE", folder))
        store, before = kept / "store", set((kept / "store" / "cache").glob("*.duckdb"))
        if not store.exists():
            _apart(build_from_samples, kept, CLAIMS)
        seconds, peak = _apart(_prepared, store)
        file = max((store / "cache").glob("*.duckdb"), key=lambda path: path.stat().st_mtime)
        if file not in before:
            yield Figure(f"prepare a snapshot of {CLAIMS:,} claims", seconds, "s")
            yield Figure("peak memory of preparing", peak, "MB", at_most=MEMORY_MB)
        yield Figure("the prepared file", file.stat().st_size / 1e6, "MB")
        begun = time.perf_counter()
        claims = Claims(store)
        total = claims.scope().claims
        claims.offered()
        yield Figure(f"open {total:,} prepared claims", time.perf_counter() - begun, "s", at_most=OPEN_S)
        warm(claims)
        yield from _answers(claims)
        yield Figure("memory of the server after all these", _resident(), "MB", at_most=MEMORY_MB)
        yield from _export(claims)
        app = create_app(store)
        bundles = sum(len(brotli.compress(content, quality=11)) for content in loaded(app))
        yield Figure("first load, compressed", bundles / 1e6, "MB", at_most=FIRST_LOAD_MB)


def _apart(work: Callable[..., object], *parts: object) -> tuple[float, float]:
    """Does the work in a process of its own: its seconds, and the most megabytes that the process held."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        begun = time.perf_counter()
        process.submit(work, *parts).result()
        return time.perf_counter() - begun, process.submit(_peak).result()


def _prepared(store: Path) -> int:
    return Claims(store).scope().claims


def _peak() -> float:
    return peak_bytes() / 1e6


def some_filters(claims: Claims, number: int) -> list[Filter]:
    """Seeded filters of every kind, alone and together, and none at all."""
    rng, offered = random.Random(SEED), claims.offered()
    parts: dict[str, Callable[[], object]] = {
        "publication": lambda: (rng.choice(list(offered.publication)),),
        "sector": lambda: tuple(rng.sample(list(offered.sector), rng.randint(1, 3))),
        "indicator": lambda: (rng.choice(list(offered.indicator)),),
        "measure": lambda: (rng.choice(["growth", "level", "share"]),),
        "status": lambda: (rng.choice(["actual", "target"]),),
        "month_from": lambda: rng.choice(offered.month),
        "month_to": lambda: rng.choice(offered.month),
        "text": lambda: rng.choice(_WORDS),
    }
    found = [Filter()]
    while len(found) < number:
        names = rng.sample(list(parts), rng.randint(1, 3))
        found.append(Filter(**{name: parts[name]() for name in names}))  # type: ignore[arg-type]
    return found


def _answers(claims: Claims) -> Iterator[Figure]:
    filters = some_filters(claims, FILTERS)
    asked: dict[str, Callable[[Filter], object]] = {
        "the rows and their number": lambda narrowed: (claims.count(narrowed), _page(claims, narrowed, [])),
        "the rows by value": lambda narrowed: _page(claims, narrowed, [{"colId": "value", "sort": "desc"}]),
        "all facets": claims.facets,
        "what can be charted": claims.plots,
        "the query of a chart": lambda narrowed: _outline(claims, narrowed),
        "the whole charts of sectors": lambda narrowed: sector_charts(claims, View(narrowed), Screen()),
        "the whole chart of the timeline": lambda narrowed: time_charts(claims, View(narrowed), Screen()),
    }
    for name, question in asked.items():
        times = [_milliseconds(question, narrowed) for narrowed in filters]
        yield Figure(f"any filter, {name}: p95", _p95(times), "ms", at_most=ANSWER_MS)
    times = [_milliseconds(lambda word: search(claims, Filter(text=word)), word) for word in _WORDS]
    yield Figure("search, sentences with their places: p95", _p95(times), "ms", at_most=SEARCH_MS)


def _page(claims: Claims, narrowed: Filter, sort: list[dict[str, object]]) -> pd.DataFrame:
    """The first rows as the grid asks for them."""
    return claims.page(narrowed, 0, PAGE_ROWS, sort, needed())


def _outline(claims: Claims, narrowed: Filter) -> None:
    """Asks for the observations of the figure that a chart opens with."""
    view = View(narrowed)
    plot = choose_plot(claims.plots(narrowed), view.figure)
    if plot is not None:
        with outlined(claims, narrowed, (plot.plot, plot.measure, plot.comparison)):
            pass


def _milliseconds(question: Callable[..., object], about: object) -> float:
    begun = time.perf_counter()
    question(about)
    return (time.perf_counter() - begun) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _export(claims: Claims) -> Iterator[Figure]:
    """Some million claims, told for a million: the whole of a small table, the first years of a larger one."""
    scope = claims.scope()
    assert scope.first is not None
    assert scope.last is not None
    part = min(1_000_000 / scope.claims, 1.0)
    narrowed = Filter(as_of=(scope.first + part * (scope.last - scope.first)).isoformat())
    millions = claims.count(narrowed).claims / 1e6
    chosen = Selection(claims, claims.prepared(), narrowed)
    for name, pieces, limit in (("CSV", csv_pieces, CSV_S), ("Parquet", parquet_pieces, PARQUET_S)):
        seconds, added = _sent(pieces(chosen))
        yield Figure(f"1,000,000 claims to {name}", seconds / millions, "s", at_most=limit)
        yield Figure(f"memory that the {name} adds", added, "MB", at_most=GROWTH_MB)
    picked = Filter(as_of=narrowed.as_of, measure=("level",))
    seconds, _ = _sent(parquet_pieces(Selection(claims, claims.prepared(), picked)))
    share = claims.count(picked).claims / 1e6
    yield Figure("1,000,000 claims picked all over the table to Parquet", seconds / share, "s", at_most=PICKED_S)


def _sent(pieces: Iterable[bytes]) -> tuple[float, float]:
    """Seconds that the pieces take, and the most megabytes that they add."""
    before = most = _resident()
    begun = time.perf_counter()
    for _piece in pieces:
        most = max(most, _resident())
    return time.perf_counter() - begun, most - before


def _resident() -> float:
    """Megabytes that the process holds; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 / 1e6 if statm.exists() else 0.0
