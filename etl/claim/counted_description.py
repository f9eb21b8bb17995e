"""What describes a counted noun before 的: 九个规模较大|的|犯罪集团, but not 男子|被处以…的处罚."""

from __future__ import annotations

from typing import Final

from etl.claim.phrase import Word
from etl.lexicon.dealings import DEALINGS
from etl.lexicon.predicates import PREDICATES
from etl.sieve import Sieved

_DESCRIPTION = 14
_RELATIVE = frozenset({"v", "vd", "vi", "a", "ad", "d", "p"})
_LOOSE = frozenset({"b", "c", "d", "v", "vd", "a", "ad"})
_LADEN: Final = Sieved("[载装印写带配设刻贴插挂坐住][有着满]|满载|由[人他她]|装载")  # 四架|载有救援人员|的|飞机
_PLACES = frozenset({"ns", "nr", "nrt"})


def described(words: list[Word]) -> list[Word]:
    """The words after the last 的 of a description that holds a verb or an adjective: 买卖公民信息的|犯罪集团.

    A noun that a verb follows is what is counted itself: 男子|被处以…的处罚.
    """
    begin = 0
    for number, word in enumerate(words):
        if word.tag == "x" and word.text not in ("“", "”", "《", "》", "·", "、"):
            break
        if word.text == "的" and number + 1 < len(words):
            if _counts(words, number + 1) or not _describes(words[begin:number]):
                break  # 四项|冠军|中的三项, 15个|社团|的数百名代表
            begin = number + 1
    return words[begin:]


_SUFFERS: Final = Sieved("患病|染病|受伤|负伤|遇难|被困|受困|获救|失踪|受灾|在逃|落网|走失|幸存")
_LOOKS = frozenset({"多样", "各异", "独特", "新颖", "齐全", "完备", "精美", "不同", "迥异", "别致"}) | {
    "顶尖",
    "一流",
    "领先",
    "知名",
    "著名",
}
_AREAS = frozenset(
    {"城市", "地区", "国家", "省份", "乡镇", "村庄"}
)  # counted themselves, though a dictionary has them as places
_BETWEEN = frozenset({"往来", "来往", "连接", "通往", "跨越", "横跨", "贯穿"})


def _is_ruling(word: Word) -> bool:
    """Whether a word rules what follows it whatever the dictionary calls it, and stands in no name."""
    predicate = PREDICATES.get(word.text)
    return predicate is not None and not predicate.in_names and not word.is_term and word.tag != "vn"


def _counts(words: list[Word], number: int) -> bool:
    """Whether a word begins a number, which 十八|大 does not."""
    following = words[number + 1].text if number + 1 < len(words) else ""
    return words[number].tag == "m" and following not in ("大", "届")


def _describes(clause: list[Word]) -> bool:
    if not clause or clause[-1].end - clause[0].start > _DESCRIPTION:
        return False
    between = clause[0].text in _BETWEEN and (clause[-1].tag in _PLACES or clause[-1].text in ("地区", "两省", "两地"))
    if len(clause) > 1 and (between or _is_ruling(clause[0])):
        return True  # 往来两地|的专线, 收治重症患者|的医院
    likened = clause[-1].text == "这样" and not any(word.tag in ("d", "ul") for word in clause)
    if likened or clause[0].text == "较" or (len(clause) > 1 and _LADEN.fullmatch(clause[0].text)):
        return True
    suffers = len(clause) == 1 and _SUFFERS.fullmatch(clause[0].text) is not None  # 三只患病|的|大熊猫
    if suffers or clause[-1].text in _LOOKS or all(word.tag == "ns" and word.text not in _AREAS for word in clause):
        return True  # 造型多样|的|景观, 美国|的|战斗机, but not 城市|的青少年
    if clause[0].text in DEALINGS and len(clause) > 1 and clause[1].tag in _PLACES:
        return True  # 出口韩国|的|原材料
    if clause[0].text == "最" and clause[-1].tag[0] in "nl" and not any(word.tag == "v" for word in clause):
        return False  # 40个最不发达国家|的商品
    if clause[0].tag in _RELATIVE and not clause[0].is_term:  # 伟大|民族共有的特性 is no description of 特性
        plain = len(clause) == 1 or (clause[-1].tag in ("a", "z") and not any(w.tag == "v" for w in clause))
        return clause[0].tag != "a" or plain  # 贫困乡村具备较好|的旅游能力 describes nothing
    if clause[-1].text in ("身边", "周边", "附近", "沿线", "境内", "境外", "辖区"):
        return True
    if len(clause) == 1 and clause[0].tag == "s" and clause[0].text.endswith(("里", "上")):
        return True  # 两位|省里|的领导
    if clause[-1].tag == "f" and clause[-1].text in ("下", "内", "里", "上", "中"):
        return True  # 合作框架下的|项目
    if all(w.tag in _LOOSE for w in clause) and any(w.tag == "c" for w in clause):
        return True  # 现任和已卸任|的|众议员
    nominal = all(w.tag.startswith("n") or w.tag in ("d", "b", "i", "a", "x") for w in clause[:-1])
    return clause[-1].tag in ("a", "z", "i", "l") and nominal
