"""Words that name nobody and nothing are no noun phrase, or nobody who acts."""

import pytest

from etl.claim import phrase
from etl.lexicon.indicators import SURFACES
from etl.lexicon.no_names import NO_NAMES, NoName, is_no_name
from tests.claim.articles import claims_of


@pytest.mark.parametrize("row", [row for row in NO_NAMES if row.of == "phrase"], ids=lambda row: row.word)
def test_is_no_phrase(row: NoName) -> None:
    end = row.example.index("达12台")
    assert row.word in row.example[:end]
    found = phrase.before(row.example, 0, end, ())
    assert found is None or row.word not in found.text


@pytest.mark.parametrize("row", [row for row in NO_NAMES if row.of == "actor"], ids=lambda row: row.word)
def test_does_not_act(row: NoName) -> None:
    name = row.example.partition("有12台")[0]
    assert row.word in name
    assert is_no_name(name, "actor")
    claims = claims_of(f"{row.example}设备。")
    assert claims
    if name not in SURFACES:  # 总量有12台: a statistic stays, for want of an owner
        assert all(claim.subject != name for claim in claims)


def test_names_stay() -> None:
    for name in ("钢铁", "水平仪", "一汽", "同期声", "同比例缩放的样机"):
        assert not is_no_name(name, "phrase")
    for name in ("企业", "时间表", "班组"):
        assert not is_no_name(name, "actor")
