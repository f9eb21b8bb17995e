"""What an article has said so far, as far as later sentences lean on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from etl.claim.base import BASE, BasePhrase
from etl.claim.locality import last_scene, own_word, stands_in_list
from etl.claim.phrase import Phrase
from etl.claim.story import Story
from etl.claim.timing import STATISTICAL, Timing
from etl.claim.topic import ORGANISATION, Topic
from etl.lexicon.regions import DIVISIONS, REGIONS, Region
from etl.lexicon.terms import Found
from etl.model import Claim
from etl.sieve import Sieved

# One company, plant or institution, not all of a kind.
_INDIVIDUAL: Final = Sieved(
    "(?:一家|这家|那家|该|某)[^，。；、]{0,14}(?:企业|公司|工厂|医院|农场)|有限公司|股份公司|集团(?![化军队体])|产线|生产线上|车间|展位|展台"
)

OF_FIRMS: Final = frozenset(
    {"营业收入", "净利润", "扣非净利润", "毛利率", "净利润率", "利润总额", "研发投入", "营业利润", "销售收入"}
)
"""Statistics that firms have; what an industry has of them is told with its name."""
_EARNED: Final = frozenset({"收入", "成本", "费用", "交付量", "销售费用", "财务费用", "管理费用"})
_OF_BOOKS: Final = frozenset({"industry", "money_credit"})


def in_books(topic: Topic) -> bool:
    """Whether a statistic is one that stands in the books of a firm: 总资产, 财务费用, 拨备覆盖率, 产能利用率."""
    booked = topic.category in _OF_BOOKS and topic.scope == "subject" and not topic.generic and topic.nature != "share"
    return booked or topic.indicator in OF_FIRMS or topic.indicator in _EARNED


_KINDS: Final = re.compile(
    "(?:业|企业|公司|行业|产业|集团|经济|产品|服务|领域|全国|全省|全市|项目|园区|市场|平台|单位|机构|部门|[主业创]板|区|者|商|户)$"
)
_SELF: Final = frozenset({"公司", "集团"})
_LEAST_NAME: Final = 2  # characters
_WHOLES: Final = frozenset({"全国", "我国", "国内", "全球", "世界"})
_SHORTEST_NAME: Final = 4  # characters
_PARTS: Final = re.compile("其中|[一-鿿]{2,6}中[，,]")
_PARTS_MOST: Final = 7  # characters, 中 among them
_SEEN: Final = re.compile("从?([同环])比(?:来|情况|数据)?看")
_SEEN_MOST: Final = 6


@dataclass(slots=True)
class Discourse:
    """The memory of one article while its sentences are read in order.

    ``topics`` holds the topics of the sentence so far, one for each claim; ``topic`` is the last of
    the paragraph. ``measure`` and ``comparison`` are those of the last claim of the sentence, for
    elliptic clauses (农村上涨3.3%). ``whole`` is what an 其中 of the sentence names a part of.
    ``noted`` tells that a clause of it without numbers named a statistic, ``chain`` that the paragraph
    speaks of 环比 (``seen``: that a sentence of it opened with 从环比看), ``about_one`` that it is about one company
    or the like, as far as its sentences have been looked at, ``unread`` are the others; ``organisation`` is the last
    one that was named, ``firm`` the one whose turnover or profit was told last, ``places`` the last of every level,
    ``last_place`` the last at which something may have happened, ``placed`` the same before the sentence.
    ``ahead`` tells that the section speaks of
    what is to be done, ``urged`` that its paragraph has said so, ``first_day`` is the first day that the lead prints,
    ``event_day`` the same where something happened on it (``event_first``: before any longer time was printed),
    ``home_of_paper`` is the division whose news the paper prints,
    ``trips_day`` the day of which the lead tells how many travelled,
    ``story_day`` the day that opens the story below a lead without one, ``now`` is the 目前 of the paragraph,
    ``head_day`` the first day while headlines are read. ``actors`` keeps who acts in the clauses of the
    sentence, by where they begin, ``around`` what was spoken of before a bracket, ``story`` what was printed
    before the sentence, ``local`` is its last 全省, 我市 ('' after 我国), ``parted`` tells that it opens with 其中.
    ``home`` is the division that all figures of the last sentence of the paragraph are of, if they are of one.
    ``since_timing`` counts the sentences since the paragraph's time was printed, ``so_far`` is the time up to now that
    opened a sentence of it (两年来), ``span`` the last one of several years (过去五年),
    ``reported`` the last month, quarter or year of which the article gave statistics, ``base`` the time of its own
    that the figures of the sentence are held against (比2012年), with the days of those figures. ``undertaking`` is
    where the last number of the sentence that is to come ends, and its status.
    """

    region: str | None = None
    home_of_paper: str | None = None
    lead_timing: Timing | None = None
    section_timing: Timing | None = None
    ahead: bool = False
    urged: bool = False
    announced: Timing | None = None
    lead_day: Timing | None = None
    first_day: Timing | None = None
    event_day: Timing | None = None
    trips_day: Timing | None = None
    story_day: Timing | None = None
    now: Timing | None = None
    event_first: bool = False
    head_day: Timing | None = None
    paragraph: int = -2
    paragraph_timing: Timing | None = None
    so_far: Timing | None = None
    since_timing: int = 0
    span: Timing | None = None
    reported: Timing | None = None
    timing: Timing | None = None
    topic: Topic = field(default_factory=Topic)
    topics: list[Topic] = field(default_factory=list)
    whole: Topic | None = None
    about_one: bool = False
    unread: list[str] = field(default_factory=list)
    organisation: str | None = None
    firm: str | None = None
    places: dict[str, str] = field(default_factory=dict)
    placed: str | None = None
    last_place: str | None = None
    measure: str | None = None
    form: str | None = None
    unit: str | None = None
    fresh: bool = False
    noted: bool = False
    started: bool = False
    falling: bool = False
    negative: bool = False
    points: str | None = None
    last_unit: str | None = None
    article_topic: Topic | None = None
    chain: bool = False
    seen: bool = False
    comparison: str | None = None
    base: tuple[BasePhrase, tuple[date, date]] | None = None
    actors: dict[int, Phrase | None] = field(default_factory=dict)
    around: Topic | None = None
    local: str | None = None
    home: str | None = None
    parted: bool = False
    undertaking: tuple[int, str] | None = None
    story: Story = field(default_factory=Story)

    def open_paragraph(self, number: int) -> None:
        """Forgets what does not cross a paragraph."""
        if number != self.paragraph:
            self.paragraph, self.paragraph_timing, self.announced = number, None, None
            self.now, self.so_far, self.span, self.urged = None, None, None, False
            self.article_topic = self.topic if self.topic.indicator else self.article_topic
            self.topic, self.whole, self.chain, self.fresh = Topic(), None, False, False
            self.about_one, self.unread, self.seen = False, [], False
            self.home = None

    def note_span(self, timing: Timing | None) -> None:
        """Keeps the last time of several years that a sentence left to the next, and the last one of statistics."""
        if timing is not None and timing.kind in STATISTICAL:
            self.reported = timing
        if timing is not None and timing.kind == "span" and timing.end.year > timing.start.year + 1:
            self.span = timing

    def open_sentence(self, text: str) -> None:
        """Forgets what does not cross a full stop; 环比 goes on only into 其中, 食品中."""
        self.parted = text.find("中", 0, _PARTS_MOST) >= 0 and _PARTS.match(text) is not None
        seen = _SEEN.match(text) if text.find("看", 0, _SEEN_MOST) >= 0 else None
        self.seen = seen.group(1) == "环" if seen is not None else self.seen
        self.chain = self.seen or (self.chain and self.parted)
        self.topics, self.measure, self.form, self.timing = [], None, None, None
        self.since_timing += 1
        self.unit = self.comparison = self.points = self.last_unit = None
        self.falling = self.fresh = self.noted = self.started = False
        self.undertaking = None
        self.actors, self.story.phrases, self.base = {}, {}, None
        if self.whole is not None:
            self.topic, self.whole = self.whole.inherited(), None
        self.unread.append(text)
        said = own_word(text)
        self.local = self.local if said is None else said

    @property
    def individual(self) -> bool:
        """Whether the paragraph is about one company or the like; its sentences are looked at when somebody asks."""
        while self.unread:
            text = self.unread.pop()
            self.about_one = self.about_one or _INDIVIDUAL.search(text) is not None
        return self.about_one

    def note_places(self, text: str, regions: Sequence[Found[Region]]) -> None:
        """Keeps the last place of every level for a later 全省, 全市, and the last one that a sentence is about."""
        self.placed = self.last_place
        for number, found in enumerate(regions):
            if found.text not in _WHOLES and not stands_in_list(text, regions, number):
                self.places[found.entry.level] = found.entry.name
        if regions:
            self.last_place = last_scene(text, regions) or self.last_place

    def open_clause(self, opener: str, part: bool, closed: bool) -> None:
        """At a semicolon, goes back to the whole whose parts (其中) the clauses before it told.

        A bracket (湖北6例，山东1例) does not change what is spoken of after it, where it is ``closed``.
        """
        if opener == "(":
            self.around = self.topics[-1] if self.topics else None
        elif closed and self.around is not None:
            self.topic, self.around = self.around.inherited(), None
            self.topics.append(self.topic)
        if opener in ("；", ";"):
            self.fresh = False
            if self.whole is not None and not part:
                self.topic, self.whole = self.whole.inherited(), None
        if part and self.topics and self.whole is None:
            self.whole = self.topics[-1]

    def note_base(self, phrase: BasePhrase, comparison: str, timing: Timing | None) -> None:
        """Keeps a dated base for the clauses that print none; after 同比 or another base none is kept."""
        alone = self.comparison is None or self.base is not None
        dated = comparison == BASE and phrase.period is not None and phrase.period.date_start is not None
        self.base = (phrase, timing.days) if dated and alone and timing is not None else None

    def base_of(self, timing: Timing | None) -> BasePhrase | None:
        """The base kept for figures of the same time: 比2012年增长60%，利润增长|2倍."""
        return self.base[0] if self.base is not None and timing is not None and self.base[1] == timing.days else None

    def note_organisation(self, name: str | None) -> None:
        """Keeps the name of an organisation for a later 公司, 该集团."""
        if name is not None and name != self.organisation and len(name) >= _SHORTEST_NAME and ORGANISATION.search(name):
            self.organisation = name

    def _note_firm(self, topic: Topic) -> None:
        """京东方|营业收入: who has the turnover of a firm and is no industry, class or place is one."""
        whose = topic.subject or ""
        known = topic.sector or topic.classes or topic.region or not topic.own_subject
        of_firm = in_books(topic) if ORGANISATION.search(whose) else topic.indicator in OF_FIRMS
        if not of_firm or known or len(whose) < _LEAST_NAME or whose in _printed(topic):
            return
        if _KINDS.search(whose) is None:
            self.organisation, self.about_one = whose, True
        if _KINDS.search(whose) is None or whose in _SELF or ORGANISATION.search(whose):
            self.firm = self.firm if whose in _SELF and self.firm else whose  # of 公司 the name is known already

    def note_reporter(self, name: str) -> None:
        """Keeps who publishes its own results: what its report tells is of it."""
        self.organisation, self.firm, self.about_one = name, name, True

    def remember(self, topic: Topic, claim: Claim, form: str) -> None:
        """Notes a claim that was just read, with its topic and the form of its number.

        A count of unknown things (28个行业) or a part of them (七成企业) does not change what is spoken of.
        """
        measure, unit = claim.measure, claim.unit
        self.topics.append(topic)
        self._note_home(claim.region)
        self.note_organisation(topic.subject)
        self._note_firm(topic)
        self.last_unit = unit
        self.negative = claim.value < 0
        self.started = claim.rule.endswith("actual.start")
        self.comparison = claim.comparison or self.comparison
        if measure == "growth":
            self.falling = claim.value < 0
        elif measure == "change" and unit == "百分点":
            self.points = claim.comparison or self.points
        self.fresh = False
        if form == "quantity":
            self.unit = unit
        aside = topic.nature == "count" or (topic.nature == "share" and topic.counted)
        if not aside or topic.known or self.topic.indicator is None:
            self.topic = topic
        self.measure, self.form = measure, form

    def _note_home(self, region: str | None) -> None:
        """Keeps the division that all figures of the last sentence are of."""
        if len(self.topics) == 1:
            self.home = region if region is not None and REGIONS[region].level in DIVISIONS else None
        elif region != self.home:
            self.home = None

    def last_topics(self, size: int) -> list[Topic] | None:
        """The last ``size`` different topics of the sentence, in reading order, or None if there are fewer."""
        seen: list[Topic] = []
        for topic in reversed(self.topics):
            if not any(_same(topic, other) for other in seen):
                seen.append(topic)
            if len(seen) == size:
                return seen[::-1]
        return None


def _printed(topic: Topic) -> str:
    return f"{topic.indicator} {topic.indicator_text}"


def _same(one: Topic, other: Topic) -> bool:
    if one.own_indicator and other.own_indicator and one.indicator_text != other.indicator_text:
        return False  # 净利润、归母净利润 go by one name and are two
    return (one.indicator, one.subject, one.region) == (other.indicator, other.subject, other.region)
