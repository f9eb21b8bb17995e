"""Whose pupils and teachers are told: those of the schools that were counted last."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.topic import Topic

_OF_SCHOOLS: Final = frozenset(
    {"招生人数", "毕业生人数", "在校生人数", "专任教师人数", "教职工人数", "员工人数", "在园幼儿人数"}
)
_SCHOOL: Final = re.compile("(?:阶段|小学|初中|高中|中学|学校|幼儿园|院校|大学|学院|高校|教育)$")


def school_of(topic: Topic, discourse: Discourse) -> str | None:
    """小学43所，|招生4912人，|毕业生5037人: pupils and teachers are of the schools that were counted last."""
    last = discourse.topics[-1] if discourse.topics and topic.indicator in _OF_SCHOOLS else None
    if last is None:
        return None
    told = last.subject if last.indicator in _OF_SCHOOLS else last.indicator_text
    return told if told is not None and _SCHOOL.search(told) else None
