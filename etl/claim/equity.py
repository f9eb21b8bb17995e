"""How much of a company somebody holds or buys: 甲公司|持股|30%, 收购乙公司70%的|股权."""

from __future__ import annotations

from typing import Final

from etl.claim.actor import actor_of
from etl.claim.discourse import Discourse
from etl.claim.phrase import Phrase, before
from etl.claim.place import Place
from etl.claim.topic import Topic, described
from etl.model import NumberMention
from etl.sieve import Sieved

NAME: Final = "持股比例"
_HOLDS: Final = Sieved(
    "(?:占股|持股|控股|入股|参股)(?:占比|比例)?(?:合计|总计|均|各|分别|已|仅|达到?|为|约|近|超过?|逾|至|到){0,3}$"
)
_SHARES: Final = Sieved("(?:左右|以上|以下)?的?(?:控股权|股权|股份|权益)(?![制投结激交]|公司|合作)")
_NEAR: Final = 2  # characters
_NOBODY: Final = frozenset({"剩余", "其余", "全部", "公司", "企业", "双方"})


def equity(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a share of a company's capital, of who holds it or of the company right before the number."""
    if number.form not in ("percent", "fraction"):
        return None
    markup, stop = place.markup, place.head
    holds = _HOLDS.search(markup.text, place.start, place.head)
    if holds is not None:
        stop = holds.start()
    elif _SHARES.match(markup.text, number.outer_end, place.clause.end) is None:
        return None
    topic = Topic(NAME, None, "share", "%", "subject", own_indicator=True, region=discourse.topic.region)
    near = _whose(place, stop)
    whose = near or actor_of(markup, place.clause, stop, discourse)
    if whose is None:
        return topic._replace(subject=discourse.topic.subject)
    text = markup.sentence.text[whose.start : whose.end].strip(" 、")
    topic = topic._replace(subject=text, own_subject=True, known=near is not None)
    return described(markup, topic, whose.start, whose.end)


def _whose(place: Place, stop: int) -> Phrase | None:
    """The name that ends right before ``stop``."""
    found = before(place.markup.text, place.start, stop, place.markup.terms)
    near = found is not None and stop - found.end <= _NEAR  # 由甲公司|出资|占股
    return found if found is not None and near and found.text not in _NOBODY else None
