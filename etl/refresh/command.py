"""The commands of the refresh: ``refresh``, ``schedule``, ``status``."""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.console import EXIT_BUSY, EXIT_SET_ASIDE, EXIT_STORE, EXIT_USAGE, ISSUES, STORE, StoreOption, fail, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from etl.refresh.run import Opening, Options
    from etl.store.ledger import Trigger

app = typer.Typer()

FolderArgument = Annotated[
    Path | None, typer.Argument(help="报纸所在文件夹；不写则按 baoshu.toml · folder with the issues; else baoshu.toml")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="配置文件，默认 baoshu.toml · the configuration file")
]
StoreChoice = Annotated[
    Path | None,
    typer.Option("--store", help="数据仓文件夹，默认 data/store · the store's folder, data/store by default"),
]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to refresh from, and into what."""

    openings: Sequence[Opening]
    folders: Sequence[Path]
    store: Path
    processes: int
    schedule: str | None = None
    timezone: str = "Asia/Shanghai"


def plan(folder: Path | None, config: Path | None, store: Path | None) -> Plan:
    """The folder that is named; else the configuration; else ``data/issues``. Raises ``ConfigurationError``."""
    from etl.configuration import CONFIGURATION, read_configuration
    from etl.refresh.run import of_folder

    if folder is None and (config is not None or CONFIGURATION.is_file()):
        from etl.refresh.opening import openings

        found = read_configuration(config or CONFIGURATION)
        folders = [Path(each.path) for each in found.folder]
        at = store or Path(found.store)
        return Plan(openings(found), folders, at, found.processes, found.schedule, found.timezone)
    folder = folder or ISSUES
    return Plan([of_folder(folder)], [folder], store or STORE, 0)


@app.command()
def refresh(
    folder: FolderArgument = None,
    store: StoreChoice = None,
    config: ConfigOption = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="文件夹一有变动就更新 · again whenever a folder changes")
    ] = False,
    processes: Annotated[
        int | None, typer.Option(help="进程数，默认与处理器核数相同 · processes, by default one for each core", min=1)
    ] = None,
    retry: Annotated[bool, typer.Option("--retry", help="再试已放弃的文件 · try again what was given up")] = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="文件夹已空，撤下其全部各期 · the folder is empty: remove its issues")
    ] = False,
) -> None:
    """把新增、改动、撤下的各期载入数据仓 · Load what is new, changed or gone in the sources into the store."""
    # before Arrow is loaded: C gives memory back, Arrow's own pool keeps several times what a bucket fills
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    from etl.arrow import without_pandas
    from etl.configuration import ConfigurationError
    from etl.refresh.run import Options
    from etl.refresh.schedule import TRIGGER

    without_pandas()
    try:
        made = plan(folder, config, store)
    except ConfigurationError as error:
        raise fail(error, EXIT_USAGE) from None
    number = processes or made.processes or cores()
    set_off: Trigger = "watch" if watch else "schedule" if os.environ.get(TRIGGER) == "schedule" else "command"
    options = Options(processes=number, allow_empty=allow_empty, retry=retry, trigger=set_off)
    end_on(signal.SIGTERM)
    code = _once(made, options)
    if not watch or code in (EXIT_USAGE, EXIT_STORE):
        raise typer.Exit(code)
    _watch(made, lambda: _once(made, options))


def _once(made: Plan, options: Options) -> int:
    """One run, and the exit code that says how it went."""
    from etl.refresh.outcome import RefreshError
    from etl.refresh.run import refresh_sources
    from etl.store import Store, StoreBusyError, StoreError

    try:
        outcome = refresh_sources(made.openings, Store(made.store), options)
    except RefreshError as error:
        say(error)
        return EXIT_USAGE
    except StoreBusyError as error:
        say(error)
        return EXIT_BUSY
    except StoreError as error:
        say(error)
        return EXIT_STORE
    say(outcome)
    return EXIT_SET_ASIDE if outcome.faults or outcome.source_faults else 0


def _watch(made: Plan, act: Callable[[], int]) -> None:
    from etl.refresh.watch import changes

    if not made.folders:
        raise fail(
            "没有文件夹可看，--watch 需要 [[folder]] · no folder to watch: --watch needs a [[folder]]", EXIT_USAGE
        )
    stop = threading.Event()
    end_on(signal.SIGINT, stop)
    end_on(signal.SIGTERM, stop)
    say(f"等待变动 · waiting for changes: {'、'.join(map(str, made.folders))}  (Ctrl-C 停止 · to stop)")
    try:
        changes(made.folders, act, stop)
    except FileNotFoundError as error:
        raise fail(error, EXIT_USAGE) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


@app.command()
def schedule(
    folder: FolderArgument = None,
    cron: Annotated[
        str, typer.Option("--cron", help="分 时 日 月 星期，如 0 7 * * 1-5 · minute hour day month weekday")
    ] = "",
    store: StoreChoice = None,
    config: ConfigOption = None,
) -> None:
    """按时更新，直到停止 · Refresh at the times of a cron expression until stopped."""
    from etl.configuration import ConfigurationError
    from etl.refresh.schedule import command, keep

    try:
        made = plan(folder, config, store)
        when = cron or made.schedule
        if not when:
            raise ConfigurationError("没有时间表：--cron 或文件中的 schedule · no schedule: --cron, or one in the file")
        given = [("--config", config), ("--store", store)]
        arguments = [*([str(folder)] if folder else []), *(str(each) for pair in given if pair[1] for each in pair)]
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: stop.set())
        if os.environ.get(HELD) == "1":
            threading.Thread(target=_stop_with_parent, args=(stop,), daemon=True).start()
        say(f"按时更新 · refreshes at: {when} ({made.timezone})")
        keep(when, made.timezone, made.store, lambda: command(arguments), stop)
    except (ConfigurationError, ValueError) as error:
        raise fail(error, EXIT_USAGE) from None


HELD = "BAOSHU_HELD"
"""Set by whoever started the schedule and holds its standard input: when that closes, the schedule ends."""


def _stop_with_parent(stop: threading.Event) -> None:
    sys.stdin.buffer.read()
    stop.set()


@app.command()
def status(
    store: StoreOption = STORE,
    limit: Annotated[int, typer.Option(help="列出几次运行 · how many runs to list", min=1)] = 10,
) -> None:
    """近来的更新、各报的新旧、搁置的文件 · The latest runs, how fresh each paper is, what is set aside and why."""
    from etl.refresh.status import lines
    from etl.store import StoreError

    try:
        for line in lines(store, limit):
            print(line)
    except StoreError as error:
        raise fail(error, EXIT_STORE) from None


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def end_on(number: signal.Signals, stop: threading.Event | None = None) -> None:
    """A polite end (systemd, docker stop) is noted in the ledger as one by Ctrl-C is.

    The exception may come where nothing can be raised (while an object is being deleted) and be lost: ``stop`` is not.
    """

    def interrupted(_number: int, _frame: object) -> None:
        if stop is not None:
            stop.set()
        raise KeyboardInterrupt

    signal.signal(number, interrupted)
