"""Which topic each number of a list belongs to: alignment, ellipsis, and the nouns of counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.claim import phrase
from etl.claim.base import BasePhrase
from etl.claim.coordination import NumberList, Part, noun_list, sums_up_list
from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.markup import Clause, Markup
from etl.claim.topic import (
    Topic,
    described,
    excluded_spans,
    indicator_before,
    with_indicator,
    with_subject,
    within,
)
from etl.lexicon.indicators import INDICATORS, Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention

_ENTERPRISE = re.compile(r"(?:企业|公司|厂商|商户|工商户|小巨人”?|小巨人|市场主体|经营主体)(?:数量|户数|总数|数)?$")
_OF_ENTERPRISES = frozenset({"industry", "enterprises", "general"})
_STATISTIC = re.compile(r"(?:率|指数|金额|额|数量|量|面积|里程|强度|密度|费用|成本|能耗|资金|产值|总数|人数)$")
_FATE = re.compile(r"死亡|遇难|受伤|失踪|获救|被困|感染")
_BY_UNIT = {"人": "人数", "名": "人数", "位": "人数", "户": "户数", "起": "数量", "件": "数量"}
_MONEY = frozenset({"元", "美元", "欧元", "日元", "英镑", "港元"})
_PARTNER = re.compile(r"(?:对|与|同|向)(?=[一-鿿“])")
GDP = "国内生产总值"
_PEOPLE = re.compile(r"(?:全国|全省|城乡|城镇|农村)?(?:居民家庭|居民|农民工|农民|家庭)|城镇|农村")
_THING = re.compile(r"一(?:款|种|台|家|座|条|项|艘|架|颗|块|辆|部|套)[^，。]{0,24}?(?:的|”)([^，。的“”]{2,14})$")
_DIRECTLY = re.compile(r"(?:总量|总数|总额|已|已经|达|达到|为|是|超|约|共|近|超过|突破|有|均|也|还|将|:){0,4}")
_BRANCHES = re.compile(r"(?:行业|产业|门类|大类|地区)$")
_RANKS = re.compile(
    r"(?:排到|稳居|位居|跃居|仍居|均居|居|位列|名列|列|排名|排在|排|升至|升到|保持|跻身|成为|是|为)[^，。]{0,12}$"
)
_COUNT_MEASURES = frozenset({"level", "change"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list of numbers stands: its clause, what is before it there, and the comparisons printed."""

    markup: Markup
    clause: Clause
    start: int
    numbers: NumberList
    bases: Sequence[BasePhrase]

    @property
    def head(self) -> int:
        """Where the list begins, bound words included."""
        return self.numbers.head


def topics_of(place: Place, cue: Cue | None, discourse: Discourse) -> list[Topic]:
    """One topic for each number of the list."""
    if cue is not None and cue.measure == "contribution":
        return [contributed(place, cue, discourse)] * len(place.numbers.numbers)
    size = len(place.numbers.numbers)
    excluded = excluded_spans(place.markup, place.start, place.head, place.bases)
    hit = indicator_before(place.markup, place.start, place.head, excluded)
    if size > 1:
        aligned = _aligned(place, hit, cue, size, discourse)
        if aligned is not None:
            return aligned
    return [_single(place, hit, cue, number, discourse) for number in place.numbers.numbers]


# --------------------------------------------------------------------------- lists


def _aligned(
    place: Place, hit: Found[Indicator] | None, cue: Cue | None, size: int, discourse: Discourse
) -> list[Topic] | None:
    """The topics of 分别 lists: members of a noun list in the clause, in an earlier one, or the last topics."""
    here = _list_topics(place, place.start, place.head, hit, cue, size, discourse)
    here = here or _clause_list(place, hit, size, discourse)
    if here is not None:
        return here
    markup = place.markup
    for clause in reversed(markup.clauses[: markup.clause_at(place.clause.start)]):
        numbers = [
            n.outer_start
            for n in markup.numbers
            if clause.start <= n.start < clause.end and n.claimable and not sums_up_list(markup, n)
        ]
        if len(numbers) > 1:
            break
        stop = numbers[0] if numbers else clause.end
        earlier = indicator_before(markup, clause.start, stop, excluded_spans(markup, clause.start, stop, ()))
        found = _list_topics(place, clause.start, stop, earlier, None, size, discourse, strict=True)
        if found is not None:
            return [with_indicator(markup, topic, hit) if hit and not earlier else topic for topic in found]
    last = discourse.last_topics(size)
    return [topic.inherited() for topic in last] if last else None


