"""The promises under faults, in short; ``make faults`` proves them at their counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.__main__ import PROOFS
from tests.faults.tally import Tally


@pytest.mark.parametrize("promise", PROOFS)
def test_a_promise_is_kept(promise: int, tmp_path: Path) -> None:
    proof = PROOFS[promise]
    tally = proof.prove(tmp_path, proof.short)
    assert tally.promise == promise
    assert tally.tried >= min(proof.short, 100)
    assert tally.broken == []


def test_a_broken_promise_is_counted() -> None:
    tally = Tally(0, "x")
    tally.expect(True, "well")
    tally.expect(False, "not well")
    tally.note("seen", 2)
    assert tally.row(1.0) == "| 0 | x | 2 | 1 | seen 2 | 1 |"
    assert tally.broken == ["not well"]
