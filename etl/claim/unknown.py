"""Statistics that no lexicon has: a noun phrase that ends like one, 随迁儿童的|在校率."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from etl.claim import phrase
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.topic import Topic, with_subject
from etl.sieve import Sieved

STATISTIC: Final = re.compile(
    r"(?:率|指数|金额|额|数量|(?<![放缩])量|面积|里程|强度|密度|费用|成本|能耗|资金|范围|[幅高深宽厚]度|距离|[外直半内]径|股市|股价|油价|金价|汇率|产值|总数|人数|(?<![方全])面)$"
)
"""How a noun phrase that names a statistic ends."""
_OF_TIME: Final = re.compile(r"(?:时间|时长|时差|用时|寿命|工期|周期|期限|年限|工龄|工时|学制)$")
_OF_LENGTH: Final = re.compile(
    r"(?:[外直半内口]径|(?<![力难])[幅高深宽厚长]度|身高|体长|间距|里程|距离|航程|射程|行程|水位|[纵进]深)$"
)
_OF_MONEY: Final = re.compile(
    r"(?:[金总余限数]额|额度|费用?|成本|(?<!重)价值?|货值|产值|薪酬?|补贴|补助|津贴|奖金|租金|押金|定金|上限|下限|限价|底价|门槛|起付线)$"
)
ENDINGS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "time": _OF_TIME,
        "duration": _OF_TIME,
        "length": _OF_LENGTH,
        "money": _OF_MONEY,
        "temperature": re.compile(r"(?:温度?|温差)$"),
        "mass": re.compile(r"(?:[重产销总载运用]量|体重|吨位|产能|能力)$"),
        "area": re.compile(r"(?:面积|规模)$"),
        "speed": re.compile(r"(?:速|速度|速率)$"),
        "power": re.compile(r"(?:功率|负荷|容量|装机)$"),
        "energy": re.compile(r"(?:[电能热]量|能耗)$"),
        "volume": re.compile(r"(?:[容水气流储库]量|容积|体积|库容|方量)$"),
    }
)
"""Dimension of a unit -> how a noun phrase ends that names what so much of it measures."""
_CONVERTED: Final = Sieved("(?:计算|折算|换算|折合)")  # 按平均汇率|计算为1万美元 is still of what it is of
_SHORTEST, _WHOLE, _WORDS = 3, 6, 2  # characters, characters, words


def unknown_statistic(
    markup: Markup, start: int, stop: int, discourse: Discourse, ending: re.Pattern[str] | None = None
) -> Topic | None:
    """The topic of such a phrase before ``stop``, with its owner or the subject spoken of; None if there is none.

    ``ending`` says how the phrase must end, else any statistic's name will do.
    """
    words = phrase.before(markup.text, start, stop, markup.terms)
    if words is None or not (ending or STATISTIC).search(words.text) or len(words.text) < _SHORTEST:
        return None
    if _CONVERTED.match(markup.text, words.end):
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
    if len(words.text) <= _WHOLE:
        return words.start
    begin = phrase.last_words(markup.text, words, _WORDS)
    return begin - markup.text.endswith("最", words.start, begin)  # 出行|最短时间
