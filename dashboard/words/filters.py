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
    "download": ("下载 CSV", "Download CSV"),
    "download_help": ("恰为当前筛选的全部行，含原句与出处", "Exactly the rows of this filter, with sentence and place"),
    "download_xlsx": ("XLSX", "XLSX"),
    "download_xlsx_help": (
        "工作簿：数据，以及各列与筛选的说明",
        "A workbook: the data, and what columns and filter mean",
    ),
    "download_parquet": ("Parquet", "Parquet"),
    "download_parquet_help": ("带列说明的 Parquet 文件", "A Parquet file that describes its columns"),
    "download_zip": ("打包", "Package"),
    "download_zip_help": (
        "压缩包：数据、说明、引文清单与查询",
        "An archive: data, readme, list of citations and the query",
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
