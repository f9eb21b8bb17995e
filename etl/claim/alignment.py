"""Lists of numbers and the parts that align with them: 分别, lists of clauses, the last topics."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from etl.claim.base import PEER
from etl.claim.coordination import Part, noun_list, summed_up, sums_up_list, trimmed
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.named_list import named_list
from etl.claim.named_owner import owned_before, subject_inside
from etl.claim.place import Place, after_time, before_rank, is_term
from etl.claim.respective import KINDS_OF_TRADE, WORD, partner_start, respective, respective_before
from etl.claim.shared_name import shared_names
from etl.claim.statistic import ENTERPRISES, OWNER, taken_over
from etl.claim.topic import (
    Topic,
    described,
    excluded_spans,
    indicator_before,
    of_place,
    with_indicator,
    with_subject,
)
from etl.claim.two_bases import compares_twice
from etl.lexicon.indicators import INDICATORS, Indicator
from etl.lexicon.sectors import SECTORS
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.sieve import Sieved

_LEANING: Final = Sieved("[由因受其这该此随]")  # 由此带来的: no name
_FRAME: Final = Sieved("(?:但|而|不过)?从[^，；]{1,10}?来?看")  # 从月均价看, 从行业看


_LONGEST: Final = 14  # characters
_AMONG: Final = "其中"
_STEM: Final = 2  # characters of the short name of a class of enterprises


def aligned(
    place: Place, hit: Found[Indicator] | None, cue: Cue | None, size: int, discourse: Discourse
) -> list[Topic] | None:
    """The topics of 分别 lists: members of a noun list in the clause, in an earlier one, or the last topics."""
    if _is_compared(place) or compares_twice(place):
        return None
    here = shared_names(place, hit, size, Topic(region=discourse.topic.region))
    here = here or _summed_up(place, hit, size, discourse)
    here = here or respective(place, size, discourse)
    here = here or _list_topics(place, place.start, place.head, hit, cue, size, discourse)
    here = here or _clause_list(place, hit, size, discourse)
    if here is not None:
        return _of_firms(place, _of_article(here, discourse))
    markup = place.markup
    for clause in reversed(markup.clauses[: markup.clause_at(place.clause.start)]):
        numbers = [
            before_rank(markup, clause.start, n.outer_start) if n.form == "rank" else n.outer_start
            for n in markup.numbers
            if clause.start <= n.start < clause.end and n.claimable and not sums_up_list(markup, n)
        ]
        if len(numbers) > 1:
            break
        stop = numbers[0] if numbers else clause.end
        earlier = indicator_before(markup, clause.start, stop, excluded_spans(markup, clause.start, stop, ()))
        told = hit or (earlier if place.numbers.numbers[0].dimension != "count" else None)
        named = named_list(markup, clause, size) if told and WORD in markup.text[place.start : place.head] else None
        if named is not None:
            return [_part_topic(markup, part, told, discourse) for part in named]
        found = _list_topics(place, clause.start, stop, earlier, None, size, discourse, strict=True)
        if found is None and earlier is not None and hit is None and "；" not in markup.text[clause.end : place.start]:
            found = respective_before(place, clause.start, earlier, size, discourse)
        if found is not None:
            other = hit is not None and (earlier is None or _of_other_kind(place, earlier))
            found = found if hit is not None else _of_firms(place, found)
            return [with_indicator(markup, topic, hit) if hit and other else topic for topic in found]
        if clause.opener in ("；", ";") and numbers:
            break  # 贸易总额达…；对外投资3亿元，对华投资2亿元，分别增长: not of what the other half told
    last = discourse.last_topics(size)
    return _taken_up(place, hit, last) if last else None


_FIRMS: Final = Sieved("(?:企业|公司)(?:数量?)?(?:分别)?(?:达到?|有|为)?$")


def _of_firms(place: Place, topics: list[Topic]) -> list[Topic]:
    """上海、北京上市企业|分别为8家、7家: so many firms, whatever was spoken of before."""
    number, text = place.numbers.numbers[0], place.markup.text
    counts = number.unit == "家" and not any(topic.own_indicator or topic.nature == "stock" for topic in topics)
    if not counts or _FIRMS.search(text, place.start, place.head) is None:
        return topics
    entry = INDICATORS[ENTERPRISES]
    classes = topics[-1].classes
    return [
        topic._replace(
            indicator=entry.name, indicator_text=None, nature=entry.nature, unit=number.unit, scope=entry.scope,
            category=entry.category, known=True, classes=topic.classes or classes,
        )
        for topic in topics
    ]  # fmt: skip


def _of_article(topics: list[Topic], discourse: Discourse) -> list[Topic]:
    """分地区看，|东部地区、中部地区|分别增长: places, where the paragraph told no statistic, have the article's."""
    spoken = discourse.article_topic
    if spoken is None or spoken.nature != "flow" or any(t.indicator or not t.region for t in topics):
        return topics
    return [spoken.inherited()._replace(subject=t.subject, region=t.region, own_subject=True) for t in topics]


