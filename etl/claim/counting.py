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
from etl.lexicon.predicates import PREDICATES
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.model import NumberMention

_ENTERPRISE = re.compile(r"(?:企业|公司|厂商|商户|工商户|小巨人”?|小巨人|市场主体|经营主体)(?:数量|户数|总数|数)?$")
_PEOPLE = frozenset({"人", "名", "位", "例"})
_BY_UNIT = {
    "人": "人数",
    "名": "人数",
    "位": "人数",
    "户": "户数",
    "起": "数量",
    "件": "数量",
    "次": "次数",
    "例": "病例",
}
_BY_UNIT |= {
    "票": "票数",
    "集": "集数",
    "字": "字数",
    "趟": "次数",
    "人次": "人次",
    "户次": "户次",
    "架次": "航班量",
    "国": "国家",
}
_TIMES = frozenset({"次", "趟", "遍"})
_VERBS = frozenset({"v", "vd", "vi", "d", "p"})
_VERB_REACH = 8  # characters
_DIRECTLY = re.compile(r"(?:总量|总数|总额|已|已经|达|达到|为|是|超|约|共|近|超过|突破|有|均|也|还|将|:){0,4}")
_BRANCHES = re.compile(r"(?:行业|产业|门类|大类|地区)$")
# 湖北149例, 境外输入588例: a part of those counted before, not what is counted.
_PART = re.compile(r"(?:境外输入|本土|境外|境内|男性?|女性?|其中)$")


