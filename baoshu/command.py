"""The console command ``baoshu``: the commands of the ETL, ``export`` and ``serve``."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer

from etl.command import EXIT_STORE, EXIT_USAGE, STORE, StoreOption, fail, say
from etl.command import app as etl_app
from etl.refresh.command import ConfigOption
from etl.store.fault import StoreError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="报数：报纸上的每一个数字，连同出处与含义 · Every number a newspaper prints, with its place and meaning.",
)
app.add_typer(etl_app)


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
    store: StoreOption = STORE,
    host: Annotated[str, typer.Option(help="监听地址 · address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口 · port", min=1, max=65535)] = 8050,
    refresh: Annotated[
        str,
        typer.Option("--refresh", help="同时按时更新，如 0 7 * * 1-5 · also refresh at the times of a cron expression"),
    ] = "",
    config: ConfigOption = None,
) -> None:
    """打开看板服务 · Serve the dashboard."""
    from baoshu.scheduled import scheduled
    from dashboard.server import serve as serve_dashboard
    from etl.configuration import ConfigurationError

    try:
        with scheduled(refresh, config, store):
            serve_dashboard(store, host, port)
    except ConfigurationError as error:
        raise fail(error, EXIT_USAGE) from None
    except OSError as error:
        raise fail(
            f"{host}:{port}: 无法监听，请换端口 --port · cannot listen there, try another --port ({error.strerror})",
            EXIT_USAGE,
        ) from None


Several = Annotated[list[str] | None, typer.Option(help="可重复 · may be repeated")]


@app.command()
def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="要写的 .csv 或 .parquet 文件 · the file to write")],
    store: StoreOption = STORE,
    publication: Several = None,
    sector: Annotated[
        list[str] | None, typer.Option(help="行业，连同其下各级，可重复 · with the sectors below it; may be repeated")
    ] = None,
    indicator: Several = None,
    measure: Several = None,
    kind: Several = None,
    status: Several = None,
    first: Annotated[str, typer.Option("--from", help="时期自此月 · first month of the period, 2019-01")] = "",
    last: Annotated[str, typer.Option("--to", help="时期至此月 · last month of the period, 2019-05")] = "",
    text: Annotated[str, typer.Option(help="文中含此字样 · text to look for")] = "",
    as_of: Annotated[
        str, typer.Option("--as-of", help="当日结束时的表 · the table as it was at the end of a day, 2026-01-31")
    ] = "",
) -> None:
    """按看板同样的筛选导出 · Export what the dashboard shows under the same filters."""
    lists = {"publication": publication, "sector": sector, "indicator": indicator}
    lists |= {"measure": measure, "kind": kind, "status": status}
    pairs = [(name, value) for name, values in lists.items() for value in values or ()]
    pairs += [(name, value) for name, value in (("from", first), ("to", last), ("q", text)) if value]
    try:
        rows = _export(output, store, urlencode(pairs), date.fromisoformat(as_of) if as_of else None)
    except OSError as error:
        raise fail(f"{output}: 无法写入 · cannot be written ({error.strerror})", EXIT_USAGE) from None
    except ValueError as error:
        raise fail(error, EXIT_USAGE) from None
    except StoreError as error:
        raise fail(error, EXIT_STORE) from None
    say(f"{output}: {rows} 行 rows")


def _export(output: Path, store: Path, query: str, day: date | None) -> int:
    """Saves the claims that the page's query string leaves; returns how many."""
    from baoshu.past import ClaimsAsOf
    from dashboard.language import Language
    from dashboard.view import parse_search, problems_text
    from etl.schema import CLAIMS
    from etl.store import Store
    from etl.store.export import save

    opened = Store(store)
    current = opened.current()  # an empty store is said to be empty
    claims = ClaimsAsOf(store, opened.as_of(day).path if day else current.path)
    view, problems = parse_search(query, claims.offered())
    if problems:
        raise ValueError(f"未导出 · nothing exported: {problems_text(problems, Language.ZH)}")
    return save(output, claims.reader(view.filter), CLAIMS)
