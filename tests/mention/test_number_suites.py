"""The peers' number suites: every case is read, but for those that contradict the contract."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from etl.mention.protocol import answer

SUITES = Path(__file__).resolve().parents[3] / "shared" / "suites"

# Cases that the contract reads otherwise; docs/suites_numbers.md gives the reasons.
OTHERWISE = {
    "cn2an": 0,
    "duckling_money": 4,
    "duckling_numeral": 1,
    "duckling_quantity": 7,
    "jionlp_money": 5,
    "minlp_quantity": 23,
    "nemo_zh_itn": 0,
    "recognizers_currency": 1,
    "recognizers_dimension": 0,
    "recognizers_number": 8,
    "recognizers_numberrange": 8,
    "recognizers_percent": 1,
    "wetext_number": 0,
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SUITES.is_dir(), reason="needs ../shared beside the checkout"),
]


def _close(got: float | None, want: float | None) -> bool:
    return got is not None and want is not None and math.isclose(got, want, rel_tol=1e-6, abs_tol=1e-9)


def _fits(want: dict[str, Any], got: dict[str, Any]) -> bool:
    if not (got["start"] < want["end"] and want["start"] < got["end"]):
        return False
    low, high = want.get("value_min"), want.get("value_max")
    if want.get("value") is not None:
        fits = _close(got["value"], want["value"])
    elif low is not None and high is not None:
        fits = _close(got["value"], low) and _close(got["value_high"], high)
    else:
        fits = _close(got["value"], high if low is None else low)
    pure = want.get("unit") == "%" and "pp" not in str(want.get("unit_alt"))
    return fits and (got["unit"] == "%" or not pure)


def _passes(case: dict[str, Any]) -> bool:
    got = answer({"id": case["id"], "text": case["text"]})["numbers"]
    if not case["expected"]:
        return not got
    return all(any(_fits(want, one) for one in got) for want in case["expected"])


@pytest.mark.parametrize("suite", sorted(OTHERWISE))
def test_suite_is_read_but_for_what_contradicts_the_contract(suite: str) -> None:
    cases = [json.loads(line) for line in (SUITES / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines()]
    valued = [
        case
        for case in cases
        if all({"value", "value_min", "value_max", "alternatives"} & want.keys() for want in case["expected"])
    ]
    missed = [case["text"] for case in valued if not _passes(case)]
    assert len(missed) <= OTHERWISE[suite], missed


def test_protocol_resolves_periods_by_the_reference_day() -> None:
    answered = answer({"id": "a", "text": "6月份增长7.2%", "ref_date": "2025-07-01"})
    assert answered["numbers"] == [
        {"start": 0, "end": 3, "value": 6.0, "value_high": None, "unit": "月", "bound": "exact"},
        {"start": 5, "end": 9, "value": 7.2, "value_high": None, "unit": "%", "bound": "exact"},
    ]
    assert [(p["date_start"], p["date_end"]) for p in answered["periods"]] == [("2025-06-01", "2025-06-30")]
