"""Bound words around a number: 超, 近, 不低于 before it, 以上, 左右 after it."""

from __future__ import annotations

from typing import Final

from etl.sieve import Sieved

_WORDS: Final = {
    "more_than": "超 超过 超出 超逾 远超 逾 突破 首破 破 冲破 多于 大于 高于 不止 跨过 >",
    "at_least": "不低于 不少于 不小于 不下于 不下 不亚于 至少 最少 最低 起码 最小 满 年满 ≥ 大于等于 大于或等于 "
    "不得低于 不能低于 不应低于 不可低于 不宜低于 不得少于 不能少于 不应少于 不可少于 不得小于",
    "less_than": "跌破 跌穿 失守 降破 不足 不到 低于 少于 小于 不满 未满 不及 未达 未到 尚不足 <",
    "at_most": "不超过 不超 不高于 不多于 不大于 至多 最多 最高 最大 最长 最远 最深 顶多 未超过 未超 ≤ 小于等于 "
    "不能超过 不得超过 不应超过 不可超过 不准超过 不许超过 不会超过 不宜超过 不得高于 不能高于 不应高于 "
    "不得多于 不能多于",
    "about": "约 大约 近 将近 接近 大概 大致 差不多 几乎 逼近 临近 约合 折合约 上下",
}
_LINKS: Final = (
    "",
    "了",
    "到",
    "达",
    "达到",
    "为",
    "是",
    "有",
    "在",
    "至",
    "可",
    "能",
    "可达",
    "可达到",
    "可以达到",
    "能达到",
    "过",
)
# 跌幅最大为0.8% states the largest, 最长可达3.1米 bounds
_SUPERLATIVES: Final = frozenset(("最低", "最少", "最小", "最多", "最高", "最大", "最长", "最远", "最深"))
_STATING: Final = frozenset(("为", "是", "有", "在"))
_SHARES: Final = ("占", "占到", "占了", "占比")
_OF_SHARES: Final = frozenset(("约", "大约", "大概", "至少"))  # 约占六成; 最近占 and 超占 bound nothing
_BARRED_BEFORE: Final = {
    "近": "最附邻远亲靠贴新相",
    "约": "节契合公条签预制违履缔租邀",
    "超": "赶反高",
    "破": "打攻侦",
    "满": "充圆美丰饱期届爆",
    "大于": "远",
}


_PAID: Final = "补贴"  # 直接补贴|近9万人


def _prefixes() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for bound, words in _WORDS.items():
        for word in words.split():
            for link in _LINKS:
                if not (word in _SUPERLATIVES and link in _STATING):
                    table[word + link] = (bound, word)
            if word in _OF_SHARES:
                for link in _SHARES:
                    table[word + link] = (bound, word)
    return table


_PREFIXES: Final = _prefixes()
_ABOUT_SHARE: Final = Sieved("约占[^，。；、]{1,12}的$")  # 约占GDP的6%
_NO_COUNT: Final = (
    "(?<![个名位人家次年月天元第和、每百千万亿一二两三四五六七八九十])$"  # what stands before ends in a verb
)
# 至少谋杀了|90名, 至少需要|5年: a verb stands between
_AT_LEAST: Final = Sieved(f"至少(?:要|还|会|将|能|可以?|应|需|得)?[一-鿿]{{1,4}}{_NO_COUNT}")
# 最多可容纳|3000人, 最高能获得|2000元: what can be; 最高海拔|5200米 is what is
_AT_MOST: Final = Sieved(f"最[多高](?:还|仅|只|也)?(?:可以?|能够?|会)(?![从由])[一-鿿]{{1,5}}(?<!超过){_NO_COUNT}")
# 大约持续了|40分钟, 大概需要|3天
_ABOUT: Final = Sieved(f"(?:大约|大概)(?:还|也|只|要|会|将|能|可以?|需)?[一-鿿]{{1,4}}{_NO_COUNT}")
_VERB: Final = 9  # characters
# 超过全球投资的|一半, 不超过国内生产总值|3%: the whole of a share stands between
_OF_WHOLE: Final = Sieved(
    "(不超过|超过|不足|不到|接近)(?:[^，。；、0-9]{2,16}的(?=一半|[一二三四五六七八九两](?:成|分之))"
    "|[^，。；、0-9]{0,8}(?:生产总值|GDP)的?(?=[0-9.]{1,5}%))"
)
_ENDS_WHOLE: Final = frozenset("的值P")
_WHOLE: Final = 24
_SHARE: Final = 6  # characters: the bound with the whole; the share
_LONGEST: Final = max(map(len, _PREFIXES))
_LAST: Final = frozenset(word[-1] for word in _PREFIXES)
_SUFFIX: Final = Sieved(
    r"[\((]?含?[\))]?(?:及|或|或者)?(?:(?P<at_least>以上(?![海述级])|之上|更多)|(?P<at_most>以下(?!简称|几|问题|方面|[:：三四五])|之下)"
    r"|(?P<less_than>以内|之内|内(?![容部外阁河地蒙陆存需装饰涵心线循政贸销债海环网科联])|不到)|(?P<about>左右(?![岸两手逢为了])|上下(?![游楼班车级联齐同水铺结一])|级(?![别联])|许(?![可诺愿多]))"
    r"|(?P<more_than>有余|出头|多(?![个种名位项家次年月天元样方边少数])))"
)
_SUFFIX_HEADS: Final = frozenset("(含及或以之内更不左上级许有出多")
_DIFFERENCES: Final = frozenset(("高于", "低于", "大于", "小于", "多于", "少于"))


