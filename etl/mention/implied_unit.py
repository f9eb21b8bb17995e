"""Units that the words around a number imply: 赚了70多万, 挣5万块 and 8—25万的补助 are money, 年过60 is an age."""

from __future__ import annotations

import re
from typing import Final

from etl.grammar import Rule
from etl.mention.draft import Draft
from etl.sieve import Sieved

_MYRIAD: Final = 10_000
_REACH: Final = 12  # characters
_YUAN: Final = "元"
_YEARS: Final = "岁"
_YOUNGEST, _OLDEST = 14, 120
_ENERGY: Final = "energy"
_METERED, _DEGREE, _KILOWATT_HOUR = "度电", "度", "千瓦时"

_SPENDING: Final = (
    "净?[赚挣]|亏损|倒?亏|欠下?|花[去费掉]?|耗资|斥资|出资|投资|集资|筹资|融资|增资|注资|贷款|借款?|罚款?|奖励|奖金|补贴|补助|捐款?"
    "|赔偿?|年薪|月薪|年收入|投入|拨款|要价|售价|标价|总价|身价|估值|市值|产值|营收|总投资|租金|彩礼|首付|存款|债务|工资|盈利|利润|创收|增收|预算"
)
_COMES_TO: Final = "(?:了|到|得|上|达到?|至|为|是|共|总计|累计|将|已|就|能|可以?|仅|只|最[高低多少]|每[年月]|一年){0,3}"
_MONEY: Final = (
    "(?:(?:扶贫|启动|专项|财政|建设|治疗|出行|小额|信用|医药|住院|手术|创业|购房|住房|安家|人才|生活|经济){0,2}"
    "(?:款|贷款|补[助贴](?!标准)|资金|奖[金励]|存款|现金|外债|债务|善款|年薪|工资|彩礼|学费|费用?(?!者)|损失|赔偿金?|利润|收入|货款|欠款|借款|经费|预算))"
)
_ENDS: Final = (
    r"(?:左右|以[上下内]|上下)?(?:$|[，。；、！？）)\s]|用于|支持|保护|建[设起]|修[建了]|打造|改造|购[买置]|扶持|帮扶)"
)


def _named(match: re.Match[str]) -> str:
    return match.group()


SPENT: Final[Rule[str]] = Rule(
    "spent",
    re.compile(
        f"(?:{_SPENDING}){_COMES_TO}⟦[^⟧]*⟧{_ENDS}|⟦[^⟧]*⟧的?{_MONEY}|⟦[^⟧]*亿⟧的?(?:巨大|庞大|大)?市场(?!主体)"
    ),
    _named,
    (
        ("卖瓜一季净赚了6万，", "6万 = 60000 元"),
        ("落户可领5—10万的补助", "5—10万 = 50000..100000 元 range"),
        ("省里拿出20多万扶贫款", "20多万 = 200000 元 more_than"),
        ("财政投入45亿用于修路", "45亿 = 4500000000 元"),
        ("建厂耗资3亿美元，又出资2亿。", "2亿 = 200000000 美元"),
    ),
    ("投入3万警力", "吸引5万游客", "全省30万，", "投入40万亩"),
)
"""The words of a bare number in myriads that say that it is money, the number with its bounds between ⟦ and ⟧."""
AGED: Final[Rule[str]] = Rule(
    "aged",
    re.compile("(?<![0-9去今明每当全近两几半前后多十百千零一二三四五六七八九])年(?:已|已经)?(?:过|近|逾|届|满)$"),
    _named,
    (("年过50的木匠", "50 = 50 岁 more_than"), ("都已年近70", "70 = 70 岁 about")),
    ("去年过60件", "全年近50亿", "年满3年"),
)
COINED: Final[Rule[str]] = Rule(
    "coined",
    re.compile(
        f"(?:{_SPENDING}|[涨卖降赔掏]|垫上|[一每][斤公亩顿天包]){_COMES_TO}⟦[^⟧]*块⟧{_ENDS}"
        f"|(?:收入|工资|成本|费用?|价格?|开支|支出|开销)[^，。；⟦]{{0,6}}⟦[^⟧]*块⟧{_ENDS}|⟦[^⟧]*块⟧的?{_MONEY}"
    ),
    _named,
    (
        ("一年能挣十几万块。", "十几万块 = 100000 元 about"),
        ("每亩成本下降200块，", "200块 = 200 元"),
        ("领回4万块赔偿金", "4万块 = 40000 元"),
        ("挣了5万块，比以前多2万块。", "2万块 = 20000 元"),
    ),
    ("投入40万块数字大屏", "奖牌总数112块。", "卖出3万块地砖", "卖出西瓜300块。", "奖励他两块金牌"),
)
"""The words around so many 块 that say that it is money, which the unit alone does not."""
RULES: Final = (SPENT, COINED, AGED)

_SPENT: Final = Sieved(SPENT.pattern.pattern)
_COINED: Final = Sieved(COINED.pattern.pattern)
_PIECE: Final = "块"
_ENDING: Final = Sieved(_ENDS)
_AGED: Final = Sieved(AGED.pattern.pattern)
_BOUND: Final = Sieved("(?:不到|不足|至少|大?约|将近|接近|近|超过?|逾|突破|高达|达)$")


def imply_units(text: str, drafts: list[Draft]) -> None:
    """Gives numbers without a unit the one that is meant; changes the drafts.

    Money is of the currency of the last amount in the sentence, of 元 where there is none; a 度 after 度电 is no angle.
    """
    currency, metered, coined = _YUAN, False, False
    for draft in drafts:
        metered = metered or (draft.dimension == _ENERGY and text.endswith(_METERED, draft.start, draft.end))
        if metered and draft.unit == _DEGREE and draft.form == "quantity":
            _become(draft, _KILOWATT_HOUR, _ENERGY, draft.rule)
        if draft.unit == _PIECE and ((coined and _ENDING.match(text, draft.end)) or _COINED.search(_view(text, draft))):
            coined = True
            _become(draft, _YUAN, "money", COINED.name)
        if draft.dimension == "money" and draft.unit is not None:
            currency = draft.unit
        if draft.form != "bare" or draft.unit is not None or draft.reason:
            continue
        numeral = draft.numeral
        if numeral is None or numeral.bare:
            continue
        if numeral.magnitude >= _MYRIAD:
            if _SPENT.search(_view(text, draft)):
                _become(draft, currency, "money", SPENT.name)
        elif _YOUNGEST <= draft.value <= _OLDEST and _AGED.search(text, max(0, draft.start - _REACH), draft.start):
            _become(draft, _YEARS, "age", AGED.name)
            draft.base = draft.base or ("more_than" if text[draft.start - 1] in "过逾" else "")


def _become(draft: Draft, unit: str, dimension: str, rule: str) -> None:
    draft.unit, draft.dimension, draft.form, draft.rule = unit, dimension, "quantity", rule


def _view(text: str, draft: Draft) -> str:
    """What stands around a number, the number with its bounds between ⟦ and ⟧."""
    left = text[max(0, draft.start - _REACH) : draft.start]
    bound = _BOUND.search(left)
    before = left[: bound.start()] if bound else left
    return f"{before}⟦{text[draft.start : draft.end]}⟧{text[draft.end : draft.end + _REACH]}"
