"""Work done ahead of whoever waits for it: Arrow and DuckDB let other threads run meanwhile."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

THREADS = 2
"""So many things are worked on at a time."""
_T = TypeVar("_T")
_R = TypeVar("_R")


def in_turn(work: Callable[[_T], _R], things: Iterable[_T]) -> Iterator[_R]:
    """What the work makes of each thing, in their order; some are worked on while others are read and sent."""
    with ThreadPoolExecutor(THREADS, thread_name_prefix="export") as pool:
        ahead: deque[Future[_R]] = deque()
        try:
            for thing in things:
                ahead.append(pool.submit(work, thing))
                if len(ahead) > THREADS:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def taken_ahead(things: Iterator[_T], number: int) -> Iterator[_T]:
    """The things, none of them None, so many of them taken by another thread before they are asked for."""
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as taking:
        ahead = deque(taking.submit(next, things, None) for _ in range(number))
        try:
            while (thing := ahead.popleft().result()) is not None:
                ahead.append(taking.submit(next, things, None))
                yield thing
        finally:
            taking.shutdown(cancel_futures=True)
