"""Whether memory stays flat: what is still held after many issues, and the peak while one is read."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.text import Text, news
from etl.pipeline import extract

ROUNDS = 5
HELD = 1.0
"""MB that may stay behind after another ``ROUNDS`` rounds over the same issues."""


def figures() -> Iterator[Figure]:
    """What rounds over the same issues leave behind, and the peak above it."""
    text = news()
    tracemalloc.start()
    try:
        _round(text)
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        for _ in range(ROUNDS):
            _round(text)
        gc.collect()
        after, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    yield Figure(f"left behind by {ROUNDS} rounds over {text.name}", (after - before) / 1e6, "MB", at_most=HELD)
    yield Figure(f"peak while extracting {text.name}, issue by issue", (peak - before) / 1e6, "MB")


def _round(text: Text) -> None:
    for issue in text.issues:
        extract(issue)
