"""An issue whose source names no number, no page and no weekday is shown everywhere like any other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.components.issue import issue_view
from dashboard.components.source_panel import source_panel
from dashboard.components.table import grid_rows
from dashboard.filter import Filter
from dashboard.language import Language
from dashboard.queries.issue import freshness, issues_page, read_issue
from dashboard.queries.repeated import repeated, statements
from dashboard.query import Claims
from dashboard.source import read_source
from tests.dashboard.printed_issues import other_paper, publish


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Claims:
    issue, rows = other_paper()
    masthead = replace(issue.masthead, weekday=None, issue_number=None, cumulative_number=None, pages=None)
    articles = {each.article_id: replace(each, page=None) for each in issue.articles}
    issue = replace(issue, masthead=masthead, articles=tuple(articles.values()))
    told = [(issue, articles[article.article_id], claim) for _, article, claim in rows]
    return Claims(publish(tmp_path_factory.mktemp("bare"), [(issue, told)]))


def test_its_rows_its_sentences_and_its_page_are_shown(bare: Claims) -> None:
    page = bare.page(Filter(), 0, 10, [])
    assert page["page"].isna().all()
    rows = grid_rows(page, Language.ZH, {})
    assert [row["page"] for row in rows] == [None] * len(page)
    for claim_id in page["claim_id"]:
        source = read_source(bare, lambda _issue: None, claim_id)
        assert source is not None
        assert source.claim["page"] is None
        said = _words(source_panel(source, Language.ZH, excluded=False))
        assert source.claim["value_text"] in said
        assert not any(word in said for word in ("None", "nan", "<NA>", "第版"))
    (issue_id,) = issues_page(bare)["issue_id"]
    issue = read_issue(bare, issue_id)
    assert issue is not None
    assert "纺织业" in _words(issue_view(issue, Language.ZH))
    assert len(freshness(bare)) == 1


def test_its_statements_are_compared(bare: Claims) -> None:
    assert repeated(bare, Filter()) == []
    whole = statements(bare, list(bare.page(Filter(), 0, 10, [])["claim_id"]))
    assert whole["page"].isna().all()


def _words(parts: Any) -> str:
    if isinstance(parts, str):
        return parts
    if isinstance(parts, list | tuple):
        return "".join(map(_words, parts))
    return _words(getattr(parts, "children", None) or "")
