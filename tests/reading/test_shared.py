"""The real documents beside the checkout: every one whole, every claim of the gold inside one sentence."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from etl.model import Issue
from etl.reading import read_file
from tests.reading.accounting import loose_runs, misplaced, sentences_of, unaccounted

SHARED = Path(__file__).resolve().parents[3] / "shared"
DOCUMENTS = sorted((SHARED / "issues").glob("*.txt"))
WHOLE = re.compile(r"[。！？…：；!?.][”’」）)]*$|[）)]$")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared beside the checkout"),
]


def accounted(issue: Issue) -> bool:
    return not unaccounted(issue) and not misplaced(issue) and not loose_runs(issue)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_character_of_every_document(path: Path) -> None:
    assert accounted(read_file(path))


def test_the_real_front_page() -> None:
    issue = read_file(SHARED / "issues" / "cena-2025-07-01.txt")
    head = issue.masthead
    assert (issue.issue_id, head.issue_number, head.cumulative_number, head.pages) == (
        "中国电子报-2025-07-01",
        44,
        4828,
        8,
    )
    assert [article.jump_to for article in issue.articles] == ["2", None, "3", None, "3", "8"]
    assert [len(article.title) for article in issue.articles] == [20, 21, 21, 29, 16, 28]
    assert {article.page for article in issue.articles} == {1}
    subheads = [sentence for sentence in sentences_of(issue) if sentence.role == "subhead"]
    assert len(subheads) == 2
    body = [sentence for sentence in sentences_of(issue) if sentence.role in ("lead", "body")]
    assert all(WHOLE.search(sentence.text) for sentence in body)
    assert sum(len(sentence.offsets.text_starts) - 1 for sentence in body) == 12


def gold() -> list[dict[str, object]]:
    lines = [
        line for path in sorted((SHARED / "gold").glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    return [json.loads(line) for line in lines]


def test_every_claim_of_the_gold_stands_in_one_sentence() -> None:
    issues = {path.name: read_file(path) for path in DOCUMENTS}
    torn = []
    for claim in gold():
        start, end, text = claim["start"], claim["end"], claim["text"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        found = [
            sentence
            for sentence in sentences_of(issues[str(claim["doc"])])
            if sentence.offsets.source(0) <= start and sentence.offsets.source(len(sentence.text) - 1) >= end - 1
        ]
        if len(found) != 1 or str(text) not in found[0].text:
            torn.append((claim["doc"], text))
    assert torn == []


@pytest.mark.parametrize("month", ["2013-05", "2016-09", "2019-03"])
def test_a_month_of_daily_issues(month: str, tmp_path: Path) -> None:
    tool = SHARED / "tools" / "as_issues.py"
    days = ["--from", f"{month}-01", "--to", f"{month}-31"]
    subprocess.run([sys.executable, str(tool), str(tmp_path), *days], check=True, capture_output=True)
    issues = [read_file(path) for path in sorted(tmp_path.glob("*.txt"))]
    assert len(issues) >= 30
    assert all(map(accounted, issues))
    titles = {(str(issue.masthead.issue_date), article.title) for issue in issues for article in issue.articles}
    missing = [item for item in printed_headlines(month) if item not in titles]
    assert missing == []
    body = [s for issue in issues for s in sentences_of(issue) if s.role in ("lead", "body")]
    assert sum(WHOLE.search(sentence.text) is None for sentence in body) < 0.01 * len(body)


def printed_headlines(month: str) -> list[tuple[str, str]]:
    """Date and headline of every item of the archive that is no digest."""
    path = SHARED / "corpora" / "xwlb" / f"{month[:4]}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        items = [item for item in map(json.loads, lines) if item["date"].startswith(month)]
    named = [(item["date"], item["title"].removeprefix("[视频]").strip()) for item in items if item["text"].strip()]
    return [(day, title) for day, title in named if title and not title.endswith(("快讯", "简讯"))]
