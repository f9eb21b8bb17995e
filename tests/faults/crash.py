"""Promise 3: a process that is killed while it publishes leaves the old table or the new one."""

from __future__ import annotations

import random
import time
from pathlib import Path

from etl.store import Store
from tests.faults.tally import Tally
from tests.store.test_crash import POINTS, check_after_kill
from tests.store.writer import PUBLICATIONS, Writer, rows_of


def prove(folder: Path, count: int) -> Tally:
    """``count`` kills, half of them at named points of a commit, half at random times."""
    tally = Tally(3, "写入中途 kill -9：旧表或新表 · kill -9 while publishing")
    dice = random.Random(3)
    value = 0
    Store(folder).replace_issues([rows_of(publication, value) for publication in PUBLICATIONS])
    for number in range(count):
        at_point = number % 2 == 0
        point = POINTS[number // 2 % len(POINTS)] if at_point else ""
        writer = Writer(folder, value + 1, point, dice.randrange(1, 3) + (6 if point == "file" else 0))
        if not at_point:
            writer.wait_for_first()
            time.sleep(dice.uniform(0, 0.1))
            writer.kill()
        acknowledged = writer.end()
        try:
            value = check_after_kill(folder, acknowledged[-1] if acknowledged else value)
            tally.expect(True, "")
        except AssertionError as error:
            tally.expect(False, f"kill {number} at {point or 'a random time'}: {error}")
            break
        tally.note("命名处 named points" if at_point else "随机 random times")
    return tally
