"""Text, web pages and Word documents of one issue give the very same claims."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from etl.reading import ReadingError, read_issue
from etl.reading.bundle import Fetched, read_bundle, write_bundle
from tests.forms.agreement import Facts, facts_of
from tests.forms.broken import broken_sheet, whole_sentences
from tests.forms.issues import FRONT_PAGE, SAMPLES, sample_sheet, sheet_at
from tests.forms.sheet import Sheet
from tests.forms.site import STRUCTURES, bundle_of
from tests.forms.word import docx_of
from tests.reading.accounting import misplaced, sentences_of, unaccounted

FORMS = (*STRUCTURES, "docx")


@cache
def wanted_of(name: str) -> Counter[Facts]:
    """The claims of a sample as text."""
    return facts_of(read_issue(sample_sheet(name).text.encode(), "x.txt"))


def printed_as(sheet: Sheet, form: str) -> bytes:
    return docx_of(sheet) if form == "docx" else bundle_of(sheet, form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_form_gives_the_claims_of_the_text(name: str, form: str) -> None:
    sheet = sample_sheet(name)
    issue = read_issue(printed_as(sheet, form), "x.bin")
    assert sum(wanted_of(name).values()) > 40
    assert facts_of(issue) == wanted_of(name)
    assert (issue.publication, issue.issue_date.isoformat()) == (sheet.publication, sheet.date)
    assert {article.page for article in issue.articles} == {1}
    assert not unaccounted(issue)
    assert not misplaced(issue)


@pytest.mark.shared
@pytest.mark.skipif(not FRONT_PAGE.exists(), reason="needs ../shared beside the checkout")
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_real_front_page(form: str) -> None:
    sheet = sheet_at(FRONT_PAGE)
    wanted = facts_of(read_issue(FRONT_PAGE.read_bytes(), "x.txt"))
    assert facts_of(read_issue(printed_as(sheet, form), "x.bin")) == wanted


@pytest.mark.parametrize("form", ["text", *FORMS])
def test_sentences_that_the_layout_broke_are_whole(form: str) -> None:
    sheet = broken_sheet()
    issue = read_issue(sheet.text.encode() if form == "text" else printed_as(sheet, form), "x")
    read = ["".join(sentence.text.split()).removeprefix("本报讯") for sentence in sentences_of(issue)]
    assert [sentence for sentence in whole_sentences() if sentence not in read] == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
@pytest.mark.parametrize("charset", [True, False])
def test_a_page_in_another_encoding_with_or_without_its_name(encoding: str, charset: bool) -> None:
    sheet = sample_sheet(SAMPLES[0])
    assert facts_of(read_issue(bundle_of(sheet, "founder", encoding, charset), "x")) == wanted_of(SAMPLES[0])


@pytest.mark.parametrize("structure", STRUCTURES)
def test_what_only_looks_like_an_article_is_furniture(structure: str) -> None:
    issue = read_issue(bundle_of(sample_sheet(SAMPLES[0]), structure), "x")
    assert not [article.title for article in issue.articles if article.title in ("公益广告", "编辑：样小编")]
    furniture = "".join(issue.text[start:end] for start, end in issue.furniture)
    assert "节约用水，从1滴做起。" in furniture
    assert "编辑：样小编" in furniture


def test_every_character_leads_back_to_the_page_it_was_fetched_from() -> None:
    issue = read_issue(bundle_of(sample_sheet(SAMPLES[0]), "cena"), "x")
    assert issue.places is not None
    urls = [issue.places.url(sentence.offsets.source(0)) for sentence in sentences_of(issue)]
    assert urls[0] == "https://paper.example/pc/content/202507/02/content_1.html"
    assert urls[-1] == "https://paper.example/pc/content/202507/02/content_5.html"
    assert issue.places.url(0) is None


def test_a_single_saved_article_is_read_by_its_structure() -> None:
    bundle = read_bundle(bundle_of(sample_sheet(SAMPLES[0]), "founder"), "x")
    entry = bundle.of_role("article")[0]
    issue = read_issue(bundle.bodies[entry.name], "saved.html")
    assert (issue.issue_id, issue.form) == ("样例工业报-2025-07-02", "html")
    assert [article.title for article in issue.articles] == ["前5个月装备制造业利润增长7.2%"]


def test_a_plain_web_page_is_read_by_its_headings() -> None:
    page = (
        "<html><head><title>样例工业报</title></head><body><nav>首页 新闻</nav><main><h1>利润增长7.2%</h1>"
        "<p>2025年7月2日</p><p>本报讯 1—5月份，利润同比增长7.2%。</p>"
        "<table><tr><td>电子</td><td>11.9%</td></tr></table></main></body></html>"
    )
    issue = read_issue(page.encode(), "样例工业报-2025-07-02.html")
    (article,) = issue.articles
    assert article.title == "利润增长7.2%"
    assert "电子\u300011.9%" in [sentence.text for sentence in article.sentences]


def test_a_page_of_another_day_is_no_part_of_the_issue() -> None:
    today, other = (read_bundle(bundle_of(sample_sheet(name), "people"), "x") for name in SAMPLES[:2])
    entries = [*today.entries, other.of_role("article")[0]]
    bodies = {**other.bodies, **today.bodies}
    last = other.bodies[entries[-1].name]
    mixed = [Fetched(entry.url, entry.role, entry.content_type, bodies[entry.name]) for entry in today.entries]
    mixed.append(Fetched(entries[-1].url, "article", "text/html; charset=utf-8", last))
    with pytest.raises(ReadingError, match="日期 2019-03-28 与本期 2025-07-02 不符"):
        read_issue(write_bundle(mixed), "x")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html><body>\xe5\xae\x89\xe5\x85\xa8\xe9\xaa\x8c\xe8\xaf\x81</body></html>", "不是已知的电子报版式"),
        (b"%PDF-1.4", "不是网页"),
        (b"<html><body><div class=detail-art><div id=ozoom></div></div></body></html>", "文章没有文字"),
    ],
)
def test_a_bundle_with_a_page_that_is_no_article_says_which(body: bytes, problem: str) -> None:
    bundle = write_bundle([Fetched("https://paper.example/c_1.html", "article", "text/html; charset=utf-8", body)])
    with pytest.raises(ReadingError, match=problem) as refused:
        read_issue(bundle, "期.zip")
    assert refused.value.place == "0001-c_1.html"
