"""The console command ``baoshu``: the commands of the ETL, and ``serve``."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from etl.command import STORE, app


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"baoshu {version('baoshu')}")
        raise typer.Exit


@app.callback()
def baoshu(
    _version: Annotated[
        bool, typer.Option("--version", help="版本 · the version", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """报数：报纸上的每一个数字，连同出处与含义 · Every number a newspaper prints, with its place and meaning."""


@app.command()
def serve(
    store: Annotated[Path, typer.Option(help="数据仓 · the store")] = STORE,
    host: Annotated[str, typer.Option(help="地址 · address")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口 · port")] = 8050,
) -> None:
    """打开看板服务 · Serve the dashboard."""
    from dashboard.server import serve as serve_dashboard

    serve_dashboard(store, host, port)
