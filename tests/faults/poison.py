"""Promise 15: a poison document among good ones is tried three times, set aside, and shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from etl.refresh.run import Options, of_folder, refresh_sources
from etl.refresh.status import lines
from etl.store import Store
from etl.store.ledger import MAX_TRIES, freshness, set_aside
from tests.faults.deadly import STEPS
from tests.faults.tally import Tally
from tests.sample import make_issue, write_sample


def prove(folder: Path, count: int) -> Tally:
    """One among ``count`` kills whoever reads it, run after run."""
    tally = Tally(15, "一份致命文件：三次后搁置并列出 · one poison document")
    papers, store = folder / "papers", Store(folder / "store")
    for number in range(count):
        text = "毒，增长7%。" if number == count // 2 else f"增长{number}%。"
        issue = make_issue("样报", date(2019, 1, 1) + timedelta(days=number), (text,))
        write_sample(papers / f"{number:03d}.txt", issue)
    for run in range(MAX_TRIES + 1):
        outcome = refresh_sources([of_folder(papers)], store, Options(processes=2, steps=STEPS))
        tally.expect(outcome.loaded == count - 1 and len(outcome.faults) == 1, f"run {run}: {outcome}")
    listed = set_aside(store)
    tally.expect(len(listed) == 1 and listed[0].tries == MAX_TRIES and listed[0].given_up, f"listed: {listed}")
    tally.expect(any(f"{count // 2:03d}.txt" in line for line in lines(store.path, 5)), "status does not show it")
    tally.expect(freshness(store)[0].issues == count - 1, "freshness")
    tally.note("载入 loaded", count - 1)
    tally.note("搁置 set aside", len(listed))
    tally.tried = count
    return tally
