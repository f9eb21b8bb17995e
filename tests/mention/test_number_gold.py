"""The gold's numbers, each found at its place with its value, unit and bound."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from etl.mention.number import find_numbers
from etl.model import NumberMention

SHARED = Path(__file__).resolve().parents[3] / "shared"
SAME_BOUND = ({"more_than", "at_least"}, {"less_than", "at_most"}, {"about", "exact"})
RECALL = 0.97

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared beside the checkout"),
]


@lru_cache
def _document(name: str) -> str:
    return (SHARED / "issues" / name).read_bytes().decode("utf-8")


@lru_cache
def _mentions(name: str) -> tuple[tuple[int, NumberMention], ...]:
    found = []
    offset = 0
    for line in _document(name).split("\n"):
        found += [(offset, mention) for mention in find_numbers(line)]
        offset += len(line) + 1
    return tuple(found)


def gold() -> Iterator[dict[str, Any]]:
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["doc"].endswith(".txt"):
                yield row


def _value_fits(mention: NumberMention, row: dict[str, Any]) -> bool:
    """The value as printed: the verb's sign and 倍 -> % belong to the claim, not to the number."""
    value = float(mention.value)
    readings = {value, -value, value * 100, value * 100 + 0.0}
    return any(math.isclose(reading, row["value"], rel_tol=2e-3) for reading in readings)


def _unit_fits(mention: NumberMention, row: dict[str, Any]) -> bool:
    if mention.unit is None:
        return mention.form == "bare"  # the claim takes the unit of its indicator
    return mention.unit == row["unit"] or (mention.unit == "倍" and row["unit"] == "%")


def _bound_fits(mention: NumberMention, row: dict[str, Any]) -> bool:
    return mention.bound == row["bound"] or {mention.bound, row["bound"]} in SAME_BOUND


def misread(row: dict[str, Any]) -> str:
    """What is wrong with the mention at a gold claim's place; '' if nothing."""
    over = [m for offset, m in _mentions(row["doc"]) if m.start + offset < row["end"] and row["start"] < m.end + offset]
    if not over:
        return "not found"
    mention = over[0]
    checks = {
        "value": _value_fits(mention, row),
        "unit": _unit_fits(mention, row),
        "bound": _bound_fits(mention, row),
        "claimable": mention.claimable or bool(row.get("optional")),
    }
    wrong = [name for name, fits in checks.items() if not fits]
    return f"{mention} wrong in {wrong}" if wrong else ""


def test_gold_numbers_are_read() -> None:
    rows = list(gold())
    wrong = [(row["text"], row["value"], row["bound"], row["unit"], why) for row in rows if (why := misread(row))]
    assert 1 - len(wrong) / len(rows) >= RECALL, "\n".join(map(str, wrong))


def test_gold_spans_are_exact() -> None:
    rows = list(gold())
    places = {doc: {(m.start + o, m.end + o) for o, m in _mentions(doc)} for doc in {row["doc"] for row in rows}}
    missed = [row["text"] for row in rows if (row["start"], row["end"]) not in places[row["doc"]]]
    assert 1 - len(missed) / len(rows) >= RECALL, missed
