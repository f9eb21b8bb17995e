"""The nouns that counts count: after the classifier, before the number, or implied by the unit."""

from __future__ import annotations

import re

from etl.claim import phrase
from etl.claim.actor import actor_of
from etl.claim.counted_noun import after
from etl.claim.discourse import Discourse
from etl.claim.fate import fate_after
from etl.claim.markup import Markup
from etl.claim.place import Place, after_time, subject_spans
from etl.claim.status import OLD_VALUE
from etl.claim.topic import Topic, described, with_indicator, with_subject, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention

_ENTERPRISE = re.compile(r"(?:企业|公司|厂商|商户|工商户|小巨人”?|小巨人|市场主体|经营主体)(?:数量|户数|总数|数)?$")
_PEOPLE = frozenset({"人", "名", "位", "例"})
_BY_UNIT = {"人": "人数", "名": "人数", "位": "人数", "户": "户数", "起": "数量", "件": "数量", "次": "次数", "例": "病例"}
_BY_UNIT |= {"票": "票数", "集": "集数", "字": "字数", "趟": "次数", "人次": "人次", "户次": "户次", "架次": "航班量"}
_TIMES = frozenset({"次", "趟", "遍", "顿"})
_DIRECTLY = re.compile(r"(?:总量|总数|总额|已|已经|达|达到|为|是|超|约|共|近|超过|突破|有|均|也|还|将|:){0,4}")
_BRANCHES = re.compile(r"(?:行业|产业|门类|大类|地区)$")
# 湖北149例, 境外输入588例: a part of those counted before, not what is counted.
_PART = re.compile(r"(?:境外输入|本土|境外|境内|男性?|女性?|其中)$")


def counted(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a count: the noun it counts, after it or before it; None to go on with the indicator."""
    markup = place.markup
    if hit is not None and _DIRECTLY.fullmatch(markup.text, hit.end, place.head):
        return None
    begin = number.outer_end
    if begin > number.end and markup.text[begin : begin + 1] == "的":
        begin += 1
    befallen = _befallen(place, number, begin, discourse)
    if befallen is not None:
        return befallen
    following = after(markup.text, begin, place.clause.end, markup.terms, _statistics(markup))
    if following is not None and not (number.unit == "人" and begin == number.outer_end and _acts(markup, following)):
        return _of_noun(place, following, discourse)
    start = after_time(markup, place.start, place.head)
    preceding = phrase.before(markup.text, start, place.head, markup.terms)
    if preceding is None or len(preceding.text) > 24:
        return None
    if hit is not None and hit.end > preceding.start:
        return None
    if _is_part(markup, preceding) and discourse.topics and discourse.unit == number.unit:
        return None
    return _of_noun(place, preceding, discourse)


def _acts(markup: Markup, noun: phrase.Phrase) -> bool:
    """Whether what follows 人 is a verb rather than another name for the people: 12人|持枪."""
    return phrase.words_of(markup.text, noun.start, noun.end, markup.terms)[0].tag in ("v", "vd", "vi")


def _is_part(markup: Markup, noun: phrase.Phrase) -> bool:
    place = any(region.start == noun.start and region.end == noun.end for region in markup.regions)
    return place or _PART.fullmatch(noun.text) is not None


def _befallen(place: Place, number: NumberMention, begin: int, discourse: Discourse) -> Topic | None:
    """12人|死亡, 20多名|工人|获救: what becomes of people names the statistic, and they or the event own it."""
    if number.unit not in _PEOPLE:
        return None
    markup, stop = place.markup, place.clause.end
    fate, people = fate_after(markup, begin, stop), None
    if fate is None and number.unit != "人":
        people = after(markup.text, begin, stop, markup.terms, _statistics(markup))
        fate = fate_after(markup, people.end, stop) if people else None
    if fate is None:
        return None
    topic = Topic(fate.indicator, None, "count", "人", "subject", own_indicator=True, region=discourse.topic.region)
    owner = people or actor_of(markup, place.clause, place.head, discourse)
    if owner is None:
        return topic._replace(subject=discourse.topic.subject)
    text = markup.sentence.text[owner.start : owner.end].strip(" “、")
    return described(markup, topic._replace(subject=text, own_subject=True), owner.start, owner.end)


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
    return _owned(place, topic, noun, discourse)


def _owned(place: Place, topic: Topic, noun: phrase.Phrase, discourse: Discourse) -> Topic:
    """The topic with whose count it is: a known kind of owner beside it, who acts, or the noun itself."""
    markup, text = place.markup, topic.indicator_text
    end = noun.start if noun.end <= place.head else place.head
    owner = topic
    for start, stop in subject_spans(place, end):
        owner = with_subject(markup, topic, start, stop)
        if owner.own_subject:
            break
    if owner.own_subject and (owner.sector or owner.classes or _LISTED.search(markup.text[:end])):
        return owner._replace(sector=owner.sector or topic.sector)
    actor = actor_of(markup, place.clause, end, discourse)
    if actor is None or actor.text == noun.text:
        return topic._replace(subject=text)
    who = markup.sentence.text[actor.start : actor.end].strip(" “、")
    acted = described(markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)
    return acted._replace(sector=acted.sector or topic.sector, classes=acted.classes or topic.classes)


_LISTED = re.compile("[、和].{1,10}等$")


def _statistics(markup: Markup) -> list[tuple[int, int]]:
    """The spans of statistics that are not themselves counted things."""
    return [(hit.start, hit.end) for hit in markup.indicators if hit.entry.nature in ("flow", "rate", "price", "share")]


def _with_known(markup: Markup, topic: Topic, noun: phrase.Phrase) -> Topic:
    """A counted noun that the lexicon knows as a statistic is known by its nature there."""
    known = [hit for hit in within(markup.indicators, noun.start, noun.end) if hit.end >= noun.end - 1]
    if not known:
        return topic
    return topic._replace(nature=known[-1].entry.nature, implied_sector=known[-1].entry.sector or None, known=True)


def of_unit(place: Place, number: NumberMention, discourse: Discourse) -> Topic:
    """A count with no noun of its own: what its unit counts, of who acts."""
    name = _BY_UNIT.get(number.unit or "")
    topic = Topic(indicator=name, region=discourse.topic.region, nature="count" if name else "", unit=number.unit or "")
    actor = actor_of(place.markup, place.clause, place.head, discourse)
    if actor is None:
        return topic._replace(subject=discourse.topic.subject)
    who = place.markup.sentence.text[actor.start : actor.end].strip(" “、")
    return described(place.markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)


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
    thing = after(markup.text, size.end(), place.clause.end, markup.terms, ()) if size else None
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
    thing = after(markup.text, end + 1, place.clause.end, markup.terms, ())
    if thing is None:
        return None
    text = markup.sentence.text[thing.start : thing.end]
    topic = with_indicator(markup, Topic(), hit)._replace(subject=text, own_subject=True)
    return described(markup, topic, thing.start, thing.end)
