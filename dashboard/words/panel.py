"""The source panel."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "source": ("原文", "Source"),
    "close": ("关闭", "Close"),
    "source_empty": (
        "点图上的一个标记，或表中的一行，这里就显示原句与它在报纸上的位置。",
        "Click a mark or a row: the sentence and its printed place appear here.",
    ),
    "source_unknown": (
        "没有编号为“{claim}”的数字；它可能来自已更正的一期。",
        "There is no claim “{claim}”; its issue may have been corrected.",
    ),
    "source_excluded": (
        "注意：当前筛选不包含这条数字，图表和数据表里没有它。",
        "Note: the current filter leaves this claim out; charts and table do not show it.",
    ),
    "headline": ("标题", "headline"),
    "printed": ("原文数字", "Printed"),
    "article": ("文章", "Article"),
    "issue": ("期次", "Issue"),
    "page": ("第{page}版", "page {page}"),
    "number_line": ("第{number}期", "no. {number}"),
    "cumulative_line": ("总第{number}期", "no. {number} in all"),
    "place": ("位置", "Place"),
    "place_line": ("来源第 {start}–{end} 字", "characters {start}–{end} of the source"),
    "place_wrong": (
        "来源文本已变动，这个位置现在不是原文数字，未作标记。",
        "The source has changed: this place no longer holds the number, so nothing is marked.",
    ),
    "place_missing": ("来源文本未随数据表保存。", "The source text is not kept with the table."),
    "snippet": ("来源片段", "In the source"),
    "statements": ("同一数字的其他说法（{count}）", "Other statements of this figure ({count})"),
    "no_statements": ("没有别处再说到同一数字。", "No other statement of this figure."),
    "agrees": ("一致", "agrees"),
    "coarser": ("较粗", "less precise"),
    "revised": ("已改写", "restated"),
    "beside": ("同句并列", "in one sentence"),
    "contradicts": ("相左", "contradicts"),
    "see_issue": ("在整期中看", "See in the issue"),
    "see_comparison": ("对照各处说法", "Compare statements"),
    "see_original": ("打开原网页", "Open the original page"),
    "page_picture": ("版面图", "Page picture"),
    "page_picture_whole": ("打开整版", "Open the whole page"),
    "page_picture_of": ("第{page}版的版面图，数字处已框出", "Picture of page {page}, the number framed"),
    "charted": ("图表取此", "charted"),
    "rule_shown": (
        "图表取哪一处：先取说得最确切的，再取最新一期的，再取数位最多的。",
        "Which one is charted: the most exact wording, then the latest issue, then the most digits.",
    ),
    "copy_citation": ("复制引文（GB/T 7714）", "Copy citation (GB/T 7714)"),
    "copy_plain": ("复制原句与出处", "Copy sentence and place"),
    "copy_link": ("复制链接", "Copy link"),
    "copied": ("已复制", "Copied"),
    "none": ("未说明", "not stated"),
    "not_found_page": ("没有这个页面", "No such page"),
    "home": ("回到首页", "Back to the first page"),
}
