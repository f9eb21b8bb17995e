"""The command of the backfill: ``backfill``."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Annotated

import typer

from etl.console import EXIT_BUSY, EXIT_CLUSTER, EXIT_SET_ASIDE, EXIT_STORE, EXIT_USAGE, STORE, fail, say
from etl.refresh.command import cores, end_on

app = typer.Typer()


@app.command()
def backfill(
    source: Annotated[
        str, typer.Argument(help="文件夹，或对象存储的网址 s3://… · a folder, or the URL of an object store")
    ],
    store: Annotated[
        str,
        typer.Option("--store", help="数据仓文件夹；s3://… 则为 Delta 表 · the store's folder; at a URL, Delta tables"),
    ] = str(STORE),
    scheduler: Annotated[
        str,
        typer.Option("--scheduler", help="现有 Dask 集群的调度器，默认取 DASK_SCHEDULER_ADDRESS · an existing cluster"),
    ] = "",
    processes: Annotated[
        int | None, typer.Option(help="本机集群的进程数，默认与处理器核数相同 · workers of the local cluster", min=1)
    ] = None,
    retry: Annotated[bool, typer.Option("--retry", help="再试已放弃的文件 · try again what was given up")] = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="来源已空，撤下其全部各期 · the source is empty: remove its issues")
    ] = False,
) -> None:
    """用 Dask 集群载入整个档案，一次提交，可续 · Load a whole archive on a Dask cluster, in one commit; resumable."""
    _needs("dist", "dask", "distributed", "fsspec", *(["s3fs"] if "s3://" in (source + store) else []))
    if "://" in store:
        _needs("delta", "deltalake")
    from etl.backfill.run import Choices

    end_on(signal.SIGTERM)
    raise typer.Exit(_run(source, store, (scheduler, processes or cores()), Choices(allow_empty, retry)))


def _needs(extra: str, *packages: str) -> None:
    """Says which extra to install where a package of it is missing."""
    from importlib.util import find_spec

    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise fail(
            f"缺少 {'、'.join(missing)}，请安装 · not installed: {', '.join(missing)}. "
            f"Install the extra: pip install 'baoshu[{extra}]'",
            EXIT_USAGE,
        )


def _absolute(place: str) -> str:
    return place.rstrip("/") if "://" in place else str(Path(place).resolve())


def _run(source: str, store: str, cluster: tuple[str, int], choices: object) -> int:
    """One backfill, and the exit code that says how it went."""
    from etl.backfill.engine import Engine, EngineError
    from etl.backfill.place import is_url
    from etl.backfill.run import Choices, backfill, target_of
    from etl.refresh.outcome import RefreshError
    from etl.store import StoreBusyError, StoreError

    assert isinstance(choices, Choices)
    if not is_url(source) and not Path(source).is_dir():
        raise fail(f"{source}: 没有这个文件夹 · no such folder", EXIT_USAGE)
    if f"{_absolute(store)}/".startswith(f"{_absolute(source)}/"):
        raise fail(f"{store}: 数据仓不能放在来源之内 · the store must not lie within the source", EXIT_USAGE)
    try:
        target = target_of(store)
        with target.writing(wait=False), Engine(*cluster) as engine:
            outcome = backfill(source, store, target, engine, choices)
    except RefreshError as error:
        raise fail(error, EXIT_USAGE) from None
    except StoreBusyError as error:
        raise fail(error, EXIT_BUSY) from None
    except (StoreError, OSError) as error:
        raise fail(error, EXIT_STORE) from None
    except EngineError as error:
        raise fail(error, EXIT_CLUSTER) from None
    say(outcome)
    return EXIT_SET_ASIDE if outcome.faults or outcome.source_faults else 0