def _clause_list(place: Place, hit: Found[Indicator] | None, size: int, discourse: Discourse) -> list[Topic] | None:
    """甲制造业，乙业，丙业增加值分别增长: a list whose members are clauses of their own."""
    markup, last = place.markup, place.markup.clause_at(place.clause.start)
    if hit is None or last < size - 1:
        return None
    parts = [Part(c.start, c.end) for c in markup.clauses[last - size + 1 : last]]
    parts.append(Part(_after_time(markup, place.start, hit.start), hit.start))
    whole = [any(_covers(t.start, t.end, part) for t in (*markup.sectors, *markup.products)) for part in parts[1:]]
    if not all(whole) or not _is_term(markup, parts[0]):
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
    start = _after_time(markup, start, end)
    parts = noun_list(markup, start, end, size)
    if parts is None or (strict and not all(_is_term(markup, part) for part in parts)):
        return None
    own = [_own_indicator(markup, part) for part in parts]
    if all(own):
        return [_part_topic(markup, part, mine, discourse) for part, mine in zip(parts, own, strict=True)]
    if hit is not None:
        parts = [*parts[:-1], Part(parts[-1].start, max(hit.start, parts[-1].start))]
        if parts[-1].end <= parts[-1].start:
            return None
        return [_part_topic(markup, part, hit, discourse) for part in parts]
    if not any(_is_term(markup, part) for part in parts):
        return None
    return [_part_topic(markup, part, None, discourse) for part in parts]


def _is_term(markup: Markup, part: Part) -> bool:
    groups = (markup.sectors, markup.classes, markup.regions, markup.products, markup.indicators)
    return any(within(group, part.start, part.end) for group in groups)


def _own_indicator(markup: Markup, part: Part) -> Found[Indicator] | None:
    return indicator_before(markup, part.start, part.end, ())


def _part_topic(markup: Markup, part: Part, hit: Found[Indicator] | None, discourse: Discourse) -> Topic:
    base = Topic(region=discourse.topic.region)
    if hit is None:
        base = replace(discourse.topic.inherited(), subject=None, sector=None, classes=())
    else:
        base = with_indicator(markup, base, hit)
    end = hit.start if hit is not None and part.start <= hit.start < part.end else part.end
    partner = _PARTNER.search(markup.text, part.start, end)
    start = partner.end() if partner else part.start
    topic = with_subject(markup, base, start, end)
    if not topic.own_subject and end > start:
        text = markup.sentence.text[start:end].strip(" “”、的")
        topic = described(markup, replace(base, subject=text or None, own_subject=bool(text)), start, end)
    if hit is not None and not topic.own_subject:
        topic = described(markup, topic, hit.start, hit.end)
    return topic


def _after_time(markup: Markup, start: int, end: int) -> int:
    stops = [p.end for p in markup.periods if start <= p.start and p.end < end]
    return max(stops, default=start)


# --------------------------------------------------------------------------- single numbers


def _single(
    place: Place, hit: Found[Indicator] | None, cue: Cue | None, number: NumberMention, discourse: Discourse
) -> Topic:
    measure = cue.measure if cue else "level"
    if number.dimension == "count" and number.form == "quantity" and measure in _COUNT_MEASURES:
        counted = _counted(place, hit, number, discourse)
        if counted is not None:
            return counted
    if hit is not None:
        return _of_indicator(place, hit, discourse)
    return _elliptic(place, cue, number, discourse)


def _of_indicator(place: Place, hit: Found[Indicator], discourse: Discourse) -> Topic:
    markup = place.markup
    if hit.entry.nature == "share" and discourse.topics and discourse.topic.indicator:
        return _share_of(place, hit, discourse.topic.inherited())
    topic = with_indicator(markup, Topic(), hit)
    for start, end in _subject_spans(place, hit.start):
        topic = with_subject(markup, topic, start, end)
        if topic.own_subject:
            topic = _owned(place, _completed(markup, topic, hit), hit)
            break
    if not topic.own_subject and topic.nature not in ("price", "index"):
        topic = _subject_inside(markup, topic, hit)
    if not topic.own_subject:
        topic = _introduced(place, topic)
    if not topic.own_subject:
        topic = _taken_over(topic, discourse)
    return topic


