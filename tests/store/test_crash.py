"""``kill -9`` at every point of a commit: the table is the old one or the new one, never neither."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pandas as pd
import pytest

from etl.store import Store
from tests.store.writer import PUBLICATIONS, Writer, rows_of

POINTS = ("archived", "file", "linked", "sealed", "named", "switched")


def table_of(path: Path) -> set[tuple[str, float]]:
    table = pd.read_parquet(path / "current" / "claims")
    assert len(table) == len(PUBLICATIONS)
    return set(zip(table["publication"], table["value"], strict=True))


def check_after_kill(path: Path, acknowledged: int) -> int:
    """The table is whole and no older than what was acknowledged; the next write leaves no orphans."""
    found = {value for _, value in table_of(path)}
    assert found in ({acknowledged}, {acknowledged + 1})
    assert Store(path).verify() == []
    value = acknowledged + 2
    Store(path, kept=3).replace_issues([rows_of(publication, value) for publication in PUBLICATIONS])
    assert table_of(path) == {(publication, value) for publication in PUBLICATIONS}
    names = {entry.name for entry in (path / "snapshots").iterdir()}
    assert all(name.isdigit() for name in names), "orphans"
    assert max(names) == (path / "current").resolve().name
    assert not list(path.glob("archive/.parts/*"))
    return value


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point(tmp_path: Path, point: str) -> None:
    """In the first commit of all (old: no table), and in a later one."""
    assert Writer(tmp_path / "first", 1, point).end() == []
    assert (tmp_path / "first" / "current").is_symlink() == (point == "switched")
    Store(tmp_path / "first").replace_issues([rows_of(publication, 5) for publication in PUBLICATIONS])
    assert table_of(tmp_path / "first") == {(publication, 5) for publication in PUBLICATIONS}

    per_commit = 6 if point == "file" else 1
    assert Writer(tmp_path / "later", 1, point, 2 * per_commit + 1).end() == [1, 2]
    check_after_kill(tmp_path / "later", 2)


def test_killed_at_random_times(tmp_path: Path) -> None:
    dice = random.Random(2019)
    value = 0
    for _ in range(6):
        writer = Writer(tmp_path, value + 1)
        writer.wait_for_first()
        time.sleep(dice.uniform(0, 0.1))
        writer.kill()
        value = check_after_kill(tmp_path, writer.end()[-1])
