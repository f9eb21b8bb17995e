"""A page as a newspaper sets it: paragraphs apart by blank lines, columns and photographs breaking them."""

from __future__ import annotations

from etl.model import Article, Issue
from etl.reading import read_issue

MASTHEAD = "\n主办：样例电子报社\n\n样例电子报社出版\n\n2025年7月1日\n\n星期二\n\n今日8版\n\n第44期(总第4828期)\n"


def spaced(*blocks: str) -> Issue:
    """The issue of a page whose blocks stand apart by blank lines."""
    return read_issue("\n\n".join((MASTHEAD, *blocks)).encode(), "page.txt")


def dense(*articles: str) -> Issue:
    """The issue of an archive's day: blank lines around headlines, none between paragraphs."""
    return read_issue("\n\n".join(("样例联播", "2016年2月15日", "星期一", *articles)).encode(), "day.txt")


def paragraphs(article: Article) -> list[tuple[str, str]]:
    """The paragraphs of an article with their roles, headlines first."""
    found: dict[tuple[int, str], str] = {}
    for number, sentence in enumerate(article.sentences):
        place = sentence.paragraph if sentence.paragraph >= 0 else -1000 + number
        found[place, sentence.role] = found.get((place, sentence.role), "") + sentence.text
    return [(role, text) for (_, role), text in found.items()]
