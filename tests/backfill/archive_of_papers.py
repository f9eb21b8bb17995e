"""Folders of small issues for the tests of the backfill, and what of a table can be compared."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from etl.backfill.run import Choices, backfill, target_of
from etl.extraction import Steps
from etl.refresh.outcome import Outcome
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store
from tests.backfill.inline import Inline
from tests.faults.deadly import extract as deadly
from tests.sample import make_issue, percent_claims, read_sample, write_sample

STEPS = Steps(read_sample, percent_claims)
DEADLY = Steps(read_sample, deadly)


def fill(folder: Path, count: int, first: int = 0) -> None:
    """``count`` issues of two papers; every tenth is the second of its day, every fifteenth the bytes of the first."""
    for number in range(first, first + count):
        day = date(2019, 1, 1) + timedelta(days=number - (1 if number % 10 == 9 else 0))
        issue = make_issue(f"样报{number // 200}", day, (f"增长{number}%。", "平平。"))
        write_sample(folder / f"{number:04d}.txt", issue)
        if number % 15 == 14:
            write_sample(folder / f"{number:04d}-again.txt", issue)


def refreshed(folder: Path, store: Path, steps: Steps = STEPS) -> Outcome:
    """What the plain refresh makes of the folder."""
    return refresh_sources([of_folder(folder)], Store(store), Options(steps=steps))


def backfilled(source: Path | str, store: Path | str, engine: Inline | None = None, **choices: object) -> Outcome:
    """A backfill by an engine that is no cluster."""
    target = target_of(str(store))
    with target.writing(wait=False):
        chosen = Choices(**{"steps": STEPS, **choices})  # type: ignore[arg-type]
        outcome = backfill(str(source), str(store), target, engine or Inline(), chosen)
    assert outcome.found == outcome.loaded + len(outcome.set_aside)
    return outcome


def table(store: Path) -> dict[str, str]:
    """The files of the current snapshot with the SHA-256 of each."""
    root = Store(store).current().path
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in root.rglob("*.parquet")
    }
