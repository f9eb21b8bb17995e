"""Which links are pages and articles, in each structure."""

from __future__ import annotations

from datetime import date

import pytest

from etl.source.layout import FOUNDER, LAYOUTS, NBS, PC, missing_numbers, root_of

DAY = date(2026, 10, 2)


def test_pages_and_articles_of_the_day_only_in_printed_order() -> None:
    body = b"""
      <map><area href="../../../content/202610/02/content_2.html">
      <area href="../../../content/202610/02/content_1.html"></map>
      <a href="node_02.html#top">2</a><a href="node_01.html">1</a><a href="../01/node_01.html">yesterday</a>
      <ul class="news-list"><li><a href="../../../content/202610/02/content_1.html">a</a></li>
      <li><a href="../../../content/202610/02/content_2.html">b</a></li></ul>
      <a href="../../../content/202609/30/content_9.html">old</a><a href="http://[broken">x</a><a href>y</a>
    """
    url = "https://paper.example/pc/layout/202610/02/node_01.html"
    assert PC.pages(body, url, DAY) == [url, url.replace("node_01", "node_02")]
    assert [each[-14:] for each in PC.articles(body, url, DAY)] == ["content_1.html", "content_2.html"]


def test_upper_case_and_unquoted() -> None:
    body = b"""<HTML><MAP NAME=pagepicmap><Area shape=polygon href=content_10.htm><AREA HREF="content_11.htm"></MAP>
      <A id=pageLink href=node_3.htm>B<A id=pageLink href=node_2.htm>A"""
    url = "http://paper.example/syb/html/2026-10/02/node_2.htm"
    assert FOUNDER.pages(body, url, DAY) == [url, url.replace("_2", "_3")]
    assert len(FOUNDER.articles(body, url, DAY)) == 2


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (b'<META HTTP-EQUIV="REFRESH" CONTENT="0; URL=html/2026-10/02/node_2.htm">', "http://paper.example/syb/"),
        (
            b"<a href=html/2026-10/01/node_5.htm>x</a><a href=html/2026-10/02/node_3.htm>y</a>",
            "http://paper.example/syb/",
        ),
        (b"<html></html>", "http://paper.example/syb/html/2026-10/02/node_2.htm"),
    ],
)
def test_the_entry_page_names_the_newest_day(body: bytes, url: str) -> None:
    assert max(LAYOUTS["founder"].days(body, url)) == DAY


def test_a_site_that_moved_has_both_structures() -> None:
    people = LAYOUTS["people"]
    assert people.structure(date(2024, 11, 30)) is NBS
    assert people.structure(date(2024, 12, 1)) is PC
    url = "http://paper.example/rmrb/html/2024-11/30/nbs.D110000renmrb_01.htm"
    assert people.days(b"", url) == {date(2024, 11, 30): url}
    assert NBS.articles(b"<a href=nw.D110000renmrb_20241130_1-01.htm>", url, date(2024, 11, 30))
    assert NBS.number(url) == 1


def test_an_impossible_day_is_no_day() -> None:
    assert PC.days(b'<a href="layout/202613/45/node_01.html">', "http://paper.example/pc/") == {}


def test_the_root_of_a_paper() -> None:
    for url in ("https://a.example/pc/layout/index.html", "https://a.example/", "https://a.example/index.htm"):
        assert root_of(url) == "https://a.example/"
    assert root_of("http://a.example/rmrb/html/2024-11/30/nbs.D1_01.htm") == "http://a.example/rmrb/"


def test_gaps() -> None:
    assert missing_numbers([1, 2, 5]) == [3, 4]
    assert missing_numbers([]) == []
