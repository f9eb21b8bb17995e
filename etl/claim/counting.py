"""The nouns that counts count: after the classifier, before the number, or implied by the unit."""

from __future__ import annotations

import re

from etl.claim import phrase
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.place import Place, after_time, subject_spans
from etl.claim.status import OLD_VALUE
from etl.claim.topic import Topic, described, with_indicator, with_subject, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention

_ENTERPRISE = re.compile(r"(?:企业|公司|厂商|商户|工商户|小巨人”?|小巨人|市场主体|经营主体)(?:数量|户数|总数|数)?$")
_FATE = re.compile(r"死亡|遇难|受伤|失踪|获救|被困|感染")
_BY_UNIT = {"人": "人数", "名": "人数", "位": "人数", "户": "户数", "起": "数量", "件": "数量"}
_DIRECTLY = re.compile(r"(?:总量|总数|总额|已|已经|达|达到|为|是|超|约|共|近|超过|突破|有|均|也|还|将|:){0,4}")
_BRANCHES = re.compile(r"(?:行业|产业|门类|大类|地区)$")


def counted(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a count: the noun it counts, after it or before it; None to go on with the indicator."""
    markup = place.markup
    if hit is not None and _DIRECTLY.fullmatch(markup.text, hit.end, place.head):
        return None
    begin = number.outer_end
    if begin > number.end and markup.text[begin : begin + 1] == "的":
        begin += 1
    following = phrase.after(markup.text, begin, place.clause.end, markup.terms, _statistics(markup))
    if following is not None:
        return _of_noun(place, following, discourse)
    start = after_time(markup, place.start, place.head)
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
        return topic._replace(subject=text, own_subject=True, nature="stock", known=True)
    branch = within(markup.sectors, noun.start, noun.end)
    if branch and not branch[0].entry.weak:
        return topic._replace(subject=branch[0].text, own_subject=True)
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    if discourse.topics and last.sector and _BRANCHES.search(noun.text):
        return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)
    end = noun.start if noun.end <= place.head else place.head
    owner = topic
    for start, stop in subject_spans(place, end):
        owner = with_subject(markup, topic, start, stop)
        if owner.own_subject:
            break
    if owner.own_subject and end == place.head and may_be_subject(owner, discourse.topic):
        return owner._replace(sector=owner.sector or topic.sector)
    return topic._replace(subject=text)


def _statistics(markup: Markup) -> list[tuple[int, int]]:
    """The spans of statistics that are not themselves counted things."""
    return [(hit.start, hit.end) for hit in markup.indicators if hit.entry.nature in ("flow", "rate", "price", "share")]


def _with_known(markup: Markup, topic: Topic, noun: phrase.Phrase) -> Topic:
    """A counted noun that the lexicon knows as a statistic is known by its nature there."""
    known = [hit for hit in within(markup.indicators, noun.start, noun.end) if hit.end >= noun.end - 1]
    if not known:
        return topic
    return topic._replace(nature=known[-1].entry.nature, implied_sector=known[-1].entry.sector or None, known=True)


def of_unit(markup: Markup, number: NumberMention, last: Topic) -> Topic:
    """A count with no noun of its own: what befell those counted (77人|受伤), else what its unit counts."""
    fate = _FATE.match(markup.text, number.outer_end)
    name = f"{fate.group()}人数" if fate else _BY_UNIT.get(number.unit or "")
    return Topic(indicator=name, subject=last.subject, region=last.region, nature="count" if name else "")


def may_be_subject(topic: Topic, last: Topic) -> bool:
    """Whether a noun phrase may be whose figure it is: a known kind of subject, or a short name."""
    if topic.sector or topic.classes or (topic.region and topic.region != last.region):
        return True
    return last.indicator is None or len(topic.subject or "") <= 10


_SIZE = re.compile(r"(见方|长|宽|高|厚|重|深)的(?=[一-鿿“])")


def sized(place: Place, number: NumberMention) -> Topic | None:
    """3毫米见方的|芯片: the size that follows the number is the statistic, the thing so large the subject."""
    markup = place.markup
    size = _SIZE.match(markup.text, number.end, place.clause.end)
    thing = phrase.after(markup.text, size.end(), place.clause.end, markup.terms, ()) if size else None
    if size is None or thing is None:
        return None
    text = markup.sentence.text[thing.start : thing.end]
    topic = Topic(
        size.group(1), size.group(1), "rate", "", "subject", subject=text, own_indicator=True, own_subject=True
    )
    return described(markup, topic, thing.start, thing.end)


def changed_thing(place: Place, hit: Found[Indicator] | None) -> Topic | None:
    """将税率分别为25%、20%的|汽车整车关税|降至15%: what follows the old values is whose they are."""
    markup = place.markup
    end = place.numbers.end
    if hit is None or not OLD_VALUE.match(markup.text, end) or markup.text[end] != "的":
        return None
    thing = phrase.after(markup.text, end + 1, place.clause.end, markup.terms, ())
    if thing is None:
        return None
    text = markup.sentence.text[thing.start : thing.end]
    topic = with_indicator(markup, Topic(), hit)._replace(subject=text, own_subject=True)
    return described(markup, topic, thing.start, thing.end)
