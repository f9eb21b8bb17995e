"""The sentences that a search finds."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "hits": ("查到的句子", "Sentences found"),
    "hits_count": (
        "“{text}”见于 {total} 个句子，第 {first}–{last} 个",
        "“{text}” in {total} sentences, {first}–{last}",
    ),
    "hits_none": ("没有一个句子、标题或名称含有“{text}”。", "No sentence, headline or name holds “{text}”."),
    "hits_earlier": ("前一批", "Earlier ones"),
    "hits_later": ("后一批", "Further ones"),
    "hits_claims": ("{count} 条数字", "{count} claims"),
    "hits_no_claim": ("无数字", "no number"),
}
