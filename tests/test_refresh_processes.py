"""A refresh by several processes: the same table as by one; killed, it goes on; poison is set aside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from etl.extraction import Steps
from etl.model import Article, Claim, Issue
from etl.refresh.outcome import Outcome
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store
from etl.store.ledger import MAX_TRIES, runs, set_aside
from tests.sample import make_issue, percent_claims, read_sample, write_sample

ROOT = Path(__file__).parents[1]


def deadly(issue: Issue) -> Sequence[tuple[Article, Claim]]:
    """Ends its process at a word of the text."""
    if "毒" in issue.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return percent_claims(issue)


OPTIONS = Options(processes=2, steps=Steps(read_sample, deadly))


def fill(folder: Path, count: int) -> None:
    for number in range(count):
        day = date(2019, 1, 1 + number % 28)
        issue = make_issue(f"样报{number // 28}", day, (f"增长{number}%。",))
        write_sample(folder / f"{number:03d}.txt", issue)


def run(folder: Path, store: Store, options: Options = OPTIONS) -> Outcome:
    outcome = refresh_sources([of_folder(folder)], store, options)
    assert outcome.found == outcome.loaded + len(outcome.set_aside)
    return outcome


def table(store: Store) -> dict[str, str]:
    root = store.current().path
    return {
        str(path.relative_to(root)): sha256(path.read_bytes()).hexdigest() for path in sorted(root.rglob("*.parquet"))
    }


def test_the_number_of_processes_does_not_show(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 60)
    tables = []
    for processes in (0, 1, 2):
        store = Store(tmp_path / f"store{processes}")
        assert len(run(tmp_path / "papers", store, replace(OPTIONS, processes=processes, step_documents=17)).new) == 60
        tables.append(table(store))
    assert tables[0] == tables[1] == tables[2]


def test_a_long_run_publishes_in_steps(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 50)
    store = Store(tmp_path / "store")
    outcome = run(tmp_path / "papers", store, replace(OPTIONS, step_documents=20, step_seconds=1e9))
    assert outcome.snapshot == 3
    assert [snapshot.rows("issues") for snapshot in store.snapshots()] == [20, 40, 50]
    assert runs(store)[0].snapshot == 3


def test_a_poison_document_is_tried_three_times_and_listed(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 20)
    (tmp_path / "papers" / "007.txt").write_text("样报\n2019-03-01\n毒，增长7%。\n", encoding="utf-8")
    store = Store(tmp_path / "store")
    outcome = run(tmp_path / "papers", store)
    assert (len(outcome.new), len(outcome.faults)) == (19, 1)
    (aside,) = set_aside(store)
    assert (aside.source_uri, aside.tries, aside.given_up) == ("papers/007.txt", MAX_TRIES, True)
    assert "died (-9)" in aside.reason
    started = time.monotonic()
    again = run(tmp_path / "papers", store)
    assert (again.unchanged, len(again.faults), again.snapshot) == (19, 1, None)
    assert time.monotonic() - started < 30, "it is not read again"
    (tmp_path / "papers" / "007.txt").write_text("样报\n2019-03-01\n药，增长7%。\n", encoding="utf-8")
    assert len(run(tmp_path / "papers", store).new) == 1
    assert set_aside(store) == []


def test_what_was_refused_is_tried_again_by_the_next_runs_and_by_retry(tmp_path: Path) -> None:
    fill(tmp_path / "papers", 2)
    (tmp_path / "papers" / "bad.txt").write_text("no date\n", encoding="utf-8")
    store = Store(tmp_path / "store")
    tries = []
    for _ in range(MAX_TRIES + 1):
        run(tmp_path / "papers", store)
        tries.append(set_aside(store)[0].tries)
    assert tries == [1, 2, 3, 3]
    run(tmp_path / "papers", store, replace(OPTIONS, retry=True))
    assert set_aside(store)[0].tries == 1
    (tmp_path / "papers" / "bad.txt").unlink()
    run(tmp_path / "papers", store)
    assert set_aside(store) == []


def test_a_new_extractor_reads_the_archive_and_leaves_reviews_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also for sources that are not asked any more; claims keep their ids, what lies beside the table stays."""
    fill(tmp_path / "papers", 3)
    fill(tmp_path / "others", 40)
    store = Store(tmp_path / "store")
    options = replace(OPTIONS, processes=0)
    run(tmp_path / "papers", store, options)
    run(tmp_path / "others", store, options)
    review = store.path / "reviews" / "review.sqlite"
    review.parent.mkdir()
    review.write_bytes(b"what people said")
    before = {each.issue_id: each.sha256 for each in store.known().values()}
    for path in (tmp_path / "others").iterdir():
        path.unlink()
    monkeypatch.setattr("etl.EXTRACTOR_VERSION", "next")
    monkeypatch.setattr("etl.table.EXTRACTOR_VERSION", "next")
    outcome = run(tmp_path / "papers", store, options)
    assert len(outcome.changed) == 40
    assert {each.issue_id: each.sha256 for each in store.known().values()} == before
    assert {each.extractor_version for each in store.known().values()} == {"next"}
    assert review.read_bytes() == b"what people said"
    assert store.current().rows("history") == 0, "the same claims: nothing was withdrawn"


def test_killed_and_started_again_it_ends_with_the_same_table(tmp_path: Path) -> None:
    """With the real extractor, as users run it."""
    undisturbed = Store(tmp_path / "undisturbed")
    command = [sys.executable, "-m", "etl", "refresh", str(ROOT / "data" / "issues"), "--processes", "2", "--store"]
    subprocess.run([*command, str(undisturbed.path)], capture_output=True, check=True)
    store = Store(tmp_path / "killed")
    for wait in (0.8, 1.6, 2.4):
        process = subprocess.Popen([*command, str(store.path)], stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
    subprocess.run([*command, str(store.path)], capture_output=True, check=True)
    assert table(store) == table(undisturbed)
    assert store.verify() == []
    states = [each.state for each in runs(store)]
    assert states[0] == "done"
    assert set(states[1:]) <= {"interrupted", "done"}
