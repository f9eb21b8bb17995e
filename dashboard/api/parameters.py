"""The parameters of a request: those of the page's query string, and those that only the API knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl, urlencode

from dashboard.api.problem import ProblemError
from dashboard.export.heading import Heading
from dashboard.export.selection import FULL, TABLE
from dashboard.filter import Offered
from dashboard.language import text
from dashboard.view import View, parse_search

MAX_LIMIT, LIMIT = 5_000, 100
_NAMED = 6
_CURSOR = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for; ``query`` is the page's part of it, as it came."""

    view: View
    query: str
    columns: tuple[str, ...]
    heading: Heading
    limit: int
    offset: int
    cursor: tuple[int, int] | None


def read_asked(query_string: bytes, offered: Offered, own: frozenset[str], columns: tuple[str, ...] = TABLE) -> Asked:
    """The request of a query string; ``own`` are the API's parameters that the address takes.

    Raises ``ProblemError``: rows other than those asked for would be taken for them, so nothing is ignored.
    """
    pairs = parse_qsl(query_string.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in own:
            given.setdefault(name, []).append(value)
    query = urlencode([(name, value) for name, value in pairs if name not in own])
    view, problems = parse_search(query, offered)
    if problems:
        named = (text(view.language, key, **values) for key, values in problems)
        raise ProblemError(400, "；".join(islice(named, _NAMED)))
    return Asked(
        view=view,
        query=query,
        columns=_columns(given.get("columns", []), columns),
        heading=_heading(_one(given, "header")),
        limit=_number(_one(given, "limit"), "limit", LIMIT, 1, MAX_LIMIT),
        offset=_number(_one(given, "offset"), "offset", 0, 0, 10**9),
        cursor=_cursor(_one(given, "cursor")),
    )


def _one(given: dict[str, list[str]], name: str) -> str | None:
    values = given.get(name, [])
    if len(values) > 1:
        raise ProblemError(400, f"{name}: 只能给一次 · may be given once")
    return values[0] if values else None


def _columns(given: list[str], default: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for value in given for name in value.split(",") if name))
    unknown = [name[:40] for name in names if name not in FULL]
    if unknown:
        raise ProblemError(400, f"columns: 没有这一列 · no such column: {', '.join(unknown[:5])}")
    return names or default


def _heading(given: str | None) -> Heading:
    if given is None:
        return Heading.NAMES
    if given not in set(Heading):
        raise ProblemError(400, f"header: 须为 · must be one of {', '.join(Heading)}")
    return Heading(given)


def _number(given: str | None, name: str, default: int, least: int, most: int) -> int:
    if given is None:
        return default
    if not re.fullmatch(r"[0-9]{1,10}", given) or not least <= int(given) <= most:
        raise ProblemError(400, f"{name}: 须为 {least} 到 {most} 的整数 · must be whole, {least} to {most}")
    return int(given)


def _cursor(given: str | None) -> tuple[int, int] | None:
    if given is None:
        return None
    found = _CURSOR.fullmatch(given)
    if not found:
        raise ProblemError(400, "cursor: 请用上一页给出的 next · take the one that the page before gave as next")
    return int(found[1]), int(found[2])
