"""Every flaw on its examples and counterexamples."""

import pytest

from etl.claim.flaw import FLAWS, Flaw, printed


def holds(flaw: Flaw, marked: str) -> bool:
    before, name, after = marked.split("|")
    return flaw.holds(printed(before + name + after, len(before), len(before) + len(name), ()))


@pytest.mark.parametrize(("flaw", "marked"), [(flaw, text) for flaw in FLAWS for text in flaw.examples])
def test_example(flaw: Flaw, marked: str) -> None:
    assert holds(flaw, marked)


@pytest.mark.parametrize(("flaw", "marked"), [(flaw, text) for flaw in FLAWS for text in flaw.counterexamples])
def test_counterexample(flaw: Flaw, marked: str) -> None:
    assert not holds(flaw, marked)


def test_names_are_unique() -> None:
    assert len({flaw.name for flaw in FLAWS}) == len(FLAWS)