def _of_other_kind(place: Place, earlier: Found[Indicator]) -> bool:
    """两项补贴…，受益人群分别达到1031万人和1073万人: whether the numbers cannot be of what the list named."""
    unit, number = SURFACES.get(earlier.entry.unit), place.numbers.numbers[0]
    return number.form == "quantity" and unit is not None and unit.unit.dimension != number.dimension


def _taken_up(place: Place, hit: Found[Indicator] | None, last: list[Topic]) -> list[Topic] | None:
    """The topics that a list takes up again: 美国和日本GDP分别增长2%和1%，|CPI分别上涨3%和2%.

    A list that names its own statistic without 分别 has one subject: 欧元区经济增速下调至1.5%和1.6%.
    """
    inherited = [topic.inherited() for topic in last]
    text = place.markup.text
    if hit is None:
        at = text.find(WORD, place.start, place.head) if len({topic.subject for topic in last}) == 1 else -1
        owner = with_subject(place.markup, Topic(), place.start, at) if at > place.start else Topic()
        if not (owner.region or owner.sector or owner.classes):
            return inherited
        return [  # 中部收入和业务量分别增长，|西部|分别增长
            topic._replace(
                subject=owner.subject, sector=owner.sector or topic.sector, region=owner.region, own_subject=True
            )
            for topic in inherited
        ]
    if WORD not in text[place.start : place.head] and not (
        _takes_all(place, hit, last) and WORD in text[: place.start]
    ):
        return None
    if len({topic.indicator for topic in last}) > 1:
        return inherited
    return [with_indicator(place.markup, topic, hit) for topic in inherited]


def _takes_all(place: Place, hit: Found[Indicator], last: list[Topic]) -> bool:
    """甲、乙两市分别实现营收3亿元、2亿元，|净利润5000万元、4000万元: no other owner stands before the statistic."""
    named = len({topic.subject for topic in last}) == len(last)
    return named and _NOTHING.fullmatch(place.markup.text, place.start, hit.start) is not None


_NOTHING: Final = re.compile("(?:实现|完成|取得|创造|合计|累计|共)?")


def _is_compared(place: Place) -> bool:
    """比工业、高技术制造业高4.7个和1.3个百分点: the list is of those compared with, the figures all of one subject."""
    base = place.bases[-1] if place.bases else None
    return (
        base is not None and base.comparison == PEER and base.end > base.start and _LISTS.search(base.text) is not None
    )


_LISTS: Final = re.compile("[、和与及]")


