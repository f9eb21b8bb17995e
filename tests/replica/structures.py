"""The four structures of e-paper sites, written by us from a paper's articles: path -> bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from tests.replica.paper import Article, PrintedIssue


@dataclass(frozen=True, slots=True)
class SiteKind:
    """A structure: the entry page's path, the layout's name, and what an issue's files are."""

    layout: str
    entry: str
    files: Callable[[PrintedIssue], Mapping[str, str]]


def cena(issue: PrintedIssue) -> dict[str, str]:
    """The present site of 中国电子报."""
    folder, day = f"{issue.day:%Y%m}/{issue.day:%d}", f"{issue.day:%Y年%m月%d日}"
    nodes = "".join(
        f'<li><a href="{folder}/node_{n:02d}.html">第{n:02d}版 要闻</a></li>' for n in range(1, len(issue.pages) + 1)
    )
    files = {"/pc/layout/index.html": _html(issue.publication, f'<ul id="list">{nodes}</ul>')}
    for number, page in enumerate(issue.pages, 1):
        items = "".join(
            f'<li class="clearfix"><a href="{_content(folder, number, n)}">{escape(a.title)}</a></li>'
            for n, a in enumerate(page, 1)
        )
        links = nodes.replace(f"{folder}/", "")
        files[f"/pc/layout/{folder}/node_{number:02d}.html"] = _html(
            issue.publication,
            f'<div id="paperdate" class="header-time">{day}</div><span id="layout">第{number:02d}版：'
            f'<span class="font-weight">要闻</span></span><ul id="list">{links}</ul>'
            f'<ul id="articlelist" class="newsList">{items}</ul>',
        )
        for n, article in enumerate(page, 1):
            body = "".join(f"<p>{escape(text)}</p>" for text in article.paragraphs)
            files[f"/pc/content/{folder}/content_{_id(number, n)}.html"] = _html(
                article.title,
                f'<div id="paperdate">{day}</div><div class="detail-art">'
                f'<h2 id="Title" class="art-title">{escape(article.title)}</h2><div id="Author" class="author"></div>'
                f'<div id="ozoom" class="content"><founder-content>{body}'
                '</founder-content></div></div><input type="hidden" name="siteID" value="1">',
            )
    return files


def people(issue: PrintedIssue) -> dict[str, str]:
    """人民日报 since December 2024."""
    folder = f"{issue.day:%Y%m}/{issue.day:%d}"
    links = "".join(
        f'<div class="swiper-slide"><a id="pageLink" href="node_{n:02d}.html">{n:02d}版：要闻</a></div>'
        for n in range(1, len(issue.pages) + 1)
    )
    files = {"/rmrb/": _refresh(f"pc/layout/{folder}/node_01.html")}
    for number, page in enumerate(issue.pages, 1):
        areas = "".join(
            f'<area coords="1,1,{n}0,1,{n}0,{n}0,1,{n}0" href="{_content(folder, number, n)}">'
            for n in range(len(page), 0, -1)
        )
        items = "".join(
            f'<li><a href="{_content(folder, number, n)}">{escape(a.title)}</a></li>' for n, a in enumerate(page, 1)
        )
        files[f"/rmrb/pc/layout/{folder}/node_{number:02d}.html"] = _html(
            f"{issue.publication} {issue.day:%Y年%m月%d日}",
            f'<div class="swiper-container">{links}</div>'
            f'<div class="paper-box"><map name="PagePicMap">{areas}</map></div>'
            f'<p class="ban">第{number:02d}版：要闻</p><ul class="news-list">{items}</ul>',
        )
        for n, article in enumerate(page, 1):
            body = "".join(f"<p>　　{escape(text)}</p>" for text in article.paragraphs)
            files[f"/rmrb/pc/content/{folder}/content_{_id(number, n)}.html"] = _html(
                article.title,
                f'<div class="article"><h1>{escape(article.title)}</h1><p class="sec">{_source(issue, number)}</p>'
                f'<div id="ozoom">{body}</div></div>',
            )
    return files


