"""Observations: one figure of the world with every statement that prints it.

Claims are one observation when they agree in indicator, in whose figure it is, region, measure,
comparison (with its base where that is a named period or another subject), period, status and unit.

*Whose figure* is the sector when the subject is only another name of it (规模以上工业企业 of 工业), with the
enterprise classes that narrow it (工业 of 中小企业 is another figure); else it is the subject itself, so that
a company never stands for its industry. The country as a whole is one, whatever it is called (我国, 中国, 全国).
A statement that names no region joins the only region there is.

*Which value is charted*: the most exact wording first (a plain number before a range, 约, and the one-sided
超, 以上, 不足, 不超过), then the latest issue, then the most printed digits, then the highest confidence, then the
lowest ``claim_id``. Values are never averaged. A statement that cannot be true together with the charted one is
*beside* it if one sentence prints both (a part, another definition, an earlier state: nobody contradicts himself in one
breath, so the columns do not tell apart what the sentence does), *revised* if an earlier issue of the same newspaper
printed it (the later issue restates it), else it *contradicts*.

Statements are rows of the table ``plotted`` (see ``dashboard.plotted``, which ranks them), as dicts by column.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeAlias

from dashboard.display import bound_sign

Row: TypeAlias = Mapping[str, Any]
"""A statement or an observation by column; what is missing is None."""
Observation: TypeAlias = dict[str, Any]
"""The charted statement's columns and what ``observations`` adds to them."""

_FIGURE = ("indicator", "measure", "comparison", "entity", "base", "period_start", "period_end", "status", "unit")
KEY = (*_FIGURE, "entity_region")
"""The columns in which the statements of one observation agree."""
_figure_of, _key_of, _wording_of = itemgetter(*_FIGURE), itemgetter(*KEY), itemgetter("value", "bound", "value_high")

PRECISION = {"exact": 0, "range": 1, "about": 2}
"""How exactly a bound words a figure, the most exact first; the others leave one side open."""
ONE_SIDED = 3
VERDICTS = ("contradicts", "revised", "beside", "coarser", "agrees")
"""How a statement may stand to the charted one, the most troubling first."""
_ABOUT = 0.05
"""How far 约 reaches, as a part of the value: wider and nothing would ever contradict it."""
_TOUCHING = 0.999
"""7.2% and 7.3%, rounded, meet at 7.25%: that is no agreement."""
PRINTED = re.compile(r"([0-9][0-9,]*)(?:\.([0-9]+))?")


def printed_digits(value_text: str) -> int:
    """How many digits the number shows: 7.2% has two."""
    found = PRINTED.search(value_text)
    return len(found[1].replace(",", "")) + len(found[2] or "") if found else 0


def printed_step(value_text: str, value: float) -> float:
    """The worth of the last printed digit in the value's unit: 1e12 for 81万亿元; 0 if none is printed."""
    found = PRINTED.search(value_text)
    if not found:
        return 0.0
    printed = float(f"{found[1].replace(',', '')}.{found[2] or '0'}")
    scale = abs(value) / printed if printed else 1.0
    return scale * float(10.0 ** -len(found[2] or ""))


def span(statement: Row) -> tuple[float, float]:
    """The lowest and the highest value for which the statement is true; a plain number may have been rounded."""
    value, high = float(statement["value"]), statement["value_high"]
    above = value if high is None or high != high else float(high)
    return _span(value, above, str(statement["bound"]), str(statement["measure"]), str(statement["value_text"]))


@lru_cache(maxsize=16_384)  # newspapers print the same figures again and again
def _span(value: float, above: float, bound: str, measure: str, value_text: str) -> tuple[float, float]:
    """``above`` is the upper end of a range."""
    sign = bound_sign(bound, value, measure)
    if sign in (">", "≥"):
        return value, math.inf
    if sign in ("<", "≤"):
        return -math.inf, value
    half = printed_step(value_text, value) / 2 * _TOUCHING + abs(value) * 1e-9
    if bound == "range":
        return value - half, above + half
    if bound == "about":
        half = max(half, abs(value) * _ABOUT)
    return value - half, value + half


