"""Markup: HTML becomes a tree, and its text paragraphs, with nothing lost on the way.

The tree is lexbor's, as browsers build it: unclosed ``<P>``, unquoted attributes and upper-case tags are
nothing special to it. How many Chinese characters the source shows is counted without it, by `shown`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from etl.reading.account import chinese
from etl.reading.decode import Decoded, decode
from etl.reading.error import ReadingError
from etl.reading.limit import refuse_size
from etl.reading.passage import LAYOUT

SIZE_LIMIT = 20 * 1024 * 1024  # bytes; the largest page of an e-paper is below 1 MB

_HEAD = 2_048  # bytes that are asked whether a file is HTML
_OPENING = re.compile(
    r"<(?:!doctype html|html|head|meta|title|body|div|table|p|h[1-6]|article|script|style)[\s>]", re.I
)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,20})", re.I)
_SAME_AS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf8": "utf-8"}
_BREAKING = frozenset(
    """address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
    h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul founder-content founder-title
    founder-author""".split()  # noqa: SIM905
)
_CELLS = frozenset(("td", "th"))
#: Elements whose content is no text of the page; the parser takes what is in most of them as it stands.
_HIDDEN = frozenset(
    ["script", "style", "title", "textarea", "iframe", "noscript", "xmp", "noembed", "noframes", "template"]
)
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_QUOTE_OR_END = re.compile(r"=\s*[\"']|>")
_WHITE = re.compile(r"[ \t\r\n\f]+")


def is_markup(data: bytes) -> bool:
    """Whether the bytes open as HTML does."""
    head = data[:_HEAD].decode("latin-1").replace("\x00", "").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith("<") and _OPENING.search(head) is not None


def decode_markup(data: bytes, source_uri: str, content_type: str = "") -> Decoded:
    """The decoded page: by the charset that server or page names, if the bytes are valid in it, else by its looks."""
    refuse_size(len(data), SIZE_LIMIT, source_uri)
    for declared in _CHARSET.findall(f"{content_type}\n{data[:_HEAD].decode('latin-1')}"):
        name = _SAME_AS.get(declared.lower(), declared.lower())
        try:
            return Decoded(data.decode(name).removeprefix("\ufeff"), name)
        except (UnicodeDecodeError, LookupError):
            continue
    return decode(data, source_uri)


def tree_of(text: str, source_uri: str) -> LexborNode:
    """The root of the page's tree; raises ReadingError when there is none."""
    root = LexborHTMLParser(text).root
    if root is None:
        raise ReadingError(source_uri, "全文", "不是网页", "请检查来源", "whole file: no HTML in it; check its origin")
    return root


def nodes(top: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below ``top`` in the order of the document, opened (True) and closed (False), without recursion."""
    node, opening = top.child, True
    while node is not None:
        yield node, opening
        if opening and node.child is not None and node.tag not in _HIDDEN:
            node = node.child
            continue
        if opening:
            yield node, False
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == top.mem_id:
                return
            yield node, False
        node, opening = node.next, True


def paragraphs(top: LexborNode) -> list[str]:
    """The lines of text below ``top``, as block elements and ``<br>`` part them; layout at their ends left out."""
    return lines_among(nodes(top))


def lines_among(found: Iterable[tuple[LexborNode, bool]]) -> list[str]:
    """The lines of text that these nodes, opened and closed in the order of the document, show."""
    lines: list[str] = []
    pieces: list[str] = []

    def close() -> None:
        line = _WHITE.sub(" ", "".join(pieces)).strip(LAYOUT)
        if line:
            lines.append(line)
        pieces.clear()

    for node, opening in found:
        tag = node.tag or ""
        if tag == "-text":
            if opening:
                pieces.append(node.text_content or "")
        elif tag in _BREAKING:
            close()
        elif tag in _CELLS and not opening:
            pieces.append("\u3000")
    close()
    return lines


def text_of(top: LexborNode) -> str:
    """All text below ``top`` in one line."""
    return " ".join(paragraphs(top))


def comments(top: LexborNode) -> Iterator[str]:
    """Every comment of the page."""
    for node, opening in nodes(top):
        if opening and node.tag == "-comment":
            yield node.comment_content or ""


def chinese_below(top: LexborNode) -> int:
    """How many Chinese characters the tree shows below ``top``."""
    return sum(chinese(node.text_content or "") for node, opening in nodes(top) if opening and node.tag == "-text")


def chinese_shown(text: str) -> int:
    """How many Chinese characters a page shows, counted in its source without any parser.

    >>> chinese_shown("<title>报</title><p title='甲>'>利润&#22686;<!-- 乙 --><script>'丙'</script>长")
    4
    """
    count = place = 0
    while (start := text.find("<", place)) >= 0:
        count += chinese(html.unescape(text[place:start]))
        place = _behind_tag(text, start)
    return count + chinese(html.unescape(text[place:]))


def _behind_tag(text: str, start: int) -> int:
    """Where the text goes on behind the tag, comment or hidden element that opens at ``start``."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 2)
        return end + 3 if end >= 0 else len(text)
    if text[start + 1 : start + 2] in ("!", "?"):
        end = text.find(">", start)
        return end + 1 if end >= 0 else len(text)
    name = _NAME.match(text, start)
    if name is None:
        return start + 1  # a bracket of the text
    place = _behind_attributes(text, name.end())
    hidden = name[1].lower()
    if text[start + 1] == "/" or hidden not in _HIDDEN:
        return place
    closing = re.compile(f"</{hidden}[\\s/>]", re.IGNORECASE).search(text, place)
    return _behind_attributes(text, closing.end() - 1) if closing else len(text)


def _behind_attributes(text: str, place: int) -> int:
    while match := _QUOTE_OR_END.search(text, place):
        if match.group() == ">":
            return match.end()
        quote = text.find(match.group()[-1], match.end())
        if quote < 0:
            return len(text)
        place = quote + 1
    return len(text)
