"""Cues of numbers in %: growth, shares, levels, contribution rates."""

from __future__ import annotations

import re

from etl.claim.cue_rule import DOWN, FILL, GROWTH_FORMS, NOUN_DOWN, NOUN_UP, PERCENT, TO, UP, CueRule

PERCENT_CUES: tuple[CueRule, ...] = (
    CueRule(
        "percent.contribution_rate",
        PERCENT,
        re.compile(r"(?:贡献率|贡献度)[^，；▲▼]{0,12}$|贡献了?$"),
        "contribution",
        1,
        (("对经济增长的贡献率达52%", "contribution +"),),
        ("占经济总量的52%",),
    ),
    CueRule(
        "percent.following_fall",
        GROWTH_FORMS,
        re.compile(r"$"),
        "growth",
        -1,
        (("利润出现10%的降幅", "growth -"), ("出口两位数下降", "growth -")),
        ("利润占比10%的企业", "比11月的3.0%下降了0.5个百分点"),
        right=re.compile(r"^(?:以上|左右|以下|以内)?的?(?:同比|大幅|负增长)?[▼▽](?![▼▽了约近超]*[0-9])"),
    ),
    CueRule(
        "percent.following_growth",
        GROWTH_FORMS,
        re.compile(r"$"),
        "growth",
        1,
        (
            ("实现营收超30%以上的增长", "growth +"),
            ("保持7%的中高速增长", "growth +"),
            ("两位数增长", "growth +"),
            ("实现6.9%的经济增速", "growth +"),
        ),
        ("增长来自30%的企业",),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?的?(?:年均|年|同比|环比|平均|较快|快速|中高速|高速|高|超|强劲|稳定|正|实际|大幅|复合)?"
            r"(?:经济|GDP|利润|营收|收入|产值|销售|销量|出口|进口|投资|消费|产量)?(?:▲|△|速度)"
        ),
    ),
    CueRule(
        "percent.rate_of_growth_reaches",
        GROWTH_FORMS,
        re.compile(rf"{NOUN_UP}[^，；占]{{0,26}}{TO}{FILL}"),
        "growth",
        1,
        (("增速由5.1%回升到6.2%", "growth +"),),
        ("比重由5.1%提高到6.2%",),
    ),
    CueRule(
        "percent.rate_of_fall_reaches",
        GROWTH_FORMS,
        re.compile(rf"{NOUN_DOWN}[^，；占]{{0,20}}{TO}{FILL}"),
        "growth",
        -1,
        (("利润降幅收窄至2.3%", "growth -"),),
        ("利润增幅收窄至2.3%",),
    ),
    CueRule(
        "percent.reaches",
        PERCENT,
        re.compile(rf"{TO}{FILL}"),
        "level",
        1,
        (("税率降至15%", "level +"), ("城镇化率提高到60%", "level +")),
        ("税率下降15%",),
    ),
    CueRule(
        "percent.falls",
        GROWTH_FORMS,
        re.compile(rf"(?:{DOWN}|负增长){FILL}"),
        "growth",
        -1,
        (("同比下降1.1%", "growth -"), ("贸易顺差收窄26.7%", "growth -")),
        ("同比增长1.1%",),
    ),
    CueRule(
        "percent.grows",
        GROWTH_FORMS,
        re.compile(rf"{UP}{FILL}"),
        "growth",
        1,
        (("利润同比增长7.2%", "growth +"), ("同比分别增长5.4%、3.2%", "growth +")),
        ("比重达7.2%", "下降7.2%"),
    ),
    CueRule(
        "percent.rate_of_fall",
        GROWTH_FORMS,
        re.compile(rf"{NOUN_DOWN}[^，；占]{{0,10}}$"),
        "growth",
        -1,
        (("降幅控制在5%以内", "growth -"), ("跌幅最大为0.8%", "growth -")),
        ("增幅控制在5%以内",),
    ),
    CueRule(
        "percent.rate_of_growth",
        GROWTH_FORMS,
        re.compile(rf"{NOUN_UP}[^，；占]{{0,12}}$"),
        "growth",
        1,
        unless=re.compile(r"占[^，；]{0,14}$"),
        examples=(("同比增速为11.2%", "growth +"), ("增幅都在60%以上", "growth +"), ("涨幅控制在3.5%以内", "growth +")),
        counterexamples=("增速快的企业占60%", "占总涨幅的60%"),
    ),
    CueRule(
        "percent.against_base",
        GROWTH_FORMS,
        re.compile(rf"(?:同比|环比){FILL}"),
        "growth",
        1,
        (("进口同比为3.1%", "growth +"),),
        ("比重为3.1%",),
    ),
    CueRule(
        "percent.share",
        PERCENT,
        re.compile(r"(?:占|比重|占比|份额|比例)[^，；]{0,22}$"),
        "share",
        1,
        (("占GDP的30.8%", "share +"), ("占全国比重达49%", "share +"), ("比例超过60%", "share +")),
        ("占地面积增长49%",),
    ),
    CueRule(
        "percent.fulfilment",
        PERCENT,
        re.compile(r"(?:完成|实现|达到)[^，；]{0,16}(?:目标|任务|计划|预算)[^，；]{0,4}$|完成了?$"),
        "share",
        1,
        (("完成全年目标任务的85%", "share +"),),
        ("完成投资增长85%",),
    ),
    CueRule(
        "percent.of_index",
        PERCENT,
        re.compile(r"(?:^|，|的|以)$"),
        "level",
        1,
        (("，50.1%的指数与上月持平", "level +"),),
        ("，50.1%的企业",),
        right=re.compile(r"^的(?:指数|税率|利率|毛利率|出勤率|[^，。；的]{1,4}率)"),
    ),
    CueRule(
        "percent.of_which",
        PERCENT,
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
"""The rules in the order in which they are tried."""
