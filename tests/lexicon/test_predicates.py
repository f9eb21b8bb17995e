"""Every predicate ends the noun phrase that stands before it."""

import pytest

from etl.claim import phrase
from etl.lexicon.predicates import PREDICATES, Predicate


@pytest.mark.parametrize("predicate", PREDICATES.values(), ids=lambda predicate: predicate.word)
def test_example(predicate: Predicate) -> None:
    text = predicate.example
    assert predicate.word in text
    start = text.index(predicate.word)
    owner = phrase.before(text, 0, start + len(predicate.word), ())
    assert owner is not None
    assert owner.text == "企业"