def counted(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a count: the noun it counts, after it or before it; None to go on with the indicator."""
    markup = place.markup
    if hit is not None and _DIRECTLY.fullmatch(markup.text, hit.end, place.head):
        return None
    if number.text.endswith("人口"):
        return of_unit(place, number, discourse)._replace(indicator="人口")
    begin = _after_numbers(markup, number)
    if begin > number.end and markup.text[begin : begin + 1] == "的":
        begin += 1
    befallen = _befallen(place, number, begin, discourse)
    if befallen is not None:
        return befallen
    repeated = repetition(place, begin, number)
    if repeated is not None:
        return _owned(place, repeated, phrase.Phrase(number.start, number.end, ""), discourse, place.head)
    following = after(markup.text, begin, place.clause.end, markup.terms, _statistics(markup))
    if following is not None and number.unit == "人" and begin == number.outer_end:
        if _TEAM.search(following.text):
            return _people_of(markup, following, discourse)
        following = None if _acts(markup, following) else following
    if following is not None:
        return _of_noun(place, following, discourse)
    start = after_time(markup, place.start, place.head)
    preceding = _adjacent(markup, start, place.head, phrase.before(markup.text, start, place.head, markup.terms))
    begin = preceding.start if preceding is not None else place.head
    preceding = _headed(markup, preceding) if preceding is not None else None
    if hit is not None and (preceding is None or hit.end > preceding.start):
        return None
    again = bool(discourse.topics) and discourse.unit == number.unit
    if preceding is None or len(preceding.text) > 24:
        goes_on = discourse.topic.known and (number.unit not in _PEOPLE or discourse.topic.unit in _PEOPLE)
        return None if again or goes_on else of_unit(place, number, discourse)
    if number.unit in _OWNED and _owns(markup, preceding, place.head):
        return of_unit(place, number, discourse)
    if _is_part(markup, preceding) and again:
        return None
    return _of_noun(place, preceding, discourse, begin)


def _verb_before(place: Place) -> str | None:
    """The verb whose doings are counted right after it: 喷发了|三次, 修改|89处."""
    left = phrase.words_of(place.markup.text, max(place.start, place.head - 6), place.head, place.markup.terms)
    while left and (left[-1].tag in ("ul", "d", "a") or left[-1].text in PREDICATES):
        left.pop()
    verbal = bool(left) and left[-1].tag in ("v", "vn") and len(left[-1].text) > 1
    return left[-1].text if verbal else None


_OPENING = 3  # characters
_HAS = re.compile("[^，。；]{0,4}(?<![拥设没])有[^，。；]{0,3}$")
_PERSON = re.compile("(?:人|员|者|生|民|众|师|客|兵|童|手|属|女|青年|干部|代表|户)$")


_OWNED = frozenset({"人", "名", "位", "户", "票", "字", "集", "次", "国"})
_TEAM = re.compile("(?:组|队|团|班子|乐队|委员会|编队)$")


def _people_of(markup: Markup, team: phrase.Phrase, discourse: Discourse) -> Topic:
    """13人|联合工作组: the people of a team."""
    text = markup.sentence.text[team.start : team.end]
    topic = Topic("人数", None, "count", "人", "subject", own_indicator=True, region=discourse.topic.region)
    return described(markup, topic._replace(subject=text, own_subject=True), team.start, team.end)


def _owns(markup: Markup, noun: phrase.Phrase, head: int) -> bool:
    """Whether the noun before a number of people has them rather than is them: 连队|先后有25人."""
    return _PERSON.search(noun.text) is None and _HAS.fullmatch(markup.text, noun.end, head) is not None


def _headed(markup: Markup, noun: phrase.Phrase) -> phrase.Phrase:
    """The head of a phrase that opens with examples or a description: 礼金和有价证券等|问题, 价格下降的|城市."""
    described = noun.text.rfind("的") + 1
    if 0 < described <= len(noun.text) - 2:
        return phrase.Phrase(noun.start + described, noun.end, noun.text[described:])
    begin = noun.start + noun.text.rfind("等") + 1
    if (
        begin == noun.start
        or noun.end - begin < 2
        or noun.text[: begin - noun.start].endswith(("高等", "中等", "同等", "初等"))
    ):
        return noun
    return phrase.Phrase(begin, noun.end, markup.text[begin : noun.end])


def repetition(place: Place, begin: int, number: NumberMention) -> Topic | None:
    """两次|亲临江苏考察, 焊接|6次: a number of times is of the verb after it or before it."""
    markup, stop = place.markup, place.clause.end
    if number.unit not in _TIMES:
        return None
    words = phrase.words_of(markup.text, begin, min(stop, begin + _VERB_REACH), markup.terms)
    name = None
    if begin > number.outer_end and words and words[0].tag in ("v", "vn", "d"):
        name = markup.text[begin : words[-1].end] if words[-1].end == stop and len(words) <= 3 else None
    elif words and words[0].tag == "a" and len(words) > 1 and words[1].tag in ("v", "vn"):
        name = f"{words[0].text}{words[1].text}次数"  # 两次|小整修
    elif words and words[-1].tag in ("v", "vn") and words[-1].end == stop and words[0].tag not in _VERBS:
        name = f"{markup.text[begin : words[-1].end]}次数" if len(words) > 1 else None  # 两次|大飞机武装跳伞
    elif words and words[0].tag in _VERBS:
        whole = words[-1].end in (stop, begin + markup.text[begin:stop].find("、"))
        name = f"{markup.text[begin : words[-1].end]}次数" if whole else "次数"
    if name is None and begin == number.outer_end:
        verb = _verb_before(place)
        name = f"{verb}次数" if verb and not words else None
    return Topic(name, None, "count", number.unit or "", "subject", own_indicator=True) if name else None


def _adjacent(markup: Markup, start: int, head: int, found: phrase.Phrase | None) -> phrase.Phrase | None:
    """The noun right before the number rather than one before a prepositional phrase: 韩国在华|留学生."""
    if found is None or found.end > head - 2:
        return found
    words = phrase.words_of(markup.text, max(start, found.end), head, markup.terms)
    while words and words[-1].tag in ("d", "a", "v", "p", "ul") and not words[-1].is_term:
        words.pop()
    first = len(words)
    while first and (words[first - 1].is_term or words[first - 1].tag.startswith(("n", "j", "b", "vn"))):
        first -= 1
    if first == len(words) or words[-1].text in _NO_NOUNS:
        return found
    begin, end = words[first].start, words[-1].end
    return phrase.Phrase(begin, end, markup.text[begin:end]) if end - begin > 1 else found


_NO_NOUNS = frozenset({"同比", "环比", "去年", "今年", "全国", "其中", "数量", "总数", "人数"})


def _after_numbers(markup: Markup, number: NumberMention) -> int:
    """Where the noun may stand that several counts share: 5万多种|15万册|图书, 54户|130名|贫困人口."""
    end = number.outer_end
    for other in markup.numbers:
        if other.start == end and other.dimension == "count" and other.unit is not None:
            end = other.outer_end
    return end


def _acts(markup: Markup, noun: phrase.Phrase) -> bool:
    """Whether what follows 人 is a verb rather than another name for the people: 12人|持枪."""
    return phrase.words_of(markup.text, noun.start, noun.end, markup.terms)[0].tag in ("v", "vd", "vi", "ad", "d", "p")


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
        last = discourse.topics[-1] if discourse.topics else discourse.topic
        opens = place.head - place.clause.start <= _OPENING and not (last.indicator or "").endswith("人数")
        return topic._replace(subject=None if opens else last.subject)
    text = markup.sentence.text[owner.start : owner.end].strip(" 、")
    return described(markup, topic._replace(subject=text, own_subject=True), owner.start, owner.end)


def _of_noun(place: Place, noun: phrase.Phrase, discourse: Discourse, begin: int | None = None) -> Topic:
    """The topic of a counted noun; ``begin`` is where its description begins, before which its owner stands."""
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
    end = place.head if begin is None else begin
    return _owned(place, topic, noun, discourse, end)


def _owned(place: Place, topic: Topic, noun: phrase.Phrase, discourse: Discourse, end: int) -> Topic:
    """The topic with whose count it is: a known kind of owner beside it, who acts, or the noun itself."""
    markup, text = place.markup, topic.indicator_text
    whole = discourse.topics[-1] if discourse.topics else None
    if whole is not None and whole.nature == "count" and _OF_THEM.search(markup.text, place.start, place.head):
        return topic._replace(subject=whole.indicator_text or whole.subject, sector=whole.sector, region=whole.region)
    owner = topic
    for start, stop in subject_spans(place, end):
        owner = with_subject(markup, topic, start, stop)
        if owner.own_subject:
            break
    if owner.own_subject and (owner.sector or owner.classes or _LISTED.search(markup.text[:end])):
        return owner._replace(sector=owner.sector or topic.sector)
    passive = noun.start > place.head and markup.text[place.head - 1 : place.head] in _TOWARDS
    actor = None if passive else actor_of(markup, place.clause, end, discourse)
    if actor is None or actor.text == noun.text:
        return topic._replace(subject=text)
    who = markup.sentence.text[actor.start : actor.end].strip(" 、")
    acted = described(markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)
    return acted._replace(sector=acted.sector or topic.sector, classes=acted.classes or topic.classes)


# 41个大类行业中有28个|行业: a part of those just counted.
_OF_THEM = re.compile("(?:中|之中|其中)，?(?:已|已经|共)?有?$")
_TOWARDS = frozenset("对向给与同把将被")  # 车俊对4位|督导组组长: not his
_LISTED = re.compile("[、和].{1,10}等$")


def _statistics(markup: Markup) -> list[tuple[int, int]]:
    """The spans of statistics that are not themselves counted things."""
    return [
        (hit.start, hit.end) for hit in markup.indicators if hit.entry.nature in _FIGURES and not _counts(hit.entry)
    ]


_FIGURES = frozenset({"flow", "rate", "price", "share"})


def _counts(entry: Indicator) -> bool:
    """Whether a statistic is a number of things (案件数量), which may be what a classifier counts."""
    return entry.nature == "flow" and entry.unit in SURFACES and SURFACES[entry.unit].unit.dimension == "count"


def _with_known(markup: Markup, topic: Topic, noun: phrase.Phrase) -> Topic:
    """A counted noun that the lexicon knows as a statistic is known by its nature there."""
    known = [hit for hit in within(markup.indicators, noun.start, noun.end) if hit.end >= noun.end - 1]
    if not known:
        return topic
    return topic._replace(nature=known[-1].entry.nature, implied_sector=known[-1].entry.sector or None, known=True)


def of_unit(place: Place, number: NumberMention, discourse: Discourse) -> Topic:
    """A count with no noun of its own: what its unit counts, of who acts."""
    name = _BY_UNIT.get(number.unit or "")
    verb = _verb_before(place) if name is None and number.dimension == "count" else None
    name = f"{verb}数量" if verb else name
    topic = Topic(indicator=name, region=discourse.topic.region, nature="count" if name else "", unit=number.unit or "")
    actor = actor_of(place.markup, place.clause, place.head, discourse)
    if actor is None:
        return topic._replace(subject=discourse.topic.subject)
    who = place.markup.sentence.text[actor.start : actor.end].strip(" 、")
    return described(place.markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)


def may_be_subject(topic: Topic, last: Topic) -> bool:
    """Whether a noun phrase may be whose figure it is: a known kind of subject, or a short name."""
    if topic.sector or topic.classes or (topic.region and topic.region != last.region):
        return True
    return last.indicator is None or len(topic.subject or "") <= 10


_GREATEST = re.compile("大(?=[一-鿿]{2})")
_AMONG = re.compile("(?:世界|全球|全国|亚洲|国内|国际)的?$")


def of_rank(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """第二大|贸易伙伴: what is ranked is the statistic, of who is it."""
    markup = place.markup
    greatest = _GREATEST.match(markup.text, number.end, place.clause.end)
    begin = greatest.end() if greatest else number.end
    named = greatest is not None or _AMONG.search(markup.text, place.start, place.head) is not None
    thing = after(markup.text, begin, place.clause.end, markup.terms, ()) if named else None
    if thing is None:
        return None
    topic = Topic(thing.text, thing.text, "count", "位", "subject", own_indicator=True, region=discourse.topic.region)
    actor = actor_of(markup, place.clause, place.head, discourse)
    if actor is None:
        return topic._replace(subject=discourse.topic.subject or thing.text)
    return described(markup, topic._replace(subject=actor.text, own_subject=True), actor.start, actor.end)


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
