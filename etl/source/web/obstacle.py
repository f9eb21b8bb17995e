"""Pages that stand in the way: a check for humans, or an error, answered with status 200."""

from __future__ import annotations

from collections.abc import Iterator

from etl.source.web.fault import ObstacleError, TransientError

_HEAD = 200_000  # bytes; an interstitial is short, a page of a paper may well print one of these words
_SHORT = 20_000  # bytes
_TITLE_SIGNS = (
    "安全验证",
    "人机验证",
    "访问验证",
    "滑动验证",
    "访问拦截",
    "403 Forbidden",
    "Just a moment",
    "Access Denied",
    "Attention Required",
)
_SIGNS = (
    *_TITLE_SIGNS,
    "请完成验证",
    "访问过于频繁",
    "您的访问被拦截",
    "Checking your browser",
    "cf-browser-verification",
)
_MARKS = ("ozoom", "founder-content", "enpcontent", "enpproperty", "articlelist", "pagepicmap", "titlelist")
_ENCODINGS = ("utf-8", "gb18030")


def refuse_obstacle(url: str, body: bytes) -> None:
    """Raises ``ObstacleError`` for an interstitial: by its title, or by its words where the page is short."""
    for text in _readings(body[:_HEAD]):
        if any(mark in text.lower() for mark in _MARKS):
            return  # a page of the paper may print any of these words
        title = _between(text, "<title", "</title")
        sign = next((each for each in _TITLE_SIGNS if each in title), None)
        if sign is None and len(body) < _SHORT:
            sign = next((each for each in _SIGNS if each in text), None)
        if sign:
            raise ObstacleError(
                url,
                f"网站要求验证（{sign}），请稍后再试或减慢抓取",
                f"an anti-bot page ({sign}): try later, or raise delay",
            )


def refuse_fragment(url: str, body: bytes) -> None:
    """Raises ``TransientError`` for HTML that begins and does not end: what the connection lost cannot be seen else."""
    head, tail = body[:2_000].lower(), body[-4_000:].lower()
    if not body.strip():
        raise TransientError(url, "空页", "an empty page")
    if b"<html" in head and b"</html" not in tail:
        raise TransientError(url, "页面不完整，没有 </html>", "the page is cut off: no </html>")


def _readings(body: bytes) -> Iterator[str]:
    for encoding in _ENCODINGS:
        yield body.decode(encoding, "ignore")


def _between(text: str, start: str, end: str) -> str:
    lower = text.lower()
    begin = lower.find(start)
    stop = lower.find(end, begin)
    return text[begin:stop] if 0 <= begin < stop else ""
