"""The rules of the cues: which words around a number make it a growth, a change, a share ...

They are tried in order and the first that fires decides. ``left`` is searched in the clause before the
number's coordinated list (at most 44 characters, bound words of the number left out), ``right`` is
matched just after it, both in the sentence's *shape*: the words of ``growth_words.csv`` stand in it as runs of
one sign for each kind, so that a rule names the kind and the lexicon the words (see ``markup.MASKS``):
▲ verb of growth, ▼ verb of fall, △ and ▽ nouns of growth and fall, ◆ a move that ends at the number
(增至), ✚ 净增 and its like. An example's rendering is ``measure`` and sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FILL = (
    r"(?:了|又|约|达|达到|高达|为|是|在|至少|最多|控制|保持|维持|稳定|分别|均|都|全部|已|已经|仅|只有|幅度|幅|率|一个|也|再|将"
    r"|要|应|须|应当|可|能|力争|争取|确保|努力|目标|最大|最高|最低|最小|最快|超过|预计|左右|依次|则|度|[ “”、])"
)
FILL = _FILL + r"{0,6}$"


UP, DOWN = "▲+", "▼+"
_NOUN_UP, _NOUN_DOWN = "(?:△+|增长目标|增长预期|速度)", "▽+"
_FALL = "(?:▽+|亏损额?|逆差)"
_NET = "✚+"
_TO = "◆+"
_RATE_FORMS = frozenset({"percent"})
_POINTS = frozenset({"points"})
_AMOUNTS = frozenset({"quantity", "bare"})
_GROWTH_FORMS = frozenset({"percent", "digits"})


@dataclass(frozen=True, slots=True)
class CueRule:
    """One cue: for numbers of these ``forms``, what must stand to the left and right, and what it makes them."""

    name: str
    forms: frozenset[str]
    left: re.Pattern[str]
    measure: str
    sign: int
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...]
    right: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None


_POINT_RULES = (
    CueRule(
        "points.drag",
        _POINTS,
        re.compile(r"(?:下拉|拉低|拖累)[^，；]{0,36}$"),
        "contribution",
        -1,
        (("投资收益下拉利润增速1.7个百分点", "contribution -"), ("拖累工业增速0.4个百分点", "contribution -")),
        ("拉动工业增长0.4个百分点", "增速回落0.4个百分点"),
    ),
    CueRule(
        "points.pull_down",
        _POINTS,
        re.compile(rf"(?:影响|拉动|带动|推动|贡献)[^，；]{{0,30}}{DOWN}{FILL}"),
        "contribution",
        -1,
        (("食品价格影响CPI下降约0.3个百分点", "contribution -"),),
        ("食品价格影响CPI上涨约0.3个百分点",),
    ),
    CueRule(
        "points.pull_up",
        _POINTS,
        re.compile(r"(?:上?拉动|带动|推动|影响|贡献|拉升)[^，；]{0,36}$"),
        "contribution",
        1,
        (("拉动工业利润增长2.4个百分点", "contribution +"), ("影响总水平上涨约2.11个百分点", "contribution +")),
        ("增速加快2.4个百分点",),
    ),
    CueRule(
        "points.fall_widens",
        _POINTS,
        re.compile(rf"{_FALL}[^，；]{{0,16}}(?:{UP}|加深|加大){FILL}"),
        "change",
        -1,
        (("降幅比上月扩大0.5个百分点", "change -"),),
        ("涨幅比上月扩大0.5个百分点",),
    ),
    CueRule(
        "points.fall_narrows",
        _POINTS,
        re.compile(rf"{_FALL}[^，；]{{0,16}}(?:{DOWN}|回升){FILL}"),
        "change",
        1,
        (("降幅比上月收窄1.8个百分点", "change +"),),
        ("涨幅比上月收窄1.8个百分点",),
    ),
    CueRule(
        "points.down",
        _POINTS,
        re.compile(rf"(?:{DOWN}|[慢低少]){FILL}"),
        "change",
        -1,
        (("增速比上月回落0.2个百分点", "change -"), ("涨幅收窄0.1个百分点", "change -")),
        ("增速比上月加快0.2个百分点",),
    ),
    CueRule(
        "points.up",
        _POINTS,
        re.compile(rf"(?:{UP}|[快高多]出?){FILL}"),
        "change",
        1,
        (("增速加快0.3个百分点", "change +"), ("比重提升3.8个百分点", "change +")),
        ("增速放缓0.3个百分点",),
    ),
    CueRule(
        "points.above",
        _POINTS,
        re.compile(r"(?:高于|快于|好于|多于|大于|领先|高出|超过|超出|高过)[^，；]{1,24}$"),
        "gap",
        1,
        (("高于大型企业3.9个百分点", "gap +"), ("快于全国1.2个百分点", "gap +")),
        ("低于大型企业3.9个百分点",),
    ),
    CueRule(
        "points.below",
        _POINTS,
        re.compile(r"(?:低于|慢于|少于|小于|落后)[^，；]{1,24}$"),
        "gap",
        -1,
        (("低于全国平均水平0.5个百分点", "gap -"),),
        ("高于全国平均水平0.5个百分点",),
    ),
    CueRule(
        "points.lowers",
        _POINTS,
        re.compile(r"▼+[^，；▲△▽◆]{1,26}$"),
        "change",
        -1,
        (("下调存款准备金率0.25个百分点", "change -"),),
        ("上调存款准备金率0.25个百分点",),
    ),
    CueRule(
        "points.default",
        _POINTS,
        re.compile(r"$"),
        "change",
        1,
        (("其中工业投资1.2个百分点", "change +"),),
        ("回落1.2个百分点",),
    ),
)

_PERCENT_RULES = (
    CueRule(
        "percent.contribution_rate",
        _RATE_FORMS,
        re.compile(r"(?:贡献率|贡献度)[^，；▲▼]{0,12}$|贡献了?$"),
        "contribution",
        1,
        (("对经济增长的贡献率达52%", "contribution +"),),
        ("占经济总量的52%",),
    ),
    CueRule(
        "percent.following_fall",
        _GROWTH_FORMS,
        re.compile(r"$"),
        "growth",
        -1,
        (("利润出现10%的降幅", "growth -"), ("出口两位数下降", "growth -")),
        ("利润占比10%的企业",),
        right=re.compile(r"^(?:以上|左右|以下|以内)?的?(?:同比|大幅|负增长)?(?:▼|▽)"),
    ),
    CueRule(
        "percent.following_growth",
        _GROWTH_FORMS,
        re.compile(r"$"),
        "growth",
        1,
        (("实现营收超30%以上的增长", "growth +"), ("保持7%的中高速增长", "growth +"), ("两位数增长", "growth +")),
        ("增长来自30%的企业",),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?的?(?:年均|年|同比|环比|平均|较快|快速|中高速|高速|稳定|正|实际|大幅|复合)?(?:▲|△|速度)"
        ),
    ),
    CueRule(
        "percent.rate_of_growth_reaches",
        _GROWTH_FORMS,
        re.compile(rf"{_NOUN_UP}[^，；占]{{0,26}}{_TO}{FILL}"),
        "growth",
        1,
        (("增速由5.1%回升到6.2%", "growth +"),),
        ("比重由5.1%提高到6.2%",),
    ),
    CueRule(
        "percent.rate_of_fall_reaches",
        _GROWTH_FORMS,
        re.compile(rf"{_NOUN_DOWN}[^，；占]{{0,20}}{_TO}{FILL}"),
        "growth",
        -1,
        (("利润降幅收窄至2.3%", "growth -"),),
        ("利润增幅收窄至2.3%",),
    ),
    CueRule(
        "percent.reaches",
        _RATE_FORMS,
        re.compile(rf"{_TO}{FILL}"),
        "level",
        1,
        (("税率降至15%", "level +"), ("城镇化率提高到60%", "level +")),
        ("税率下降15%",),
    ),
    CueRule(
        "percent.falls",
        _GROWTH_FORMS,
        re.compile(rf"(?:{DOWN}|负增长){FILL}"),
        "growth",
        -1,
        (("同比下降1.1%", "growth -"), ("跌幅最大为0.8%", "growth -"), ("贸易顺差收窄26.7%", "growth -")),
        ("同比增长1.1%",),
    ),
    CueRule(
        "percent.grows",
        _GROWTH_FORMS,
        re.compile(rf"{UP}{FILL}"),
        "growth",
        1,
        (("利润同比增长7.2%", "growth +"), ("同比分别增长5.4%、3.2%", "growth +")),
        ("比重达7.2%", "下降7.2%"),
    ),
    CueRule(
        "percent.rate_of_fall",
        _GROWTH_FORMS,
        re.compile(rf"{_NOUN_DOWN}[^，；占]{{0,10}}$"),
        "growth",
        -1,
        (("降幅控制在5%以内", "growth -"),),
        ("增幅控制在5%以内",),
    ),
    CueRule(
        "percent.rate_of_growth",
        _GROWTH_FORMS,
        re.compile(rf"{_NOUN_UP}[^，；占]{{0,12}}$"),
        "growth",
        1,
        (("同比增速为11.2%", "growth +"), ("增幅都在60%以上", "growth +"), ("涨幅控制在3.5%以内", "growth +")),
        ("增速快的企业占60%",),
    ),
    CueRule(
        "percent.against_base",
        _GROWTH_FORMS,
        re.compile(rf"(?:同比|环比){FILL}"),
        "growth",
        1,
        (("进口同比为3.1%", "growth +"),),
        ("比重为3.1%",),
    ),
    CueRule(
        "percent.share",
        _RATE_FORMS,
        re.compile(r"(?:占|比重|占比|份额|比例)[^，；]{0,22}$"),
        "share",
        1,
        (("占GDP的30.8%", "share +"), ("占全国比重达49%", "share +"), ("比例超过60%", "share +")),
        ("占地面积增长49%",),
    ),
    CueRule(
        "percent.fulfilment",
        _RATE_FORMS,
        re.compile(r"(?:完成|实现|达到)[^，；]{0,16}(?:目标|任务|计划|预算)[^，；]{0,4}$|完成了?$"),
        "share",
        1,
        (("完成全年目标任务的85%", "share +"),),
        ("完成投资增长85%",),
    ),
    CueRule(
        "percent.of_which",
        _RATE_FORMS,
        re.compile(r"(?:有|超|近|约|其中|中|的|，|^)$"),
        "share",
        1,
        (("全球销量中近三成来自中国", "share +"), ("70%以上的企业", "share +")),
        ("增长70%以上的企业",),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?(?:来自|属于|集中|的(?![▲▼△▽]|速)|的?(?:企业|行业|受访|城市|地区|家庭|居民|人口|用户|产品|项目|农户|职工|网民|市场))"
        ),
    ),
)

_AMOUNT_RULES = (
    CueRule(
        "amount.reaches",
        _AMOUNTS,
        re.compile(rf"{_TO}{FILL}"),
        "level",
        1,
        (("企业增至3022家", "level +"), ("从1832户增加到3382户", "level +")),
        ("企业增加3022家",),
    ),
    CueRule(
        "amount.net",
        _AMOUNTS,
        re.compile(rf"{_NET}[^，；▲▼◆]{{0,18}}$"),
        "change",
        1,
        (("净增3万户", "change +"), ("新增百亿县区26个", "change +")),
        ("城镇新增就业1351万人",),
    ),
    CueRule(
        "amount.falls",
        _AMOUNTS,
        re.compile(rf"(?:{DOWN}|少){FILL}"),
        "change",
        -1,
        (("比去年减少300亿美元左右", "change -"), ("工时减少3小时", "change -")),
        ("至少300家",),
        unless=re.compile(r"(?:至少|不少|多少|减少不)$"),
    ),
    CueRule(
        "amount.grows",
        _AMOUNTS,
        re.compile(rf"{UP}{FILL}"),
        "change",
        1,
        (("比1—4月份增加6034.1亿元", "change +"), ("使产能增加约12万辆", "change +")),
        ("增加到12万辆",),
    ),
    CueRule(
        "amount.more",
        _AMOUNTS,
        re.compile(rf"(?:比|较|高于)[^，；]{{1,24}}[多高长]出?{FILL}|(?:比|较)[^，；]{{1,24}}提前{FILL}"),
        "change",
        1,
        (("比上年同期多5038亿元", "change +"),),
        ("多5038亿元",),
    ),
)

_MULTIPLES = frozenset({"multiple"})
_OTHER_RULES = (
    CueRule(
        "multiple.growth",
        _MULTIPLES,
        re.compile(rf"(?:{UP}|[多高]出?){FILL}"),
        "growth",
        1,
        (("增长1.5倍", "growth +"), ("比半年前增加了一倍", "growth +")),
        ("增至1.5倍", "是2012年的1.5倍", "翻了3倍"),
    ),
    CueRule(
        "multiple.ratio",
        _MULTIPLES,
        re.compile(r"$"),
        "ratio",
        1,
        (("是2012年的1.5倍", "ratio +"),),
        ("增长1.5倍",),
    ),
    CueRule(
        "doubling.growth",
        frozenset({"doubling"}),
        re.compile(r"$"),
        "growth",
        1,
        (("比2000年翻一番", "growth +"),),
        ("增长一倍",),
    ),
    CueRule(
        "fraction.growth",
        frozenset({"fraction"}),
        re.compile(rf"{UP}{FILL}"),
        "growth",
        1,
        (("产量增长三分之一", "growth +"),),
        ("占三分之一",),
    ),
    CueRule(
        "fraction.fall",
        frozenset({"fraction"}),
        re.compile(rf"{DOWN}{FILL}"),
        "growth",
        -1,
        (("成本下降三分之一", "growth -"),),
        ("占三分之一",),
    ),
    CueRule(
        "fraction.ratio",
        frozenset({"fraction"}),
        re.compile(r"(?:是|为|只有|仅|相当于|等于|不足|不到)[^，；占]{1,12}的$"),
        "ratio",
        1,
        (("厚度仅为一张纸的1/6", "ratio +"),),
        ("占全国的1/6",),
    ),
    CueRule(
        "fraction.share",
        frozenset({"fraction"}),
        re.compile(r"$"),
        "share",
        1,
        (("占全国的三分之一", "share +"),),
        ("增长三分之一",),
    ),
    CueRule(
        "digits.growth",
        frozenset({"digits"}),
        re.compile(r"(?:▲|△|利润|投资)[^，；]{0,12}$"),
        "growth",
        1,
        (("利润增长超过两位数", "growth +"),),
        ("密码是两位数",),
    ),
    CueRule(
        "rank",
        frozenset({"rank"}),
        re.compile(r"$"),
        "rank",
        1,
        (("出口居世界第一", "rank +"),),
        ("第一产业增长3%",),
    ),
)

RULES: tuple[CueRule, ...] = (*_POINT_RULES, *_PERCENT_RULES, *_AMOUNT_RULES, *_OTHER_RULES)
"""Every cue rule in the order in which they are tried."""
