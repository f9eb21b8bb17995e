"""Words before who acts: they are no part of the name."""

import pytest

from etl.claim.actor import _LEADS
from etl.lexicon.leads import LEADS, Lead
from tests.claim.articles import claims_of


@pytest.mark.parametrize("lead", LEADS, ids=lambda lead: lead.word)
def test_example(lead: Lead) -> None:
    assert lead.example.startswith(lead.word)
    assert all(not (claim.subject or "").startswith(lead.word) for claim in claims_of(f"{lead.example}。"))


@pytest.mark.parametrize("lead", [lead for lead in LEADS if lead.not_before], ids=lambda lead: lead.word)
def test_is_the_beginning_of_another_word(lead: Lead) -> None:
    for character in lead.not_before:
        found = _LEADS.match(lead.word + character)
        assert found is None or found.group() != lead.word
