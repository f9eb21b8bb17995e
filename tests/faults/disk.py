"""Promise 11: a disk that is full, broken or read-only, and a clock that jumps, leave the table intact."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count as counting
from pathlib import Path
from typing import IO, Any
from unittest import mock

import pandas as pd

from etl.store import Store, StoreError
from etl.store.durable import new_file
from tests.faults.tally import Tally
from tests.store.writer import PUBLICATIONS, rows_of

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS)
CALLS = ("write", "fsync", "link", "rename", "replace", "symlink", "mkdir")


class _Failing:
    """Fails at one call of the system and counts them all."""

    def __init__(self, call: str, at: int, error: int) -> None:
        self.call, self.at, self.error = call, at, error
        self.calls = 0

    def may_fail(self) -> None:
        self.calls += 1
        if self.calls == self.at:
            raise OSError(self.error, os.strerror(self.error))


@contextmanager
def failing(call: str, at: int, error: int) -> Iterator[_Failing]:
    """The ``at``-th call of this kind fails with the error."""
    fault = _Failing(call, at, error)
    if call == "write":

        @contextmanager
        def torn(path: Path) -> Iterator[IO[bytes]]:
            with new_file(path) as file:
                yield file
                try:
                    fault.may_fail()
                except OSError:
                    file.truncate(file.tell() // 2)
                    raise

        with mock.patch("etl.store.parquet.new_file", torn), mock.patch("etl.store.durable.new_file", torn):
            yield fault
        return
    real_call: Callable[..., Any] = getattr(os, call)

    def wrapped(*arguments: Any, **options: Any) -> Any:
        fault.may_fail()
        return real_call(*arguments, **options)

    with mock.patch.object(os, call, wrapped):
        yield fault


def values(store: Store) -> set[float]:
    """The values of the table, one a publication."""
    table = pd.read_parquet(store.path / "current" / "claims")
    assert sorted(table["publication"]) == sorted(PUBLICATIONS)
    return set(table["value"])


def _publish(store: Store, value: int) -> None:
    store.replace_issues([rows_of(publication, value) for publication in PUBLICATIONS])


def prove(folder: Path, count: int) -> Tally:
    """Every call of every kind fails once with every error, up to ``count`` of each; then the clock jumps."""
    tally = Tally(11, "磁盘满、读写错误、只读、时钟跳变 · disk full, EIO, read-only, clock jumps")
    store = Store(folder, kept=3)
    _publish(store, 0)
    value = 0
    for call in CALLS:
        for error in ERRORS:
            for at in counting(1):
                failed, value, ended = _failed_publish(store, call, at, error, value, tally)
                if not failed or ended or at >= count:
                    break
    _jump(store, value, tally)
    return tally


def _failed_publish(store: Store, call: str, at: int, error: int, before: int, tally: Tally) -> tuple[bool, int, bool]:
    """One publication with a fault: whether it was reached, the table's value after, whether the proof is over."""
    case = f"{call} {at} fails with {errno.errorcode[error]}"
    with failing(call, at, error) as fault:
        try:
            _publish(Store(store.path, kept=3), before + 1)
            acknowledged = True
        except StoreError:
            acknowledged = False
        except OSError as unexpected:
            tally.expect(False, f"{case}: raised {unexpected!r}, no StoreError")
            return True, before, True
    reached = fault.calls >= at
    found = values(store)
    kept = found == {before + 1} if acknowledged else found in ({before}, {before + 1})
    tally.expect(kept and store.verify() == [], f"{case}: {found}, {store.verify()}")
    tally.note("报错 refused" if not acknowledged else "成功 done")
    after = before + 2
    _publish(Store(store.path, kept=3), after)
    tally.expect(values(store) == {after}, f"{case}: cannot be written after")
    return reached, after, False


def _jump(store: Store, value: int, tally: Tally) -> None:
    for years in (-30, 30, -1, 0):

        class Moment(datetime):
            @classmethod
            def now(cls, _zone: object = None, years: int = years) -> datetime:  # type: ignore[override]
                return datetime.now(UTC) + timedelta(days=365 * years)

        value += 1
        with mock.patch("etl.store.commit.datetime", Moment), mock.patch("etl.store.store.datetime", Moment):
            _publish(store, value)
        tally.expect(values(store) == {value} and store.verify() == [], f"the clock jumps by {years} years")
        tally.note("时钟跳变 clock jumps")