def people_old(issue: PrintedIssue) -> dict[str, str]:
    """人民日报 until November 2024."""
    folder = f"{issue.day:%Y-%m}/{issue.day:%d}"
    links = "".join(
        f'<div class="right_title-name"><a id="pageLink" href="nbs.D110000renmrb_{n:02d}.htm">'
        f"第{n:02d}版：要闻</a></div>"
        for n in range(1, len(issue.pages) + 1)
    )
    files = {"/rmrb/": _refresh(f"html/{folder}/nbs.D110000renmrb_01.htm")}
    for number, page in enumerate(issue.pages, 1):
        names = [f"nw.D110000renmrb_{issue.day:%Y%m%d}_{n}-{number:02d}.htm" for n in range(1, len(page) + 1)]
        items = "".join(f"<li><a href={name}>{escape(a.title)}</a></li>" for name, a in zip(names, page, strict=True))
        files[f"/rmrb/html/{folder}/nbs.D110000renmrb_{number:02d}.htm"] = _html(
            issue.publication,
            f'<div id="pageList">{links}</div><div id="titleList"><ul>{items}</ul></div>',
        )
        for name, article in zip(names, page, strict=True):
            body = "".join(f"<P>　　{escape(text)}</P>" for text in article.paragraphs)
            files[f"/rmrb/html/{folder}/{name}"] = _html(
                article.title,
                f'<div class="text_c"><h3></h3><h1>{escape(article.title)}</h1><h2></h2>'
                f'<div class="lai">{_source(issue, number)}</div><div id="ozoom">{body}</div></div>',
            )
    return files


def founder(issue: PrintedIssue) -> dict[str, str]:
    """The classic layout of Founder: upper case, unquoted, unclosed, the body twice."""
    folder = f"{issue.day:%Y-%m}/{issue.day:%d}"
    files = {"/syb/": _refresh(f"html/{folder}/node_2.htm")}
    links = "".join(
        f"<A id=pageLink href=node_{n + 1}.htm>第{n:02d}版：要闻</A>" for n in range(1, len(issue.pages) + 1)
    )
    for number, page in enumerate(issue.pages, 1):
        areas = "".join(
            f'<Area coords="1,1,9,{n},9,9,9,9,1,1" shape="polygon" href="content_{_id(number, n)}.htm">'
            for n in range(1, len(page) + 1)
        )
        titles = "".join(
            f"<A href=content_{_id(number, n)}.htm><div id=mpID>{escape(a.title)}</div></A><BR>"
            for n, a in enumerate(page, 1)
        )
        files[f"/syb/html/{folder}/node_{number + 1}.htm"] = (
            f"<HTML><HEAD><TITLE>{issue.publication}</TITLE></HEAD><BODY><IMG USEMAP=#PagePicMap src=p.jpg>"
            f'<MAP NAME="pagepicmap">{areas}</MAP>{links}<DIV>第{number:02d}版：要闻</DIV>{titles}</BODY></HTML>'
            f"{_property(issue, number, 2)}"
        )
        for n, article in enumerate(page, 1):
            files[f"/syb/html/{folder}/content_{_id(number, n)}.htm"] = _founder_article(issue, number, article)
    return files


def _founder_article(issue: PrintedIssue, number: int, article: Article) -> str:
    body = "".join(f"<P>&nbsp;&nbsp;&nbsp;&nbsp;{escape(text)}" for text in article.paragraphs)
    once = f"<!--enpcontent--><!--<npm:article-content>--><founder-content>{body}</founder-content><!--/enpcontent-->"
    return (
        f"<HTML><HEAD><TITLE>{escape(article.title)}</TITLE></HEAD><BODY><TABLE><TR><TD><founder-title>{escape(article.title)}</founder-title>"
        f"<TR><TD><DIV id=ozoom>{once}</DIV><DIV style=display:none>{once}</DIV></TABLE></BODY></HTML>"
        f"{_property(issue, number, 1)}"
    )


def _property(issue: PrintedIssue, number: int, kind: int) -> str:
    return (
        f"<!--enpproperty <founder-date>{issue.day}</founder-date><founder-pagenum>{number:02d}</founder-pagenum>"
        f"<founder-papername>{issue.publication}</founder-papername><founder-type>{kind}</founder-type> /enpproperty-->"
    )


def _content(folder: str, page: int, number: int) -> str:
    return f"../../../content/{folder}/content_{_id(page, number)}.html"


def _source(issue: PrintedIssue, page: int) -> str:
    return f"《{issue.publication}》（{issue.day:%Y年%m月%d日} 第 {page:02d} 版）"


def _refresh(target: str) -> str:
    return f'<HTML><HEAD><META HTTP-EQUIV="REFRESH" CONTENT="0; URL={target}"></HEAD></HTML>'


def _html(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{body}</body></html>\n"


def _id(page: int, number: int) -> str:
    return f"{page}{number:03d}"


KINDS = {
    "cena": SiteKind("cena", "/pc/layout/index.html", cena),
    "people": SiteKind("people", "/rmrb/", people),
    "people until 2024-11": SiteKind("people", "/rmrb/", people_old),
    "founder": SiteKind("founder", "/syb/", founder),
}
