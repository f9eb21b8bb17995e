"""What stands between whose figure it is and the figure without being a part of the name: 联邦政府|年均|采购额."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.claim.markup import CODE
from etl.pattern import last_characters
from etl.sieve import Sieved


@dataclass(frozen=True, slots=True)
class Tail:
    """Words at the end of a text that leave the name before them.

    ``pattern`` matches them up to the end; ``least`` is how many characters the name has at least. In the example and
    the counterexample a stroke stands where the name ends.
    """

    name: str
    pattern: Sieved
    least: int
    example: str
    counterexample: str


TAILS: Final[tuple[Tail, ...]] = (
    Tail(  # to whom it is given is not whose it is
        "given",
        Sieved("(?<![认成作称])(?:为|给|向)[^，。；、]{1,14}(?:提供|发放|投放|下拨|拨付|支付|捐赠|让利)了?$"),
        0,
        "保险业|为全社会提供",
        "作为小企业提供|",
    ),
    Tail("spent", Sieved("(?:用于|用在)[^，。；]{1,24}的?$"), 2, "中央财政|用于教育的", "用于教育的|"),
    Tail("mean", Sieved("[年月日季周]均$"), 0, "联邦政府|年均", "居民人均|"),
    Tail(  # how it came about, or for whom and how long each
        "manner",
        Sieved("(?:从无到有|[从由]小[到变]大|[从由]弱[到变]强|毫不犹豫|每[人户亩][每一]?[年月天季])$"),
        2,
        "现代服务业|从无到有",
        "每人每年|",
    ),
    Tail(
        "fiscal_year",
        Sieved("(?:[0-9]{4}年?)?(?:财年)?(?:第?[一二三四1-4]|上|本|下)?财(?:季|年)度?的?$"),
        2,
        "某某公司|第三财季",
        "某某公司理财|",
    ),
    Tail(  # 比亚迪(002594.SZ)|营业收入
        "called",
        Sieved(rf"(?:\((?:(?:以下)?[简下统]称|不?(?:包括|含)|剔除|扣除)[^()]{{1,20}}\)|{CODE})(?:股价|发布公告称?)?$"),
        2,
        "信息技术服务业|(以下简称“软件业”)",
        "信息技术服务业(第二类)|",
    ),
    Tail(
        "reckoned",
        Sieved(
            "(?:(?:按照?|以)[^，。；]{1,20}|价格?|口径)计算的?$|按照?(?:当年|上年|可比|不变|现行)价格?$|以[^，。；、]{2,8}(?<![合总共统预累])计(?:分别|均|都)?$"
        ),
        0,
        "电信业务|按上年价格计算的",
        "电信业务合计|",
    ),
    Tail(
        "aims",
        Sieved(
            "的?(?:[0-9]{4}年|今年|全年)?(?:经济社会)?(?:发展)?(?:主要|总体|核心|具体)?"
            "(?:预期|奋斗|工作|发展)(?:性)?(?:目标|指标)(?:任务)?[是为:]?$"
        ),
        2,
        "全省|主要预期目标为",
        "可持续发展目标基金|",
    ),
)


def _by_last() -> tuple[dict[str, list[Tail]], list[Tail]]:
    """The tails by the character that they end with, those that end with any among all; and those alone."""
    ends = [(tail, last_characters(tail.pattern.pattern.pattern)) for tail in TAILS]
    told = {character for _, last in ends if last is not None for character in last}
    by_last = {each: [tail for tail, last in ends if last is None or each in last] for each in told}
    return by_last, [tail for tail, last in ends if last is None]


_BY_LAST, _ANY_LAST = _by_last()


def name_end(text: str, start: int, stop: int) -> int:
    """Where the name between two offsets ends: before the first of what each tail cuts off its end."""
    if stop <= start:
        return stop
    for tail in _BY_LAST.get(text[stop - 1], _ANY_LAST):
        found = tail.pattern.search(text, start, stop)
        if found is not None and found.start() >= start + tail.least:
            return _before_tails(text, start, stop)
    return stop


def _before_tails(text: str, start: int, stop: int) -> int:
    for tail in TAILS:
        found = tail.pattern.search(text, start, stop)
        if found is not None and found.start() >= start + tail.least:
            stop = found.start()
    return stop
