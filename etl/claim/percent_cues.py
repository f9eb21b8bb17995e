"""Cues of numbers in %: growth, shares, levels, contribution rates."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.cue_rule import DOWN, FILL, GROWTH_FORMS, NOUN_DOWN, NOUN_UP, PERCENT, TO, UP, CueRule

PERCENT_CUES: Final[tuple[CueRule, ...]] = (
    CueRule(
        "percent.contribution_rate",
        PERCENT,
        re.compile(r"(?:贡献率|贡献度)[^，；▲▼]{0,12}$|贡献了?$"),
        "contribution",
        1,
        (("对经济增长的贡献率达52%", "contribution +"),),
        ("占经济总量的52%", "贡献了52%以上的税收"),
        right=re.compile(r"^(?!(?:以上|左右|以下|以内)?的[^，。；▲▼△▽]{2,})"),
    ),
    CueRule(
        "percent.gives_of_which",
        PERCENT,
        re.compile(
            r"(?:贡献|提供|创造|承担|生产|完成|解决|吸纳|容纳|集中|聚集|汇聚|集聚|汇集|拥有)了?(?:全国|全球|全省|全市|世界)?$"
        ),
        "share",
        1,
        (("民营经济贡献了50%以上的税收", "share +"), ("企业吸纳了80%的就业", "share +")),
        ("完成了50%的增长", "提供5%的利率"),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?的(?![▲▼△▽]|速|[^，。；]{0,6}(?:率|增速|增长|任务|目标|计划))[^，。；]{2,}"
        ),
    ),
    CueRule(
        "percent.following_fall",
        GROWTH_FORMS,
        re.compile(r"$"),
        "growth",
        -1,
        (("利润出现10%的降幅", "growth -"), ("出口两位数下降", "growth -"), ("0.3%的GDP降幅", "growth -")),
        ("利润占比10%的企业", "比11月的3.0%下降了0.5个百分点"),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?的?(?:同比|大幅|显著|明显|小幅|负增长)?"
            r"(?:经济|GDP|利润|营收|收入|产值|销售|销量|出口|进口|投资|消费|产量|价格|房价|物价)?[▼▽](?![▼▽了约近超]*[0-9])"
        ),
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
            ("实现了39.0%的显著增长", "growth +"),
        ),
        ("增长来自30%的企业",),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?的?(?:年均|年|同比|环比|平均|较快|快速|中高速|高速|高|超|强劲|稳定|正|实际|大幅|复合"
            r"|显著|明显|稳健|平稳|稳步|良好|可观|迅猛|逆势|小幅|爆发式|跨越式)?"
            r"(?:经济|GDP|利润|营收|收入|产值|销售|销量|出口|进口|投资|消费|产量|工资|薪资|房价|物价|贸易|票房|市场|客流|业务)?(?:▲|△|速度)"
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
        "percent.share_reaches",
        PERCENT,
        re.compile(rf"(?:占(?![用领]|地(?![区方]))|比重|占比|份额|占有率)[^，；%]{{0,22}}{TO}{FILL}"),
        "share",
        1,
        (("占投资的比重提高到38.6%", "share +"), ("市场占有率提高到9%", "share +")),
        ("税率提高到9%", "占地面积提高到9%"),
    ),
    CueRule(
        "percent.reaches_part",
        PERCENT,
        re.compile(rf"{TO}{FILL}"),
        "share",
        1,
        (("试点范围扩大到60%的县", "share +"), ("覆盖到80%以上的行政村", "share +")),
        ("税率降至15%", "增速提高到8%的企业"),
        right=re.compile(
            r"^(?:以上|左右|以下|以内)?的?(?:县|市|村|乡镇|区|地区|省份|城市|城乡|农村|行政村|街道|社区|家庭|居民|人口|群众|农户|农民|学校|企业|医院|机构|单位)"
        ),
        unless=re.compile(r"(?:△|▽|速度|率|指数)[^，；]{0,12}$"),
    ),
    CueRule(
        "percent.of_total",
        PERCENT,
        re.compile(
            r"(?:◆+|达到?|为|是|相当于?|超过|超|接近|约|近|仅|只有|等于)了?[^，；▲▼△▽]{0,10}"
            r"(?:GDP|生产总值|总量|总额|总数|总值|总产量|总产值|总收入|总支出|总投资|总面积|总人口|总用电量|总能耗|总消费|总需求|总装机)的(?:近|约|超过?)?$"
        ),
        "share",
        1,
        (("刺激计划将达到GDP的2%", "share +"), ("达到全球总量的52%", "share +")),
        ("是2012年的52%", "总量增长52%"),
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
        "percent.more",
        GROWTH_FORMS,
        re.compile(
            rf"(?:(?:比(?![重例值率较])|较(?![快为高大多]))[^，；占]{{1,24}}|相比，?[^，；占]{{0,16}})[多高大](?!达)出?了?{FILL}"
        ),
        "growth",
        1,
        (("团购的人比去年多了28%", "growth +"), ("与2019年相比仅高出了0.7%", "growth +")),
        ("占比较高的28%", "多了28%"),
    ),
    CueRule(
        "percent.less",
        GROWTH_FORMS,
        re.compile(rf"(?:比(?![重例值率较])|较(?![快为低少]))[^，；占]{{1,24}}(?:[少低]|便宜)了?{FILL}"),
        "growth",
        -1,
        (("价格比市场低28%", "growth -"),),
        ("低28%", "占比较低的28%"),
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
        "percent.of_base_level",
        PERCENT,
        re.compile(
            r"(?:◆+|恢复到?|恢复至|相当于?|达到?|为|是)了?[^，；]{0,14}(?:同期|水平|春节|国庆|元旦|中秋|端午|假期|长假|保有量)的(?:近|约)?$"
            r"|(?:相当于|(?<!率)仅?为|是)了?[0-9]{4}年(?:全年|年?[末底])?的(?:近|约)?$"
        ),
        "ratio",
        1,
        (
            ("恢复到2019年同期的53.3%", "ratio +"),
            ("相当于上年水平的九成", "ratio +"),
            ("恢复到2019年春节的90%", "ratio +"),
            ("存栏为2017年末的84%", "ratio +"),
        ),
        ("占2019年同期的53.3%", "普及率由2012年的71.7%提高到2016年的80.4%"),
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
        "percent.of_share",
        PERCENT,
        re.compile(r"$"),
        "share",
        1,
        (("以20%的市场份额领先", "share +"), ("拿下24%的份额", "share +")),
        ("20%的企业份额不大",),
        right=re.compile(r"^(?:以上|左右|以下|以内)?的?(?:市场|全球|国内)?(?:份额|占有率|市占率|占比|比重)"),
    ),
    CueRule(
        "percent.of_another",
        PERCENT,
        re.compile(r"(?:相当于|仅为|只有|等于|不到|不足|不得?[高低]于|是|为)[^，；▲▼△▽占]{1,16}的(?:近|约|超过?)?$"),
        "ratio",
        1,
        (("国防费相当于美国的7.51%", "ratio +"), ("人均数额是日本的11%", "ratio +")),
        ("高于美国的52%", "达到全球总量的52%", "耕地的70%都种上了果树"),
        right=re.compile(r"^(?:以上|左右)?(?:[，、。；]|$)"),
        unless=re.compile(
            r"(?:预期|预测|预计|目标|计划|预算|任务|同期|[年月季周日]度?|水平|平均|之前|此前)的(?:近|约|超过?)?$"
        ),
    ),
    CueRule(
        "percent.of_these",
        PERCENT,
        re.compile(r"(?<=[一-鿿A-Za-z)”]{2})的(?:近|约|超过?|至少)?$"),
        "share",
        1,
        (("光纤制造装备的80%，都要依靠进口", "share +"), ("全村耕地的近70%都种上了果树", "share +")),
        ("增长率的80%左右", "恢复到2019年同期的80%", "税率上限的80%", "低于全国的6%"),
        right=re.compile(r"^(?:以上|左右)?(?:[，、。；]|$|都|均|已|被|由|在|位于|分布|集中|是|来自|用于|为)"),
        unless=re.compile(
            r"(?:[▲▼△▽◆]|率|速度|同期|水平|上限|下限|标准|价格|原价|目标|任务|计划|线|期|倍|年|月)[^，；的]{0,3}的(?:近|约|超过?|至少)?$"
            r"|(?:(?<![不得])[高低]于|快于|慢于|优于|好于|不及)[^，；的]{2,10}的$"
        ),
    ),
    CueRule(
        "percent.are_of_which",
        PERCENT,
        re.compile(r"(?:^|[ ，的中里]|但是?|而|其中|有|超|近|约|至少|逾|过|[一-鿿]中)$"),
        "share",
        1,
        (("但是70%都是山地", "share +"), ("投资中27%是跨国并购", "share +")),
        ("增长70%是好事", "增速70%都是目标"),
        right=re.compile(
            r"^(?:以上|左右)?(?:都|均|全|以上)?(?:是|为)(?!由|在|因|来自|一[个种]|个|[^，。；]{0,14}(?:目标|水平|增[速长]|速度|结果|原因|底线))[一-鿿]{2,}"
        ),
        unless=re.compile(r"(?:[▲▼△▽◆]|率|速度|指数)[^，；]{0,8}$"),
    ),
    CueRule(
        "percent.covers_of_which",
        PERCENT,
        re.compile(rf"(?:覆盖|惠及|涉及)到?了?(?:全[国省市区县乡村球]|[一-鿿]{{2,3}}[省市县])?{FILL}"),
        "share",
        1,
        (("小额信贷已覆盖全区95%以上的农牧民家庭", "share +"),),
        ("覆盖率达95%", "覆盖95%的目标"),
        right=re.compile(r"^(?:以上|左右|以下|以内)?的?(?![▲▼△▽]|速|[^，。；]{0,4}(?:目标|任务|计划))[一-鿿]{2,}"),
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
            r"^(?:以上|左右|以下|以内)?(?:来自|属于|集中|的(?![▲▼△▽]|速|[^，。；]{0,4}(?:税率|利率|关税|股权|股份|概率|可能|安全线|警戒线|平均值|底线|红线|监管要求|监管标准|门槛|预期值?|预测值?|指引|上限|下限|标准线))|的?(?:企业|公司|个股|行业|受访|城市|地区|家庭|居民|人口|用户|产品|项目|农户|职工|网民|市场))"
        ),
    ),
    CueRule(
        "percent.paid",
        PERCENT,
        re.compile(r"按(?:照)?[^，；]{2,16}的$"),
        "share",
        1,
        (("按新车销售价格的12%给予补贴", "share +"),),
        ("按新车价格增长12%",),
        right=re.compile(r"^(?:给予|予以|进行|享受|申请|发放|补[贴助]|奖励|支付|缴|征|计|收取|提取|报销|让利|返还)"),
    ),
    CueRule(
        "percent.of_those",
        PERCENT,
        re.compile(r"(?:其中|当中|之中)(?:，|有|就有|更有|约|近|超过?|高达|多达|逾){0,3}$"),
        "share",
        1,
        (("但其中87.7%获批于2007年", "share +"), ("其中近80%出口到海外", "share +")),
        ("其中8%的增速", "其中同比增长8%", "其中利率为8%"),
        right=re.compile(r"^(?:以上|左右|多)?(?!的?[▲▼△▽◆]|的?[^，。；]{0,6}(?:速|率|[▲▼△▽])|以下|以内)[一-鿿]{2,}"),
    ),
)
"""The rules in the order in which they are tried."""
