from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import sentence
from etl.reading.sentence import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["利润增长7.2%。", "营收增长2.7%！", "钱从哪里来？", "没有句号的尾句"],
        ["出口增长5.4%；进口下降2.9%；顺差扩大。"],
        ["市场之一。”", "某汽车公司计划增产20%。"],
        ["“产能足够。”该公司销售主管某某说道。"],
        ["“产能足够。”某某透露，公司去年开始量产。"],
        ["他说：“产能足够。", "订单也足够。”"],
        ["臂展最长可达3.1米……", "“系统自主开发。”"],
        ["他说要“加力！”的那天，产量增长。"],
        ["能撕开?", "记者看到，能。"],
        ["网址为http://a.example/?id=3的网站上线。"],
        ["（一）经济增强。", "地区生产总值达14.2万亿元。"],
        ["增长3.2%……其余持平。"],
    ],
)
def test_sentences_end_where_a_reader_stops(sentences: list[str]) -> None:
    assert split("".join(sentences)) == sentences


@given(st.text(alphabet="甲乙说。！？…；，”“）(.!?3 ", max_size=80))
def test_the_spans_cover_the_paragraph(text: str) -> None:
    assert "".join(split(text)) == text


@given(st.text(alphabet="。。。”’）」，的他说表示甲", max_size=14))
def test_texts_without_other_stops_are_cut_as_those_with_them(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentence, "_other_stop", lambda _text: True)
        wanted = split(text)
    assert split(text) == wanted
