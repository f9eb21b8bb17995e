"""Observations: one figure of the world with every statement that prints it.

Claims are one observation when they agree in indicator, in whose figure it is, region, measure,
comparison (with its base where that is a named period or another subject), period, status and unit.

*Whose figure* is the sector when the subject is only another name of it (规模以上工业企业 of 工业), with the
enterprise classes that narrow it (工业 of 中小企业 is another figure); else it is the subject itself, so that
a company never stands for its industry. A statement that names no region joins the only region there is.

*Which value is charted*: the most exact wording first (a plain number before a range, 约, and the one-sided
超, 以上, 不足, 不超过), then the latest issue, then the most printed digits, then the highest confidence, then the
lowest ``claim_id``. Values are never averaged. A statement that cannot be true together with the charted one is
*revised* if an earlier issue of the same newspaper printed it (the later issue restates it), else it *contradicts*.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from dashboard.display import bound_sign
from dashboard.record import records
from dashboard.sector_name import names_sector

KEY = (
    "indicator",
    "entity",
    "entity_region",
    "measure",
    "comparison",
    "base",
    "period_start",
    "period_end",
    "status",
    "unit",
)
"""The columns in which the statements of one observation agree; ``entity`` and ``base`` are made here."""

_PRECISION = {"exact": 0, "range": 1, "about": 2}
_ONE_SIDED = 3
_ABOUT = 0.05
"""How far 约 reaches, as a part of the value: wider and nothing would ever contradict it."""
_TOUCHING = 0.999
"""7.2% and 7.3%, rounded, meet at 7.25%: that is no agreement."""
_PRINTED = re.compile(r"([0-9][0-9,]*)(?:\.([0-9]+))?")
_PLAIN_CLASS = "规模以上"


@lru_cache(maxsize=20_000)
def entity(subject: str | None, sector: str | None, classes: tuple[str, ...]) -> str:
    """Whose figure it is: the sector where the subject is only another name of it, else the subject."""
    if sector and (not subject or names_sector(subject, sector)):
        narrowing = [name for name in classes if name != _PLAIN_CLASS]
        return f"{sector}（{'、'.join(sorted(narrowing))}）" if narrowing else sector
    return subject or ""


def printed_digits(value_text: str) -> int:
    """How many digits the number shows: 7.2% has two."""
    found = _PRINTED.search(value_text)
    return len(found[1].replace(",", "")) + len(found[2] or "") if found else 0


def printed_step(value_text: str, value: float) -> float:
    """The worth of the last printed digit in the value's unit: 1e12 for 81万亿元; 0 if none is printed."""
    found = _PRINTED.search(value_text)
    if not found:
        return 0.0
    printed = float(f"{found[1].replace(',', '')}.{found[2] or '0'}")
    scale = abs(value) / printed if printed else 1.0
    return scale * float(10.0 ** -len(found[2] or ""))


def span(statement: Mapping[str, object]) -> tuple[float, float]:
    """The lowest and the highest value for which the statement is true; a plain number may have been rounded."""
    value, bound = float(statement["value"]), str(statement["bound"])  # type: ignore[arg-type]
    sign = bound_sign(bound, value, str(statement["measure"]))
    if sign in (">", "≥"):
        return value, math.inf
    if sign in ("<", "≤"):
        return -math.inf, value
    half = printed_step(str(statement["value_text"]), value) / 2 * _TOUCHING + abs(value) * 1e-9
    if bound == "range":
        high = statement["value_high"]
        return value - half, (value if high is None or high != high else float(high)) + half  # type: ignore[arg-type]
    if bound == "about":
        half = max(half, abs(value) * _ABOUT)
    return value - half, value + half


def agreement(statement: Mapping[str, object], charted: Mapping[str, object]) -> str:
    """How a statement stands to the charted one: ``agrees``, ``coarser`` (can both be true) or ``differs``."""
    value, other = float(statement["value"]), float(charted["value"])  # type: ignore[arg-type]
    same_high = str(statement["value_high"]) == str(charted["value_high"])
    if statement["bound"] == charted["bound"] and math.isclose(value, other, rel_tol=1e-9) and same_high:
        return "agrees"
    low, high = span(statement)
    charted_low, charted_high = span(charted)
    return "coarser" if low <= charted_high and charted_low <= high else "differs"