def before(text: str, start: int) -> tuple[str, int, str]:
    """The bound printed directly before ``start``: bound ('' if none), where it begins, its word."""
    if not start or text[start - 1] not in _LAST:
        return _apart(text, start)
    for length in range(min(_LONGEST, start), 0, -1):
        found = _PREFIXES.get(text[start - length : start])
        if found:
            bound, word = found
            opens = start - length
            if opens and text[opens - 1] in _BARRED_BEFORE.get(word, "") and text[opens - 2 : opens] != _PAID:
                return "", start, ""
            return bound, opens, word
    return _apart(text, start)


def _apart(text: str, start: int) -> tuple[str, int, str]:
    """A bound that other words part from its number: 约占GDP的|6%, 至少谋杀了|90名."""
    last, near = text[start - 1 : start], text[max(0, start - _VERB) : start]
    if last == "的" and _ABOUT_SHARE.search(text, max(0, start - 16), start):
        return "about", start, "约"
    if "至少" in near and _AT_LEAST.search(text, max(0, start - _VERB), start):
        return "at_least", start, "至少"
    if "最" in near and _AT_MOST.search(text, max(0, start - _VERB), start):
        return "at_most", start, "最多"
    if "大" in near and _ABOUT.search(text, max(0, start - _VERB), start):
        return "about", start, "大约"
    if last not in _ENDS_WHOLE:
        return "", start, ""
    for whole in _OF_WHOLE.finditer(text, max(0, start - _WHOLE), start + _SHARE):
        if whole.end() == start:
            return _PREFIXES[whole.group(1)][0], start, whole.group(1)
    return "", start, ""


def after(text: str, end: int) -> tuple[str, int]:
    """The bound printed directly after ``end``: bound ('' if none) and where it ends."""
    if end >= len(text) or text[end] not in _SUFFIX_HEADS:
        return "", end
    match = _SUFFIX.match(text, end)
    if match is None or match.lastgroup is None:
        return "", end
    return match.lastgroup, match.end()


def read_bound(text: str, start: int, end: int, base: str, form: str) -> tuple[str, int, int]:
    """The bound of the number at ``start``..``end`` and the span that includes its bound words.

    ``base`` is the bound inside the expression ('' if none). A difference (``form`` points) takes
    no 高于 or 低于: those name what it is a difference from.
    """
    left, outer_start, word = before(text, start)
    if form == "points" and word in _DIFFERENCES:
        left, outer_start = "", start
    right, outer_end = after(text, end)
    if left == "more_than" and base == "at_least":
        return "at_least", outer_start, outer_end  # 超过两位数
    if left == "more_than" or (right == "at_least" and base == "more_than"):
        return "more_than", outer_start, outer_end  # 超…以上 is more than
    if left == "about" and right:
        return (right if right != "more_than" else "about"), outer_start, outer_end
    return left or right or base or "exact", outer_start, outer_end
