"""The whole state of the page as the address bar carries it, and nothing in it that was not checked.

Only what the reader chose is written. What is not understood is named and ignored. The parameters:
``publication sector indicator measure kind status review`` (each may be repeated), ``from`` and ``to``
(``2019-05``), ``q``, ``asof`` (``2019-05-28``), then for the charts ``plot`` (an indicator, repeated), ``figure``
(``growth-yoy``), ``period`` (``2019-01-01_2019-05-31``), ``whose`` (repeated), ``within`` (the sector that is opened),
for 对照 ``verdict``, for 数据 ``columns`` (repeated) and ``after`` (so many sentences found are passed over),
for 原文 ``issue``; ``claim`` (the one whose source is open) and ``lang``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from urllib.parse import parse_qsl, urlencode

from dashboard.filter import LISTS, MAX_CHOICES, MAX_TEXT, MONTH, Filter, Offered, valid_day
from dashboard.language import Language, text
from dashboard.observation import VERDICTS
from dashboard.sector_tree import is_sector
from etl.schema import BY_NAME, CODES

MAX_QUERY = 8_000
"""The longest query string that is read, in characters."""
MAX_PLOT_SECTORS = 8
"""The most series in one chart."""
MAX_PLOTS = 4
"""The most indicators in one chart."""
SHOWABLE = (*BY_NAME, "review")
"""The columns that the table can show: those of the schema, and what analysts found."""

_PERIOD = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AFTER = re.compile(r"[1-9][0-9]{0,5}")
CLAIM_ID = re.compile(r"[0-9A-Za-z:_.\-]{1,80}")
_NAMES = {"month_from": "from", "month_to": "to", "text": "q", "as_of": "asof", "language": "lang"}
_PARAMETERS = {name: part for part, name in _NAMES.items()}

Problem = tuple[str, dict[str, str]]
"""A key of dashboard.language and its values."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What the charts show: None and empty leave the choice to the page."""

    plot: tuple[str, ...] = ()
    figure: str | None = None
    period: str | None = None
    whose: tuple[str, ...] = ()
    within: str | None = None
    verdict: str | None = None
    columns: tuple[str, ...] = ()
    after: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Filter, charts, the open claim and the language: one page, one address."""

    filter: Filter = field(default_factory=Filter)
    figure: Figure = field(default_factory=Figure)
    claim: str | None = None
    language: Language = Language.ZH


def figure_code(measure: str, comparison: str | None) -> str:
    """``growth-yoy``, ``level``: one code for measure and comparison."""
    return f"{measure}-{comparison}" if comparison else measure


def split_figure(code: str) -> tuple[str, str | None]:
    """Measure and comparison of a figure code."""
    measure, _, comparison = code.partition("-")
    return measure, comparison or None


_FIGURES = frozenset(figure_code(m, c) for m in CODES["measure"] for c in (None, *CODES["comparison"]))


def period_code(start: date, end: date) -> str:
    """``2019-01-01_2019-05-31``."""
    return f"{start.isoformat()}_{end.isoformat()}"


def _valid_period(code: str) -> bool:
    if not _PERIOD.fullmatch(code):
        return False
    try:
        start, end = map(date.fromisoformat, code.split("_"))
    except ValueError:
        return False
    return start <= end


class _Reader:
    """Takes raw values in, hands checked ones out and collects what it had to refuse."""

    def __init__(self, offered: Offered) -> None:
        self.offered = offered
        self.problems: list[Problem] = []

    def values(self, name: str, raw: object, most: int = MAX_CHOICES) -> tuple[str, ...]:
        """The strings of ``raw`` (a string, a sequence or None), each once, none too long."""
        listed: Iterable[object] = raw if isinstance(raw, list | tuple) else () if raw in (None, "") else (raw,)
        good = [value for value in dict.fromkeys(v for v in listed if isinstance(v, str)) if value]
        if len(good) > most or any(len(value) > MAX_TEXT for value in good):
            self.problems.append(("too_long", {"name": _NAMES.get(name, name)}))
            good = [value for value in good if len(value) <= MAX_TEXT][:most]
        return tuple(good)

    def members(self, name: str, raw: object) -> tuple[str, ...]:
        """The values of ``raw`` that are on offer."""
        allowed = self.offered.members(name)
        return self.allowed(name, self.values(name, raw), allowed.__contains__)

    def allowed(self, name: str, values: tuple[str, ...], test: object) -> tuple[str, ...]:
        """The values that pass the test; the others are named."""
        assert callable(test)
        for value in values:
            if not test(value):
                self.problems.append(("unknown_value", {"name": _NAMES.get(name, name), "value": value[:40]}))
        return tuple(value for value in values if test(value))

    def one(self, name: str, raw: object, test: object) -> str | None:
        """The one value of ``raw`` that passes the test, or None."""
        values = self.values(name, raw)
        if len(values) > 1:
            self.problems.append(("repeated", {"name": _NAMES.get(name, name)}))
        kept = self.allowed(name, values[:1], test)
        return kept[0] if kept else None


def read_filter(values: Mapping[str, object], reader: _Reader) -> Filter:
    """The filter that raw values (by the names of its fields) stand for."""
    lists = {name: reader.members(name, values.get(name)) for name in (*LISTS, "review")}
    months = {name: reader.one(name, values.get(name), MONTH.fullmatch) for name in ("month_from", "month_to")}
    if months["month_from"] and months["month_to"] and months["month_from"] > months["month_to"]:
        reader.problems.append(("reversed_months", {}))
        months = {"month_from": None, "month_to": None}
    as_of = reader.one("as_of", values.get("as_of"), valid_day)
    wanted = reader.one("text", values.get("text"), lambda value: value.isprintable()) or ""
    return Filter(**lists, **months, text=wanted.strip(), as_of=as_of)  # type: ignore[arg-type]


def read_figure(values: Mapping[str, object], reader: _Reader) -> Figure:
    """What the charts show by raw values; indicators that are not offered are named and left out."""
    indicators, plots = reader.offered.members("indicator"), reader.values("plot", values.get("plot"), MAX_PLOTS)
    columns = reader.values("columns", values.get("columns"))
    return Figure(
        plot=reader.allowed("plot", plots, indicators.__contains__),
        figure=reader.one("figure", values.get("figure"), _FIGURES.__contains__),
        period=reader.one("period", values.get("period"), _valid_period),
        whose=reader.values("whose", values.get("whose"), MAX_PLOT_SECTORS),
        within=reader.one("within", values.get("within"), is_sector),
        verdict=reader.one("verdict", values.get("verdict"), VERDICTS.__contains__),
        columns=reader.allowed("columns", columns, SHOWABLE.__contains__),
        after=reader.one("after", values.get("after"), _AFTER.fullmatch),
        issue=reader.one("issue", values.get("issue"), lambda value: value.isprintable()),
    )


def read_view(values: Mapping[str, object], offered: Offered) -> tuple[View, list[Problem]]:
    """The view that raw values stand for, by the names of the fields, and what had to be ignored.

    ``values`` come from the address bar or from the page's controls: neither is trusted.
    """
    reader = _Reader(offered)
    narrowed = read_filter(values, reader)
    figure = read_figure(values, reader)
    claim = reader.one("claim", values.get("claim"), CLAIM_ID.fullmatch)
    language = reader.one("language", values.get("language"), lambda value: value in {"zh", "en"})
    return View(narrowed, figure, claim, Language(language or "zh")), reader.problems


_KNOWN = {f.name for f in fields(Filter)} | {f.name for f in fields(Figure)} | {"claim", "language"}


def parse_search(search: object, offered: Offered) -> tuple[View, list[Problem]]:
    """The view of a query string (``?sector=采矿业&from=2019-05``) and what in it was ignored."""
    if not isinstance(search, str) or len(search) > MAX_QUERY:
        return View(), [("too_long", {"name": "?"})] if search else []
    values: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for name, value in parse_qsl(search.removeprefix("?"), keep_blank_values=True, errors="replace"):
        part = _PARAMETERS.get(name, name)
        if part not in _KNOWN or (name in _NAMES and name not in _PARAMETERS):
            problems.append(("unknown_parameter", {"name": name[:40]}))
        else:
            values.setdefault(part, []).append(value)
    view, refused = read_view(values, offered)
    return view, problems + refused


def write_search(view: View) -> str:
    """The query string of a view, only with what the reader chose; empty for the page as it opens."""
    pairs: list[tuple[str, str]] = []
    for source in (view.filter, view.figure):
        for part in fields(source):
            value = getattr(source, part.name)
            listed = value if isinstance(value, tuple) else (value,) if value else ()
            pairs += [(_NAMES.get(part.name, part.name), one) for one in listed]
    if view.claim:
        pairs.append(("claim", view.claim))
    if view.language is not Language.ZH:
        pairs.append(("lang", view.language.value))
    return "?" + urlencode(pairs) if pairs else ""


def filter_search(view: View) -> str:
    """The query string of the view's filter alone: what an export is asked with."""
    return write_search(View(filter=view.filter))


def without_claim(view: View) -> View:
    """The same view with no source open."""
    return replace(view, claim=None)


def problems_text(problems: list[Problem], language: Language) -> str:
    """What was ignored, named in the language of the page; empty if nothing was."""
    if not problems:
        return ""
    named = "；".join(text(language, key, **values) for key, values in problems[:6])
    return text(language, "ignored", problems=named)
