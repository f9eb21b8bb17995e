from __future__ import annotations

import pytest

from etl.characters import normalise
from etl.reading.furniture import credit_start, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "加大",
        "】",
        "返回目录",
        "来源：样例日报",
        "时间：2026-02-09 08:30",
        "版式设计：某某",
        "本版编辑：某某 美编：某某",
        "邮发代号：1-29",
        "国内统一连续出版物号：CN 11-0005",
        "http://paper.example.cn/html/2025",
        "news@paper.example.cn",
        "2025年7月1日 星期二",
        "二〇二五年七月一日",
    ],
)
def test_furniture_wherever_it_stands(line: str) -> None:
    assert is_furniture(normalise(line))


@pytest.mark.parametrize(
    "line",
    [
        "2025年7月1日起施行新标准",
        "时间就是效率",
        "加大投入力度",
        "工业：稳中有进",
        "主管部门表示，利润增长。",
        "编辑出版一批图书",
    ],
)
def test_text_is_no_furniture(line: str) -> None:
    assert not is_furniture(normalise(line))


def test_makers_are_credited_behind_the_text() -> None:
    line = normalise("销售面积下降6.6%。(视频编辑:某某 文字编辑:某某)")
    assert line[: credit_start(line)] == "销售面积下降6.6%。"
    assert credit_start("增长7.2%(按可比价格)") == len("增长7.2%(按可比价格)")
