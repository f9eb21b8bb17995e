"""What analysts find of a claim: the form in the source panel, the filter, the column."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "review": ("复核", "Review"),
    "review_none": ("尚未复核。", "Nobody has judged this claim yet."),
    "review_unreviewed": ("未复核", "not reviewed"),
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
}
