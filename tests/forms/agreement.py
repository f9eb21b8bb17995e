"""How far two forms of one issue give the same claims."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

from etl.model import Article, Claim, Issue
from etl.pipeline import extract

Facts: TypeAlias = tuple[Any, ...]


def facts_of(issue: Issue) -> Counter[Facts]:
    """The claims of an issue as all they say of the world, and the sentence that says it."""
    return Counter(_facts(article, claim) for article, claim in extract(issue))


def _facts(article: Article, claim: Claim) -> Facts:
    return (
        _bare(claim.sentence.text), claim.sentence.role, _bare(article.title), _bare(claim.value_text),
        *_meaning(claim), claim.period_text, claim.base_text, claim.attribution,
    )  # fmt: skip


def meanings_of(issue: Issue) -> Counter[Facts]:
    """The claims of an issue by what they say alone: a misread character elsewhere in the sentence is no matter."""
    return Counter(_meaning(claim) for _, claim in extract(issue))


def _meaning(claim: Claim) -> Facts:
    return (
        claim.value, claim.value_high, claim.bound, claim.unit, claim.measure, claim.comparison, claim.kind,
        claim.base_start, claim.base_end, claim.indicator, claim.subject, claim.sector, claim.classes, claim.region,
        claim.period_start, claim.period_end, claim.period_kind, claim.status,
    )  # fmt: skip


def _bare(text: str) -> str:
    return "".join(text.split())


def share(wanted: Counter[Facts], found: Counter[Facts]) -> float:
    """The share of claims that both have: of those wanted, less what was found and is not wanted."""
    same = sum((wanted & found).values())
    return same / max(sum(wanted.values()), sum(found.values()), 1)
