"""What one observation looks like in any figure: its label, its hover text, its symbol, the id a click hands on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dashboard.country import HOME
from dashboard.display import amount, bound_sign, figure_text, period_text
from dashboard.figures.theme import safe
from dashboard.language import Language, code_label, text
from dashboard.observation import Row

STATUS_SYMBOL = {"target": "diamond-open", "forecast": "square-open"}
_BOUND_SYMBOL = {
    ">": "triangle-up",
    "≥": "triangle-up",
    "<": "triangle-down",
    "≤": "triangle-down",
    "≈": "circle-open-dot",
}
DISPLACED_SYMBOL = {"revised": "circle-open", "contradicts": "x-thin-open"}
"""Statements that are not drawn as the figure: restated since, or at odds with it."""


def high_of(row: Row) -> float | None:
    """The upper end of a range, or None."""
    return None if row["value_high"] is None else float(row["value_high"])


def label(row: Row) -> str:
    """The figure with its bound: ``>30%``; a flag where statements disagree."""
    sign = {"target": "◇", "forecast": "□"}.get(row["status"], "")
    return f"{sign}{figure_text(row)}{' ⚑' if row.get('conflict') is True else ''}"


def symbol(row: Row) -> str:
    """The marker's symbol: open diamond for a target, open square for a forecast, triangles for one-sided bounds."""
    if row["status"] in STATUS_SYMBOL:
        return STATUS_SYMBOL[row["status"]]
    return _BOUND_SYMBOL.get(bound_sign(row["bound"], row["value"], row["measure"]), "circle")


def period_of(row: Row, language: Language) -> str:
    """The observation's period in words."""
    return period_text(row["period_start"], row["period_end"], row["period_kind"], language)


def hover(row: Row, language: Language) -> str:
    """What the pointer shows: whose, when, the figure, the printed form, how many statements."""
    lines = [
        f"<b>{safe(row['name'])}</b>",
        f"{safe(period_of(row, language))} · {code_label(language, 'status', row['status'])}",
    ]
    lines.append(f"<b>{safe(label(row))}</b>　{text(language, 'printed')}“{safe(row['value_text'])}”")
    if plain := normalised(row):
        lines.append(f"{text(language, 'normalised')} {safe(plain)}")
    lines.append(_agreement(row, language))
    lines.append(f"《{safe(row['publication'])}》{row['issue_date'].isoformat()}　{text(language, 'hover_open')}")
    return "<br>".join(lines)


def _agreement(row: Row, language: Language) -> str:
    """How many statements there are and whether they agree; of a displaced statement, what became of it."""
    if "verdict" in row:
        return f"{'○' if row['verdict'] == 'revised' else '✕'} {text(language, 'hover_' + row['verdict'])}"
    count = text(language, "hover_statements", count=row["statements"])
    return count + (f" · ⚑ {text(language, 'hover_conflict')}" if row["conflict"] else "")


def normalised(row: Row) -> str:
    """The value in plain magnitudes where the printed form is another (27204.3亿元: 2.72043万亿元), else empty."""
    plain = amount(float(row["value"]), row["unit"])
    return "" if row["unit"] in ("%", "百分点", "‰") or plain in label(row) else plain


class ToldBy(NamedTuple):
    """What names tell apart beside whose figure it is: the region, what is compared with."""

    region: bool
    base: bool


def told_by(observations: Sequence[Row]) -> ToldBy:
    """What the names of these observations have to tell apart."""
    regions = {row["entity_region"] for row in observations} - {""}
    return ToldBy(len(regions) > 1, len({row["base"] for row in observations}) > 1)


def named(observations: Sequence[Row], told: ToldBy | None = None) -> list[dict[str, Any]]:
    """The observations with ``name``: whose figure it is, told apart by region and base where that is needed."""
    told = told or told_by(observations)
    return [{**row, "name": _name(row, told)} for row in observations]


def _name(row: Row, told: ToldBy) -> str:
    whose, region = row["entity"] or row["indicator"], row["entity_region"]
    place = region if told.region and region not in ("", HOME, whose) else ""
    return words_of(whose, place, row["base"] if told.base else "")


def words_of(whose: str, place: str, base: str) -> str:
    """``利润总额·湖北（上年12月末）``; parts that are empty are left out."""
    return whose + (f"·{place}" if place else "") + (f"（{base}）" if base else "")
