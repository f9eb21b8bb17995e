"""The sites: a sheet as each of the four e-paper structures builds it, with what makes them hard to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape

from etl.reading.bundle import Fetched, write_bundle
from tests.forms.sheet import Sheet, SheetArticle

Pages = tuple[str, list[str], list[str]]
"""The page that lists the articles, the pages of the articles, and their addresses."""

ADVERT = SheetArticle(["公益广告"], None, [("节约用水，从1滴做起。",)])
EDITOR = SheetArticle(["编辑：样小编"], None, [("本版责编",)])


def bundle_of(sheet: Sheet, structure: str, encoding: str = "utf-8", charset: bool = True) -> bytes:
    """The issue as the site of this structure serves it; an advertisement and an editor's name are listed too."""
    build, path = STRUCTURES[structure]
    root = f"https://paper.example{_day(sheet).strftime(path)}"
    listing, articles, names = build(sheet, [*sheet.articles, ADVERT, EDITOR])
    kind = f"text/html; charset={encoding}" if charset else "text/html"
    fetched = [Fetched(f"{root}node_01.html", "page", kind, listing.encode(encoding))]
    fetched += [
        Fetched(root + name, "article", kind, page.encode(encoding)) for name, page in zip(names, articles, strict=True)
    ]
    return write_bundle(fetched)


def _day(sheet: Sheet) -> date:
    return date.fromisoformat(sheet.date)


def _cena(sheet: Sheet, articles: list[SheetArticle]) -> Pages:
    day = f"{_day(sheet):%Y年%m月%d日}"
    names = [f"content_{number}.html" for number in range(1, len(articles) + 1)]
    items = "".join(
        f'<li class="clearfix"><a href="../../../content/{name}">{escape(article.headlines[0])}</a></li>'
        for name, article in zip(names, articles, strict=True)
    )
    head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{sheet.publication}</title></head><body>'
    listing = (
        f'{head}<div id="paperdate" class="header-time">{day}</div><span id="layout">第01版：<span '
        f'class="font-weight">要闻</span></span><ul id="articlelist" class="newsList">{items}</ul>'
        "<p>上一版 下一版</p></body>"
    )
    pages = []
    for article in articles:
        body = "".join(f"<p>　　{escape(piece)}</p>" for piece in article.broken)
        others = "".join(f'<h3 id="SubTitle">{escape(line)}</h3>' for line in article.headlines[1:])
        pages.append(
            f'{head}<input type="hidden" name="siteID" value="1"><div id="paperdate">{day}</div>'
            f'<div class="detail-art"><h2 id="Title" class="art-title">{escape(article.headlines[0])}</h2>{others}'
            f'<div id="Author" class="author">{escape(article.byline or "")}</div><div id="ozoom" class="content">'
            f"<founder-content>{body}</founder-content></div></div><div>分享到：微信 微博</div></body></html>"
        )
    return listing, pages, names


def _people(sheet: Sheet, articles: list[SheetArticle]) -> Pages:
    day = f"{_day(sheet):%Y年%m月%d日}"
    names = [f"content_{number}.html" for number in range(30_001, 30_001 + len(articles))]
    items = "".join(
        f'<li><a href="../../content/{name}">{escape(article.headlines[0])}</a></li>'
        for name, article in zip(names, articles, strict=True)
    )
    areas = "".join(
        f'<area shape="rect" coords="0,{90 * number},300,{90 * number + 80}" href="../../content/{name}">'
        for number, name in enumerate(names)
    )
    title = f"<title>{sheet.publication}-电子版</title>"
    listing = (
        f'<html><head>{title}</head><body><p class="date-box">{day} 星期三</p><div class="paper-bot"><p '
        f'class="left ban">第01版：要闻</p></div><div class="paper-box"><img usemap="#PagePicMap"><map '
        f'name="PagePicMap">{areas}</map></div><ul class="news-list">{items}</ul></body></html>'
    )
    pages = []
    for article in articles:
        body = "".join(f"<p>　　{escape(piece)}</p>" for piece in article.broken)
        below = "".join(f"<h2>{escape(line)}</h2>" for line in article.headlines[1:])
        pages.append(
            f'<html><head>{title}</head><body><div class="article-box"><div class="article"><h3></h3>'
            f"<h1>{escape(article.headlines[0])}</h1>{below}<h4>{escape(article.byline or '')}</h4>"
            f'<p class="sec"><span class="date">《{sheet.publication}》（ {day} 第 01 版）</span></p>'
            f'<div id="ozoom"><!--enpcontent-->{body}<!--/enpcontent--></div></div></div><p>版权所有</p></body></html>'
        )
    return listing, pages, names


