"""Money that is named by what it is for, after the verb that spends it: 投入|援疆资金, 累计支出|就业补助资金."""

from __future__ import annotations

from typing import Final

from etl.claim.markup import Markup
from etl.claim.topic import Topic
from etl.sieve import Sieved

_SPENT: Final = Sieved(
    "(?:累计|总计|合计|共|已|先后|全年)?(?:投入|支出|落实|拨付|下达|下拨|安排|筹集|筹措|争取|整合|兑现|撬动|统筹)([一-鿿、]{2,14})"
)
_LONGEST: Final = 20  # characters
_MONEY: Final = Sieved("(?:资金|经费|补贴|补助|奖金)$")


def earmarked(markup: Markup, topic: Topic, end: int) -> Topic:
    """The topic without the verb that was taken for whose it is: what stands behind it belongs to the name.

    全省|投入援疆|资金 has 援疆资金 as its statistic, which closes at ``end``, and its owner elsewhere.
    """
    if topic.unit != "元" or not topic.own_subject or not _MONEY.search(topic.indicator_text or ""):
        return topic
    subject = topic.subject or ""
    spent = _SPENT.fullmatch(subject)
    at = markup.text.rfind(subject, 0, end) if spent is not None else -1
    if spent is None or at < 0:
        return topic
    name = markup.sentence.text[at + spent.start(1) : end]
    if len(name) > _LONGEST or "，" in name:
        return topic
    return topic._replace(indicator=name, indicator_text=name, subject=None, sector=None, classes=(), own_subject=False)
