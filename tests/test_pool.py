"""Worker processes: results in order; a worker that dies or hangs costs its document one try and no other."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from etl import preload
from etl.isolation import Limits
from etl.model import Document, SetAside
from etl.pipeline import extract
from etl.pool import Pool
from etl.reading import read_issue


def documents(*names: str) -> list[Document]:
    return [Document(name, "", Path(name), "") for name in names]


def measured(document: Document) -> str:
    """Does what the document's name says."""
    what, _, number = document.source_uri.partition(" ")
    if what == "sleep":
        time.sleep(float(number))
    elif what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "spin":
        while True:
            pass
    elif what == "hoard":
        return str(len(bytearray(int(number))))
    elif what == "raise":
        raise ValueError(number)
    return f"{what} {os.getpid()}"


AMPLE = Limits(seconds=60, core_seconds=60, memory=2_000_000_000)


def run(names: list[str], processes: int = 2, limits: Limits = AMPLE) -> dict[str, str | SetAside]:
    with Pool(processes, measured, limits) as pool:
        found = list(pool.run(documents(*names)))
    assert [document.source_uri for document, _ in found] == names, "in order"
    return {document.source_uri: result for document, result in found}


def test_results_come_in_order_from_several_processes() -> None:
    found = run(["sleep 0.3", *(f"ok {n}" for n in range(40))])
    workers = {str(result).split()[-1] for result in found.values()}
    assert len(workers) == 2
    assert str(os.getpid()) not in workers


def test_a_worker_that_dies_is_replaced() -> None:
    found = run(["ok 1", "die 1", "ok 2", "die 2", "ok 3"], processes=1)
    for name in ("die 1", "die 2"):
        result = found[name]
        assert isinstance(result, SetAside)
        assert result.crashed
        assert "the process that parsed it died (-9)" in str(result)
    assert len({str(found[f"ok {n}"]) for n in (1, 2, 3)}) == 3, "three workers"


def test_a_worker_that_hangs_is_stopped() -> None:
    started = time.monotonic()
    found = run(["ok 1", "sleep 60", "ok 2"], limits=replace(AMPLE, seconds=0.5))
    assert time.monotonic() - started < 30
    assert "超过 0.5 秒" in str(found["sleep 60"])
    assert str(found["ok 2"]).startswith("ok")


def test_a_core_is_not_used_for_ever() -> None:
    found = run(["spin 1", "ok 1"], limits=replace(AMPLE, core_seconds=1))
    assert "1 秒处理器时间" in str(found["spin 1"])


def test_memory_has_a_limit() -> None:
    found = run(["hoard 4000000000", "hoard 1000", "ok 1"], processes=1)
    assert "needs more memory than 1907 MB" in str(found["hoard 4000000000"])
    assert found["hoard 1000"] == "1000"


def test_a_fault_of_the_work_itself_is_raised() -> None:
    with pytest.raises(ValueError, match="7"):
        run(["ok 1", "raise 7"], processes=0)


def test_documents_are_taken_as_they_are_needed() -> None:
    taken: list[str] = []

    def endless() -> Iterator[Document]:
        for number in range(100_000):
            taken.append(str(number))
            yield Document(f"ok {number}", "", Path("x"), "")

    with Pool(2, measured) as pool:
        outcomes = pool.run(endless())
        for _ in range(10):
            next(outcomes)
        assert len(taken) < 200


def test_what_the_server_of_the_workers_does_once_works() -> None:
    """It hides its own faults, so that they show where they matter: here is where they would be seen."""
    claims = extract(read_issue(preload._ISSUE.encode(), "preload"))
    assert [claim.value_text for _, claim in claims] == ["27204.3亿元", "1.1%", "7.2%", "3.6个百分点"]
