"""What the whole of a place has, whoever was spoken of before: 全社会研发经费投入, 全社会用电量."""

from __future__ import annotations

from typing import Final

from etl.claim.topic import Topic

_SOCIETY: Final = "全社会"
_OF_PEOPLE: Final = (
    "社会消费品零售",
    "常住人口城镇化率",
    "户籍人口城镇化率",
    "居民人均",
    "城镇居民人均",
    "农村居民人均",
    "城镇调查失业率",
    "城镇登记失业率",
    "城镇新增就业",
    "人均预期寿命",
)


def of_society(topic: Topic) -> bool:
    """Whether the printed name of a statistic says that it is of a whole place.

    >>> of_society(Topic("用电量", "全社会用电量")), of_society(Topic("用电量", "居民用电量"))
    (True, False)
    """
    return (topic.indicator_text or "").startswith(_SOCIETY)


def is_of_all_people(topic: Topic, last: Topic) -> bool:
    """新能源汽车等快速增长，|社会消费品零售总额|增长8%: what all people earn or buy is of no industry.

    >>> retail = Topic("社会消费品零售总额", "社会消费品零售总额")
    >>> is_of_all_people(retail, Topic(subject="汽车", sector="汽车制造业")), is_of_all_people(retail, Topic())
    (True, False)
    """
    return (topic.indicator or "").startswith(_OF_PEOPLE) and last.sector is not None and not topic.sector
