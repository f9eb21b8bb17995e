"""Engines for tests: one that does the tasks where it is, and may lose some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.backfill.engine import LOST


class KilledError(Exception):
    """Stands for the end of the process."""


@dataclass
class Inline:
    """Does tasks in reverse order in this process.

    ``lost`` says which tasks (of their arguments) no worker survives; after ``most`` tasks it is killed.
    ``done`` counts.
    """

    lost: Callable[[Sequence[Any]], bool] = lambda _items: False
    most: int = 1_000_000
    done: int = 0
    names: list[str] = field(default_factory=list)

    def run(self, work: Any, tasks: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Any]]:
        for number, task in reversed(list(enumerate(tasks))):
            if self.done >= self.most:
                raise KilledError
            self.done += 1
            if self.lost(task[0]):
                yield number, LOST
            else:
                name = work(*task)
                self.names.append(name)
                yield number, name
