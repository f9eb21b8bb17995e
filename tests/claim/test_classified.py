"""What each classifier counts, on its example and its counterexample."""

import pytest

from etl.claim.classified import CLASSIFIED, Classified
from tests.claim.articles import claims_of


@pytest.mark.parametrize("row", CLASSIFIED, ids=lambda row: row.classifier)
def test_a_head_behind_its_description(row: Classified) -> None:
    sentence, head = row.example
    assert [claim.indicator for claim in claims_of(sentence) if claim.unit == row.classifier] == [head]


@pytest.mark.parametrize("row", CLASSIFIED, ids=lambda row: row.classifier)
def test_a_noun_that_is_counted_itself(row: Classified) -> None:
    (claim,) = claims_of(row.counterexample)
    assert claim.indicator_text is not None
    begin = claim.span_end
    assert row.counterexample[begin:].startswith(claim.indicator_text)
