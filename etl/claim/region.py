"""Where the figure of a claim is from: the place of its subject, its clause, its sentence, or its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from etl.characters import normalise
from etl.claim.discourse import Discourse
from etl.claim.locality import home_of_paper, meant_by, of_level, own_word, place_of_paper, place_of_report
from etl.claim.markup import FILED, Clause, Markup
from etl.claim.statistic import AMONG, WORLD
from etl.claim.topic import ORGANISATION, Topic, within
from etl.lexicon.regions import DIVISIONS, REGIONS, WHOLE, Region, common_region, find_regions
from etl.lexicon.regions import within as within_regions
from etl.lexicon.terms import Found
from etl.model import Sentence
from etl.sieve import Sieved

CHINA: Final = "中国"
_LOCAL: Final = DIVISIONS | {"country"}
_NATIONAL: Final = re.compile(  # every alternative opens with a character: a search passes over the others
    "我国|全国|国家统计局|海关总署|央行|人民银行(?![一-鿿]{2,6}[分支]行)|中央财政|国家财政|财政部|商务部|工信部|工业和信息化部|国务院|国家发展改革委|国家发改委|农业部|人社部|人力资源和?社会保障部|教育部|民政部|公安部|水利部|铁道部"
    "|交通运输部|自然资源部|国土资源部|生态环境部|环境保护部|农业农村部|应急管理部"
)
# 居全国第一, 占全国的 name the field of a ranking or a denominator, not the place of the figure.
_RANKED: Final = Sieved(r"(?:前|第|首|率先|[东中西]部(?:地区)?第|平均|各地|排名|的[0-9])")
_ALL_PROVINCES: Final = re.compile(r"3[01]个省")
_PARTNER: Final = Sieved(r"(?:对|与|同|和|向|自|从)$")
# 对东盟、拉美和|非洲: the members of a list share what opens it.
_TOWARDS: Final = Sieved(
    r"(?:对|向|自|从)[^，。；0-9%]{0,30}$|(?:我国|中国|全国|(?<![省市国区]))(?:与|同)[^，。；0-9%]{0,20}$"
)
_TRADE: Final = re.compile(r"进出口|出口|进口|贸易|顺差|逆差|投资")
# 全省, 我市: the place of that level that was named last.
_OWN: Final = re.compile("(?:全|我)([省市县区州])(?![域块别间际场])")
_WIDE: Final = frozenset({"bloc", "economic"})  # 长江流域, 长三角 hold many a 全省
_REACH: Final = 300  # characters before a clause: what a longer sentence says further back is of other numbers
_FIRM: Final = re.compile("[一-鿿()]{2,14}(?:公司|集团|银行|大学|医院|研究院)")  # 佛山|某某机器人公司 is a name
_STAYS: Final = Sieved("(?:医院|学院|大学)$")  # 北京|儿童医院 is where its name says
# 在中国的销量, 在华年产能: where it is sold or made, whoever does it.
_THERE: Final = Sieved(r"(?:市场|境内)?的|市场|境内|年?[产销]|投资|新建|建[成设有]|设立|开设")
_IN_CHINA: Final = "在华"
# 对美国, 比日本, 除上海外, 来自德国 name others.
_OTHERS: Final = Sieved(r"(?:对|与|同|跟|和|向|自|从|由|比|较|除|于|超过|来自|占|居|位列)$")
_ELSEWHERE: Final = re.compile(r"(?:对|比|较|向|往|销往|出口到|除|来自)[^，；。]{0,8}$")
_JOINTS: Final = frozenset({"、", "和", "与", "及"})
_BETWEEN: Final = _JOINTS | {"至", "到"}  # 贵阳|至|南宁高铁 is of neither town alone


def region_of_article(sentences: Sequence[Sentence], publication: str) -> str | None:
    """The place an article is about by default: named in the publication's or its own headline, or the country."""
    for text in (publication, *(s.text for s in sentences[:1])):
        reports = "政府工作报告" in text
        named = [f.entry.name for f in _places(normalise(text)) if f.entry.level in _LOCAL] if reports else []
        if named:
            return named[0]
    if sentences and "政府工作报告" in sentences[0].text:
        reported = place_of_report(publication, normalise(sentences[0].text))
        reported = reported or (None if _is_of_country(sentences) else home_of_paper(publication))
        if reported is not None:
            return reported
    title = normalise(sentences[0].text) if sentences else ""
    dateline = _dateline(title)
    if dateline is not None:
        return dateline
    opening = FILED.sub("", "".join(normalise(s.text) for s in sentences[:2]))
    places = {
        f.entry.name for f in find_regions(opening) if f.entry.level != "bloc" and not _FIRM.match(opening, f.end)
    }
    own = own_word(title) or own_word(opening)
    if len(places) == 1 and CHINA not in places and not is_national(opening):
        named_once = places.pop()
        meant = (of_level(named_once, own) or place_of_paper(publication, own)) if own else None
        return meant or named_once  # 太原海关: 我省 is 山西省
    headline = [f for f in _places(title) if not _FIRM.match(title, f.end)]
    names = {f.entry.name for f in headline}
    foreign = {f.entry.name for f in headline if f.entry.level == "country"} - {CHINA}
    if len(foreign) == 1 == len(names):
        return foreign.pop()
    local = place_of_paper(publication, own) if own and not names else None
    if local is not None:
        return local
    opens = len(names) == 1 and headline[0].start == 0 and headline[0].entry.level in DIVISIONS
    told = 1 if opens else 6  # sentences
    if not own_word(title) and is_national("".join(normalise(s.text) for s in sentences[:told])):
        return CHINA
    return names.pop() if len(names) == 1 else None


