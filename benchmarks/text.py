"""The texts that speed is measured on: news and dense text of real issues where they are there, else the samples."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.model import Issue
from etl.reading import read_file
from etl.source.folder import source_files

ROOT = Path(__file__).parents[1]
ISSUES = ROOT / "data" / "issues"
SHARED = ROOT.parent / "shared"
NEWS_MONTH = "2019-03"

ARTICLE = (
    "上半年，全市规模以上工业企业利润总额298.4亿元，同比下降2.4%，其中装备制造业增长9.1%，消费品制造业增长3.5%；"
    "6月份利润为61.2亿元，比上月增加1.3亿元。"
)
"""A paragraph of ours with a number in every dozen characters."""

CLAUSE = "装备制造业利润增长9.1%，比上月加快0.3个百分点，"
"""A clause of ours that a sentence may repeat without end."""


@dataclass(frozen=True, slots=True)
class Text:
    """Issues under a name, and how many characters they have."""

    name: str
    issues: tuple[Issue, ...]

    @property
    def characters(self) -> int:
        """Of the decoded sources."""
        return sum(len(issue.text) for issue in self.issues)


@cache
def news() -> Text:
    """A month of a news archive, one issue a day; without the archive the samples, which are denser."""
    archive = SHARED / "corpora" / "xwlb" / f"{NEWS_MONTH[:4]}.jsonl.gz"
    if not archive.exists():
        return Text("samples in place of news", samples().issues)
    days: dict[str, list[str]] = {}
    with gzip.open(archive, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["date"].startswith(NEWS_MONTH):
                days.setdefault(item["date"], []).append(f"{item['title']}\n\n{item['text']}")
    return Text("news", tuple(issue_of("\n\n".join(items), date.fromisoformat(day)) for day, items in days.items()))


@cache
def dense() -> Text:
    """The documents of the gold; without them the samples."""
    paths = sorted((SHARED / "issues").glob("*.txt"))
    return Text("dense", tuple(map(read_file, paths))) if paths else Text("samples", samples().issues)


@cache
def samples() -> Text:
    """The sample issues."""
    return Text("samples", tuple(map(read_file, source_files(ISSUES))))


def issue_of(body: str, day: date) -> Issue:
    """The text below a masthead of the day, read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "issue.txt"
        path.write_text(f"样例日报\n\n{day.year}年{day.month}月{day.day}日\n\n{body}\n", encoding="utf-8")
        return read_file(path, path.name)
