"""A worker comes back in time, within its memory, or not at all; the next call finds a healthy one."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from etl.extraction import Extracted, IssueIds, SetAside, apart, extract_file
from etl.isolation import PARSING, Limits, StoppedError, Worker, limited
from etl.pool import WHOLE
from tests.faults.deadly import STEPS

SMALL = Limits(seconds=30, core_seconds=1, memory=64 * 1024**2)


def add(one: int, other: int) -> int:
    return one + other


def spin() -> None:
    while True:
        pass


def hoard() -> int:
    return len(bytearray(512 * 1024**2))


def sleep() -> None:
    time.sleep(60)


def fail() -> None:
    raise KeyError("作废")


def die() -> None:
    os._exit(3)


def test_a_healthy_worker_is_used_again() -> None:
    with Worker() as worker:
        assert [worker.call(add, number, 1) for number in range(3)] == [1, 2, 3]
        assert len({worker.call(os.getpid) for _ in range(3)}) == 1
        assert worker.call(os.getpid) != os.getpid()


def test_what_the_function_raises_is_raised_here_and_the_worker_stays() -> None:
    with Worker() as worker:
        before = worker.call(os.getpid)
        with pytest.raises(KeyError, match="作废"):
            worker.call(fail)
        assert worker.call(os.getpid) == before


@pytest.mark.parametrize(
    ("function", "limits", "reason"),
    [
        (spin, SMALL, "处理器时间"),
        (hoard, SMALL, "所需内存超过 64 MB"),
        (sleep, Limits(seconds=0.3, core_seconds=5, memory=PARSING.memory), "超过 0.3 秒"),
        (die, PARSING, "意外终止"),
    ],
)
def test_a_call_that_uses_too_much_is_stopped(function: object, limits: Limits, reason: str) -> None:
    with Worker() as worker:
        with pytest.raises(StoppedError, match=reason):
            worker.call(function, limits=limits)  # type: ignore[arg-type]
        assert worker.call(add, 1, 2) == 3


def test_the_process_that_the_user_started_is_never_limited() -> None:
    with limited(SMALL):
        assert hoard() == 512 * 1024**2


def test_a_file_that_ends_its_reader_is_set_aside_and_the_next_is_extracted(tmp_path: Path) -> None:
    for name, words in (("1.txt", "这一期有毒，增长1.5%。"), ("2.txt", "这一期无事，增长2.5%。")):
        (tmp_path / name).write_text(f"样报\n2020-01-0{name[0]}\n{words}\n", encoding="utf-8")
    ids = IssueIds()
    with Worker(WHOLE) as worker:
        call = apart(worker)
        bad, good = (extract_file(tmp_path / name, name, ids, STEPS, call) for name in ("1.txt", "2.txt"))
    assert isinstance(bad, SetAside)
    assert bad.crashed
    assert "died (-9)" in bad.reason
    assert isinstance(good, Extracted)
    assert good.claims["value"].to_pylist() == [2.5]