_PREMIER: Final = re.compile("国务院|全国人民代表大会|全国人大|国内生产总值|我国")


def _is_of_country(sentences: Sequence[Sentence]) -> bool:
    """Whether a local paper prints the report of the State Council."""
    return any(_PREMIER.search(sentence.text) for sentence in sentences[:6])


def is_national(text: str) -> bool:
    """Whether a text speaks of China as a whole; 韩国媒体说全国 does not."""
    if WHOLE not in text:
        return _NATIONAL.search(text) is not None
    if _NATIONAL.search(text.replace(WHOLE, "")) is not None:
        return True
    return not any(found.text == WHOLE and found.entry.name != CHINA for found in find_regions(text))


@lru_cache(maxsize=1 << 8)
def _places(text: str) -> tuple[Found[Region], ...]:
    """The places of a text that is asked for more than once: a newspaper's name, a headline."""
    return tuple(find_regions(text))


_COLON: Final = re.compile("[：:]")
_BEFORE_DATELINE: Final = re.compile("(?:【[^】]{1,40}】|[^：:，。]{1,16}[ ·—])?")


def _dateline(title: str) -> str | None:
    """武汉：祥和过端午, 【晒晒成绩单】河南：检验实效: the place that a headline sets before its colon."""
    colon = _COLON.search(title)
    if colon is None:
        return None
    named = [f for f in _places(title) if f.end == colon.start() and f.entry.level in _LOCAL]
    if not named:
        return None
    return named[-1].entry.name if _BEFORE_DATELINE.fullmatch(title, 0, named[-1].start) else None


def region_of(markup: Markup, clause: Clause, topic: Topic, kind: str, discourse: Discourse) -> str | None:
    """The region of the subject, of the clause, of the paragraph, or of the article."""
    if kind == "technical":
        return None  # what a product can do, it can do everywhere
    if topic.region and _is_partner(markup, clause, topic):
        return (discourse.home if discourse.region in (None, CHINA) else None) or discourse.region or CHINA
    if _ALL_PROVINCES.search(markup.text, clause.start, clause.end):
        return CHINA
    bloc = _bloc(markup, clause)
    if bloc is not None:
        return bloc
    there = _located(markup, clause) or _quarter(markup.text, topic)
    if there is not None:
        return there
    if topic.region:
        return discourse.region if topic.region == CHINA and _is_abroad(markup, clause, discourse) else topic.region
    if topic.own_subject and topic.subject and _is_of_world(markup, clause, topic.subject):
        return WORLD
    here = _here(markup, clause, topic) or _worldwide(markup, clause)
    if here == CHINA and _is_abroad(markup, clause, discourse):
        return discourse.region
    if here is not None:
        return here
    framed = _framed(markup, clause)
    if framed is not None:
        return framed
    own = _own(markup, clause)
    if own is not None and (discourse.region in (None, CHINA) or REGIONS[discourse.region].level in _WIDE):
        return meant_by(own.group(1), discourse.places, discourse.home_of_paper)
    opener = _opener(markup, clause)
    if opener is not None and not discourse.topics:
        return opener
    before = discourse.topic.region if discourse.topics else None
    if before and (not topic.own_subject or REGIONS[before].level in _LOCAL):
        return before
    home = _home(markup, discourse) if own is None else None
    if home is not None:
        return home
    return _default(topic, kind, discourse)


_QUARTERS: Final = frozenset({"东北", "华北", "西北", "西南", "华东", "华中", "华南"})


