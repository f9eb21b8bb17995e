"""Statistics that no lexicon has: a noun phrase that ends like one, 随迁儿童的|在校率."""

from __future__ import annotations

import re

from etl.claim import phrase
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.topic import Topic, with_subject

STATISTIC = re.compile(
    r"(?:率|指数|金额|额|数量|量|面积|里程|强度|密度|费用|成本|能耗|资金|范围|[幅高深宽厚]度|距离|[外直半内]径|股市|股价|油价|金价|汇率|产值|总数|人数|(?<![方全])面)$"
)
"""How a noun phrase that names a statistic ends."""
_SHORTEST, _WHOLE, _WORDS = 3, 6, 2  # characters, characters, words


def unknown_statistic(markup: Markup, start: int, stop: int, discourse: Discourse) -> Topic | None:
    """The topic of such a phrase before ``stop``, with its owner or the subject spoken of; None if there is none."""
    words = phrase.before(markup.text, start, stop, markup.terms)
    if words is None or not STATISTIC.search(words.text) or len(words.text) < _SHORTEST:
        return None
    begin, last = _head(markup, words), discourse.topic
    head = markup.sentence.text[begin : words.end]
    base = Topic(head, head, "rate" if head.endswith("率") else "flow", "", "subject", own_indicator=True)
    if begin > words.start:
        return with_subject(markup, base._replace(region=last.region), words.start, begin)
    near = bool(discourse.topics) or discourse.fresh
    if not near or last.subject is None or last.counted:
        return base._replace(region=last.region if near else None)
    return base._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)


def _head(markup: Markup, words: phrase.Phrase) -> int:
    """Where the name of the statistic begins: after 的, with a short phrase, or two words before its end."""
    owner = markup.text.rfind("的", words.start, words.end - 1)
    if owner > words.start:
        return owner + 1
    return words.start if len(words.text) <= _WHOLE else phrase.last_words(markup.text, words, _WORDS)
