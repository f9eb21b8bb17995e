"""Clauses without numbers: the subject or the statistic that they name for the next ones."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.markup import Clause, Markup
from etl.claim.members_share import printed_share
from etl.claim.place import after_time
from etl.claim.topic import Topic, denominators, described, indicator_before, with_indicator, with_subject
from etl.lexicon.indicators import SURFACES, Indicator
from etl.lexicon.terms import Found
from etl.sieve import Sieved

# 第三产业中, 从行业看 frame what follows; they are not its subject.
_FRAME: Final = Sieved(r"(?:中|里|内|方面|来看|看)$")
# 受工业品价格下降影响 says why, not of what.
_CAUSE: Final = Sieved(
    r"^(?:但是?|而|不过)?(?:受|由于|因|随着|在|扣除|剔除)|(?:影响|带动|推动|作用|背景下|情况下|因素)$|、"
)
_INSTITUTION: Final = re.compile(
    r"(?:本报讯 ?|据|而|但|作为)?"
    r"([一-鿿A-Za-z0-9()·]{2,24}?(?:公司|集团|研究院|银行|园区|高新区|开发区|大学|医院))"
    r"(?=[是将已的，、计今去预共日近昨前成获在于与首累实完新]|$)"
)
_ORGANISED: Final = re.compile(
    "公司|集团|企业|园区|高新区|开发区|工厂|平台|研究院|银行|大学|医院|产业园|学院|研究所|实验室|股份|协会|紧[随追]其后"
)
_ORGANISATION: Final = Sieved(r"(?:公司|集团|企业|园区|高新区|开发区|工厂|平台|研究院|银行|产业园)$")

# 从固定资产形成率看: what follows is of that statistic, though no lexicon has it.
_VIEW: Final = Sieved("(?:但|而)?从([一-鿿]{2,14}(?:率|额|量|面积|密度|强度))(?:指标|数据)?来?看")
_SHORT: Final = 6  # characters
_CALLED: Final = Sieved("(?:以下)?(?:均|统)?[简下统]称|不?(?:包括|含)|剔除|扣除")
# 某某科技7月15日发布2024年上半年业绩预告: what follows is of whose report it is.
_REPORTS: Final = Sieved(
    "(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[，]?(?!国内|全国|多家|[0-9一二两三四五六七八九十]+[家大巨])([一-鿿A-Za-z0-9]{2,12}?)(?<![部局委会院厅署府心所办社者省市县方队学区])(?:同日|日前|近日|今[天日]|昨[天日]|当日|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日)?(?:晚间?)?"
    "(?:(?:发布)?公告(?:称|显示|表示)|(?:发布|披露|公布|公告|交出|发出)(?:了|的)?[^，。；]{0,16}(?:业绩|年报|半年报|季报|季度报告|年度报告|财务报告|财务数据|财报|业绩快报|业绩预告|成绩单)[^，。；]{0,6})"
)
_TOLD_BY: Final = ("统计", "测算", "介绍", "估算", "监测", "摸底")
_REPORTED: Final = ("报", "绩", "告")  # one of which stands in every report


def _names_nobody(markup: Markup, clause: Clause) -> bool:
    """信息技术服务业(|以下简称“软件业”|), |据区农业农村局统计|，: what is called how, and who has counted."""
    if clause.opener == "(" and _CALLED.match(markup.text, clause.start, clause.end):
        return True
    return markup.text.startswith("据", clause.start) and markup.text.endswith(_TOLD_BY, clause.start, clause.end)


def note_subject(markup: Markup, clause: Clause, discourse: Discourse) -> None:
    """Notes the subject and the statistic of a clause without numbers for those that lean on it."""
    opens = "从" in markup.text[clause.start : clause.start + 2]
    viewed = _VIEW.fullmatch(markup.text, clause.start, clause.end) if opens else None
    if viewed is not None and viewed.group(1) not in SURFACES:
        discourse.topic = Topic(viewed.group(1), viewed.group(1), "rate", "", "subject", region=discourse.topic.region)
        return
    if _note_view(markup, clause, discourse):
        return
    if _names_nobody(markup, clause):
        return
    told = any(markup.text.find(word, clause.start, clause.end) >= 0 for word in _REPORTED)
    reporter = _REPORTS.match(markup.text, clause.start, clause.end) if told else None
    if reporter is not None and not any(place.text == reporter.group(1) for place in markup.regions):
        discourse.note_reporter(markup.sentence.text[reporter.start(1) : reporter.end(1)])
        discourse.topic = Topic(subject=discourse.firm, own_subject=True).inherited()
        discourse.fresh = True
        return
    if not _may_name(markup, clause) or _goes_before(markup, clause, discourse):
        return
    if discourse.topics and markup.text.startswith("其中", clause.start):
        return  # 其中粮食价格上涨较多: of a part, while the sentence is about the whole
    hit = indicator_before(markup, clause.start, clause.end, denominators(markup, clause.start, clause.end))
    named = _named(markup, clause, hit.start if hit is not None else clause.end, discourse)
    discourse.note_organisation(named.subject)
    organised = _ORGANISATION.search(named.subject or "") or markup.text.endswith(_NEXT, clause.start, clause.end)
    framed = _FRAME.search(markup.text, clause.start, clause.end) is not None
    strong = not framed and named.own_subject and bool(named.sector or named.classes or organised)
    aside = bool(discourse.topics) and _CAUSE.search(markup.text[clause.start : clause.end]) is not None
    proper = hit is not None and _names_statistic(markup, clause, hit, named, framed)
    if hit is not None and proper and not aside:
        leaning = Topic(region=discourse.topic.region) if hit.entry.nature == "price" else discourse.topic
        known = named if named.own_subject else leaning._replace(own_subject=False)
        discourse.topic, discourse.noted = with_indicator(markup, known, hit).inherited(), True
    elif strong:
        last = discourse.topic
        discourse.topic = last.inherited()._replace(
            subject=named.subject, sector=named.sector, classes=named.classes, region=named.region
        )
    discourse.fresh = strong or discourse.fresh


_NEXT: Final = ("紧随其后", "紧追其后")  # 某某人寿|紧随其后，|赔付总额超过206亿元
_BY_STATISTIC: Final = Sieved("[分从按][^，。；、]{1,8}(?:来|上)?看|(?:主要)?(?:工业)?(?:新)?产品产量(?:中|方面)")
_SEEN: Final = ("看", "来看", "上看", "中", "方面")


def _note_view(markup: Markup, clause: Clause, discourse: Discourse) -> bool:
    """分产品产量看，|光缆、钢材分别增长: what the numbers after it are of, if a statistic ends the words."""
    if _BY_STATISTIC.fullmatch(markup.text, after_time(markup, clause.start, clause.end), clause.end) is None:
        return False
    hit = indicator_before(markup, clause.start, clause.end, ())
    if hit is None or hit.entry.nature != "flow" or markup.text[hit.end : clause.end] not in _SEEN:
        return False
    discourse.topic = with_indicator(markup, Topic(region=discourse.topic.region), hit).inherited()
    discourse.noted = True
    return True


_AFFECTED: Final = Sieved(
    "(?:其中)?([^，。；受]{2,18})受(?![益理到访托贿让权众灾])[^，；。]{2,40}(?:影响|带动|拉动|推动|驱动|支撑|拖累|提振)"
)


def _affected(markup: Markup, clause: Clause, discourse: Discourse) -> Topic | None:
    """电气机械行业|受订单增长带动，利润: whose statistics follow, if it is an industry or class."""
    printed = _AFFECTED.fullmatch(markup.text, clause.start, clause.end)
    if printed is None:
        return None
    base = discourse.topic._replace(subject=None, sector=None, classes=())
    named = with_subject(markup, base, *printed.span(1))
    return named if named.own_subject and (named.sector or named.classes) else None


_STAGE: Final = Sieved("(?:其中)?([一-鿿A-Za-z]{2,8})(?:环节|领域)")


def _at_stage(markup: Markup, clause: Clause, discourse: Discourse) -> Topic | None:
    """多晶硅环节，|全国产量: of what the clauses after it are, if a product or an industry."""
    printed = _STAGE.fullmatch(markup.text, clause.start, clause.end)
    if printed is None:
        return None
    text = markup.sentence.text[printed.start(1) : printed.end(1)]
    base = discourse.topic._replace(subject=text, classes=(), sector=None, own_subject=True)
    named = described(markup, base, *printed.span(1))
    return named if named.sector else None


def _goes_before(markup: Markup, clause: Clause, discourse: Discourse) -> bool:
    """Whether a clause only says of whom (甲行业受…带动，) or of which share (…的企业占比，) the next number is."""
    told = _affected(markup, clause, discourse) or printed_share(markup, clause.start, clause.end)
    told = told or _at_stage(markup, clause, discourse)
    if told is not None:
        discourse.topic, discourse.fresh = told.inherited(), True
    return told is not None


def _names_statistic(markup: Markup, clause: Clause, hit: Found[Indicator], named: Topic, framed: bool) -> bool:
    """Whether a clause is about its statistic; a bare head is (奶粉|价格从2008年以来), if it has an owner."""
    if not hit.entry.generic:
        return True
    if framed or hit.entry.nature == "index":
        return not framed
    rest = markup.text[after_time(markup, hit.end, clause.end + 1) : clause.end]
    return named.own_subject and (bool(named.sector or named.classes) or len(rest) <= _SHORT)


def _named(markup: Markup, clause: Clause, stop: int, discourse: Discourse) -> Topic:
    """The subject before ``stop``; an institution that opens the clause goes before it."""
    institution = _INSTITUTION.match(markup.text, clause.start, clause.end)
    if institution is None:
        start = after_time(markup, clause.start, stop)
        going = _GOING.search(markup.text, start + 2, stop) if start + 2 < stop else None
        stop = going.start() if going is not None else stop
        return with_subject(markup, Topic(region=discourse.topic.region), start, stop)
    start, stop = institution.span(1)
    return described(markup, Topic(subject=institution.group(1), own_subject=True), start, stop)


# 装备制造业|生产保持良好态势: how it goes is none of its name
_GOING: Final = Sieved(
    "(?:生产|运行|发展|经营|效益|需求|增势|势头|态势)?(?:继续|持续|总体|整体|仍|依然){0,2}(?:保持|呈现|延续|维持)(?![温鲜时])"
)


def _may_name(markup: Markup, clause: Clause) -> bool:
    """Whether a clause can name what is spoken of at all; most cannot, and are not parsed.

    A place alone is nothing that a later clause leans on.
    """
    for terms in (markup.indicators, markup.sectors, markup.classes, markup.products):
        for term in terms:
            if term.start < clause.end and clause.start < term.end:
                return True
    return _ORGANISED.search(markup.text, clause.start, clause.end) is not None