def _quarter(text: str, topic: Topic) -> str | None:
    """西南地区近七成，东北|过两成半, not 城区244毫米，东北|198毫米: a quarter of the country as the subject."""
    if not topic.own_subject or topic.subject not in _QUARTERS:
        return None
    return f"{topic.subject}地区" if "地区" in text or "华" in text or "黄淮" in text else None


def _is_abroad(markup: Markup, clause: Clause, discourse: Discourse) -> bool:
    """Whether 全国 is the country that the article is about."""
    abroad = discourse.region not in (None, CHINA) and REGIONS[discourse.region].level == "country"
    if not abroad or markup.text.find(WHOLE, clause.start, clause.end) < 0:
        return False
    return all(found.text == WHOLE for found in markup.regions if found.entry.name == CHINA)


def _own(markup: Markup, clause: Clause) -> re.Match[str] | None:
    begin = max(0, clause.start - _REACH)
    return _OWN.search(markup.text, clause.start, clause.end) or _OWN.search(markup.text, begin, clause.start)


def whole_of(markup: Markup, clause: Clause, topic: Topic, discourse: Discourse) -> str | None:
    """全省, 我市 as the subject of a total, where nothing tells which province or town it is."""
    if topic.region is not None or topic.nature in ("index", "price"):
        return None
    own = _own(markup, clause)
    return own.group() if own is not None else discourse.local or None


def _is_of_world(markup: Markup, clause: Clause, subject: str) -> bool:
    """全球|半导体销售额: the whole world's."""
    return markup.sentence.text.find(f"全球{subject}", clause.start, clause.end) >= 0


# 去年|全球的投资中27%, 全世界400多座核电站; not 全球第二, 全球最大, 世界贸易组织.
_EVERYWHERE: Final = Sieved(
    "(?:全球|全世界|世界(?=人口|经济(?!论坛)|各国|粮食|贸易(?![组中])))"
    "(?!第|[最首唯]|领先|化|范围|知名|著名|各地|互联网|治理|[0-9]+强|市场)"
)
_AFTER: Final = frozenset("年月日前说称示明计测现底")  # a time, or who says it


def _worldwide(markup: Markup, clause: Clause) -> str | None:
    """The world, where a clause opens with it."""
    found = _EVERYWHERE.search(markup.text, clause.start, clause.end)
    if found is None:
        return None
    begins = found.start() == clause.start or markup.text[found.start() - 1] in _AFTER
    return WORLD if begins else None


def _bloc(markup: Markup, clause: Clause) -> str | None:
    """全球制造业采购经理指数: the part of the world that a statistic or an industry has in its name."""
    found = [f for f in within(markup.regions, clause.start, clause.end) if f.entry.level == "bloc"]
    if not found:
        return None
    named = {term.start for terms in (markup.indicators, markup.sectors) for term in terms}
    found = [f for f in found if f.end in named]
    found = [f for f in found if not _TOWARDS.search(markup.text[clause.start : f.start])]
    found = [f for f in found if not AMONG.search(markup.text, clause.start, f.start)]
    return found[0].entry.name if found else None


def _framed(markup: Markup, clause: Clause) -> str | None:
    """在河北省，…: the place that opens the sentence, in a clause of its own."""
    first = markup.clauses[0]
    if first.start == clause.start or not markup.regions:
        return None
    found = markup.regions[0]
    opens = found.start == first.start or _FRAMES.fullmatch(markup.text, first.start, found.start) is not None
    return found.entry.name if opens and found.end == first.end and found.entry.level in _LOCAL else None


_FRAMES: Final = Sieved("(?:而|如今|现在|目前|今天|昨天|同样)?(?:是?在|位于|地处|走进|来到)")
_SPOKEN_OF: Final = re.compile(
    r"(?:地区|境内|方面)?(?:$|一[家名位所个座艘架辆支户群]|[通过实全已共把将用从在大加推完开成出积有是为拥具也仍]"
    r"|[^，。；：、]{0,20}目标[是为]?：?$)"  # 甘肃省2026年主要预期目标是：…
)


def _opener(markup: Markup, clause: Clause) -> str | None:
    """石门县通过了检查，贫困发生率降至0.9%; 就是欧盟地区，出口下降20.3%: the place that an earlier clause is about."""
    for earlier in reversed(markup.clauses[: markup.clause_at(clause.start)]):
        for found in within(markup.regions, earlier.start, earlier.end):
            opens = found.start == earlier.start or _SAID_OF.fullmatch(markup.text, earlier.start, found.start)
            if opens and _SPOKEN_OF.match(markup.text, found.end, earlier.end):
                return found.entry.name
    return None


