"""What a reader waits for over a million claims: answers to filters and searches, a whole export, the first load."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from benchmarks.figure import Figure
from benchmarks.synthetic import SEED, build_from_samples
from dashboard.app import create_app
from dashboard.compression import loaded
from dashboard.filter import Filter
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.search import search
from dashboard.sector_charts import sector_charts
from dashboard.time_charts import time_charts
from dashboard.view import View
from etl.store.export import csv_chunks

CLAIMS = 1_000_000
FILTERS = 60
ANSWER_MS = 150.0
"""The longest that the server may take to answer a filter, in 95 of 100 cases."""
EXPORT_S = 3.0
GROWTH_MB = 500.0
"""The most memory that sending a million rows may add to what the server holds."""
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
    """Milliseconds of what pages ask, seconds and memory of an export, megabytes of the first load."""
    with TemporaryDirectory() as folder:
        store = build_from_samples(Path(folder), CLAIMS)
        begun = time.perf_counter()
        claims = Claims(store)
        total = claims.scope().claims
        yield Figure(f"prepare a snapshot of {total:,} claims", time.perf_counter() - begun, "s")
        yield from _answers(claims)
        yield from _export(claims, total)
        app = create_app(store)
        bundles = sum(len(brotli.compress(content, quality=11)) for content in loaded(app))
        yield Figure("first load, compressed", bundles / 1e6, "MB", at_most=FIRST_LOAD_MB)


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
    sorted_by = [{"colId": "value", "sort": "desc"}]
    asked: dict[str, Callable[[Filter], object]] = {
        "the rows and their number": lambda narrowed: (claims.count(narrowed), claims.page(narrowed, 0, 100, [])),
        "the rows by value": lambda narrowed: claims.page(narrowed, 0, 100, sorted_by),
        "all facets": claims.facets,
        "what can be charted": claims.plots,
        "the whole charts of sectors": lambda narrowed: sector_charts(claims, View(narrowed), Screen()),
        "the whole chart of the timeline": lambda narrowed: time_charts(claims, View(narrowed), Screen()),
    }
    for name, question in asked.items():
        times = [_milliseconds(question, narrowed) for narrowed in filters]
        yield Figure(f"any filter, {name}: p95", _p95(times), "ms", at_most=ANSWER_MS)
    times = [_milliseconds(lambda word: search(claims, Filter(text=word)), word) for word in _WORDS]
    yield Figure("search, sentences with their places: p95", _p95(times), "ms", at_most=ANSWER_MS)


def _milliseconds(question: Callable[..., object], about: object) -> float:
    begun = time.perf_counter()
    question(about)
    return (time.perf_counter() - begun) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _export(claims: Claims, total: int) -> Iterator[Figure]:
    before = most = _resident()
    begun = time.perf_counter()
    for _piece in csv_chunks(claims.reader(Filter())):
        most = max(most, _resident())
    yield Figure(f"{total:,} claims to CSV", time.perf_counter() - begun, "s", at_most=EXPORT_S)
    yield Figure("memory that the CSV adds", most - before, "MB", at_most=GROWTH_MB)


def _resident() -> float:
    """Megabytes that the process holds; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 / 1e6 if statm.exists() else 0.0
