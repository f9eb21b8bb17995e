"""Promise 5: refreshes that overlap or repeat give exact rows and no duplicates."""

from __future__ import annotations

import io
import time
from contextlib import redirect_stderr
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from etl.extraction import Steps
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store, StoreBusyError
from tests.faults.tally import Tally
from tests.sample import make_issue, percent_claims, read_sample, write_sample
from tests.store.writer import PROCESSES

WRITERS = 4
OPTIONS = Options(steps=Steps(read_sample, percent_claims))


def refresh_often(papers: Path, store: Path, writer: int, rounds: int) -> None:
    """Adds an issue and refreshes, so many times; waits while another refresh is running."""
    for number in range(rounds):
        issue = make_issue(f"样报{writer}", date(2019, 1, 1) + timedelta(days=number), (f"增长{number}%。",))
        write_sample(papers / f"{writer}-{number:04d}.txt", issue)
        while True:
            try:
                with redirect_stderr(io.StringIO()):
                    refresh_sources([of_folder(papers)], Store(store, kept=3), OPTIONS)
                break
            except StoreBusyError:
                time.sleep(0.01)


def prove(folder: Path, count: int) -> Tally:
    """Four processes that refresh ``count`` times each from one folder into one store."""
    tally = Tally(5, f"{WRITERS} 个进程同时反复更新：无重复 · overlapping refreshes")
    papers, store = folder / "papers", Store(folder / "store")
    papers.mkdir(parents=True)
    writers = [
        PROCESSES.Process(target=refresh_often, args=(papers, store.path, number, count)) for number in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for number, writer in enumerate(writers):
        writer.join()
        tally.expect(writer.exitcode == 0, f"writer {number} ended with {writer.exitcode}")
    claims = pd.read_parquet(store.path / "current" / "claims")
    expected = sorted((f"样报{writer}", float(number)) for writer in range(WRITERS) for number in range(count))
    tally.expect(sorted(zip(claims["publication"], claims["value"], strict=True)) == expected, "rows are not exact")
    tally.expect(bool(claims["claim_id"].is_unique), "duplicate claims")
    again = refresh_sources([of_folder(papers)], store, OPTIONS)
    tally.expect(again.snapshot is None and again.unchanged == len(expected), f"a rerun changed something: {again}")
    tally.expect(store.verify() == [], "damage")
    tally.note("行 rows", len(claims))
    tally.tried = WRITERS * count
    return tally