_SAID_OF: Final = Sieved("就是|比如|例如|如|目前|在|其中|而")


def _located(markup: Markup, clause: Clause) -> str | None:
    if markup.text.find(_IN_CHINA, clause.start, clause.end) >= 0:
        return CHINA
    for found in within(markup.regions, clause.start, clause.end):
        before = markup.text[max(clause.start, found.start - 1) : found.start]
        if before == "在" and _THERE.match(markup.text, found.end):
            return found.entry.name
    return None


def _here(markup: Markup, clause: Clause, topic: Topic) -> str | None:
    """The place that the clause names for what it says, if it names one, or what holds all that it lists."""
    here = [f for f in within(markup.regions, clause.start, clause.end) if f.entry.level != "bloc"]
    here = [f for f in here if not _RANKED.match(markup.text, f.end) and not _is_other(markup, clause, f)]
    if ORGANISATION.search(topic.subject or "") and not _STAYS.search(topic.subject or ""):
        here = [f for f in here if f.text not in (topic.subject or "")]
    here = _without_examples(markup, clause, here)
    if not here:
        return None
    listed = any(_are_members(markup.text, a.end, b.start, clause.end) for a, b in pairwise(here))
    return common_region(f.entry.name for f in here) if listed else here[0].entry.name


# 甲省某某集团、|湖南|金荣集团等20户企业: one of several names that a number sums up is not where all of them are.
_SUMMED: Final = Sieved("[^，。；、]{0,16}等(?:[0-9.]{1,6}|[一二三四五六七八九十百几多]{1,3})[余多]?[一-鿿]")


def _without_examples(markup: Markup, clause: Clause, here: list[Found[Region]]) -> list[Found[Region]]:
    """The places without the single one that stands in the last of several names summed up by a number."""
    if len(here) != 1 or here[0].entry.name == CHINA or markup.text[here[0].start - 1 : here[0].start] not in _JOINTS:
        return here
    return [] if _SUMMED.match(markup.text, here[0].end, clause.end) else here


def _are_members(text: str, start: int, stop: int, end: int) -> bool:
    """甲区|、|乙区, 甲区|东片、|乙区西片等80个片区: whether two places stand in one list."""
    if text[start:stop] in _BETWEEN:
        return True
    joined = text[stop - 1 : stop] in _JOINTS and "，" not in text[start:stop]
    return joined and _SUMMED.match(text, stop, end) is not None


def _is_other(markup: Markup, clause: Clause, found: Found[Region]) -> bool:
    before = markup.text[max(clause.start, found.start - 10) : found.start]
    return _OTHERS.search(before) is not None or _ELSEWHERE.search(before) is not None


def _home(markup: Markup, discourse: Discourse) -> str | None:
    """甲县的工业增长9%。企业总数达到|90家|: the division of all figures of the sentence before it."""
    home = discourse.home
    if home is None or discourse.placed != home or markup.regions or is_national(markup.text):
        return None
    return home if discourse.region in (None, CHINA) or discourse.region in within_regions(home) else None


def _default(topic: Topic, kind: str, discourse: Discourse) -> str | None:
    """The article's place; a statistic of the whole economy or of an industry is the country's if nothing else is said.

    What a company or a product does is not the country's for being printed in its news.
    """
    if discourse.region not in (None, CHINA):
        return discourse.region
    if discourse.local:
        return meant_by(discourse.local[-1], discourse.places, discourse.home_of_paper)
    if ORGANISATION.search(topic.subject or "") or (discourse.individual and topic.subject == discourse.organisation):
        return None
    national = topic.known and topic.scope == "national"
    abroad = discourse.topic.region
    if abroad and abroad != CHINA and not discourse.individual and REGIONS[abroad].level == "country":
        return abroad
    if national or (topic.known and bool(topic.sector or topic.classes) and not discourse.individual):
        return CHINA
    return discourse.region if kind == "economic" and not discourse.individual else None


def _is_partner(markup: Markup, clause: Clause, topic: Topic) -> bool:
    if topic.region == CHINA or topic.indicator is None or not _TRADE.search(topic.indicator):
        return False
    places = within(markup.regions, clause.start, clause.end)
    listed = {b.start for a, b in pairwise(places) if markup.text[a.end : b.start] in _JOINTS}
    hits = [f for f in places if f.entry.name == topic.region]
    if any(_TOWARDS.search(markup.text[clause.start : f.start]) for f in hits):
        return True
    alone = (f for f in hits if f.start not in listed)
    return any(_PARTNER.search(markup.text[max(clause.start, f.start - 2) : f.start]) for f in alone)
