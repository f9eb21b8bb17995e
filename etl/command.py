"""The commands of the ETL: ``python -m etl refresh | extract | mentions | export``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import pyarrow.parquet as pq
import typer

from etl.extraction import Extracted, IssueIds, SetAside, extract_file, source_files
from etl.progress import progress
from etl.schema import CLAIMS

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="报数 ETL：报纸进，数字表出 · Newspaper issues in, a table of numbers out.",
)

STORE = Path("data/store")
"""Where the table is kept unless told otherwise."""

EXIT_SET_ASIDE = 1
"""Some files were set aside; all others are in the table."""


def _say(line: str) -> None:
    print(line, file=sys.stderr)


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(help="文件或文件夹 · files and folders", exists=True)],
    output: Annotated[Path, typer.Option("--output", "-o", help="写到哪个 Parquet 文件 · the Parquet file to write")],
) -> None:
    """把文件抽取成一张表，不动数据仓 · Extract files and folders to one table; the store is not touched."""
    files = [file for path in paths for file in (source_files(path) if path.is_dir() else [path])]
    ids, set_aside, count = IssueIds(), list[SetAside](), 0
    part = output.with_name(f".{output.name}.part")
    with pq.ParquetWriter(part, CLAIMS, compression="zstd") as writer, progress("抽取 extract", len(files)) as step:
        for file in files:
            result = extract_file(file, file.as_posix(), ids)
            if isinstance(result, Extracted):
                writer.write_table(result.claims)
                count += result.claims.num_rows
            else:
                set_aside.append(result)
                _say(str(result))
            step(file.name)
    part.replace(output)
    _say(f"{output}: {count} 个数字 claims · {len(files) - len(set_aside)} 期 issues · 搁置 set aside {len(set_aside)}")
    if any(not each.duplicate for each in set_aside):
        raise typer.Exit(EXIT_SET_ASIDE)


@app.command()
def mentions() -> None:
    """标准输入逐行 JSON 进，数字与时期出 · JSON lines in, numbers and periods out (standard input and output)."""
    from etl.mention.protocol import answer

    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(json.loads(line)), ensure_ascii=False))
