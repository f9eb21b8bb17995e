"""Positions and ordinals: 居世界第一 is a rank, 第四届 only numbers the session."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.lexicon.units import PATTERN as UNIT
from etl.mention.draft import Draft
from etl.mention.numeral import PATTERN as NUMERAL
from etl.mention.numeral import read_numeral
from etl.sieve import Sieved

_PLACES: Final = (
    "世界|全球|全国|国内|全省|全市|全县|全区|县市|县区|市州|地市|亚洲|欧洲|非洲|中部|西部|东部|国际|同类|行业|总量|规模"
    "|增速|增幅|涨幅|跌幅|降幅|总数|数量|[牌分行]榜"
)
_VERBS: Final = (
    "居|位居|位列|列|名列|排名|排|排在|排到|排行|位|占|占据|升至|升到"
    "|上升到|上升为|上升至|跃升至|跃升为|跃居|跻身|夺得|获得|取得|获|夺|"
    "保持|保持着|成为|稳居|退居|降至|降到|下降到|下滑至|下滑到|晋升|进入|仅次于|得"
)
_CUE: Final = Sieved(f"(?:{_PLACES}|{_VERBS})(?:[了到为至在的]|{_PLACES})?$")
_POSITION: Final = re.compile(
    f"第(?P<numeral>{NUMERAL})(?P<place>位|名(?![为叫义])|)(?P<big>大(?!会|学|道|街|厅)(?=[^0-9，。；、])|)"
)
_NOUN_AFTER: Final = re.compile("[，。；、）)！？!?;,于和及与上下升降提退的]|$|以内|以下|以上")
_CHANGE_AFTER: Final = re.compile("[，。；、）)！;,上下升降提]|$")
# 世界第一制造大国 is a position, 世界第一座桥 only comes first in time
# 位居中部六省第一
_FAR_CUE: Final = re.compile("(?:居|列|排名?|排在|占)[^，。；、0-9]{1,8}$")
_ANOTHER: Final = re.compile("(?:[居列获排]|排名)第[一二三四五六七八九十0-9]{1,3}[位名]?[、和与及]$")  # 分列第二、|第三
# 位居全国百强县投资潜力|第3、绿色发展|第5
_LISTED: Final = Sieved(
    "(?:位居|位列|名列|列|排名)(?:[^，。；]{1,40}第[一二三四五六七八九十0-9]{1,3}[位名]?[、和])?[^，。；、0-9第]{2,16}$"
)
_LIST: Final = 64
_CLAUSE_END: Final = re.compile("[，。；、）)！;,]|$")
_PLACE_CUE: Final = Sieved(f"(?:{_PLACES})$")
_COUNTED_AFTER: Final = Sieved(f"{UNIT}|[个次届位条座台所名家部款艘辆颗例批人线时阶产步代期号轮方流故夫梯手负任责书]")
_INDUSTRIES: Final = Sieved("(?:[、和及与]第?[二三]){1,2}产业")  # 全省第一、二、三产业
_TOP: Final = re.compile(
    f"前(?P<numeral>{NUMERAL})(?P<place>位|名|强|甲|(?=的?(?:企业|品牌|车企|城市|省份|国家|机构)|(?=[，。；、]|$)))"
)
_HEAD: Final = re.compile("首位")
_HEAD_CUE: Final = Sieved(f"(?:{_PLACES}|{_VERBS}|之|行业|各省|各市|在)(?:[了到为至在的]|{_PLACES})?$")
# 第二、三、九类 are ordinals all of them
_ORDINAL: Final = re.compile(
    f"第(?P<numeral>{NUMERAL})(?:(?:至|到|—|-|~)第?{NUMERAL}|(?:[、和及与][二三四五六七八九十]{{1,2}})++(?={UNIT}|[类条款项届批期]))?+(?:{UNIT})?+"
)
_FIRST_OF_TWO: Final = re.compile(
    "(?:位列|位居|名列|分列|列|居|排名|排在|排|获得?|夺得)(?:了|到|为|至|在|的|全[国省市县区球]|世界|行业){0,2}"
    "第[一二三四五六七八九十0-9]{1,3}(?:[、和与及][一二三四五六七八九十0-9]{1,3}){0,2}[、和与及]$"
)
_SECOND: Final = re.compile(f"(?P<numeral>{NUMERAL})[位名](?=[，。；、）)！;,]|$)")
_POSITIONS: Final = re.compile(
    f"第(?P<numeral>{NUMERAL})[位名]?(?:至|到|—{{1,2}}|-|~)第?(?P<last>{NUMERAL})(?:位|名(?![为叫义]))"
)
_LOOKBACK: Final = 8
_VALUED: Final = Sieved("[放摆]在$|[放摆]到$|(?:永远|始终|一直)[^，。；]{0,3}$")  # 永远排在第一位 ranks nothing


def _is_position(text: str, start: int, end: int, place: str) -> bool:
    """Whether the neighbours of 第… make it a rank and no ordinal."""
    if _INDUSTRIES.match(text, end):
        return False
    near, far = max(0, start - _LOOKBACK), max(0, start - 2 * _LOOKBACK)
    cued = (
        _CUE.search(text, near, start)
        or _ANOTHER.search(text, near, start)
        or (place == "位" and _CHANGE_AFTER.match(text, end))
    )
    if cued and _NOUN_AFTER.match(text, end):
        return True
    if _PLACE_CUE.search(text, near, start):
        return _COUNTED_AFTER.match(text, end) is None
    if not _CLAUSE_END.match(text, end):
        return False
    return bool(_FAR_CUE.search(text, far, start) or _LISTED.search(text, max(0, start - _LIST), start))


def _position(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None or numeral.bare:
        return None
    text, start = match.string, match.start()
    if _VALUED.search(text, max(0, start - _LOOKBACK), start):
        return None
    if match["big"]:
        end = match.end() - 1
    elif _is_position(text, start, match.end(), match["place"]):
        end = match.end()
    else:
        return None
    return Draft(start, end, numeral.value, "位", "rank", "position", "rank", numeral=numeral, base="")


def _positions(match: re.Match[str]) -> Draft | None:
    numeral, last = read_numeral(match["numeral"]), read_numeral(match["last"])
    text, start = match.string, match.start()
    if numeral is None or last is None or last.value <= numeral.value:
        return None
    cued = _CUE.search(text, max(0, start - _LOOKBACK), start) or _FAR_CUE.search(
        text, max(0, start - 2 * _LOOKBACK), start
    )
    if not cued or not _NOUN_AFTER.match(text, match.end()):
        return None
    return Draft(start, match.end(), numeral.value, "位", "rank", "positions", "rank", last.value, numeral=numeral)


def _second(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    text, start = match.string, match.start()
    if numeral is None or text[start - 1 : start] not in tuple("、和与及"):
        return None
    if _FIRST_OF_TWO.search(text, max(0, start - 3 * _LOOKBACK), start) is None:
        return None
    return Draft(start, match.end(), numeral.value, "位", "rank", "second", "rank", numeral=numeral, base="")


def _top(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None or numeral.bare:
        return None
    text, start = match.string, match.start()
    cued = _CUE.search(text, max(0, start - _LOOKBACK), start) is not None
    if not cued and (match["place"] in ("强", "") or not _NOUN_AFTER.match(text, match.end())):
        return None
    return Draft(
        match.start() + 1, match.end(), numeral.value, "位", "rank", "top", "rank", base="at_most", numeral=numeral
    )


def _head(match: re.Match[str]) -> Draft | None:
    text, start = match.string, match.start()
    left = text[max(0, start - _LOOKBACK) : start]
    if _VALUED.search(left) or not _HEAD_CUE.search(left):
        return None
    if match.end() < len(text) and not _NOUN_AFTER.match(text, match.end()):
        return None
    return Draft(start, match.end(), Decimal(1), "位", "rank", "head", "rank")


def _ordinal(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None:
        return None
    return Draft(
        match.start(), match.end(), numeral.value, None, "bare", "ordinal", "ordinal", numeral=numeral, reason="ordinal"
    )


POSITION: Final[Rule[Draft]] = Rule(
    "position",
    _POSITION,
    _position,
    (
        ("发电量居世界第一。", "第一 = 1 位"),
        ("上升到第三位，", "第三位 = 3 位"),
        ("第二大经济体", "第二 = 2 位"),
        ("世界第一制造大国", "第一 = 1 位"),
        ("增速位居中部六省第一。", "第一 = 1 位"),
        ("销量在中国市场位列第三。", "第三 = 3 位"),
        ("数量居全市6县市第一。", "第一 = 1 位"),
        ("甲省、乙省分列第二、第三；", "第三 = 3 位"),
        ("位居全国百强县发展后劲第9、营商环境第4，", "第4 = 4 位"),
    ),
    (
        "第三届博览会",
        "世界第一座跨海大桥",
        "第一次会议",
        "第二产业",
        "获得第一时间救治",
        "纪律永远排在第一位，",
        "全省第一、二产业",
    ),
)
POSITIONS: Final[Rule[Draft]] = Rule(
    "positions",
    _POSITIONS,
    _positions,
    (
        ("三市分列全国第5至第7位，", "第5至第7位 = 5..7 位 range"),
        ("排在榜单第二至四名。", "第二至四名 = 2..4 位 range"),
    ),
    ("第一至六批", "第三到四名学生", "从第5到第3位"),
)
TOP: Final[Rule[Draft]] = Rule(
    "top",
    _TOP,
    _top,
    (
        ("增速居全国前10位", "10位 = 10 位 at_most"),
        ("销量排名前十的企业", "十 = 10 位 at_most"),
        ("稳居全省前3。", "3 = 3 位 at_most"),
    ),
    ("前5个月", "之前3位专家到场", "目前十家企业", "前三家企业", "比赛前三，"),
)
SECOND: Final[Rule[Draft]] = Rule(
    "second",
    _SECOND,
    _second,
    (
        ("甲厂、乙厂分列第二、三位。", "三位 = 3 位"),
        ("销量位居全国第四、五名。", "五名 = 5 位"),
    ),
    ("来了三名，", "第二、三名学生", "队里第一、二名，"),
)
HEAD: Final[Rule[Draft]] = Rule(
    "head", _HEAD, _head, (("保持全国首位，", "首位 = 1 位"),), ("把安全放在首位", "首位宇航员", "处于首位度")
)
ORDINAL: Final[Rule[Draft]] = Rule(
    "ordinal",
    _ORDINAL,
    _ordinal,
    (
        ("第44期", "第44期 = 44 no claim: ordinal"),
        ("第一至六批", "第一至六批 = 1 no claim: ordinal"),
        ("第二、三、九类", "第二、三、九类 = 2 no claim: ordinal"),
    ),
    ("次第开放",),
)
RULES: Final[tuple[Rule[Draft], ...]] = (POSITIONS, POSITION, TOP, HEAD, ORDINAL, SECOND)
