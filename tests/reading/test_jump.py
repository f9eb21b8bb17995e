from __future__ import annotations

import pytest

from etl.characters import normalise
from etl.reading.jump import jump_back, jump_on


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("公平参与竞争。(下转第2版)", "2"),
        ("持续向好。（下转第三版）", "3"),
        ("（下转A3版）", "A3"),
        ("▶▶下转第5版", "5"),
        ("下转二版", "2"),
        ("……（紧转第十二版）", "12"),
    ],
)
def test_a_jump_leads_on(line: str, page: str) -> None:
    jump = jump_on(normalise(line))
    assert jump is not None
    assert jump.page == page
    assert jump.end == len(line)
    assert "转" not in line[: jump.start]


@pytest.mark.parametrize("line", ["企业由亏转盈", "全年目标转入2版规划", "稳中求进。", "(转载请注明)"])
def test_what_is_no_jump(line: str) -> None:
    assert jump_on(normalise(line)) is None


@pytest.mark.parametrize(
    ("line", "page", "rest"),
    [("（上接第1版）企业要用好政策。", "1", "企业要用好政策。"), ("(上接头版)", "1", ""), ("上接A1版", "A1", "")],
)
def test_a_jump_comes_from(line: str, page: str, rest: str) -> None:
    jump = jump_back(normalise(line))
    assert jump is not None
    assert (jump.page, line[jump.end :]) == (page, rest)


def test_text_that_begins_with_the_verb_is_none() -> None:
    assert jump_back("接连三个月增长。") is None
