from __future__ import annotations

import pytest

from etl.reading.block import Kind, blocks_of, page_number, view_of
from etl.reading.line import lines_of

DAY = "20190315"


def kinds(line: str) -> list[tuple[str, Kind]]:
    (only,) = lines_of(line)
    return [(block.text, block.kind) for block in blocks_of(only, DAY)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一季度工业利润增长7.2%", Kind.SHORT),
        ("“小块头”释放“大能量”——园区新图景", Kind.SHORT),
        ("钱从哪里来？", Kind.SHORT),
        ("本报讯 一季度利润增长", Kind.TEXT),
        ("一季度，利润增长7.2%。", Kind.TEXT),
        ("突出开放；突", Kind.TEXT),
        ("各位代表：", Kind.TEXT),
        ("本报记者 齐某", Kind.BYLINE),
        ("（下转第8版）", Kind.JUMP),
        ("（上接第1版）", Kind.JUMP),
        ("第03版", Kind.PAGE),
        ("02版：要闻", Kind.PAGE),
        ("头版", Kind.PAGE),
        ("来源：样例日报", Kind.FURNITURE),
        ("图为工人在装配线上作业。", Kind.CAPTION),
        ("工人在装配线上作业。 样例社记者 王小明摄", Kind.CAPTION),
        ("（本报东京8月23日电）", Kind.DATELINE),
    ],
)
def test_a_line_is_of_one_kind(line: str, kind: Kind) -> None:
    assert kinds(line) == [(line, kind)]


def test_what_is_set_off_at_the_end_is_a_block_of_its_own() -> None:
    assert kinds("公平竞争。(下转第2版)") == [("公平竞争。", Kind.TEXT), ("(下转第2版)", Kind.JUMP)]
    assert kinds("擦亮底色。（跃文）") == [("擦亮底色。", Kind.TEXT), ("（跃文）", Kind.BYLINE)]
    assert kinds("跌6.6%。(视频编辑:某)") == [("跌6.6%。", Kind.TEXT), ("(视频编辑:某)", Kind.FURNITURE)]
    assert kinds("擦亮底色。（跃文）(下转第2版)")[-2:] == [("（跃文）", Kind.BYLINE), ("(下转第2版)", Kind.JUMP)]


def test_an_archives_note_parts_headline_and_byline() -> None:
    assert kinds("对外开放再出发（经济聚焦）【作者：王小明;李某】本报记者　王小明") == [
        ("对外开放再出发（经济聚焦）", Kind.SHORT),
        ("【作者：王小明;李某】", Kind.BYLINE),
        ("本报记者　王小明", Kind.BYLINE),
    ]


def test_an_archives_date_parts_two_articles() -> None:
    assert kinds("版式设计：某某20190315车企扩大产能") == [
        ("版式设计：某某", Kind.FURNITURE),
        ("20190315", Kind.STAMP),
        ("车企扩大产能", Kind.SHORT),
    ]
    assert [kind for _, kind in kinds("供应充足。2019-03-18外贸开局良好")] == [Kind.TEXT, Kind.STAMP, Kind.SHORT]
    assert kinds("截至 20190315 共签约12个") == [("截至 20190315 共签约12个", Kind.SHORT)]


def test_page_lines_name_their_page() -> None:
    assert [page_number(line) for line in ("第03版", "A2版", "头版", "第十二版", "04版:综合")] == [3, 2, 1, 12, 4]


def test_the_view_has_the_length_of_the_text() -> None:
    text = "１０％" + "甲" * 500 + "（本報訊）"
    assert len(view_of(text)) == len(text)
    assert view_of(text).startswith("10%")
    assert view_of(text).endswith("(本报讯)")
