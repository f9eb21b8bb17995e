"""Numbers of people: what befell them, whose they are, the team they make up."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.actor import actor_of
from etl.claim.counted_noun import after
from etl.claim.discourse import Discourse
from etl.claim.fate import fate_after
from etl.claim.figure import statistics
from etl.claim.markup import Markup
from etl.claim.phrase import Phrase
from etl.claim.place import Place
from etl.claim.repetition import verb_before
from etl.claim.topic import Topic, described
from etl.model import NumberMention
from etl.sieve import Sieved

PEOPLE: Final = frozenset({"人", "名", "位", "例"})
"""The units that count people."""
PEOPLE_NAME: Final = "人数"
"""The statistic of people of whom nothing else is told."""
_ALONE: Final = re.compile("(?:另|还|共)?有?(?:至少|大?约)?")
_HAS: Final = re.compile("[^，。；]{0,4}(?<![拥设没])有[^，。；]{0,3}$")
_PERSON: Final = Sieved("(?:人|员|者|生|民|众|师|客|兵|童|手|属|女|孩|孩子|娃|母亲|父亲|青年|干部|代表|户)$")
_RULED: Final = re.compile("[一-鿿]{2}了?(?:约|近|超过?)?$")  # 民间武装|释放了81人
_TEAM: Final = Sieved("(?:组|队|团|班子|乐队|委员会|编队)$")


def is_person(noun: Phrase) -> bool:
    """Whether a noun names people."""
    return _PERSON.search(noun.text) is not None


def is_team(noun: Phrase) -> bool:
    """Whether the noun after a number of people is what they make up (13人|联合工作组)."""
    return _TEAM.search(noun.text) is not None


def befallen(place: Place, number: NumberMention, begin: int, discourse: Discourse) -> Topic | None:
    """12人|死亡, 20多名|工人|获救: what becomes of people names the statistic, and they or the event own it."""
    if number.unit not in PEOPLE:
        return None
    markup, stop = place.markup, place.clause.end
    done = _KILLED.search(markup.text, place.start, place.head)
    if done is not None:
        return _of_killed(place, begin, done.group(1), discourse)
    fate, people = fate_after(markup, begin, stop), None
    if fate is None and number.unit != "人":
        people = after(markup.text, begin, stop, markup.terms, statistics(markup))
        fate = fate_after(markup, people.end, stop) if people else None
    if fate is None:
        return None
    topic = Topic(fate.indicator, None, "count", "人", "subject", own_indicator=True, region=discourse.topic.region)
    owner = people or actor_of(markup, place.clause, place.head, discourse)
    if owner is None:
        last = discourse.topics[-1] if discourse.topics else discourse.topic
        alone = _ALONE.fullmatch(markup.text, place.clause.start, place.head) is not None
        opens = alone and not (last.indicator or "").endswith("人数")
        return topic._replace(subject=None if opens else last.subject)
    text = markup.sentence.text[owner.start : owner.end].strip(" 、")
    told = described(markup, topic._replace(subject=text, own_subject=True), owner.start, owner.end)
    return told._replace(sector=None)  # 飞机上4人受伤: what befalls people is no figure of an industry


_KILLED: Final = Sieved(
    "(打死|击毙|炸死|枪杀|撞死|杀死|杀害|谋杀|残杀|毒死|砍死|打伤|击伤|炸伤|撞伤|砍伤|刺伤)了?(?:至少|大约|约|近|超过|逾|另外?)?$"
)


def _of_killed(place: Place, begin: int, verb: str, discourse: Discourse) -> Topic:
    """谋杀了|90名|患者: whom somebody killed or hurt are the dead or the hurt, whoever they were."""
    markup = place.markup
    name = "死亡人数" if verb[-1] in "死杀害毙" else "受伤人数"
    topic = Topic(name, None, "count", "人", "subject", own_indicator=True, region=discourse.topic.region)
    people = after(markup.text, begin, place.clause.end, markup.terms, statistics(markup))
    if people is None:
        return topic._replace(subject=discourse.topic.subject)
    text = markup.sentence.text[people.start : people.end].strip(" 、")
    told = described(markup, topic._replace(subject=text, own_subject=True), people.start, people.end)
    return told._replace(sector=None)


def of_team(markup: Markup, team: Phrase, discourse: Discourse) -> Topic:
    """13人|联合工作组: the people of a team."""
    text = markup.sentence.text[team.start : team.end]
    topic = Topic("人数", None, "count", "人", "subject", own_indicator=True, region=discourse.topic.region)
    return described(markup, topic._replace(subject=text, own_subject=True), team.start, team.end)


_CAST: Final = re.compile("赞成|反对|弃权|支持|同意|否决|赞同")


def of_votes(topic: Topic, text: str, end: int) -> Topic:
    """120票|赞成、9票|反对: votes for and against are two figures."""
    cast = _CAST.match(text, end)
    return topic._replace(indicator=f"{cast.group()}票数") if cast else topic


def have(markup: Markup, noun: Phrase, head: int, alone: bool) -> bool:
    """Whether the noun before a number of people has them rather than is them: 连队|先后有25人.

    With ``alone``, a verb between the two is enough (民间武装|释放了81人).
    """
    if _PERSON.search(noun.text):
        return False
    between = markup.text[noun.end : head]
    return _HAS.fullmatch(between) is not None or (alone and _RULED.search(between) is not None)


_CLOSED: Final = re.compile("[，。；、,;]|$")
_DONE_TO: Final = frozenset({"人", "名"})
_SUMMED: Final = frozenset(
    {
        "共计",
        "合计",
        "总计",
        "还有",
        "估计",
        "达到",
        "统计",
        "造成",
        "上升",
        "下降",
        "位列",
        "增加",
        "减少",
        "净增",
        "新增",
        "增长",
        "累计",
    }
)


ATTENDS: Final = Sieved("(?:缺席|列席|应到|实到|请假)$")
"""Who came or did not, which no dictionary has as verbs."""


def done_to(place: Place, number: NumberMention) -> str | None:
    """查处67人, 问责5763人，: what is done to people whom nothing else names; None of 共计26万人, 安排100人值守."""
    closed = _CLOSED.match(place.markup.text, number.outer_end) is not None
    attends = ATTENDS.search(place.markup.text, place.start, place.head)
    if attends is not None and number.unit in _DONE_TO:
        return attends.group()
    verb = verb_before(place) if closed and number.unit in _DONE_TO and number.dimension == "count" else None
    return None if verb is None or verb in _SUMMED else verb.removeprefix("共")
