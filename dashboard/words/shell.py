"""The frame of every page: name, navigation, states."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "name": ("报数", "Baoshu"),
    "tagline": ("报纸上的每一个数，都能回到原句", "Every printed number, one click from its sentence"),
    "other_language": ("English", "中文"),
    "skip": ("跳到正文", "Skip to the content"),
    "navigation": ("页面", "Pages"),
    "count_line": ("筛选结果", "What the filter leaves"),
    "theme": ("深色", "Dark"),
    "theme_help": ("深浅色切换", "Switch between light and dark"),
    "copy_view": ("复制本页链接", "Copy link to this view"),
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
}
