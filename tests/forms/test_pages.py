"""Printed pages: PDF files of Chromium's in three layouts, one small scan, and a real page of a Founder system."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from etl.model import Issue
from etl.reading import read_file, read_issue
from etl.store import Frame
from tests.forms.agreement import facts_of, meanings_of, share
from tests.forms.broken import broken_sheet, whole_sentences
from tests.forms.frames import apart, claim_frames, misframed, turned
from tests.forms.issues import FRONT_PAGE, ROOT, SAMPLES, sample_sheet, sheet_at
from tests.forms.printer import LAYOUTS, page_html, print_pdf
from tests.forms.scanner import SKEW, scan
from tests.forms.sheet import Sheet
from tests.reading.accounting import misplaced, sentences_of, unaccounted

FOUNDER_PAGE = ROOT.parent / "shared" / "issues" / "sanmen-2011-05-24-p2.pdf"
BROADSHEET = (390, 545)  # mm
SMALL = (210, 150)  # mm; recognising it takes seconds

_PRINTED: dict[tuple[str, str], bytes] = {}


def printed(press: Browser, name: str, layout: str) -> bytes:
    """The page, printed once for all tests."""
    key = name, layout
    if key not in _PRINTED:
        sheet = broken_sheet() if name == "broken" else sample_sheet(name)
        _PRINTED[key] = print_pdf(press, page_html(sheet, layout))
    return _PRINTED[key]


@cache
def text_issue(name: str) -> Issue:
    return read_issue(sample_sheet(name).text.encode(), "x.txt")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_printed_page_gives_the_claims_of_the_text(press: Browser, name: str, layout: str) -> None:
    issue = read_issue(printed(press, name, layout), "x.pdf")
    assert share(facts_of(text_issue(name)), facts_of(issue)) >= 0.99
    assert not unaccounted(issue)
    assert not misplaced(issue)


@pytest.mark.shared
@pytest.mark.skipif(not FRONT_PAGE.exists(), reason="needs ../shared beside the checkout")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_real_front_page_printed(press: Browser, layout: str) -> None:
    pdf = print_pdf(press, page_html(sheet_at(FRONT_PAGE), layout, *BROADSHEET))
    wanted = facts_of(read_issue(FRONT_PAGE.read_bytes(), "x.txt"))
    assert share(wanted, facts_of(read_issue(pdf, "x.pdf"))) >= 0.99


@pytest.mark.parametrize("layout", LAYOUTS)
def test_sentences_that_columns_break_are_whole(press: Browser, layout: str) -> None:
    issue = read_issue(printed(press, "broken", layout), "x.pdf")
    read = ["".join(sentence.text.split()).removeprefix("本报讯") for sentence in sentences_of(issue)]
    assert [sentence for sentence in whole_sentences() if sentence not in read] == []


def test_every_frame_holds_its_number(press: Browser) -> None:
    wrong: list[str] = []
    count = 0
    for name in SAMPLES:
        pdf = printed(press, name, "grid")
        found, framed = misframed(read_issue(pdf, "x.pdf"), pdf)
        wrong, count = wrong + found, count + framed
    assert count >= 200
    assert wrong == []


@pytest.mark.shared
@pytest.mark.skipif(not FOUNDER_PAGE.exists(), reason="needs ../shared beside the checkout")
def test_a_real_page_of_a_newspaper() -> None:
    issue = read_file(FOUNDER_PAGE)
    titles = [article.title for article in issue.articles]
    assert {
        "县残联派送助残“大礼包”",
        "用电高峰来了！",
        "我县“假证被拘”第一人现身",
        "相约“5.20”表白、登记迎来小高潮",
    } <= set(titles)
    text = "".join(sentence.text for sentence in sentences_of(issue))
    assert "全县即时用电负荷为126.84兆瓦。" in text  # broken over a line
    assert "杨铭今年25岁，来自沙柳镇坑头杨村，几年前的一次事故" in text  # over a column
    wrong, count = misframed(issue, FOUNDER_PAGE.read_bytes())
    assert count >= 30
    assert wrong == []


def small_sheet() -> Sheet:
    sheet = sample_sheet(SAMPLES[0])
    sheet.articles = sheet.articles[2:4]
    return sheet


def test_a_scan_gives_the_claims_and_frames_of_the_page(press: Browser) -> None:
    pytest.importorskip("rapidocr_onnxruntime", reason="needs the extra [ocr]")
    sheet = small_sheet()
    pdf = print_pdf(press, page_html(sheet, "bands", *SMALL))
    page, recognised = read_issue(pdf, "x.pdf"), read_issue(scan(pdf), "x.png")
    assert (recognised.form, recognised.issue_id) == ("scan", "样例工业报-2025-07-02")
    wanted = meanings_of(read_issue(sheet.text.encode(), "x.txt"))
    assert sum(wanted.values()) >= 10
    assert share(wanted, meanings_of(recognised)) >= 0.95
    assert farthest(page, recognised) <= 1.0
    assert all(claim.confidence < 0.98 for claim, _ in claim_frames(recognised))


def farthest(page: Issue, recognised: Issue) -> float:
    """How far a number's frame in the scan lies from where the straight page has it, in characters."""
    assert page.places is not None
    size = page.places.pages[0]
    places = {(claim.value_text, claim.sentence.text[:12]): frames for claim, frames in claim_frames(page)}
    distances = []
    for claim, frames in claim_frames(recognised):
        straight = places.get((claim.value_text, claim.sentence.text[:12]))
        if straight is not None and len(straight) == len(frames):
            distances += [_distance(one, other, size) for one, other in zip(straight, frames, strict=True)]
    assert len(distances) >= 10
    return max(distances)


def _distance(straight: Frame, seen: Frame, size: tuple[float, float]) -> float:
    height = (straight.y1 - straight.y0) * size[1]
    return apart(turned(straight, SKEW, size), seen, size) / max(height, 1.0)


def test_a_scan_without_the_recogniser_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", None)
    with pytest.raises(ValueError, match=r"pip install 'baoshu\[ocr\]'"):
        read_issue(Path(ROOT / "docs" / "dashboard.png").read_bytes(), "x.png")
