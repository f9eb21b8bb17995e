"""Small issues for tests: real text, real offsets, and claims that a one-line extractor finds in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from etl.model import Article, Claim, Issue, Masthead, OffsetMap, Sentence
from etl.reading import ReadingError

_PERCENT = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)%")


def make_issue(
    publication: str = "样报",
    day: date = date(2019, 3, 28),
    sentences: Sequence[str] = ("利润同比增长7.2%。",),
    uri: str = "a.txt",
) -> Issue:
    """An issue of one article whose sentences stand one a line below the masthead."""
    issue_id = f"{publication}-{day}"
    head = f"{publication}\n{day}\n"
    made, start = [], len(head)
    for number, text in enumerate(sentences):
        made.append(Sentence(f"{issue_id}#0.{number}", text, OffsetMap((0,), (start,)), paragraph=number - 1))
        start += len(text) + 1
    text = head + "".join(f"{each}\n" for each in sentences)
    article = Article(f"{issue_id}#0", sentences[0] if sentences else "", tuple(made), page=1)
    digest = sha256(text.encode()).hexdigest()
    return Issue(issue_id, Masthead(publication, day, issue_number=9), (article,), uri, text, "utf-8", digest)


def percent_claims(issue: Issue) -> list[tuple[Article, Claim]]:
    """A growth claim for every printed percentage: enough of an extractor to fill a table."""
    return [
        (article, _claim(sentence, match))
        for article in issue.articles
        for sentence in article.sentences
        for match in _PERCENT.finditer(sentence.text)
    ]


def _claim(sentence: Sentence, match: re.Match[str]) -> Claim:
    return Claim(
        sentence=sentence,
        span_start=match.start(),
        span_end=match.end(),
        value_text=match.group(),
        value=Decimal(match.group(1)),
        bound="exact",
        unit="%",
        measure="growth",
        kind="economic",
        rule="percent",
        comparison="yoy",
        indicator="利润总额",
        classes=("规模以上",),
        period_start=date(2019, 1, 1),
        period_end=date(2019, 2, 28),
        period_kind="ytd",
    )


def read_sample(data: bytes, source_uri: str) -> Issue:
    """Reads what ``write_sample`` wrote; any other document is refused as ``etl.reading`` refuses it."""
    lines = data.decode("utf-8", "replace").splitlines()
    try:
        day = date.fromisoformat(lines[1])
    except (IndexError, ValueError):
        raise ReadingError(source_uri, "报头", "没有日期", "请补上", "masthead: no date; add it") from None
    return make_issue(lines[0], day, lines[2:], source_uri)


def write_sample(path: Path, issue: Issue) -> Path:
    """Writes the issue's text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(issue.text, encoding="utf-8")
    return path
