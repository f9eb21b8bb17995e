"""Cues of multiples, fractions, 翻番, 两位数 and ranks."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.cue_rule import DOWN, FILL, MULTIPLES, NOUN_UP, UP, CueRule

MULTIPLE_CUES: Final[tuple[CueRule, ...]] = (
    CueRule(
        "multiple.growth",
        MULTIPLES,
        re.compile(rf"(?:{UP}|{NOUN_UP}|[多高]出?){FILL}"),
        "growth",
        1,
        (("增长1.5倍", "growth +"), ("比半年前增加了一倍", "growth +"), ("增幅超过1倍", "growth +")),
        ("增至1.5倍", "是2012年的1.5倍", "翻了3倍", "增速是全国的1.5倍"),
    ),
    CueRule(
        "multiple.ratio",
        MULTIPLES,
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
        re.compile(rf"(?:{UP}|{NOUN_UP}){FILL}"),
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
        (("投资保持在两位数", "growth +"),),
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
"""The rules in the order in which they are tried."""