def agreement(statement: Row, charted: Row) -> str:
    """How a statement stands to the charted one: ``agrees``, ``coarser`` (can both be true) or ``differs``."""
    value, other = float(statement["value"]), float(charted["value"])
    same_high = str(statement["value_high"]) == str(charted["value_high"])
    if statement["bound"] == charted["bound"] and math.isclose(value, other, rel_tol=1e-9) and same_high:
        return "agrees"
    low, high = span(statement)
    charted_low, charted_high = span(charted)
    return "coarser" if low <= charted_high and charted_low <= high else "differs"


def verdict(statement: Row, charted: Row) -> str:
    """``agreement`` with the difference named: ``beside`` (the same sentence), ``revised`` (the same paper, an earlier
    issue) or ``contradicts``."""
    if _wording_of(statement) == _wording_of(charted):
        return "agrees"  # most are: what follows takes ten times as long
    found = agreement(statement, charted)
    if found != "differs":
        return found
    if statement["sentence_key"] is not None and statement["sentence_key"] == charted["sentence_key"]:
        return "beside"
    earlier = statement["issue_date"] < charted["issue_date"]
    return "revised" if earlier and statement["publication"] == charted["publication"] else "contradicts"


def placed(statements: Sequence[Row]) -> list[Observation]:
    """The statements with ``entity_region``: their region, or the only one that their figure has, else empty."""
    regions: dict[tuple[Any, ...], set[str]] = {}
    keys = [_figure_of(row) for row in statements]
    for key, row in zip(keys, statements, strict=True):
        if row["region"] is not None:
            regions.setdefault(key, set()).add(row["region"])
    only = {key: next(iter(found)) for key, found in regions.items() if len(found) == 1}
    return [
        {**row, "entity_region": row["region"] if row["region"] is not None else only.get(key, "")}
        for key, row in zip(keys, statements, strict=True)
    ]


def observations(statements: Iterable[Row]) -> list[Observation]:
    """The observations of statements that have their ``entity_region``, in the order of preference.

    Each is the charted statement with ``told`` (all its statements, the charted first), ``claims`` (their ids),
    ``verdicts`` (how each stands to the charted), ``statements`` (their number) and ``conflict`` (True if one
    contradicts).
    """
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in sorted(statements, key=lambda each: int(each["preference"])):
        groups.setdefault(_key_of(row), []).append(row)
    return [_observation(told) for told in groups.values()]


def _observation(told: list[Row]) -> Observation:
    charted = told[0]
    verdicts = ["agrees", *(verdict(row, charted) for row in told[1:])]
    return {
        **charted,
        "told": told,
        "claims": [row["claim_id"] for row in told],
        "verdicts": verdicts,
        "statements": len(told),
        "conflict": "contradicts" in verdicts,
    }


def displaced(seen: Iterable[Row]) -> list[Observation]:
    """The statements that cannot be true together with the charted ones, each under its observation's name and with
    its ``verdict`` (``revised`` or ``contradicts``)."""
    return [
        {**statement, "name": row.get("name"), "verdict": found}
        for row in seen
        for statement, found in zip(row["told"], row["verdicts"], strict=True)
        if found in ("revised", "contradicts")
    ]


def deciding(charted: Row, second: Row) -> str:
    """Which part of the rule chose ``charted`` over ``second``: precision, latest, digits, confidence or first."""
    ranks = [PRECISION.get(str(row["bound"]), ONE_SIDED) for row in (charted, second)]
    if ranks[0] != ranks[1]:
        return "precision"
    if charted["issue_date"] != second["issue_date"]:
        return "latest"
    shown = [printed_digits(str(row["value_text"])) for row in (charted, second)]
    if shown[0] != shown[1]:
        return "digits"
    return "confidence" if charted["confidence"] != second["confidence"] else "first"
