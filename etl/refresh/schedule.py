"""Refreshes at the times of a cron expression, each a process of its own; what was missed is made up for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from apscheduler.schedulers.background import BackgroundScheduler

from etl.crontab import trigger, zone_of
from etl.store.ledger import runs

TRIGGER = "BAOSHU_TRIGGER"
"""The environment variable that tells a refresh what set it off."""


def command(arguments: Sequence[str]) -> int:
    """Runs ``refresh`` with these arguments in a process of its own, and returns its exit code."""
    environment = {**os.environ, TRIGGER: "schedule"}
    done = subprocess.run([sys.executable, "-m", "etl", "refresh", *arguments], env=environment, check=False)
    return done.returncode


def is_missed(expression: str, zone: str, store: Path, now: datetime) -> bool:
    """Whether a refresh was due since the last one began, or there has never been one."""
    last = next(iter(runs(store, limit=1)), None)
    if last is None:
        return True
    due = trigger(expression, zone).get_next_fire_time(None, last.started)
    return due is not None and due <= now


def keep(expression: str, zone: str, store: Path, act: Callable[[], object], stop: threading.Event) -> None:
    """Calls ``act`` at the times of the expression until ``stop`` is set; at once if one was missed.

    One at a time: what falls due while one runs is made up for once. Raises ``ValueError`` for the expression.
    """
    scheduler = BackgroundScheduler(timezone=zone_of(zone))
    scheduler.add_job(
        act, trigger(expression, zone), max_instances=1, coalesce=True, misfire_grace_time=None, id="refresh"
    )
    if is_missed(expression, zone, store, datetime.now(UTC)):
        scheduler.modify_job("refresh", next_run_time=datetime.now(UTC))
    scheduler.start()
    try:
        stop.wait()
    finally:
        scheduler.shutdown(wait=True)
