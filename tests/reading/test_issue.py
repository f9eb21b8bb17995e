"""Whole documents: what goes in comes out, in place; what cannot be read is refused in one line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.model import Issue
from etl.reading import ReadingError, read_file, read_issue
from etl.reading.form import all_forms, form_of
from etl.reading.issue import SIZE_LIMIT
from etl.reading.passage import LAYOUT
from tests.reading.accounting import loose_runs, misplaced, sentences_of, unaccounted
from tests.reading.page import MASTHEAD

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "issues").glob("*.txt"))

LINES = st.one_of(
    st.sampled_from(
        [
            "", "", " ", "\u3000", "\xa0\xa0",
            "前五月工业利润增长7.2%", "练就独门绝技", "一、工作回顾", "国内联播快讯", "钱从哪里来？",
            "本报讯 记者齐明报道：昨天，数据公布。", "样例网消息(新闻联播)：", "新华社北京7月1日电 今天，数据公布",
            "　　规模以上工业企业毛利润同比", "增长1.1%，拉动利润增长3.0个百分点。", "政策体系，加强培育。(下转第2版)",
            "擦亮底色。（跃文）", "（上接第1版）企业要用好政策。", "本报记者 齐明", "第03版：产业", "图为车间。",
            "对外开放再出发【作者：王小明】本报记者　王小明", "版式设计：某某20250701车企扩产", "(下转第8版)",
            "他说：“产能足够。订单也足够。”该负责人表示，", "（本报东京8月23日电）", "“", "。",
        ]
    ),
    st.text(alphabet="甲乙增长的，。；“”（）0123456789%年月日 \u3000\ufeffA.", max_size=40),
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(LINES, max_size=30),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_character_is_accounted_for_and_in_place(lines: list[str], end: str, codec: str) -> None:
    text = end.join([*MASTHEAD.split("\n"), *lines])
    issue = read_issue(text.encode(codec), "page.txt")
    assert issue.text == text
    assert unaccounted(issue) == []
    assert misplaced(issue) == []
    assert loose_runs(issue) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=20))
def test_sentences_stand_in_reading_order_without_layout_at_their_ends(lines: list[str]) -> None:
    issue = read_issue("\n\n".join([MASTHEAD, *lines]).encode(), "page.txt")
    ids = [sentence.sentence_id for sentence in sentences_of(issue)]
    assert len(ids) == len(set(ids))
    for article in issue.articles:
        assert article.sentences
        numbers = [sentence.paragraph for sentence in article.sentences if sentence.role != "headline"]
        assert numbers == sorted(numbers)
        assert len({sentence.paragraph for sentence in article.sentences if sentence.role == "lead"}) <= 1
    for sentence in sentences_of(issue):
        assert sentence.text == sentence.text.strip(LAYOUT) != ""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_issues(path: Path) -> None:
    issue = read_file(path)
    assert issue.source_uri == path.name
    assert len(issue.articles) >= 4
    assert all(article.title for article in issue.articles)
    assert issue.masthead.issue_date is not None
    assert issue.masthead.issue_date.isoformat() in path.name
    assert not unaccounted(issue)
    assert not misplaced(issue)


def test_offsets_count_the_characters_behind_a_byte_order_mark() -> None:
    text = "样例报\n\n2025年7月1日\n\n标题\n\n本报讯 增长1.1%。\n"
    plain, marked = (read_issue(text.encode(codec), "x") for codec in ("utf-8", "utf-8-sig"))
    assert plain.text == marked.text == text
    assert (plain.encoding, marked.encoding) == ("utf-8", "utf-8-sig")
    assert [s.offsets for s in sentences_of(plain)] == [s.offsets for s in sentences_of(marked)]
    assert plain.sha256 != marked.sha256


def refused(data: bytes, uri: str = "坏.txt") -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_issue(data, uri)
    return caught.value


@pytest.mark.parametrize(
    ("data", "place", "problem", "remedy"),
    [
        (b"", "第1字节", "文件为空", "请检查来源"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "全文", "网页没有正文", "请检查来源"),
        (
            b"PK\x03\x04\x14\x00",
            "文件开头",
            "ZIP 不在支持的形式之列（文本、PDF、PNG/JPEG 扫描件、电子报网页、DOCX）",
            "请另存为其中之一",
        ),
        (
            b"{\\rtf1",
            "文件开头",
            "RTF 不在支持的形式之列（文本、PDF、PNG/JPEG 扫描件、电子报网页、DOCX）",
            "请另存为其中之一",
        ),
        ("样例报\n\n本报讯 利润增长。".encode(), "报头", "没有出版日期", "请在报头写明"),
        ("2025年7月1日\n\n本报讯 利润增长。".encode(), "报头", "没有报名", "请把报名写在第一行"),
    ],
)
def test_a_refusal_names_file_place_problem_and_remedy(data: bytes, place: str, problem: str, remedy: str) -> None:
    error = refused(data)
    assert (error.source_uri, error.place, error.problem) == ("坏.txt", place, problem)
    assert error.remedy.startswith(remedy)
    assert str(error) == f"坏.txt: {place}：{problem}；{error.remedy} / {error.english}"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "样例报-2025-07-01.txt"
    with path.open("wb") as sparse:
        sparse.truncate(5 * SIZE_LIMIT)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    with pytest.raises(ReadingError, match="超过 200 MB"):
        read_file(path)


def test_bytes_over_the_limit_are_refused() -> None:
    assert "超过 20 MB" in refused(b"x" * (20 * 1024 * 1024 + 1)).problem


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="无法读取"):
        read_file(tmp_path / "没有.txt")


def test_a_file_may_go_by_another_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("利润增长\n\n本报讯 利润增长。", encoding="utf-8")
    issue = read_file(path, "收件/样例报-2025-07-01.txt")
    assert (issue.source_uri, issue.issue_id) == ("收件/样例报-2025-07-01.txt", "样例报-2025-07-01")


def test_each_form_is_known_by_its_content() -> None:
    names = [form.name for form in all_forms()]
    assert len(set(names)) == len(names)
    for data, name in (("样例报".encode(), "text"), (b"", "text"), (b"<html><body>", "html"), (b"%PDF-1.7", "pdf")):
        assert [form.name for form in all_forms() if form.recognises(data)] == [name]
        assert form_of(data, "x.bin").name == name


def timed(text: str) -> tuple[Issue, float]:
    data = (MASTHEAD + text).encode()
    started = time.process_time()
    return read_issue(data, "x.txt"), time.process_time() - started


@pytest.mark.parametrize(
    "unit",
    [
        "增",
        "“",
        "（",
        "(下转",
        "本报记者",
        "记者王小明 ",
        "1",
        "20250701",
        "20",
        "增长3，\n\n",
        "甲\n",
        "【作者：",
        "图",
        "，",
        "。”",
        "[[",
        "…",
        "第一",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    short, long = (timed(unit * (size // len(unit)))[1] for size in (25_000, 100_000))
    assert long < 16 * short + 0.5