# Words that stand for a list, and its members.
_SUMS: Final[Mapping[str, tuple[str, ...]]] = {
    "一二三产": ("第一产业", "第二产业", "第三产业"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "内、外贸": ("内贸", "外贸"),
    "内外贸": ("内贸", "外贸"),
    "产业结构": ("第一产业", "第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "一、二、三产业": ("第一产业", "第二产业", "第三产业"),
    **dict.fromkeys(("第一、二产业", "第一、第二产业", "第一和第二产业"), ("第一产业", "第二产业")),
    **dict.fromkeys(("第一、三产业", "第一、第三产业", "第一和第三产业"), ("第一产业", "第三产业")),
    **dict.fromkeys(
        ("二、三产业", "二三产业", "第二、三产业", "第二、第三产业", "第二和第三产业"), ("第二产业", "第三产业")
    ),
    "汽、柴油": ("汽油", "柴油"),
    "汽柴油": ("汽油", "柴油"),
    "一二三线城市": ("一线城市", "二线城市", "三线城市"),
    "一、二、三线城市": ("一线城市", "二线城市", "三线城市"),
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡": ("城镇", "农村"),
    "东、中、西部地区": ("东部地区", "中部地区", "西部地区"),
    "东中西部地区": ("东部地区", "中部地区", "西部地区"),
    "东部、中部、西部地区": ("东部地区", "中部地区", "西部地区"),
    "东、中、西部和东北地区": ("东部地区", "中部地区", "西部地区", "东北地区"),
    "东部、中部、西部和东北地区": ("东部地区", "中部地区", "西部地区", "东北地区"),
}
# 住房和城乡建设厅, 城乡融合 name no two parts
_SUM: Final = re.compile(
    f"(?:{'|'.join(sorted(_SUMS, key=len, reverse=True))})(?!建设|规划|融合|统筹|一体|环境|社区|供水|公交)"
)


def summed_members(text: str) -> tuple[str, ...]:
    """The members of the list that one word of a text stands for (三次产业); empty where there is no such word."""
    found = _SUM.search(text)
    return _SUMS[found.group()] if found else ()


def _summed_up(place: Place, hit: Found[Indicator] | None, size: int, discourse: Discourse) -> list[Topic] | None:
    """三次产业增加值分别增长3%、5%和6%, 城乡居民收入分别增长4%、6%: one word for the whole list."""
    markup, number = place.markup, place.markup.clause_at(place.clause.start)
    found = _SUM.search(markup.text, place.start, place.head)
    listing = markup.text.find("、", place.start, place.head) < markup.text.find(WORD, place.start, place.head)
    listing = listing and "、" in markup.text[place.start : place.head]  # 第一、二、三产业…；|投资、进出口|分别
    if found is None and number > 0 and not listing and WORD in markup.text[place.start : place.head]:
        found = _SUM.search(markup.text, markup.clauses[number - 1].start, markup.clauses[number - 1].end)
    members = _SUMS[found.group()] if found else ()
    if len(members) != size:
        return None
    base = Topic(region=discourse.topic.region)
    base = with_indicator(place.markup, base, hit) if hit else discourse.topic.inherited()._replace(classes=())
    sectors = [member if member in SECTORS else None for member in members]
    return [
        base._replace(
            subject=member, sector=sector or base.implied_sector, own_subject=True, region=_region_of(member, base)
        )
        for member, sector in zip(members, sectors, strict=True)
    ]


def _region_of(member: str, base: Topic) -> str | None:
    """东部地区 is a region of its own, 第二产业 and 城镇 are of the one spoken of."""
    return member if member.endswith(("部地区", "东北地区")) else base.region


def _clause_list(place: Place, hit: Found[Indicator] | None, size: int, discourse: Discourse) -> list[Topic] | None:
    """甲制造业，乙业，丙业增加值分别增长: a list whose members are clauses of their own."""
    markup, last = place.markup, place.markup.clause_at(place.clause.start)
    if hit is None or last < size - 1:
        return None
    parts = [Part(c.start, c.end) for c in markup.clauses[last - size + 1 : last]]
    if any(parts[0].start <= number.start < parts[-1].end for number in markup.numbers):
        return None  # a clause with a number of its own is no member
    parts.append(Part(after_time(markup, place.start, hit.start), hit.start))
    whole = [any(_covers(start, end, part) for start, end in markup.terms) for part in parts[1:]]
    if not all(whole) or not is_term(markup, parts[0]):
        return None
    return [_part_topic(markup, part, hit, discourse) for part in parts]


def _covers(start: int, end: int, part: Part) -> bool:
    return start <= part.start and part.end <= end


def _list_topics(
    place: Place,
    start: int,
    stop: int,
    hit: Found[Indicator] | None,
    cue: Cue | None,
    size: int,
    discourse: Discourse,
    strict: bool = False,
) -> list[Topic] | None:
    markup = place.markup
    end = hit.end if hit else (cue.start if cue and cue.start > start else stop)
    opens, start = start, after_time(markup, start, end)
    frame = _FRAME.match(markup.text, start, end)
    start = frame.end() if frame else start
    start += len(WORD) * markup.text.startswith(WORD, start, end)  # 上半年|分别|实现营收、净利润
    start += len(_AMONG) * markup.text.startswith(_AMONG, start, end)  # 其中|铜、铝
    listed = summed_up(markup, start, end)
    parts = noun_list(markup, start, listed, size)
    if parts is None or (strict and not _is_listing(markup, parts, hit)):
        return None
    own = [_own_indicator(markup, part) for part in parts]
    if all(own):
        topics = [_part_topic(markup, part, mine, discourse) for part, mine in zip(parts, own, strict=True)]
        return _owned_alike([owned_before(markup, topics[0], opens, parts[0].start), *topics[1:]])
    if hit is not None and listed == end:
        parts = [*parts[:-1], Part(parts[-1].start, max(hit.start, parts[-1].start))]
        if parts[-1].end <= parts[-1].start:
            return None
    if hit is not None:
        return [_part_topic(markup, part, hit, discourse) for part in parts]
    if not any(is_term(markup, part) for part in parts):
        return None
    topics = [_part_topic(markup, part, None, discourse) for part in parts]
    moved = discourse.topic.counted and cue is not None and cue.measure == "growth"
    return [topic._replace(indicator=None, indicator_text=None) for topic in topics] if moved else topics


def _is_listing(markup: Markup, parts: Sequence[Part], hit: Found[Indicator] | None) -> bool:
    """Whether the parts of an earlier clause are what numbers can be told of: terms, or most of them by a statistic."""
    terms = sum(is_term(markup, part) for part in parts)
    return terms == len(parts) or (hit is not None and 2 * terms > len(parts))


def _own_indicator(markup: Markup, part: Part) -> Found[Indicator] | None:
    kind = KINDS_OF_TRADE.match(markup.text, part.start) is not None
    return None if kind else indicator_before(markup, part.start, part.end, ())


def _owned_alike(topics: list[Topic]) -> list[Topic]:
    """集团|营业收入和利润: statistics in a list have the owner of the first, those of a country its place."""
    first = topics[0]
    return [first, *(_owned_like(topic, first) for topic in topics[1:])]


def _owned_like(topic: Topic, first: Topic) -> Topic:
    if topic.own_subject or not first.own_subject or (topic.region and topic.region != first.region):
        return topic
    alike = topic.nature == first.nature == "index" or topic.category == first.category == "trade"
    if topic.scope == "national" and not alike:
        return topic._replace(region=first.region)
    return topic._replace(
        subject=first.subject, sector=first.sector, classes=first.classes, region=first.region, own_subject=True
    )


def _part_topic(markup: Markup, part: Part, hit: Found[Indicator] | None, discourse: Discourse) -> Topic:
    base = Topic(region=discourse.topic.region)
    if hit is None:
        base = discourse.topic.inherited()._replace(subject=None, sector=None, classes=())
    else:
        base = with_indicator(markup, base, hit)
        if hit.start <= part.start:  # 生产指数和|新订单指数: the part is the name of the statistic and no more
            named = subject_inside(markup, base, hit)
            return named if named.own_subject else taken_over(named, discourse)
    listed = markup.text[part.end : part.end + 1] == "、"  # nothing closes the list there
    end = hit.start if hit is not None and part.start <= hit.start < part.end else part.end
    end = end if listed else max(trimmed(markup, part.start, end)[1], part.start + 1)
    if hit is not None and hit.start in (part.end, end) and hit.entry.nature not in ("price", "index"):
        closed = markup.text[hit.start - 1 : hit.start] in "等个各"
        owner = None if closed else OWNER.match(markup.text, hit.start, hit.end - 1)  # 绿色低碳优势|产业增加值
        end = owner.end() if owner else end
    start = partner_start(markup, part.start, end)
    topic = with_subject(markup, base, start, end)
    words = markup.sentence.text[start:end]
    inner = listed and markup.text[part.start - 1 : part.start] == "、" and len(words) <= _LONGEST
    if inner and topic.own_subject and words.endswith(topic.subject or words) and words != topic.subject:
        topic = described(markup, topic._replace(subject=words), start, end)  # 、计算机|集成|制造技术、
    if not topic.own_subject and end > start and not _LEANING.match(markup.text, start):
        text = markup.sentence.text[start:end].strip(" “”、的")
        topic = described(markup, base._replace(subject=text or None, own_subject=bool(text)), start, end)
    if hit is not None and not topic.own_subject:
        topic = described(markup, topic, hit.start, hit.end)
    if len(topic.classes) == 1 and len(topic.subject or "") <= _STEM:
        return topic._replace(subject=topic.classes[0])  # 大、中、小型企业: 大 is short for a class
    return of_place(markup, topic, discourse.topics[-1]) if discourse.topics else topic