def _people_2024(sheet: Sheet, articles: list[SheetArticle]) -> Pages:
    day = f"{_day(sheet):%Y年%m月%d日}"
    names = [f"nw.D110000renmrb_{number}-01.htm" for number in range(1, len(articles) + 1)]
    items = "".join(
        f"<li><a href=nw.D110000renmrb_{name}>{escape(article.headlines[0])}</a></li>"
        for name, article in zip(names, articles, strict=True)
    )
    title = f"<title>{sheet.publication}-电子版</title>"
    listing = (
        f"<html><head>{title}</head><body><div class=date>{day}</div><div class=l_t>第01版：要闻</div><div id=pageList>"
        f"<ul><li><a id=pageLink href=nbs.D110000renmrb_01.htm>第01版：要闻</a></ul></div><div id=titleList><ul>{items}"
        "</ul></div></body></html>"
    )
    pages = []
    for article in articles:
        body = "".join(f"<p>　　{escape(piece)}</p>" for piece in article.broken)
        below = "".join(f"<h2>{escape(line)}</h2>" for line in article.headlines[1:])
        pages.append(
            f'<html><head>{title}</head><body><div class="text_c"><h3></h3>'
            f"<h1>{escape(article.headlines[0])}</h1>{below}"
            f"<h4>{escape(article.byline or '')}</h4><div class=lai>《{sheet.publication}》（ {day} 　 第 01 版）</div>"
            f'<div id="ozoom" style="ZOOM: 100%">{body}</div></div><div>返回目录 放大 缩小</div></body></html>'
        )
    return listing, pages, names


def _founder(sheet: Sheet, articles: list[SheetArticle]) -> Pages:
    names = [f"content_{number}.htm" for number in range(501, 501 + len(articles))]
    titles = "".join(
        f"<TR><TD><DIV id=mp{name[8:-4]}><A href={name}>{escape(article.headlines[0])}</A></DIV></TD></TR>"
        for name, article in zip(names, articles, strict=True)
    )
    areas = "".join(
        f'<Area coords="10,10,200,10,200,{50 + number},10,{50 + number},10,10" shape="polygon" href="{name}">'
        for number, name in enumerate(names)
    )

    def system(kind: int) -> str:
        return (
            f"<!--enpproperty <founder-date>{sheet.date}</founder-date><founder-pagenum>01</founder-pagenum>"
            f"<founder-papername>{sheet.publication}</founder-papername><founder-type>{kind}</founder-type>"
            " /enpproperty-->"
        )

    listing = (
        f"<HTML><HEAD><TITLE>{sheet.publication}数字报</TITLE></HEAD><BODY><TABLE><TR><TD><STRONG>第01版：要闻</STRONG>"
        f"<a id=pageLink href=node_2.htm>第01版：要闻</a><a id=pageLink href=a.pdf>PDF</a></TD></TR>"
        '</TABLE><MAP NAME="pagepicmap">'
        f"{areas}</MAP><IMG src=b1.jpg USEMAP=#PagePicMap><TABLE>{titles}</TABLE>{system(2)}</BODY></HTML>"
    )
    pages = []
    for article in articles:
        paragraphs = "".join(f"<P>&nbsp;&nbsp;&nbsp;&nbsp;{escape(piece)}" for piece in article.broken)
        content = f"<!--<npm:article-content>-->{paragraphs}<!--</npm:article-content>-->"
        below = "".join(f"<founder-subtitle>{escape(line)}</founder-subtitle>" for line in article.headlines[1:])
        pages.append(
            f"<HTML><HEAD><TITLE>{sheet.publication}数字报-{escape(article.headlines[0])}</TITLE></HEAD><BODY>"
            f"<TABLE width=100%><TR><TD align=center><founder-title>{escape(article.headlines[0])}</founder-title>"
            f"{below}"
            f"<TR><TD><founder-author>{escape(article.byline or '')}</founder-author><TR><TD><DIV id=ozoom>"
            f"<founder-content><!--enpcontent-->{content}<!--/enpcontent--></founder-content></DIV></TABLE>"
            f"<DIV id=print style=display:none><founder-content>{content}</founder-content></DIV>{system(1)}"
            "</BODY></HTML>"
        )
    return listing, pages, names


STRUCTURES: dict[str, tuple[Callable[[Sheet, list[SheetArticle]], Pages], str]] = {
    "cena": (_cena, "/pc/content/%Y%m/%d/"),
    "people": (_people, "/rmrb/pc/content/%Y%m/%d/"),
    "people_2024": (_people_2024, "/rmrb/html/%Y-%m/%d/"),
    "founder": (_founder, "/html/%Y-%m/%d/"),
}
