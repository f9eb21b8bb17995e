"""What every command of the console shares: exit codes, places, and how it speaks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

STORE = Path("data/store")
"""Where the table is kept unless told otherwise."""
ISSUES = Path("data/issues")
"""Where new issues are looked for unless told otherwise."""

EXIT_SET_ASIDE, EXIT_USAGE, EXIT_BUSY, EXIT_STORE, EXIT_CLUSTER = 1, 2, 3, 4, 5

StoreOption = Annotated[Path, typer.Option("--store", help="数据仓文件夹 · the store's folder")]


def say(line: object) -> None:
    """A line for the reader; the answer itself goes to standard output."""
    print(line, file=sys.stderr, flush=True)


def fail(error: object, code: int) -> typer.Exit:
    """Says what is wrong and gives the exit to raise."""
    say(error)
    return typer.Exit(code)
