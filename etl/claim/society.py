"""What the whole of a place has, whoever was spoken of before: 全社会研发经费投入, 全社会用电量."""

from __future__ import annotations

from typing import Final

from etl.claim.topic import Topic

_SOCIETY: Final = "全社会"


def of_society(topic: Topic) -> bool:
    """Whether the printed name of a statistic says that it is of a whole place.

    >>> of_society(Topic("用电量", "全社会用电量")), of_society(Topic("用电量", "居民用电量"))
    (True, False)
    """
    return (topic.indicator_text or "").startswith(_SOCIETY)
