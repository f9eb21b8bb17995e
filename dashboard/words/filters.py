"""The filter bar and what it says of an address."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "filters": ("筛选", "Filters"),
    "all": ("全部", "all"),
    "month_from": ("时期从", "Period from"),
    "month_to": ("到", "to"),
    "month_help": ("按时期的末日所在月份筛选", "By the month in which the period ends"),
    "sector_help": ("含下级行业", "Includes the sectors below it"),
    "text": ("查找", "Search"),
    "text_placeholder": ("原句、标题、主体中的字词", "Words of sentence, headline, subject"),
    "nothing_found": ("没有匹配项", "Nothing matches"),
    "clear": ("清除", "Clear"),
    "reset": ("清除筛选", "Clear filters"),
    "count": (
        "共 {claims} 条数字，来自 {sentences} 个句子、{issues} 期报纸",
        "{claims} claims from {sentences} sentences in {issues} issues",
    ),
    "ignored": (
        "网址中有不认识的内容，已忽略：{problems}",
        "Parts of the address were not understood and ignored: {problems}",
    ),
    "unknown_parameter": ("没有“{name}”这个参数", "no parameter “{name}”"),
    "unknown_value": ("“{name}”没有“{value}”这一项", "“{name}” has no “{value}”"),
    "too_long": ("“{name}”过长或过多", "“{name}” is too long or too many"),
    "repeated": ("“{name}”只能给一次", "“{name}” may be given once"),
    "reversed_months": ("时期的起点晚于终点", "the period ends before it begins"),
}
