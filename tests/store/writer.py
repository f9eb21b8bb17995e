"""Processes that publish again and again, to be killed; forked from one that has loaded all modules."""

from __future__ import annotations

import os
import signal
from datetime import date
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from etl.store import IssueRows, Store
from etl.table import claims_table, issues_table, sentences_table
from tests.sample import make_issue, percent_claims

PUBLICATIONS = ("甲报", "乙报")


def rows_of(publication: str, value: int) -> IssueRows:
    issue = make_issue(publication, date(2019, 1, 2), (f"增长{value}%。",))
    claims = percent_claims(issue)
    tables = {
        "claims": claims_table((issue, article, claim) for article, claim in claims),
        "sentences": sentences_table([issue]),
        "issues": issues_table([(issue, len(claims))], "papers"),
    }
    return IssueRows(tables, issue.text.encode(), issue.text)


def publish(path: Path, acknowledged: Connection, first: int, point: str, number: int) -> None:
    """Publishes first, first + 1, ... in two buckets at once and sends each number when it is acknowledged.

    At the ``number``-th pass of ``point`` the process kills itself.
    """
    passes = count(1)

    def reached(name: str) -> None:
        if name == point and next(passes) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    store = Store(path, kept=3, reached=reached)
    for value in count(first):
        store.replace_issues([rows_of(publication, value) for publication in PUBLICATIONS])
        acknowledged.send(value)


def replace_one(path: Path, publication: str, rounds: int) -> None:
    """Replaces one issue so many times."""
    store = Store(path)
    for value in range(rounds):
        store.replace_issues([rows_of(publication, value)])


PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__, "pandas"])  # pyarrow imports pandas at its first conversion


class Writer:
    """A running ``publish``."""

    def __init__(self, path: Path, first: int, point: str = "", number: int = 1) -> None:
        self._acknowledged, sending = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=publish, args=(path, sending, first, point, number))
        self._process.start()
        sending.close()

    def wait_for_first(self) -> None:
        """Returns once something was acknowledged."""
        assert self._acknowledged.poll(60)

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()

    def end(self) -> list[int]:
        """Waits for the death of the process; what it had acknowledged."""
        values: list[int] = []
        try:
            while True:
                values.append(self._acknowledged.recv())
        except EOFError:
            self._process.join()
        assert self._process.exitcode == -signal.SIGKILL
        return values
