"""Paragraphs become sentences.

A sentence ends at 。！？ (and at ! ? that close a paragraph's clause), with the quotation marks and
brackets that follow. A semicolon ends none: what it joins shares subject and period. An ellipsis ends
one only before a new quotation. A quotation that ends with its own stop ends the sentence, unless what
follows says who spoke (“……。”他说，) or goes on with a mark that cannot open a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.reading.passage import Passage

# It begins with one set of characters, so that re need not try every character:
# [。！？!?][。！？!?…”’」』》〉）)】\]]{0,8}|…{1,4}(?=[“「])|…{1,4}[”’」』][）)]? in other words.
_STOP = re.compile(r"[。！？!?…](?:(?<!…)[。！？!?…”’」』》〉）)】\]]{0,8}|(?<=…)…{0,3}(?:(?=[“「])|[”’」』][）)]?))")
_CLOSED_BY = "。！？!?…”’」』》〉）)】]"
_QUOTED = re.compile(r"[”’」』]")
_ATTRIBUTION = re.compile(
    r"^[^，。：；！？、“”]{0,40}?(?:说|说道|表示|认为|指出|介绍|告诉|告诉记者|强调|称|透露|坦言|感叹|感慨|回忆|回忆道|解释|解释道|补充|补充道|写道|问|问道|答|回答|"
    r"分析|分析称|评价|评价道|回应|呼吁|笑道|笑着说|道|如是说|总结道)(?:[，。：；]|$)"
)
_SPEAKER = 60  # characters that are enough to say who spoke
_NO_OPENING = "，、；：。！？,;:…的"


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences of a paragraph; together they cover all of it."""
    start = 0
    if _other_stop(text):
        for match in _STOP.finditer(text):
            end = match.end()
            if end < len(text) and not _goes_on(text, match):
                yield start, end
                start = end
    else:
        for end in _full_stops(text):
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def _other_stop(text: str) -> bool:
    """Whether a stop stands in the text that is no 。: most paragraphs have none."""
    return "！" in text or "？" in text or "…" in text or "!" in text or "?" in text


def _full_stops(text: str) -> list[int]:
    """Where the sentences of a text without other stops than 。 end, the last left out; as ``_STOP`` finds them."""
    ends = []
    end = text.find("。") + 1
    while 0 < end < len(text):
        if text[end] in _CLOSED_BY:
            match = _STOP.match(text, end - 1)
            assert match is not None
            end = match.end()
            if end < len(text) and not _goes_on(text, match):
                ends.append(end)
        elif text[end] not in _NO_OPENING:
            ends.append(end)
        end = text.find("。", end) + 1
    return ends


def _goes_on(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    following = text[end]
    if following in _NO_OPENING:
        return True
    mark = match.group()
    if mark[0] in "!?" and following.isascii() and following.isalnum():
        return True  # an address or a formula, not an exclamation
    return _QUOTED.search(mark) is not None and _ATTRIBUTION.match(text[end : end + _SPEAKER]) is not None


def sentences_of(paragraph: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph, without the layout between them."""
    for start, end in sentence_spans(paragraph.text):
        sentence = paragraph.cut(start, end)
        if sentence.text:
            yield sentence
