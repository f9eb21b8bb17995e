"""Who says a figure does not own it."""

import pytest

from etl.lexicon.sayings import SAYINGS, Saying
from tests.claim.articles import claims_of


@pytest.mark.parametrize("saying", SAYINGS, ids=lambda saying: saying.word)
def test_example(saying: Saying) -> None:
    assert saying.word in saying.example
    claims = claims_of(f"{saying.example}。")
    assert claims
    assert all(claim.subject != "企业负责人" for claim in claims)
