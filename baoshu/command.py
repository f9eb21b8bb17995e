"""The console command ``baoshu``: the commands of the ETL, ``export`` and ``serve``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer

from etl.command import EXIT_STORE, EXIT_USAGE, STORE, StoreOption, fail, say
from etl.command import app as etl_app
from etl.refresh.command import ConfigOption

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="报数：报纸上的每一个数字，连同出处与含义 · Every number a newspaper prints, with its place and meaning.",
)
app.add_typer(etl_app)
_URL = "http://127.0.0.1:8050"


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
    no_login: Annotated[bool, typer.Option("--no-login", help="谁都不用登录 · ask nobody to log in")] = False,
    name: Annotated[
        list[str] | None, typer.Option(help="还应答的主机名，可重复 · a further host name to answer to")
    ] = None,
    url: Annotated[str, typer.Option(help="对外网址，用于链接 · the public address, for links")] = "",
) -> None:
    """打开看板服务 · Serve the dashboard."""
    from baoshu.scheduled import scheduled
    from dashboard.server import Serving
    from dashboard.server import serve as serve_dashboard
    from etl.configuration import ConfigurationError

    try:
        with scheduled(refresh, config, store):
            serve_dashboard(store, Serving(host, port, not no_login, tuple(name or ()), url))
    except ConfigurationError as error:
        raise fail(error, EXIT_USAGE) from None
    except OSError as error:
        raise fail(
            f"{host}:{port}: 无法监听，请换端口 --port · cannot listen there, try another --port ({error.strerror})",
            EXIT_USAGE,
        ) from None
    except ValueError as error:
        raise fail(error, EXIT_USAGE) from None


@app.command()
def password(
    reader: Annotated[str, typer.Argument(help="登录名 · the name to log in with", metavar="NAME")],
) -> None:
    """问两次密码，写出 BAOSHU_AUTH 的一项 · Ask for a password twice, write what BAOSHU_AUTH takes."""
    from dashboard.login import entry

    secret = typer.prompt("密码 · password", hide_input=True, confirmation_prompt=True, err=True)
    try:
        print(entry(reader, secret))
    except ValueError as error:
        raise fail(error, EXIT_USAGE) from None


Several = Annotated[list[str] | None, typer.Option(help="可重复 · may be repeated")]


@app.command()
def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="要写的文件 · the file to write: .csv .parquet .xlsx .zip")
    ],
    store: StoreOption = STORE,
    publication: Several = None,
    sector: Annotated[
        list[str] | None, typer.Option(help="行业，连同其下各级，可重复 · with the sectors below it; may be repeated")
    ] = None,
    indicator: Several = None,
    measure: Several = None,
    kind: Several = None,
    status: Several = None,
    review: Several = None,
    first: Annotated[str, typer.Option("--from", help="时期自此月 · first month of the period, 2019-01")] = "",
    last: Annotated[str, typer.Option("--to", help="时期至此月 · last month of the period, 2019-05")] = "",
    text: Annotated[str, typer.Option(help="文中含此字样 · text to look for")] = "",
    as_of: Annotated[
        str, typer.Option("--as-of", help="当日结束时的表 · the table as it was at the end of a day, 2026-01-31")
    ] = "",
    header: Annotated[str, typer.Option(help="表头 · names, zh or en")] = "names",
    columns: Annotated[str, typer.Option(help="要哪些列，逗号隔开 · which columns, parted by commas")] = "",
    url: Annotated[str, typer.Option(help="链接所指的看板网址 · the dashboard that links lead to")] = _URL,
) -> None:
    """按看板同样的筛选导出 · Export what the dashboard shows under the same filters."""
    lists = {"publication": publication, "sector": sector, "indicator": indicator}
    lists |= {"measure": measure, "kind": kind, "status": status, "review": review}
    single = {"from": first, "to": last, "q": text, "columns": columns, "header": header if header != "names" else ""}
    from dashboard.saving import save
    from etl.store.fault import StoreError

    try:
        rows = save(output, store, _query(lists, single), url.rstrip("/"), date.fromisoformat(as_of) if as_of else None)
    except OSError as error:
        raise fail(f"{output}: 无法写入 · cannot be written ({error.strerror})", EXIT_USAGE) from None
    except ValueError as error:
        raise fail(error, EXIT_USAGE) from None
    except StoreError as error:
        raise fail(error, EXIT_STORE) from None
    say(f"{output}: {rows} 行 rows")


def _query(lists: Mapping[str, list[str] | None], single: Mapping[str, str]) -> str:
    """The query string of what was given."""
    pairs = [(name, value) for name, values in lists.items() for value in values or ()]
    return urlencode(pairs + [(name, value) for name, value in single.items() if value])


@app.command()
def gold(
    output: Annotated[Path, typer.Option("--output", "-o", help="要写的 .jsonl 文件 · the file to write")],
    store: StoreOption = STORE,
    judged_only: Annotated[
        bool, typer.Option("--judged-only", help="不写未判定的 · no optional lines for claims that nobody judged")
    ] = False,
) -> None:
    """把分析员的判定写成标注 · Write what analysts judged as gold annotations."""
    from dashboard.query import Claims
    from dashboard.review.gold import gold_lines
    from dashboard.review.log import FILE, ReviewLog
    from dashboard.review.reviews import Reviews
    from etl.store import Store, StoreError

    try:
        Store(store).current()
        claims = Claims(store)
        lines = list(gold_lines(Reviews(ReviewLog(store / FILE), claims), claims, not judged_only))
        output.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise fail(f"{output}: 无法写入 · cannot be written ({error.strerror})", EXIT_USAGE) from None
    except StoreError as error:
        raise fail(error, EXIT_STORE) from None
    say(f"{output}: {len(lines)} 行 lines")
