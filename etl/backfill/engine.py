"""Dask as the engine: a local cluster by default, or the one that ``DASK_SCHEDULER_ADDRESS`` names.

What a lost worker was doing is done again by another (Dask does that); a task whose workers die again and again comes
back as ``LOST``. Where the scheduler is lost, the run ends with ``EngineError``, and the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any, Final

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

_UNDER_WAY = 1_000  # tasks that the scheduler knows of at a time: their documents lie in its memory
_RETRIES = 2  # of a task that raised: a store that was out of reach for a moment
_PATIENCE = 30  # seconds for a scheduler to answer, and for its first worker


_QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "500 ms",
    "distributed.admin.tick.limit": "30 s",
    "distributed.admin.system-monitor.interval": "5 s",
}
"""A local cluster looks after itself less often: where the cores are those of the work, every look is paid for."""


class EngineError(Exception):
    """The cluster cannot be used, or is lost; what was done stays done. The message says what to do."""


class Lost:
    """In place of a result: the workers that had the task died, several in a row."""


LOST: Final = Lost()


class Engine:
    """A client of the cluster at ``scheduler``, or of a local one of ``processes`` workers; a context manager."""

    def __init__(self, scheduler: str = "", processes: int = 1) -> None:
        self._address = scheduler or dask.config.get("scheduler-address", None)
        self._processes = processes
        self._held = ExitStack()
        self._client: Client | None = None

    def __enter__(self) -> Engine:
        try:
            self._client = self._connected()
        except BaseException:
            self._held.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(Exception):  # a cluster that is lost cannot be closed, and one that was used need not be
            self._held.close()

    def _connected(self) -> Client:
        if not self._address:
            return self._local()
        try:
            client = self._entered(Client(self._address, timeout=_PATIENCE))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise EngineError(
                f"{self._address}: 调度器没有工作机，请先启动 dask worker · the scheduler has no workers: start some"
            ) from error
        except (OSError, ValueError) as error:
            raise EngineError(
                f"{self._address}: 连不上 Dask 调度器，请核对地址 · no Dask scheduler there, check it ({error})"
            ) from error
        return client

    def _local(self) -> Client:
        self._held.enter_context(dask.config.set(_QUIET))
        try:  # what a document may use is limited where it is read (`etl.isolation`)
            cluster = LocalCluster(
                n_workers=self._processes, threads_per_worker=1, dashboard_address=None, memory_limit=None
            )
        except RuntimeError as error:
            raise EngineError(
                f"本机集群未能启动，请再运行一次 · the local cluster did not start, run again ({error})"
            ) from error
        return self._entered(Client(self._held.enter_context(cluster)))

    def _entered(self, client: Client) -> Client:
        self._held.enter_context(client)
        return client

    def run(self, work: Callable[..., Any], tasks: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Any]]:
        """The number and the result of every task (its arguments) as they come; ``LOST`` for one that killed all."""
        assert self._client is not None
        waiting = iter(enumerate(tasks))
        numbers: dict[Future[Any], int] = {}

        def submitted(client: Client) -> Iterator[Future[Any]]:
            for number, arguments in waiting:
                future = client.submit(work, *arguments, pure=False, retries=_RETRIES)
                numbers[future] = number
                yield future

        more = submitted(self._client)
        try:
            done = as_completed([future for future, _ in zip(more, range(_UNDER_WAY), strict=False)])
            for future in done:
                yield numbers.pop(future), _result(future)
                following = next(more, None)
                if following is not None:
                    done.add(following)
        except (OSError, CancelledError) as error:  # what Dask says, at one place or another, of a lost connection
            raise _lost() from error


def _lost() -> EngineError:
    return EngineError(
        "与 Dask 调度器的连接断了；已完成的批次都在，请再运行一次 · "
        "the scheduler was lost; what is done stays done, run again"
    )


def _result(future: Future[Any]) -> Any:
    if future.status == "finished":
        return future.result()
    error = future.exception() if future.status == "error" else None
    if isinstance(error, KilledWorker):
        return LOST
    if error is None:
        raise _lost()
    reason = " ".join(str(error).split()) or type(error).__name__
    raise EngineError(f"工作机上出错，已完成的批次都在 · a worker failed, what is done stays done: {reason}") from error
