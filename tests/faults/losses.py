"""Promise 17: a backfill that loses workers and its scheduler gives the same table, no duplicates, nothing lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pandas as pd
import psutil

from etl.console import EXIT_CLUSTER
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store
from tests.faults.tally import Tally

_BODY = """样报{paper}

{day.year}年{day.month}月{day.day}日

全市工业生产稳中有升

　　今年前{months}个月，全市规模以上工业企业实现利润总额{profit}亿元，同比增长{growth}%。其中，装备制造业增长{growth}.2%，
拉动{half}个百分点；食品制造业下降1.{half}%。截至{months}月末，全市共有规模以上企业{profit}家，比上年末增加{half}家。
"""
_KILLS = 10
_REFUSED = 4  # documents without a date


def news(folder: Path, count: int) -> None:
    """``count`` small issues of several papers, and some that cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count - _REFUSED):
        day = date(2003, 1, 31) + timedelta(days=number % 700)
        text = _BODY.format(
            paper=number // 700,
            day=day,
            months=day.month,
            profit=1_000 + number,
            growth=number % 30,
            half=number % 9 + 1,
        )
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    for number in range(_REFUSED):
        (folder / f"refused-{number}.txt").write_text("没有日期\n", encoding="utf-8")


def command(papers: Path | str, store: Path | str, *options: str) -> list[str]:
    """The command line of a backfill by two workers."""
    return [
        sys.executable, "-m", "baoshu", "backfill", str(papers), "--store", str(store), "--processes", "2", *options,
    ]  # fmt: skip


def workers(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The processes of the cluster's workers below the command's."""
    with suppress(psutil.Error):
        found = psutil.Process(process.pid).children()
        return [each for each in found if "spawn_main" in " ".join(each.cmdline())]
    return []


def staged(store: Path) -> int:
    """How many batches are done and not yet published."""
    return len(list((store / "staging").glob("*.arrow")))


def files(store: Path) -> dict[str, str]:
    """The files of the current snapshot with the SHA-256 of each."""
    root = Store(store).current().path
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in root.rglob("*.parquet")
    }


def prove(folder: Path, count: int) -> Tally:
    """Workers and the whole command, scheduler included, are killed in turn at random times of one backfill."""
    tally = Tally(17, "回填中途工作机与调度器被杀：同一张表 · workers and scheduler killed during a backfill")
    papers, store = folder / "papers", folder / "store"
    news(papers, count)
    refresh_sources([of_folder(papers)], Store(folder / "undisturbed"), Options(processes=2))
    kills = _KILLS if count >= 1_000 else 2
    dice = random.Random(17)
    ends = sorted(dice.randrange(max(1, count // 100 - 4)) for _ in range(kills))
    code = _disturbed(papers, store, ends, dice, tally)
    tally.expect(code == 1, f"the last run ended with {code}")  # 1: some were set aside
    tally.expect(files(store) == files(folder / "undisturbed"), "not the table of an undisturbed refresh")
    claims = pd.read_parquet(store / "current" / "claims")
    tally.expect(bool(claims["claim_id"].is_unique), "duplicates")
    tally.expect(len(Store(store).snapshots()) == 1, "more than one commit")
    again = refresh_sources([of_folder(papers)], Store(store), Options(processes=2))
    tally.expect(again.unchanged == count - _REFUSED, f"a refresh finds other documents: {again}")
    tally.expect(again.found == again.loaded + len(again.set_aside) == count, f"lost: {again}")
    tally.expect(Store(store).verify() == [], "damage")
    tally.note("期 issues", again.unchanged)
    tally.note("行 rows", len(claims))
    tally.tried = count
    return tally


def _disturbed(papers: Path, store: Path, ends: list[int], dice: random.Random, tally: Tally) -> int:
    """Kills after so many batches each, a worker or everything in turn, and lets the last run end; its exit code."""
    process = _begun(papers, store)
    for number, batches in enumerate(ends):
        process = _reached(process, batches, papers, store)
        if process.poll() is not None:
            tally.expect(False, f"ended with {process.returncode} before kill {number + 1}")
            break
        if number % 2 == 0:
            with suppress(psutil.Error):
                dice.choice(workers(process)).kill()
                tally.note("杀工作机 workers killed")
        else:
            process.kill()
            process.wait()
            tally.note("杀调度器 schedulers killed")
            process = _begun(papers, store)
        time.sleep(dice.uniform(0, 0.5))
    while process.wait() == EXIT_CLUSTER:  # a worker died while the cluster was being started: it says to run again
        process = _begun(papers, store)
    return process.returncode


def _begun(papers: Path, store: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command(papers, store), stderr=subprocess.DEVNULL)


def _reached(process: subprocess.Popen[bytes], batches: int, papers: Path, store: Path) -> subprocess.Popen[bytes]:
    """The run once so many batches are done and it has workers, begun again where it said to; ended if it did."""
    while process.poll() in (None, EXIT_CLUSTER):
        if process.poll() == EXIT_CLUSTER:
            process = _begun(papers, store)
        elif staged(store) >= batches and workers(process):
            break
        time.sleep(0.02)
    return process
