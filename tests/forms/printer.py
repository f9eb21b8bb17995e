"""The printer: a sheet as a newspaper page in three columns, by headless Chromium."""

from __future__ import annotations

from html import escape
from typing import Any

from tests.forms.sheet import Sheet, SheetArticle

LAYOUTS = ("bands", "flow", "grid")

_CSS = """
@page { size: %(width)dmm %(height)dmm; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.5 'Noto Serif CJK SC', serif; width: %(inner)dmm; }
.mast { text-align: center; border-bottom: 2px solid #000; font-size: 8pt; line-height: 1.4; padding-bottom: 2mm; }
.mast span { white-space: nowrap; }
.mast .name { font: bold 34pt/1.3 'Noto Sans CJK SC'; letter-spacing: .2em; }
h1 { font: bold 21pt/1.25 'Noto Sans CJK SC'; margin: 3mm 0 2mm; text-align: center; break-after: avoid; }
h2 { font: bold 13pt/1.3 'Noto Sans CJK SC'; margin: 2mm 0; text-align: center; break-after: avoid; }
.by { text-align: center; font-size: 10pt; margin: 0 0 1mm; }
p { margin: 0; text-indent: 2em; text-align: justify; orphans: 1; widows: 1; }
p.sub { font: bold 11pt/1.5 'Noto Sans CJK SC'; text-indent: 0; text-align: center; }
.cols { column-count: 3; column-gap: 7mm; column-rule: %(rule)s; }
.cols.two { column-count: 2; }
.cols.one { column-count: 1; }
.row { display: flex; gap: 7mm; }
.row > .wide { flex: 0 0 calc((100%% - 14mm) * 2 / 3 + 7mm); }
.row > .thin { flex: 1; border: 1px solid #000; padding: 0 3mm; }
.photo { background: #888; height: 30mm; margin: 2mm 0; }
.flow h1 { font-size: 16pt; }
"""


def page_html(sheet: Sheet, layout: str, width: int = 280, height: int = 400) -> str:
    """The page in one of the ``LAYOUTS``."""
    css = _CSS % {
        "width": width,
        "height": height,
        "inner": width - 24,
        "rule": "1px solid #999" if layout == "bands" else "none",
    }
    name, *rest = [sheet.publication, *(line for line in sheet.masthead if line != sheet.publication)]
    lines = "　".join(f"<span>{escape(line)}</span>" for line in rest)
    mast = f"<div class=mast><div class=name>{escape(name)}</div><div>{lines}</div></div>"
    body = {"bands": _bands, "flow": _flow, "grid": _grid}[layout](sheet.articles)
    return f"<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><style>{css}</style><body>{mast}{body}</body></html>"


def _head(article: SheetArticle) -> str:
    kicked = [
        f"<h1>{escape(line)}</h1>" if number == 0 else f"<h2>{escape(line)}</h2>"
        for number, line in enumerate(article.headlines)
    ]
    return "".join(kicked) + (f"<div class=by>{escape(article.byline)}</div>" if article.byline else "")


def _text(article: SheetArticle, photo: bool = False) -> str:
    """The paragraphs whole, as a compositor sets them: the layout breaks them where the column ends."""
    parts = []
    for number, paragraph in enumerate(article.whole):
        kind = " class=sub" if len(paragraph) < 20 and paragraph[-1] not in "。！？：；）" else ""
        parts.append(f"<p{kind}>{escape(paragraph)}</p>")
        if photo and number == 0:
            parts.append("<div class=photo></div>")
    return "".join(parts)


def _bands(articles: list[SheetArticle]) -> str:
    return "".join(f"<div>{_head(each)}<div class=cols>{_text(each)}</div></div>" for each in articles)


def _flow(articles: list[SheetArticle]) -> str:
    return f"<div class='cols flow'>{''.join(_head(each) + _text(each) for each in articles)}</div>"


def _grid(articles: list[SheetArticle]) -> str:
    """The first article across the page with a photograph, then pairs: two columns beside a box of one."""
    first, *rest = articles
    parts = [f"<div>{_head(first)}<div class=cols>{_text(first, photo=True)}</div></div>"]
    for wide, thin in zip(rest[::2], [*rest[1::2], None], strict=False):
        box = f"<div class=thin>{_head(thin)}<div class='cols one'>{_text(thin)}</div></div>" if thin else ""
        parts.append(
            f"<div class=row><div class=wide>{_head(wide)}<div class='cols two'>{_text(wide)}</div></div>{box}</div>"
        )
    return "".join(parts)


def print_pdf(browser: Any, markup: str) -> bytes:
    """The page as Chromium prints it."""
    page = browser.new_page()
    try:
        page.set_content(markup)
        data: bytes = page.pdf(prefer_css_page_size=True, print_background=True)
        return data
    finally:
        page.close()
