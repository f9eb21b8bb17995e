"""What is no claim: dates, codes, slogans, titles, articles, streaks (section 1 of the contract).

Each rule's pattern is searched in a window of the sentence in which the number stands between ⟦ and
⟧, with up to 12 characters before and 16 after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.mention.code import CODE, excluding, may_be_code
from etl.mention.draft import Draft
from etl.sieve import Sieved

LEFT, RIGHT = 12, 16
_CHINESE: Final = "[一二两三四五六七八九十]"


ARTICLE: Final = excluding(
    "article",
    # 二 before a classifier numbers (二轮承包), 两 counts
    "⟦一(?![零一二两三四五六七八九十百千万亿0-9点多])|⟦二(?![零一二两三四五六七八九十百千万亿0-9点成])",
    ("一家企业负责人", "一项工作", "二轮承包"),
    ("一倍", "一亿元", "一百家"),
)
DENOMINATOR: Final = excluding(
    "denominator",
    "(?:每|每隔|每过|每逢|平均每|逢)⟦|(?:[元块角]|块钱|毛钱|元钱)⟦[1一](?:公斤|千克|斤|两|吨|克|升|平方?米|亩|个|张|斤|件|双|套|本|盒|瓶|只|头|袋|台|小时|天|次|晚)⟧",
    ("每3个人中", "每10万人口", "卖到14块钱1斤"),
    ("每天30吨", "每户30亩", "15元2斤"),
)
STREAK: Final = excluding(
    "streak",
    "连续(?:第|近|超|超过)?⟦|连⟦|持续⟦[^⟧]*月⟧(?:保持|稳居|位居|居|增长|回升|下降|上升|高于|低于|处于|为[正负])",
    ("连续9个月增长", "连续3年", "持续6个月保持增长"),
    ("增长9个月", "活动持续6个月。"),
)
ANNIVERSARY: Final = excluding("anniversary", "⟦[^⟧]*周年⟧", ("成立60周年",), ("60周岁",))
PERIOD: Final = excluding(
    "period",
    "(?:(?<!提)前|近|未来|过去|今后|最近|这|此后|头|后|之后|随后|每|上|下|首|新|再|又|同|当|全|往后|往前|为期|去年|今年|期间"
    "|[0-9]|第)(?:的|这|短短|短短的)?(?:大约|约|近)?⟦"
    "|(?:^|[，。；：])⟦[^⟧]*⟧的?时间[，,]|⟦[^⟧]*⟧的?时间[里内]"
    "|(?:至今|到现在|到目前|以来)，?(?:的|短短|仅|不到|不足|近|约){0,3}⟦[^⟧]*⟧的?时间"
    "|⟦[^⟧]*⟧(?:以?来|前|后|之?间|之?内|之后|之前|之际|以前|以后|里|中|一次|一度|规划|计划|行动|任期|历史|工作"
    "|的(?:历史|发展|奋斗|努力|建设|今天)|(?:时间)?过(?:去)?后|时间的)",
    (
        "前5个月",
        "近3年",
        "30年来",
        "5年内",
        "5年时间，多少人脱贫",
        "在6天时间里",
        "不到两年时间内",
        "到现在短短两个月的时间",
    ),
    ("历时3年完成", "提前3年完成", "花了3年时间完成"),
)
_SPAN_CUE: Final = Sieved(
    "(?:历时|耗时|用时|费时|长达|需要?|仅需|只需|只用|寿命为?|工期|期限|时长|教育年限(?:提高|增加|延长|达)?[到至]?|时间(?:为|是|约|达)?|有效期|缩短[至到为了]?|延长[至到为了]?"
    "|压缩[至到为了]?|减少[至到了]?|增加(?!值)[至到了]?(?!⟦[^⟧]*⟧期)|增多了?|提前了?|推迟|刑|判处|徒刑|监禁|达到?|工龄|学制|平均|任期|保质期|周期[为约]?|花了?|用了|等了|不足|不到"
    "|超过?|多|年龄|承受了|停留|飞行|服役|驻留|持续了?|放假|休假)(?:近|约|了|大约|整整|[^，。；⟦]{0,2})?⟦"
    "|⟦[^⟧]*⟧(?:的?时间|的?有期徒刑|缩短|延长|提高到|增加到|减少|压缩|降|徒刑|监禁|左右|以上)"
)
DATE: Final = excluding(
    "date",
    "⟦(?:1[5-9]|20)[0-9]{2}年⟧|⟦[零一二三四五六七八九]{2,4}年⟧|⟦0[0-9]年⟧"
    "|⟦[^⟧]*年⟧(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|⟦[0-9]{2}⟧后|[‘’']⟦[0-9]{2}年?⟧"
    "|⟦[0-9]{2}年⟧(?:出生|毕业|参加|底|初|末|春|夏|秋|冬|上半|下半|全国|前后)",
    ("2013年", "二零一二年"),
    ("历时30年",),
)
CLOCK: Final = excluding(
    "clock",
    "(?:上午|下午|凌晨|早上|晚上|早晨|晚|早|中午|傍晚|时间|日|号|天|从|至|到|深夜|夜里)⟦[0-9一二三四五六七八九十]{1,3}点⟧"
    "|⟦[0-9一二三四五六七八九十]{1,3}点⟧(?:[0-9零一二三四五六七八九十半]|左右|整|钟|多|许|在|开|播|前|后|到|至|档|，|,|的|之)"
    "|[时点]⟦[0-9零一二三四五六七八九十]{1,3}分?⟧",
    ("上午9点", "晚上8点30分"),
    ("股指报997.66点",),
)
# What the slogans of the corpora go on with after 三个, 五项 ...; counted, then reviewed
_SLOGAN_HEADS: Final = (
    "毫不|确保|意识|自信|全面|代表|一百年|百年|坚持|坚定|必须|有利|面向|服务|聚焦|更加|走在|务必|贴近|自觉|着力|到位|最严|扎实|认同|离不开"
    "|区分|统筹|优先|轮子|转变|倒逼|从严|五年|维护|不[^同能少仅足到在是]|没有|相互|共同|转向|提升|推进|强化|突出(?!的)|加强|带头|牢固|牢牢"
    "|善于|敢于|勇于|始终|第一|为主|一批|一律|到底|方针|倡议|主张|建议|希望|要求|看法|共识|期待|原则|意见|基本|一起|先行"
    "|做|抓|讲|学|用|靠|比|看|去|保|防|严|有|必|均|就|同"
)
SLOGAN: Final = excluding(  # and a policy that is known by how many points it has: 民营经济“31条”
    "slogan",
    f"⟦{_CHINESE}{{1,3}}[个大项条点种句件]⟧(?:{_SLOGAN_HEADS})"
    f"|⟦{_CHINESE}{{1,3}}[点项]⟧[^，。；]{{0,6}}(?:倡议|主张|建议|希望|要求|看法|共识|原则|意见|规定|禁令|承诺|纪律)"
    "|[“‘]⟦[0-9]{1,2}[个大项条点种句件]⟧[^”’，。；%]{1,8}[”’]"
    f"|⟦{_CHINESE}[个项点]⟧“[^”’，。；]{{1,8}}”(?:主张|倡议|要求|理念|原则|方针|战略|布局|方略)"
    f"|[“‘]⟦[0-9]{{1,3}}条⟧[”’]|坚持⟦{_CHINESE}[个项]⟧|[“‘]⟦{_CHINESE}{{1,3}}[^⟧]?⟧[^”’，。；]{{0,8}}[”’]",
    ("坚持两个毫不动摇", "提出三项主张", "“四个走在前”", "做到“4个坚持”", "出台稳外贸“25条”", "提出四个“强化”主张"),
    ("三个项目开工", "“9.9元买自动洗车”"),
)
POINTS: Final = excluding(
    "points",
    # how many points a text has, how many sides a question has
    f"⟦(?:[0-9]{{1,2}}|{_CHINESE}{{1,3}})个⟧(?:方面(?!军)|层面|维度|视角)|⟦[^⟧]*方面⟧",
    ("从五个方面提出要求", "分为城乡两方面", "从理论与实践两个维度"),
    ("五个方面军", "两个方案"),
)
NAME: Final = excluding(
    "name",
    "前⟦[^⟧]*名⟧(?:分别|依次|均|都|为|是)|“⟦[^⟧]{1,5}⟧[^”，。；]{1,10}(?:计划|工程|行动)”|⟦[一二三四五六七八九十]{1,2}道⟧(?:沟|岭|湾|河|坝|梁|堰)[村镇乡街子口]"
    "|⟦[^⟧]*个⟧日日夜夜|(?:标准普尔|标普|道琼斯|日经|沪深|中证|富时|罗素)⟦|(?:世界|全球|中国|财富|民企|企业|福布斯|百强|排行榜)⟦[0-9]+强?⟧强?|⟦[0-9]+⟧强|⟦[0-9]+⟧(?:计划|工程|专案|案件|事件|基地|行动)"
    "|⟦[^⟧]*⟧个?(?:县市区?|县区|市县|省区市|省市|地市|市州)第|劣⟦[一二三四五]类⟧|⟦[一二三四五](?:、[二三四五])?类⟧[）)]?(?:水质|水体|海水|标准)"
    "|(?:今日|本期|今天)⟦[0-9]+版⟧|⟦(?:[0-9]{1,2}|[二两三四五六七八九十]{1,3})国⟧(?:集团|金融峰会|峰会|领导人|和地区)|(?:亚洲|东盟|非洲|欧洲|海湾|中亚|北欧|欧盟)⟦[一二三四五六七八九十]+国⟧|⟦[^⟧]*⟧(?:级航道|号|版|期)",
    (
        "世界500强企业",
        "“十万人留学计划”",
        "住在三道沟村",
        "1000多个日日夜夜",
        "标准普尔500种股票指数",
        "863计划",
        "20国金融峰会",
        "优良（一、二类）水质比例",
        "劣四类水质",
        "居全市6县市第1位",
        "亚洲十国和地区",
        *("东盟十国", "女子组前三名分别是某甲、某乙"),
    ),
    ("计划投资863亿元", "过了三道河", "三类产品"),
)
COORDINATE: Final = excluding(
    "coordinate", "(?:东经|西经|北纬|南纬|经度|纬度)[^，。；⟦]{0,3}⟦", ("震中位于北纬35.19度",), ("气温35.19度",)
)
GRADE: Final = excluding(
    "grade",
    "⟦[^⟧]*(?:米|公斤|千克|千瓦)(?:以[上下])?⟧(?:以[上下])?级(?![别联])"
    "|(?:举重|柔道|摔跤|拳击|跆拳道|空手道|男子|女子)(?:自由式|古典式)?⟦[0-9]+(?:公斤|千克|[Kk][Gg])[^⟧]{0,2}⟧"
    "|⟦[^⟧]*吨⟧级(?:以上)?的?[^，。；]{0,4}(?:码头|泊位|航道|港|[船轮舰车])|⟦[一二三四五六七八九十百]+里⟧(?:八[乡村]|[一-鿿]{0,2}[村镇乡墩铺店堡屯坡营区街巷])|⟦[一二三四五六七八九]万里⟧(?!长征)",
    (
        "一次万米级下潜",
        "千万千瓦级新能源基地",
        "五千吨级客船",
        "柔道女子78公斤以上级",
        "女子69公斤",
        "十里八乡",
        "三十里风区",
    ),
    ("下潜一万米",),
)
_COURSE: Final = "[0-9.一三五十千]{1,6}(?:米|公里|千米)"
EVENT: Final = excluding(
    "event",
    "(?:男子|女子|男女|混合|速滑|[男女混]双|双人|单人|成年组)(?:双人|单人|跳水|皮艇|划艇|轮滑|残疾人)?"
    f"(?:{_COURSE}[、和]?)*⟦{_COURSE}⟧|⟦[0-9]+米⟧(?:世界|奥运会?|亚洲|全国)纪录"
    "|⟦[^⟧]*米⟧[板台](?![阶风球历账式])|⟦[^⟧]*(?:公里|千米)⟧(?:竞走|越野|公路赛|马拉松|[短长]距离)"
    "|⟦[^⟧]*⟧(?:(?:、[0-9]+米)*(?:和[0-9]+米)?)(?:自由泳|蛙泳|蝶泳|仰泳|个人混合泳|混合泳|接力|跨栏|栏|障碍|短跑|速滑|赛跑|走|气步枪|气手枪|步枪|手枪"
    "|跳台|跳板|短池|决赛|半决赛|预赛|比赛|冠军|亚军|季军|金牌|银牌|铜牌|项目|纪录|个人|飞人|跑道|直道赛)",
    ("100米自由泳决赛", "女子200米、500米", "女子双人三米板", "男子20公里竞走", "女子5千米"),
    ("全长100米", "男子走了20公里", "高10米台阶"),
)
SESSION: Final = excluding(
    "session",
    f"(?:届|大|人大|政协|常委会|纪委|代表大会|委员会|执委)[^，。；⟦]{{0,8}}⟦{_CHINESE}{{1,3}}次⟧(?:[一-鿿]{{0,4}}(?:会议|全会)|全体)"
    f"|⟦[^⟧]*年⟧一遇|⟦{_CHINESE}{{1,2}}级⟧(?!地震|[大台强]?风|以上|响应)",
    ("十二届全国人大五次会议", "市县两级政府"),
    ("今年召开两次会议",),
)
CONVERSION: Final = excluding(
    "conversion",
    "⟦1(?:美元|欧元|英镑|港元|元|日元|卢布)⟧(?:约合|折合|合|兑|=|等于|约|对人民币|约等于)",
    ("1美元约合111.2日元",),
    ("100美元约合",),
)
MAGNITUDE: Final = excluding(
    "magnitude",
    "⟦[十百千万亿]+[^⟧]*⟧(?!以[上下内]|[多余]|级|左右)",
    ("每万人拥有", "万里长江"),
    ("标准百项以上", "超万亿元"),
)
BY_DIMENSION: Final[Mapping[str, tuple[Rule[str], ...]]] = {
    "duration": (STREAK, DATE, DENOMINATOR, SESSION),
    "anniversary": (ANNIVERSARY,),
    "count": (DENOMINATOR, SLOGAN, POINTS, CODE, NAME, SESSION),
    "points_index": (CLOCK, SLOGAN),
    "time": (STREAK, DENOMINATOR),
    "length": (DENOMINATOR, EVENT, GRADE),
    "angle": (COORDINATE,),
    "power": (GRADE,),
    "mass": (DENOMINATOR, GRADE),
    "money": (DENOMINATOR,),
    "volume": (DENOMINATOR,),
    "area": (DENOMINATOR,),
    "grade": (CODE, SESSION),
}
"""Dimension of the unit -> the rules that may keep its number out."""

RULES: Final[tuple[Rule[str], ...]] = (
    CODE,
    ARTICLE,
    DENOMINATOR,
    STREAK,
    ANNIVERSARY,
    PERIOD,
    DATE,
    CLOCK,
    SLOGAN,
    POINTS,
    NAME,
    CONVERSION,
    MAGNITUDE,
    EVENT,
    SESSION,
    COORDINATE,
    GRADE,
)
_UTMOST: Final = re.compile("最[大高长远深多]的?⟦一")  # 最大一座基地 bounds nothing
_IDIOMS: Final[Mapping[str, str]] = {"一角": "", "五角": "大楼", "一成": "不变", "九层": "之台"}  # 海洋一角
"""What is printed as a number -> what follows where it is none."""
# 24小时后, 在过去的24小时: when something else happened; 由过去4小时缩短, 过去4小时的车程 say how long it took.
_TIME_PASSED: Final = re.compile(
    "(?<![由从比较])(?:过去|未来|最近|今后|接下来)(?:的|这)?⟦[^⟧]*⟧(?!的?[一-鿿]程|[缩减变压降])"
    "|⟦[^⟧]*⟧(?:的?时间里|(?:的?时间)?(?:之?[前后]|以[前后]|以?来|过(?:去)?后|过去(?=[，了])))"
)
_BARE_CUE: Final = re.compile(
    "(?:为|达|达到|至|到|过|报|指数|收于|总数|共|有|仅|超|超过|突破|约|近|逾|增|增加|减少|跌破|降至|升至|涨至|跌至|是)[了]?⟦"
)
_ENDS_AFTER: Final = re.compile("⟧(?:[，。；、）)！;, ]|$)")
_DIGITS_CUE: Final = Sieved("(?:达|达到|为|超|超过|突破|仅|升至|降至|增长|下降)⟦|⟦[^⟧]*⟧(?:增长|增速|增幅|以上|以下)")
_MAGNITUDE_NAME: Final = re.compile(
    "⟦[^⟧]*⟧(?:大?台阶|大关|级|户|俱乐部|产业|集群|企业|园区|大?县|村|镇|项目|工程|富翁|大军|民众|群众)"
)
_MAGNITUDE_CUE: Final = re.compile(
    "(?:达到?|过|有|共|投入|投资|总额|规模|资金|近|上|数|增加|新增|减少|收入|产值|贷款|来自|等)⟦[十百千万亿]+[^⟧]*⟧"
    "(?!大?台阶|大关|户|俱乐部|级)"
)


_SIEVED: Final = {rule.name: Sieved(rule.pattern.pattern) for rule in RULES}
_ARTICLES: Final[Mapping[str, frozenset[str]]] = {
    "一": frozenset("零一二两三四五六七八九十百千万亿0123456789点多"),
    "二": frozenset("零一二两三四五六七八九十百千万亿0123456789点成"),
}
"""What opens a number that only names or counts one, two -> what makes a size of it."""


def _holds(rule: Rule[str], view: str) -> bool:
    """Whether the pattern of a rule is found around a number."""
    if rule is CODE and not may_be_code(view):
        return False
    sieved = _SIEVED[rule.name]
    return sieved.may(view) and sieved.search(view) is not None


def _is_article(view: str) -> bool:
    """Whether ``ARTICLE`` is found around a number."""
    place = view.index("⟦") + 1
    sizes = _ARTICLES.get(view[place])
    return sizes is not None and view[place + 1] not in sizes


def window(text: str, draft: Draft) -> str:
    """The neighbourhood of a number, the number itself between ⟦ and ⟧."""
    left = text[max(0, draft.start - LEFT) : draft.start]
    return f"{left}⟦{text[draft.start : draft.end]}⟧{text[draft.end : draft.end + RIGHT]}"


def reason_against(text: str, draft: Draft) -> str:
    """Why the number is no claim; '' when it is one."""
    if draft.reason:
        return draft.reason
    if draft.dimension in ("calendar", "ordinal"):
        return "date" if draft.dimension == "calendar" else "ordinal"
    idiom = _IDIOMS.get(text[draft.start : draft.end])
    if idiom is not None and text.startswith(idiom, draft.end):
        return "article"
    if draft.form in ("percent", "points", "multiple", "doubling", "rank"):
        vague = draft.form == "multiple" and draft.bound == "exact" and draft.numeral is not None and draft.numeral.bare
        return "magnitude" if vague else ""  # 百倍努力
    if draft.form == "bare" and _is_no_size(draft):
        return "bare"
    if _is_model(text, draft):
        return "code"
    view = window(text, draft)
    if draft.form == "digits":
        return "bare" if draft.value > 10 and not _DIGITS_CUE.search(view) else ""
    if draft.form == "bare":
        return _reason_against_bare(view, draft)
    return _reason_against_amount(view, draft)


def _is_model(text: str, draft: Draft) -> bool:
    """A number between two letters, X7L, N9L: the name of a model, whatever unit its last letter may be."""
    return re.fullmatch("[A-Za-z]{2}", text[draft.start - 1 : draft.start] + text[draft.end - 1]) is not None


def _reason_against_amount(view: str, draft: Draft) -> str:
    if draft.form == "fraction":
        return "code" if draft.rule == "slash_fraction" and (draft.value > 1 or _holds(CODE, view)) else ""
    exact = draft.bound == "exact" and not draft.base
    if draft.dimension == "money" and _holds(CONVERSION, view):
        return "conversion"
    numeral = draft.numeral
    plain = exact or (draft.dimension == "count" and view[: view.index("⟦")][-1:] in ("近", "止"))  # 又近一步, 不止一次
    plain = plain or draft.unit in ("步", "样")  # 更近了一步, 与去年一样多
    plain = plain or (draft.bound == "at_most" and _UTMOST.search(view) is not None)
    if plain and draft.value in (1, 2) and draft.dimension != "money" and _is_article(view):
        return "article"
    if exact and numeral is not None and numeral.bare and not _is_size(view, numeral.value):
        return "magnitude"
    if numeral is not None and draft.dimension in ("count", "points_index") and not exact and not numeral.sized:
        exact = True
    for rule in BY_DIMENSION.get(draft.dimension, ()):
        if rule is SLOGAN and not exact:
            continue
        if rule is CODE and numeral is not None and numeral.magnitude > 1:
            continue
        if _holds(rule, view):
            return rule.name
    decimal = draft.unit == "年" and draft.value % 1 and "." in view  # 9.4年 is no year
    return "" if decimal else _reason_against_time(view, draft)


def _is_size(view: str, value: Decimal) -> bool:
    """Whether a magnitude without a digit says how much: 千万英镑, 投入亿元, but not 万里长江, 亿元企业."""
    if value not in (100, 1000, 10_000, 10**8):
        return _MAGNITUDE_NAME.search(view) is None
    return _MAGNITUDE_CUE.search(view) is not None


def _reason_against_time(view: str, draft: Draft) -> str:
    if draft.dimension == "duration":
        if _holds(PERIOD, view) or _SPAN_CUE.search(view) is None:
            return "period"
    elif draft.dimension == "time" and _TIME_PASSED.search(view):
        return "period"
    elif draft.dimension == "points_index" and draft.value <= 24 and draft.value % 1 == 0:
        return "clock"
    elif draft.dimension == "count" and draft.numeral is not None and draft.numeral.digits and draft.high is None:
        return "digit_string"
    return ""


def _is_no_size(draft: Draft) -> bool:
    """Whether a number without a unit is no claim whatever stands around it: 一, 二零一二."""
    numeral = draft.numeral
    if numeral is None:
        return True
    if numeral.bare or numeral.magnitude >= 10_000 or (draft.base and numeral.value >= 10):
        return False
    return not numeral.arabic or numeral.digits


def _reason_against_bare(view: str, draft: Draft) -> str:
    """A number without a unit is a claim only when something says that it is a size."""
    numeral = draft.numeral
    if numeral is None:
        return "bare"
    sized = draft.bound != "exact" or bool(draft.base) or bool(_BARE_CUE.search(view))
    if numeral.bare:
        ends = draft.bound != "exact" or bool(draft.base) or _ENDS_AFTER.search(view) is not None
        return "" if sized and ends and numeral.value >= 100 else "bare"
    if draft.base and numeral.value >= 10 and not numeral.digits:
        return ""  # 上千群众, 700多工人
    for rule in (DATE, CODE, NAME, DENOMINATOR):
        if _holds(rule, view):
            return rule.name
    if numeral.magnitude >= 10_000:
        return ""
    if not numeral.arabic or numeral.digits:
        return "bare"
    if draft.rule == "interval" and numeral.value % 1 == 0:
        return "code"
    if 1900 <= numeral.value <= 2100 and draft.bound == "exact":
        return "date"
    return "" if sized or numeral.value % 1 else "bare"
