"""The command on real clusters: a local one, and one that is there already, with its workers and scheduler killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

from etl.backfill import engine as dask_engine
from etl.backfill.delta import storage_options
from etl.backfill.engine import Engine, EngineError
from etl.console import EXIT_CLUSTER, EXIT_SET_ASIDE, EXIT_USAGE
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store
from tests.backfill.conftest import upload
from tests.faults.losses import command, files, news, staged, workers

_ISSUES = 210


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of papers, beside the store that a refresh makes of it."""
    folder = tmp_path_factory.mktemp("archive")
    news(folder / "papers", _ISSUES)
    refresh_sources([of_folder(folder / "papers")], Store(folder / "refreshed"), Options(processes=2))
    return folder / "papers"


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler with one worker, as a user starts them: its address, and the scheduler's process."""
    at = folder / "scheduler.json"
    at.unlink(missing_ok=True)
    run = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    scheduler = subprocess.Popen(
        [*run, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(at)],
        **quiet,
    )  # type: ignore[call-overload]
    worker = subprocess.Popen(
        [*run, "worker", "--scheduler-file", str(at), "--nthreads", "2", "--no-dashboard", "--death-timeout", "60"],
        **quiet,
    )  # type: ignore[call-overload]
    try:
        while not (at.exists() and at.read_text(encoding="utf-8").strip().endswith("}")):
            assert scheduler.poll() is None, "the scheduler did not start"
            time.sleep(0.05)
        yield json.loads(at.read_text(encoding="utf-8"))["address"], scheduler
    finally:
        for process in (worker, scheduler):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def ran(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, env={**os.environ, **environment}, timeout=300
    )


def assert_whole(papers: Path, store: Path) -> None:
    assert files(store) == files(papers.parent / "refreshed")
    again = refresh_sources([of_folder(papers)], Store(store), Options(processes=1))
    assert (again.snapshot, again.found) == (None, _ISSUES)
    assert again.unchanged + len(again.set_aside) == _ISSUES
    assert len(Store(store).snapshots()) == 1


def test_a_local_cluster_loses_a_worker(papers: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    process = subprocess.Popen(command(papers, store), stderr=subprocess.PIPE)
    while process.poll() is None and not staged(store):
        time.sleep(0.02)
    for each in workers(process)[:1]:
        each.kill()
    _, said = process.communicate(timeout=300)
    assert process.returncode == EXIT_SET_ASIDE, said.decode()
    assert f"files {_ISSUES} = " in said.decode()
    assert_whole(papers, store)


def test_killed_as_a_whole_it_goes_on(papers: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    process = subprocess.Popen(command(papers, store), stderr=subprocess.DEVNULL)
    while process.poll() is None and not staged(store):
        time.sleep(0.02)
    process.kill()
    process.wait()
    before = {path.name for path in (store / "staging").glob("*.arrow")}
    assert before or files(store)
    assert ran(command(papers, store)).returncode == EXIT_SET_ASIDE
    assert_whole(papers, store)


def test_an_existing_cluster_and_its_loss(papers: Path, tmp_path: Path) -> None:
    """Its workers are daemons under a nanny, as ``dask worker`` makes them."""
    store = tmp_path / "store"
    with cluster(tmp_path) as (address, scheduler):
        process = subprocess.Popen(command(papers, store, "--scheduler", address), stderr=subprocess.PIPE)
        while process.poll() is None and not staged(store):
            time.sleep(0.02)
        scheduler.kill()
        _, said = process.communicate(timeout=300)
    if process.returncode != EXIT_SET_ASIDE:  # it may have been done already
        assert (process.returncode, "run again" in said.decode()) == (EXIT_CLUSTER, True), said.decode()
    with cluster(tmp_path) as (address, _):
        done = ran(command(papers, store), DASK_SCHEDULER_ADDRESS=address)
    assert done.returncode == EXIT_SET_ASIDE, done.stderr
    assert_whole(papers, store)


def test_object_stores_on_a_cluster(papers: Path, bucket: str) -> None:
    upload(papers, f"{bucket}/papers")
    done = ran(command(f"{bucket}/papers", f"{bucket}/table"))
    assert done.returncode == EXIT_SET_ASIDE, done.stderr
    assert f"files {_ISSUES} = " in done.stderr
    claims = DeltaTable(f"{bucket}/table/claims", storage_options=storage_options()).to_pyarrow_table()
    expected = pq.read_table(Store(papers.parent / "refreshed").claims_path, columns=["claim_id"])
    assert sorted(claims["claim_id"].to_pylist()) == sorted(expected["claim_id"].to_pylist())


@pytest.mark.filterwarnings("default")
def test_no_scheduler_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_PATIENCE", 1)
    with pytest.raises(EngineError, match="no Dask scheduler there"), Engine("tcp://127.0.0.1:9"):
        pass


def test_a_missing_extra_is_named_with_its_remedy(papers: Path, tmp_path: Path) -> None:
    for missing, extra, store in (("distributed", "dist", tmp_path / "store"), ("deltalake", "delta", "s3://b/table")):
        code = (
            "import sys, importlib.util as util; real = util.find_spec\n"
            f"util.find_spec = lambda name, *rest: None if name == {missing!r} else real(name, *rest)\n"
            f"from etl.command import app; app({command(papers, store)[3:]!r})"
        )
        done = ran([sys.executable, "-c", code])
        assert done.returncode == EXIT_USAGE
        assert f"pip install 'baoshu[{extra}]'" in done.stderr


def test_a_store_within_its_source_is_refused(papers: Path) -> None:
    places = [(str(papers), str(papers / "store")), ("s3://b/papers", "s3://b/papers/table")]
    for source, store in places:
        done = ran(command(source, store))
        assert (done.returncode, "must not lie within" in done.stderr) == (EXIT_USAGE, True)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = ran(command(tmp_path / "nowhere", tmp_path / "store"))
    assert (done.returncode, "nowhere: 没有这个文件夹" in done.stderr) == (EXIT_USAGE, True)