def verdict(statement: Mapping[str, object], charted: Mapping[str, object]) -> str:
    """``agreement`` with the difference named: ``revised`` (the same paper, an earlier issue) or ``contradicts``."""
    found = agreement(statement, charted)
    if found != "differs":
        return found
    earlier = statement["issue_date"] < charted["issue_date"]  # type: ignore[operator]
    return "revised" if earlier and statement["publication"] == charted["publication"] else "contradicts"


def _with_keys(claims: pd.DataFrame) -> pd.DataFrame:
    # Lists, and each distinct value once: walking a column cell by cell costs more than all the rest.
    keyed = claims.copy()
    parts = zip(claims["subject"].tolist(), claims["sector"].tolist(), claims["classes"].tolist(), strict=True)
    keyed["entity"] = [entity(_text(subject), _text(sector), tuple(classes)) for subject, sector, classes in parts]
    keyed["base"] = _bases(claims)
    keyed["entity_region"] = _regions(keyed)
    keyed["precision"] = claims["bound"].map(_PRECISION).fillna(_ONE_SIDED).astype(int)
    keyed["digits"] = claims["value_text"].map({each: printed_digits(each) for each in claims["value_text"].unique()})
    return keyed


def _bases(claims: pd.DataFrame) -> list[str]:
    """What each claim is compared with, where that tells figures apart; empty for 同比 and 环比."""
    bases = [""] * len(claims)
    told = claims["comparison"].isin(["base_period", "peer"]).to_numpy().nonzero()[0]
    columns = ["comparison", "base_start", "base_end", "base_text"]
    some = claims.iloc[told][columns]
    for place, parts in zip(told, zip(*(some[name].tolist() for name in columns), strict=True), strict=True):
        bases[place] = _base(*map(_text, parts))
    return bases


def _text(value: object) -> str | None:
    return None if value is None or value is pd.NaT or value != value else str(value)


def _base(comparison: str | None, start: str | None, end: str | None, printed: str | None) -> str:
    if comparison == "base_period":
        return f"{start}…{end}" if start or end else printed or ""
    return printed or "" if comparison == "peer" else ""


def _regions(keyed: pd.DataFrame) -> pd.Series[str]:
    """Each row's region; a row without one takes the only region its figure has."""
    others = [name for name in KEY if name != "entity_region"]
    regions = keyed["region"].astype(object)
    groups = keyed.assign(region=regions).groupby(others, dropna=False, sort=False)["region"]
    only = groups.transform("first").where(groups.transform("nunique") == 1)
    return regions.where(regions.notna(), only).fillna("")


def observations(claims: pd.DataFrame) -> pd.DataFrame:
    """One row an observation: the charted claim's columns and, beside them, what all its statements say.

    Added columns: ``entity``, ``entity_region``, ``base``; ``statements`` (their number), ``claims`` (their ids,
    the charted first), ``verdicts`` (how each stands to the charted), ``conflict`` (True if one contradicts).
    """
    if claims.empty:
        return _with_keys(claims).assign(statements=0, claims=None, verdicts=None, conflict=False)
    ordered = _with_keys(claims).sort_values(
        ["precision", "issue_date", "digits", "confidence", "claim_id"],
        ascending=[True, False, False, False, True],
        kind="stable",
    )
    groups = ordered.groupby(list(KEY), dropna=False, sort=False)
    charted = ordered[groups.cumcount() == 0].copy()
    number = groups.ngroup()
    numbers = number.tolist()
    ids: dict[int, list[str]] = {}
    for group, claim in zip(numbers, ordered["claim_id"].tolist(), strict=True):
        ids.setdefault(group, []).append(claim)
    verdicts = _verdicts(ordered, number)
    groups_charted = number[charted.index].tolist()
    charted["claims"] = [ids[group] for group in groups_charted]
    charted["statements"] = [len(ids[group]) for group in groups_charted]
    charted["verdicts"] = [verdicts[group] for group in groups_charted]
    charted["conflict"] = ["contradicts" in verdicts[group] for group in groups_charted]
    return charted.reset_index(drop=True)


