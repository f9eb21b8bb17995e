"""The commands of the ETL: ``refresh``, ``schedule``, ``status``, ``backfill``, ``extract``, ``mentions`` ...

They are those of ``python -m etl`` and of ``baoshu``.

Exit codes: 0 all went well · 1 some files were set aside, the others are in the table · 2 the command
cannot be carried out as given · 3 another process is writing · 4 the store is damaged or cannot be
written · 5 the cluster of a backfill cannot be used or is lost.

Modules are imported where they are used, so that a command loads only what it needs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.backfill.command import app as backfill_app
from etl.console import EXIT_BUSY, EXIT_SET_ASIDE, EXIT_STORE, EXIT_USAGE, ISSUES, STORE, StoreOption, fail, say
from etl.refresh.command import app as refresh_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from etl.model import SetAside

__all__ = [
    "EXIT_BUSY",
    "EXIT_SET_ASIDE",
    "EXIT_STORE",
    "EXIT_USAGE",
    "ISSUES",
    "STORE",
    "StoreOption",
    "app",
    "fail",
    "say",
]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="报数 ETL：报纸进，数字表出 · Newspaper issues in, a table of numbers out.",
)

app.add_typer(refresh_app)
app.add_typer(backfill_app)


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(help="文件或文件夹 · files and folders", exists=True)],
    output: Annotated[Path, typer.Option("--output", "-o", help="要写的 .parquet 或 .csv 文件 · the file to write")],
) -> None:
    """把文件抽取成一张表，不动数据仓 · Extract files and folders to one table; the store is not touched."""
    from etl.extraction import Extracted, IssueIds, apart, extract_file
    from etl.isolation import Worker
    from etl.pool import WHOLE
    from etl.progress import progress
    from etl.schema import CLAIMS
    from etl.source.folder import source_files
    from etl.store.export import save

    files = [file for path in paths for file in (source_files(path) if path.is_dir() else [path])]
    ids = IssueIds()
    set_aside: list[SetAside] = []

    def batches() -> Iterator[pa.RecordBatch]:
        with progress("抽取 extract", len(files)) as advance, Worker(WHOLE) as worker:
            for file in files:
                result = extract_file(file, file.as_posix(), ids, call=apart(worker))
                if isinstance(result, Extracted):
                    yield from result.claims.to_batches()
                else:
                    set_aside.append(result)
                    advance.say(str(result))
                advance.step(file.name)

    try:
        claims = save(output, batches(), CLAIMS)
    except OSError as error:
        raise fail(f"{output}: 无法写入 · cannot be written ({error.strerror})", EXIT_USAGE) from None
    except ValueError as error:
        raise fail(error, EXIT_USAGE) from None
    loaded = len(files) - len(set_aside)
    say(f"{output}: 数字 claims {claims} · 期 issues {loaded} · 搁置 set aside {len(set_aside)}")
    if any(each.duplicate_of is None for each in set_aside):
        raise typer.Exit(EXIT_SET_ASIDE)


@app.command()
def mentions() -> None:
    """标准输入逐行 JSON 进，数字与时期出 · JSON lines in, numbers and periods out (standard input and output)."""
    from etl.mention.protocol import answer

    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            reply = answer(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise fail(f"标准输入第 {number} 行 · standard input, line {number}: {error}", EXIT_USAGE) from None
        print(json.dumps(reply, ensure_ascii=False))


@app.command()
def explain(
    path: Annotated[Path, typer.Argument(help="报纸文件 · the issue's file", exists=True, dir_okay=False)],
    at: Annotated[int, typer.Option("--at", help="数字在来源文本中的位置 · the number's offset in the source", min=0)],
) -> None:
    """一个数字从何而来 · How one claim came about: what every step found around the number at an offset."""
    from etl.explanation import as_text
    from etl.explanation import explain as lines_of
    from etl.reading import ReadingError, read_file

    try:
        print(as_text(lines_of(read_file(path, path.as_posix()), at)))
    except (ReadingError, ValueError) as error:
        raise fail(error, EXIT_USAGE) from None


@app.command()
def verify(store: StoreOption = STORE) -> None:
    """核对数据仓每个文件的摘要 · Check every file of the store against its SHA-256."""
    from etl.store import Store

    damaged = Store(store).verify()
    for line in damaged:
        say(line)
    if damaged:
        raise typer.Exit(EXIT_STORE)
    print(f"{store}: 完好 · sound ({len(Store(store).snapshots())} 个快照 snapshots)")
