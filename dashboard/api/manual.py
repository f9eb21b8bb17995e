"""The description of the API as a page of plain HTML: no script, nothing from outside."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from flask import Flask, Response

from dashboard.api.description import openapi

_STYLE = """body{font:16px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;
margin:2rem auto;padding:0 1rem;color:#1c2733;background:#fff}
code{background:#eef2f6;padding:.1em .3em;border-radius:3px}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #d5dde5;
padding:.3rem .6rem .3rem 0}h2{margin-top:2rem}a{color:#0b5394}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#10161d}code{background:#1f2a36}a{color:#8ec1f5}
th,td{border-color:#334}}"""
_EXAMPLES = (
    "curl -o claims.csv 'http://127.0.0.1:8050/api/claims.csv?sector=制造业&from=2019-01&header=zh'",
    "curl 'http://127.0.0.1:8050/api/claims.json?indicator=利润总额&limit=2'",
    "curl 'http://127.0.0.1:8050/api/search.json?q=装备制造'",
)


def register(server: Flask) -> None:
    """Adds ``/api/``."""

    @server.get("/api/", strict_slashes=False)
    def manual() -> Response:
        return Response(page(openapi()), mimetype="text/html")


def page(described: Mapping[str, Any]) -> str:
    """The page of a description."""
    info = described["info"]
    parts = [
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(info['title'])} API</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{escape(info['title'])} API</h1><p>{escape(info['description'])}</p>",
        '<p><a href="/">看板 · dashboard</a> · <a href="/api/openapi.json">OpenAPI</a></p>',
        *(f"<p><code>{escape(each)}</code></p>" for each in _EXAMPLES),
    ]
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            parts += _operation(path, method, operation)
    columns = described["components"]["schemas"]["Claim"]["properties"]
    parts.append(f"<h2>各列 · columns</h2>{_table(('', '', ''), _columns(columns))}</main></body></html>")
    return "".join(parts)


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> list[str]:
    rows = [
        (f"<code>{escape(each['name'])}</code>", _kind(each["schema"]), escape(each.get("description", each["in"])))
        for each in operation.get("parameters", ())
    ]
    heading = f"<h2><code>{method.upper()} {escape(path)}</code></h2><p>{escape(operation['summary'])}</p>"
    return [heading, _table(("参数", "取值", "含义"), rows) if rows else ""]


def _kind(schema: Mapping[str, Any]) -> str:
    item = schema.get("items", schema)
    several = "，可重复 · repeated" if schema.get("type") == "array" else ""
    codes = item.get("enum")
    if codes:
        return " ".join(f"<code>{escape(str(code))}</code>" for code in codes) + several
    default = f"，默认 {schema['default']}" if "default" in schema else ""
    return escape(f"{item.get('type', '')}{default}") + several


def _columns(columns: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (f"<code>{escape(name)}</code>", escape(each["title"]), escape(each["description"]))
        for name, each in columns.items()
    ]


def _table(head: tuple[str, ...], rows: list[tuple[str, str, str]]) -> str:
    titles = "".join(f"<th>{title}</th>" for title in head) if any(head) else ""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{f'<tr>{titles}</tr>' if titles else ''}{body}</table>"
