"""The commands of the refresh as a user runs them: folders watched, schedules kept, status shown, the past exported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from baoshu.command import app
from baoshu.scheduled import scheduled
from etl.configuration import ConfigurationError
from etl.refresh import schedule
from etl.refresh.watch import changes
from etl.store import Store
from etl.store.history import day_of
from etl.store.ledger import runs
from tests.test_command import issue_text

RUNNER = CliRunner()
ROOT = Path(__file__).parents[1]


def run(*arguments: object, code: int = 0) -> str:
    result = RUNNER.invoke(app, [str(each) for each in arguments])
    assert result.exit_code == code, result.output + repr(result.exception)
    return result.output


def put(folder: Path, day: int, value: float) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    body = f"工业企业利润增长\n\n1—2月份，全国规模以上工业企业利润总额同比增长{value}%。"
    (folder / f"{day}.txt").write_text(issue_text("样报", date(2019, 3, day), body), encoding="utf-8")


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two issues in an empty place of work, with a configuration that names it."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "papers", 28, 4.2)
    put(tmp_path / "papers", 29, 5.9)
    (tmp_path / "baoshu.toml").write_text(
        'store = "table"\nprocesses = 1\n[[folder]]\npath = "papers"\n', encoding="utf-8"
    )
    return tmp_path / "papers"


def until(done: Callable[[], bool], seconds: float = 120.0) -> None:
    """Waits for what another process or thread does."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.05)


def test_the_configuration_says_what_to_refresh(papers: Path) -> None:
    assert "新 new 2" in run("refresh")
    assert "未变 unchanged 2" in run("refresh", "--config", papers.parent / "baoshu.toml", "--store", "table")
    assert len(pd.read_parquet(papers.parent / "table" / "current" / "issues")) == 2
    (papers.parent / "baoshu.toml").write_text("[[folder]]\n", encoding="utf-8")
    assert "baoshu.toml:1: folder.1.path" in run("refresh", code=2)


def test_a_folder_that_is_missing_does_not_stop_the_others(papers: Path) -> None:
    with (papers.parent / "baoshu.toml").open("a", encoding="utf-8") as file:
        file.write('[[folder]]\npath = "nowhere"\n')
    text = run("refresh", code=1)
    assert "no such folder" in text
    assert "新 new 2" in text
    assert "nowhere" in run("status", "--store", "table")


def test_status_shows_runs_freshness_and_what_is_set_aside(papers: Path) -> None:
    assert "none yet" in run("status", "--store", "table")
    (papers / "bad.txt").write_text("没有日期\n", encoding="utf-8")
    run("refresh", code=1)
    text = run("status", "--store", "table")
    assert "完成 done: 文件 files 3 = 新 new 2" in text
    assert "样报: 最新 newest 2019-03-29" in text
    assert "搁置 set aside 1" in text
    assert "papers/bad.txt: " in text
    assert "1/3" in text


def test_the_table_as_of_a_day(papers: Path) -> None:
    run("refresh")
    put(papers, 28, 7.7)
    run("refresh")
    today = day_of(datetime.now(UTC))
    run("export", "-o", "now.csv", "--store", "table", "--as-of", today)
    assert 7.7 in set(pd.read_csv("now.csv")["value"])
    assert "nothing by" in run(
        "export", "-o", "x.csv", "--store", "table", "--as-of", today - timedelta(days=1), code=4
    )
    assert not Path("x.csv").exists()
    run("export", "-o", "x.csv", "--store", "table", "--as-of", "yesterday", code=2)
    history = pd.read_parquet("table/current/history")
    assert set(history["value"]) == {4.2}


def test_a_watched_folder(papers: Path) -> None:
    stop, seen = threading.Event(), list[int]()

    def act() -> None:
        seen.append(len(list(papers.iterdir())))

    thread = threading.Thread(target=changes, args=([papers], act, stop))
    thread.start()
    time.sleep(0.5)
    (papers / ".hidden").write_text("x", encoding="utf-8")
    put(papers, 30, 1.0)
    until(lambda: bool(seen))
    stop.set()
    thread.join()
    assert seen[-1] == 4


def test_refresh_watch_as_a_command(papers: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "baoshu", "refresh", "--watch"], cwd=papers.parent, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    store = Store(papers.parent / "table")
    until(lambda: len(store.known()) == 2)
    time.sleep(1.0)
    put(papers, 30, 1.0)
    until(lambda: len(store.known()) == 3)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) in (0, 130)
    assert {each.trigger for each in runs(store)} == {"watch"}


def test_a_schedule_makes_up_for_what_it_missed_and_stops(papers: Path) -> None:
    stop, calls = threading.Event(), list[datetime]()

    def act() -> None:
        calls.append(datetime.now(UTC))
        stop.set()

    schedule.keep("0 7 * * 1-5", "Asia/Shanghai", papers.parent / "table", act, stop)
    assert len(calls) == 1, "there has never been a run"
    run("refresh")
    store = papers.parent / "table"
    last = runs(store)[0].started
    assert not schedule.is_missed("0 7 * * *", "Asia/Shanghai", store, last)
    assert schedule.is_missed("0 7 * * *", "Asia/Shanghai", store, last + timedelta(days=1))
    assert not schedule.is_missed("0 7 1 1 *", "Asia/Shanghai", store, last + timedelta(hours=1)) or last.month == 12


def test_a_schedule_runs_the_command_and_says_so_in_the_ledger(papers: Path) -> None:
    assert schedule.command(["--config", str(papers.parent / "baoshu.toml")]) == 0
    assert runs(papers.parent / "table")[0].trigger == "schedule"
    assert "no cron expression" in run("schedule", "--cron", "daily", code=2)
    assert "no schedule" in run("schedule", code=2)


def test_the_schedule_beside_the_server_ends_with_it(papers: Path) -> None:
    store = Store(papers.parent / "table")
    with scheduled("0 7 * * 1-5", papers.parent / "baoshu.toml", store.path):
        until(lambda: bool(runs(store)) and runs(store)[0].state == "done")
        assert len(store.known()) == 2
    with scheduled("", None, store.path):
        pass
    with pytest.raises(ConfigurationError, match="--refresh"), scheduled("daily", None, store.path):
        pass


def test_a_run_that_is_ended_politely_is_noted(papers: Path) -> None:
    for day in range(1, 28):
        put(papers, day, day)
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", "refresh"], cwd=papers.parent, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    until(lambda: bool(runs(papers.parent / "table")))
    process.send_signal(signal.SIGTERM)
    process.wait(60)
    assert runs(papers.parent / "table")[0].state in ("interrupted", "done")
    assert run("refresh").count("更新 refresh") <= 2
    assert len(Store(papers.parent / "table").known()) == 29
