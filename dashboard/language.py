"""Every word the page shows, in Chinese and in English; names of columns and codes come from the schema."""

from __future__ import annotations

from enum import StrEnum

from etl.schema import BY_NAME, CODES


class Language(StrEnum):
    """The languages of the page, Chinese first."""

    ZH = "zh"
    EN = "en"

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the page's language."""
        return "zh-CN" if self is Language.ZH else "en"


TEXTS: dict[str, tuple[str, str]] = {
    "name": ("报数", "Baoshu"),
    "tagline": ("报纸上的每一个数，都能回到原句", "Every printed number, one click from its sentence"),
    "other_language": ("English", "中文"),
    "skip": ("跳到数据表", "Skip to the table"),
    "scope": (
        "{issues} 期报纸 · {claims} 条数字 · 出版日期 {first} 至 {last}",
        "{issues} issues · {claims} claims · issued {first} to {last}",
    ),
    "scope_empty": ("数据表还是空的：先运行 baoshu refresh", "The table is empty: run baoshu refresh first"),
    "loading": ("正在载入……", "Loading…"),
    "failed": (
        "这一步没有成功（{kind}）。刷新页面再试；服务端日志里有编号 {number}。",
        "That step failed ({kind}). Reload to try again; the server's log has it under {number}.",
    ),
    # filter bar
    "filters": ("筛选", "Filters"),
    "all": ("全部", "all"),
    "month_from": ("时期从", "Period from"),
    "month_to": ("到", "to"),
    "month_help": ("按时期的末日所在月份筛选", "By the month in which the period ends"),
    "sector_help": ("含下级行业", "Includes the sectors below it"),
    "text": ("查找", "Search"),
    "text_placeholder": ("原句、标题、主体中的字词", "Words of sentence, headline, subject"),
    "nothing_found": ("没有匹配项", "Nothing matches"),
    "reset": ("清除筛选", "Clear filters"),
    "count": (
        "共 {claims} 条数字，来自 {sentences} 个句子、{issues} 期报纸",
        "{claims} claims from {sentences} sentences in {issues} issues",
    ),
    "download": ("下载 CSV", "Download CSV"),
    "download_help": ("恰为当前筛选的全部行，含原句与出处", "Exactly the rows of this filter, with sentence and place"),
    "ignored": (
        "网址中有不认识的内容，已忽略：{problems}",
        "Parts of the address were not understood and ignored: {problems}",
    ),
    "unknown_parameter": ("没有“{name}”这个参数", "no parameter “{name}”"),
    "unknown_value": ("“{name}”没有“{value}”这一项", "“{name}” has no “{value}”"),
    "too_long": ("“{name}”过长或过多", "“{name}” is too long or too many"),
    "repeated": ("“{name}”只能给一次", "“{name}” may be given once"),
    "reversed_months": ("时期的起点晚于终点", "the period ends before it begins"),
    # charts
    "plot": ("图表指标", "Charted indicator"),
    "plot_figure": ("数字性质", "Measure"),
    "plot_period": ("时期", "Period"),
    "plot_sector": ("对象", "Whose"),
    "earlier": ("前一时期", "Earlier period"),
    "later": ("后一时期", "Later period"),
    "ranking": ("分行业比较", "By sector"),
    "series": ("随时期变化", "By period"),
    "ranking_title": ("{indicator}{figure}：分行业", "{indicator}, {figure}, by sector"),
    "series_title": ("{indicator}{figure}：按时期", "{indicator}, {figure}, by period"),
    "unit_line": ("单位：{unit}", "Unit: {unit}"),
    "not_reported": ("报纸未报道", "Not reported in print"),
    "not_reported_help": (
        "当前筛选下没有可画的观测；空白不等于零。换一个指标或时期，或放宽筛选。",
        "No observation to draw under this filter; blank is not zero. Try another indicator or period.",
    ),
    "chart_error": ("图表没有画成", "The chart could not be drawn"),
    "left_out": (
        "另有 {count} 个观测单位不同（{units}），未画在同一轴上",
        "{count} more in other units ({units}) are not on this axis",
    ),
    "no_sectors": (
        "另有 {count} 个主体不是行业，见右图与数据表",
        "{count} more subjects are no sectors: see series and table",
    ),
    "cut_off": ("共 {total} 项，画出前 {shown} 项", "{shown} of {total} shown"),
    "legend_up": ("上升", "Up"),
    "legend_down": ("下降", "Down"),
    "cumulative": ("年初累计", "Year to date"),
    "path_month": ("当月", "Month"),
    "path_quarter": ("当季", "Quarter"),
    "path_year": ("全年", "Year"),
    "path_instant": ("时点", "Instant"),
    "path_span": ("时段", "Span"),
    "hover_statements": ("{count} 处原文", "{count} statements"),
    "hover_conflict": ("各处说法不一", "statements disagree"),
    "hover_open": ("点击看原句", "Click for the sentence"),
    "chart_label": (
        "{title}。{subtitle}。{summary}同样的数据在下方数据表中可用键盘逐行打开。",
        "{title}. {subtitle}. {summary}The table below holds the same figures and works by keyboard.",
    ),
    "ranking_summary": ("最高 {top}，最低 {bottom}。", "Highest {top}, lowest {bottom}. "),
    "series_summary": ("{series} 条序列，{points} 个观测。", "{series} series, {points} observations. "),
    "reading_help": (
        "≈ 约　> 超过　≥ 以上　< 不足　≤ 不超过　◇ 目标　□ 预测　斜纹 下降　⚑ 各处说法不一",
        "≈ about  > more than  ≥ at least  < less than  ≤ at most  ◇ target  □ forecast  hatched: fall  ⚑ dispute",
    ),
    # table
    "table": ("数据表", "Table"),
    "table_help": (
        "选中一行看原句：点击，或用方向键移动后按回车",
        "Open a row: click it, or move with the arrows and press Enter",
    ),
    "figure_column": ("数字", "Figure"),
    "period_column": ("时期", "Period"),
    # source panel
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
    "differs": ("不同", "differs"),
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
    # review
    "review": ("复核", "Review"),
    "review_none": ("尚未复核。", "Nobody has judged this claim yet."),
    "review_right": ("对", "right"),
    "review_wrong": ("错", "wrong"),
    "review_corrected": ("已改正", "corrected"),
    "review_undone": ("撤销", "undone"),
    "review_changed": (
        "判定之后重新抽取过，现在的读法与判定时不同。",
        "Extracted anew since it was judged: it reads otherwise now.",
    ),
    "review_as": ("以 {name} 的名义判定", "Judging as {name}"),
    "review_author": ("署名", "Your name"),
    "review_reason": ("理由（判错、改正时必填）", "Reason (needed for wrong and corrected)"),
    "review_do_right": ("判为对", "It is right"),
    "review_do_wrong": ("判为错", "It is wrong"),
    "review_do_corrected": ("保存改正", "Save the correction"),
    "review_do_undo": ("撤销判定", "Undo the judgement"),
    "review_correct": ("逐项改正", "Correct it field by field"),
    "review_history": ("历次判定（{count}）", "All judgements ({count})"),
    "review_no_token": ("页面已过期，请刷新后再试。", "The page is out of date: reload it and try again."),
    "review_not_written": ("判定没有写成，请稍后再试。", "The review could not be written: try again in a moment."),
    "not_found_page": ("没有这个页面", "No such page"),
    "home": ("回到首页", "Back to the first page"),
}
"""Key -> (Chinese, English); braces hold values."""


def text(language: Language, key: str, **values: object) -> str:
    """The page's words for ``key`` in the language, with the values filled in."""
    return TEXTS[key][language is Language.EN].format(**values) if values else TEXTS[key][language is Language.EN]


def column_label(language: Language, column: str) -> str:
    """The schema's name of a column."""
    return BY_NAME[column].label_en if language is Language.EN else BY_NAME[column].label_zh


def code_label(language: Language, column: str, code: str | None) -> str:
    """The schema's name of a code of a column; empty for None, the code itself if the schema has none."""
    if code is None:
        return ""
    return CODES[column].get(code, (code, code))[language is Language.EN]


def figure_label(language: Language, measure: str, comparison: str | None) -> str:
    """What kind of figure: 同比增速, 环比增速, 占比 ...; in English ``year-on-year growth``."""
    kind = code_label(language, "measure", measure)
    against = code_label(language, "comparison", comparison)
    if language is Language.EN:
        return f"{kind}, {against}" if against else kind
    return against + kind