def _share_of(place: Place, hit: Found[Indicator], last: Topic) -> Topic:
    """占比, 比重 go on with the statistic spoken of, for a new subject if the clause names one."""
    for start, end in _subject_spans(place, hit.start):
        named = with_subject(place.markup, replace(last, subject=None, sector=None, classes=()), start, end)
        if named.own_subject and (named.sector or named.classes or len(named.subject or "") <= 8):
            return named
    return last


def _completed(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """A bare head is printed with the words that complete it: 义乌小商品|指数."""
    subject = topic.subject or ""
    if not hit.entry.generic or not markup.text[: hit.start].endswith(subject):
        return topic
    return replace(topic, indicator_text=f"{subject}{topic.indicator_text or ''}")


def _subject_spans(place: Place, end: int) -> list[tuple[int, int]]:
    """Where the subject may stand: after the last time before the indicator, else before that time."""
    inner = [p for p in place.markup.periods if place.start <= p.start and p.end <= end]
    inner = [p for p in inner if not any(b.start <= p.start < b.end for b in place.bases)]
    if not inner:
        return [(place.start, end)]
    return [(inner[-1].end, end), (place.start, inner[0].start)]


def _subject_inside(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """The subject that the indicator's own words hold: 规模以上工业|增加值."""
    people = _PEOPLE.match(markup.text, hit.start, hit.end - 1)
    if people is not None:
        return replace(topic, subject=people.group(), own_subject=True)
    terms = [(t.start, t.end) for t in within(markup.sectors, hit.start, hit.end - 1)]
    terms += [(t.start, t.end) for t in within(markup.classes, hit.start, hit.end - 1)]
    terms += [(t.start, t.end) for t in within(markup.products, hit.start, hit.end - 1)]
    if not terms:
        return topic
    start, end = min(t[0] for t in terms), max(t[1] for t in terms)
    return described(markup, replace(topic, subject=markup.sentence.text[start:end], own_subject=True), start, end)


def _owned(place: Place, topic: Topic, hit: Found[Indicator]) -> Topic:
    """六轴机器人的|重复定位|精度: before a bare head the owner is the subject, what stands between names the head."""
    text, subject = place.markup.text, topic.subject or ""
    begin = hit.start - len(subject)
    if not hit.entry.generic or topic.sector or topic.classes or text[begin - 1 : hit.start] != f"的{subject}":
        return topic
    owner = with_subject(place.markup, replace(topic, own_subject=False), place.start, begin - 1)
    return owner if owner.own_subject else topic


def _introduced(place: Place, topic: Topic) -> Topic:
    """一款名为…的箔材，厚度为: the thing that the clause before it introduces is the subject."""
    markup = place.markup
    number = markup.clause_at(place.clause.start)
    if number == 0:
        return topic
    previous = markup.clauses[number - 1]
    thing = _THING.search(markup.text, previous.start, previous.end)
    if thing is None or thing.end() != previous.end:
        return topic
    return described(markup, replace(topic, subject=thing.group(1), own_subject=True), thing.start(1), thing.end(1))


def _taken_over(topic: Topic, discourse: Discourse) -> Topic:
    """The topic with the subject of the clause before it, where its statistic needs one."""
    last = discourse.topic
    near = bool(discourse.topics) or discourse.fresh or (topic.category in _OF_ENTERPRISES and topic.nature != "count")
    near = near and not last.counted
    if topic.nature in ("price", "index"):
        near = False
    elif last.indicator == topic.indicator and discourse.topics:
        near = True
    elif topic.scope == "national" and not discourse.fresh:
        near = topic.category == "trade" and bool(discourse.topics) and not last.sector and last.subject != "全国"
    if last.subject is None or not near:
        return replace(topic, region=topic.region or (last.region if near else None))
    return replace(
        topic, subject=last.subject, sector=last.sector, classes=last.classes, region=topic.region or last.region
    )


def _elliptic(place: Place, cue: Cue | None, number: NumberMention, discourse: Discourse) -> Topic:
    """A clause without an indicator: a new subject for the statistic spoken of, or nothing new at all."""
    markup, last = place.markup, discourse.topic
    end = min(cue.start, place.head) if cue and cue.start >= place.start else place.head
    if cue and cue.start < place.start:
        end = place.head
    if number.form == "quantity" and discourse.topics and discourse.unit == number.unit:
        last = discourse.topics[-1]
    if number.form == "rank":
        end = _before_rank(markup, place.start, end)
    base = replace(last.inherited(), subject=None, sector=None, classes=())
    bases = [b.start for b in place.bases if place.start <= b.start < end]
    end = min([end, *bases])
    for start, stop in _subject_spans(place, end):
        topic = with_subject(markup, base, start, stop)
        if topic.own_subject and topic.subject and _may_be_subject(topic, last):
            if last.indicator is None and (topic.sector or topic.classes):
                return _of_article(topic, discourse)
            if last.indicator is None or _STATISTIC.search(topic.subject) or _other_statistic(number, discourse):
                return _headed_by(topic, discourse)
            return _of_place(markup, topic, last)
    if not discourse.topics and not _agrees(number, last):
        return _of_unit(markup, number, last)
    bare = last.indicator is None and last.subject is None
    if bare and discourse.article_topic is not None and number.form != "rank":
        return replace(discourse.article_topic.inherited(), region=last.region or discourse.article_topic.region)
    return last.inherited() if last.indicator or last.subject else base


def _of_place(markup: Markup, topic: Topic, last: Topic) -> Topic:
    """中部地区增长8.2%: a new place keeps the industry and classes whose figure is compared."""
    if topic.sector or topic.classes or not any(r.text == topic.subject for r in markup.regions):
        return topic
    return replace(topic, sector=last.sector, classes=last.classes)


def _of_article(topic: Topic, discourse: Discourse) -> Topic:
    """A new paragraph that goes on listing industries or classes goes on with the article's statistic."""
    spoken = discourse.article_topic
    if spoken is None or spoken.scope != "subject":
        return topic
    return replace(
        spoken.inherited(),
        subject=topic.subject,
        sector=topic.sector,
        classes=topic.classes,
        region=topic.region or spoken.region,
        own_subject=True,
    )


def _before_rank(markup: Markup, start: int, end: int) -> int:
    """Where the subject of a rank ends: before 居世界, 位列全国."""
    verb = _RANKS.search(markup.text, max(start, end - 16), end)
    return verb.start() if verb else end


def _other_statistic(number: NumberMention, discourse: Discourse) -> bool:
    """Whether an amount in another unit than the last amount's must be of a statistic of its own."""
    return number.form == "quantity" and discourse.unit is not None and number.unit != discourse.unit


def _agrees(number: NumberMention, last: Topic) -> bool:
    """Whether a number that opens a sentence can be of the statistic the sentence before spoke of."""
    if number.form != "quantity" or not last.indicator:
        return True
    return last.unit in ("", number.unit) or (number.dimension == "money" and last.unit in _MONEY)


def _of_unit(markup: Markup, number: NumberMention, last: Topic) -> Topic:
    """A count with no noun of its own: what befell those counted (77人|受伤), else what its unit counts."""
    fate = _FATE.match(markup.text, number.outer_end)
    name = f"{fate.group()}人数" if fate else _BY_UNIT.get(number.unit or "")
    return Topic(indicator=name, subject=last.subject, region=last.region, nature="count" if name else "")


def _headed_by(topic: Topic, discourse: Discourse) -> Topic:
    """With no statistic spoken of, the printed head noun is the indicator; of A的B, A is the subject."""
    owner, mark, head = (topic.subject or "").rpartition("的")
    if not mark:
        owner = topic.subject or ""
    return replace(
        topic, indicator=head, indicator_text=head, subject=owner or discourse.topic.subject, own_indicator=True
    )


def _statistics(markup: Markup) -> list[tuple[int, int]]:
    """The spans of statistics that are not themselves counted things."""
    return [(hit.start, hit.end) for hit in markup.indicators if hit.entry.nature in ("flow", "rate", "price", "share")]


def _with_known(markup: Markup, topic: Topic, noun: phrase.Phrase) -> Topic:
    """A counted noun that the lexicon knows as a statistic is known by its nature there."""
    known = [hit for hit in within(markup.indicators, noun.start, noun.end) if hit.end >= noun.end - 1]
    if not known:
        return topic
    return replace(topic, nature=known[-1].entry.nature, implied_sector=known[-1].entry.sector or None, known=True)


def _may_be_subject(topic: Topic, last: Topic) -> bool:
    if topic.sector or topic.classes or (topic.region and topic.region != last.region):
        return True
    return last.indicator is None or len(topic.subject or "") <= 10


# --------------------------------------------------------------------------- counts


def _counted(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a count: the noun it counts, after it or before it; None to go on with the indicator."""
    markup = place.markup
    if hit is not None and _DIRECTLY.fullmatch(markup.text, hit.end, place.head):
        return None
    following = phrase.after(markup.text, number.end, place.clause.end, markup.terms, _statistics(markup))
    if following is not None and number.outer_end <= following.end:
        return _of_noun(place, following, discourse)
    start = _after_time(markup, place.start, place.head)
    preceding = phrase.before(markup.text, start, place.head, markup.terms)
    if preceding is None or len(preceding.text) > 24:
        return None
    if hit is not None and hit.end > preceding.start:
        return None
    return _of_noun(place, preceding, discourse)


def _of_noun(place: Place, noun: phrase.Phrase, discourse: Discourse) -> Topic:
    markup = place.markup
    text = markup.sentence.text[noun.start : noun.end].strip(" “、")
    name = "企业数量" if _ENTERPRISE.search(noun.text) else text
    topic = Topic(name, text, "count", "", "subject", own_indicator=True, counted=name == text)
    topic = described(markup, topic, noun.start, noun.end)
    topic = _with_known(markup, topic, noun)
    if name == "企业数量":
        return replace(topic, subject=text, own_subject=True, nature="stock", known=True)
    branch = within(markup.sectors, noun.start, noun.end)
    if branch and not branch[0].entry.weak:
        return replace(topic, subject=branch[0].text, own_subject=True)
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    if discourse.topics and last.sector and _BRANCHES.search(noun.text):
        return replace(topic, subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)
    end = noun.start if noun.end <= place.head else place.head
    owner = topic
    for start, stop in _subject_spans(place, end):
        owner = with_subject(markup, topic, start, stop)
        if owner.own_subject:
            break
    if owner.own_subject and end == place.head and _may_be_subject(owner, discourse.topic):
        return replace(owner, sector=owner.sector or topic.sector)
    return replace(topic, subject=text)


# --------------------------------------------------------------------------- contributions


def contributed(place: Place, cue: Cue, discourse: Discourse) -> Topic:
    """Who contributes (the subject) to which total's growth (the indicator)."""
    markup, last = place.markup, discourse.topic
    hit = _total(markup, cue.start, place.head)
    if hit is None and "经济" in markup.text[place.start : place.head]:
        hit = _economy(markup, place.start, place.head)
    topic = with_indicator(markup, Topic(), hit) if hit else replace(last.inherited(), subject=None)
    towards = markup.text.find("对", place.start, cue.start)
    end = towards if towards > place.start else cue.start
    if towards > place.start and hit is None:
        total = _total(markup, towards, cue.start)
        topic = with_indicator(markup, Topic(), total) if total else topic
    for start, stop in _subject_spans(place, end):
        named = with_subject(markup, topic, start, stop)
        if named.own_subject:
            return named
    if discourse.topics:
        alike = last.indicator == topic.indicator or last.indicator is None
        text = last.indicator_text or ""
        own = text if (last.subject or "") in text else f"{last.subject or ''}{text}"
        subject = last.subject if alike else own
        return replace(topic, subject=subject, sector=last.sector, classes=last.classes, region=last.region)
    return _from_clause_before(place, topic)


def _total(markup: Markup, start: int, end: int) -> Found[Indicator] | None:
    hit = indicator_before(markup, start, end, ())
    return None if hit is None or hit.entry.nature == "share" else hit


def _economy(markup: Markup, start: int, end: int) -> Found[Indicator]:
    """经济增长 as the total to which something contributes is the gross domestic product."""
    place = markup.text.index("经济", start, end)
    stop = min(end, place + 4)
    return Found(place, stop, markup.text[place:stop], INDICATORS[GDP])


def _from_clause_before(place: Place, topic: Topic) -> Topic:
    number = place.markup.clause_at(place.clause.start)
    if number == 0:
        return topic
    previous = place.markup.clauses[number - 1]
    return with_subject(place.markup, topic, previous.start, previous.end)
