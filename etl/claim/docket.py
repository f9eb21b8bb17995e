"""What cases are about: 审判执行|案件."""

from __future__ import annotations

from typing import Final

from etl.lexicon.predicates import PREDICATES
from etl.sieve import Sieved

_CASES: Final = "案件"
# Who acts, before a verb that is none of the name: 法院|执行案件, 警方|查询案件.
_ACTS: Final = Sieved("(?:[院局庭署组会省市县区镇村]|机关|部门|公司|集团|警方|系统|平台|法官|检察官|民警)$")


def is_of_cases(text: str, word: str, tag: str, end: int, kind: str) -> bool:
    """Whether a verb tells with the word before it, a ``kind``, what cases are about: 审判|执行|案件, 行政|应诉|案件.

    >>> is_of_cases("审判执行案件", "执行", "v", 4, "审判"), is_of_cases("法院执行案件", "执行", "v", 4, "法院")
    (True, False)
    >>> is_of_cases("群众受理案件", "受理", "v", 4, "群众")
    False
    """
    named = tag in ("v", "vn") and text.startswith(_CASES, end) and text.endswith(kind, 0, end - len(word))
    return named and word not in PREDICATES and kind not in PREDICATES and _ACTS.search(kind) is None
