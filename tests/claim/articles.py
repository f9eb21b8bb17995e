"""Small articles for the tests of the claim step: our own sentences, marked up as the pipeline does."""

from datetime import date

from etl.model import Article, Claim, Issue, Masthead, OffsetMap, Sentence
from etl.pipeline import article_claims

ISSUE_DATE = date(2019, 8, 28)


def claims_of(
    *sentences: str, issue_date: date = ISSUE_DATE, headline: str = "样例经济观察", publication: str = "样例报"
) -> list[Claim]:
    """The claims of an article whose body is one paragraph of ``sentences``."""
    texts = [(headline, -1, "headline"), *((text, 0, "lead") for text in sentences)]
    marked = tuple(
        Sentence(f"s{number}", text, OffsetMap((0,), (0,)), paragraph, role)
        for number, (text, paragraph, role) in enumerate(texts)
    )
    article = Article("a", headline, marked)
    issue = Issue(publication, Masthead(publication, issue_date), (article,), "sample.txt", "", "utf-8", "")
    return article_claims(article, issue)


def about(claims: list[Claim], *fields: str) -> list[tuple[object, ...]]:
    """The named fields of every claim, the printed number first."""
    return [(claim.value_text, *(getattr(claim, field) for field in fields)) for claim in claims]