_JUDGED = ["value", "value_high", "bound", "value_text", "measure", "publication", "issue_date"]


def _verdicts(ordered: pd.DataFrame, number: pd.Series[int]) -> dict[int, list[str]]:
    """How each statement stands to its group's first, in order; only those that differ from it are judged."""
    firsts = ordered[["value", "value_high", "bound"]].groupby(number, sort=False).transform("first")
    same = (ordered["bound"] == firsts["bound"]) & (ordered["value"] == firsts["value"])
    same &= ordered["value_high"].isna() & firsts["value_high"].isna()
    other = (~same).to_numpy()
    first_places = (~number.duplicated()).to_numpy().nonzero()[0]
    judged = dict(zip(number.to_numpy()[first_places].tolist(), first_places.tolist(), strict=True))
    columns = {name: ordered[name].tolist() for name in _JUDGED} if other.any() else {}
    found: dict[int, list[str]] = {}
    for place, group in enumerate(number.tolist()):
        verdicts = found.setdefault(group, [])
        if not verdicts or not other[place]:
            verdicts.append("agrees")
        else:
            statement, charted = ({name: columns[name][at] for name in _JUDGED} for at in (place, judged[group]))
            verdicts.append(verdict(statement, charted))
    return found


def displaced(claims: pd.DataFrame, seen: pd.DataFrame) -> pd.DataFrame:
    """The statements that cannot be true together with the charted ones: rows of ``claims`` with their
    observation's keys, ``name`` where it has one, and ``verdict`` (``revised`` or ``contradicts``)."""
    own = [name for name in (*KEY, "name") if name in seen]
    outdone = [not {"revised", "contradicts"}.isdisjoint(found) for found in seen["verdicts"]] if len(seen) else []
    some = seen[outdone] if len(seen) else seen
    listed = [
        {"claim_id": claim, "verdict": found} | {name: row[name] for name in own}
        for row in records(some[[*own, "claims", "verdicts"]])
        for claim, found in zip(row["claims"], row["verdicts"], strict=True)
        if found in ("revised", "contradicts")
    ]
    if not listed:
        return claims.iloc[0:0].assign(verdict=None, name=None)
    keyed = pd.DataFrame(listed)
    kept = claims[[name for name in claims.columns if name == "claim_id" or name not in own]]
    return kept.merge(keyed, on="claim_id", how="inner")


def statements_of(claim: Mapping[str, object], candidates: pd.DataFrame) -> pd.DataFrame:
    """All statements of the observation that the claim belongs to, the charted one first, with ``agreement``."""
    if candidates.empty:
        return candidates.assign(agreement=None)
    for charted in records(observations(candidates)):
        if claim["claim_id"] in charted["claims"]:
            found: pd.DataFrame = candidates.set_index("claim_id", drop=False).loc[charted["claims"]]
            return found.assign(agreement=[verdict(row, charted) for row in records(found)])
    return candidates.iloc[0:0].assign(agreement=None)


def deciding(charted: Mapping[str, object], second: Mapping[str, object]) -> str:
    """Which part of the rule chose ``charted`` over ``second``: precision, latest, digits, confidence or first."""
    ranks = [_PRECISION.get(str(row["bound"]), _ONE_SIDED) for row in (charted, second)]
    if ranks[0] != ranks[1]:
        return "precision"
    if charted["issue_date"] != second["issue_date"]:
        return "latest"
    shown = [printed_digits(str(row["value_text"])) for row in (charted, second)]
    if shown[0] != shown[1]:
        return "digits"
    return "confidence" if charted["confidence"] != second["confidence"] else "first"
