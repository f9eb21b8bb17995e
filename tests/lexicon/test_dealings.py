"""Verbs of dealing and what an amount of their object is called."""

import pytest

from etl.lexicon.dealings import DEALINGS, Dealing, find_dealings
from etl.lexicon.indicators import INDICATORS
from tests.claim.articles import claims_of


@pytest.mark.parametrize("dealing", DEALINGS.values(), ids=lambda dealing: dealing.verb)
def test_example(dealing: Dealing) -> None:
    assert [found.text for found in find_dealings(dealing.example)] == [dealing.verb]
    assert [claim.indicator for claim in claims_of(f"{dealing.example}。")][-1] in (dealing.quantity, dealing.amount)


def test_quantities_are_statistics_of_the_lexicon() -> None:
    assert {dealing.quantity for dealing in DEALINGS.values()} <= set(INDICATORS)
