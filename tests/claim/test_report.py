"""The report of a government: what a past year brought, what the new one is to bring, told by headings and lists."""

from __future__ import annotations

from datetime import date

import pytest

from etl.model import Claim
from etl.pipeline import extract
from etl.reading import read_file

REPORT = """样例日报

2026年2月10日

样例省政府工作报告

一、2025年工作回顾

过去一年，全省地区生产总值增长5.2%，城镇新增就业62万人。新增专精特新企业320家，高新技术企业达1.2万家、增长18%。

二、2026年工作安排

今年经济社会发展主要预期目标是：地区生产总值增长5%以上，粮食产量480亿斤以上；居民消费价格涨幅2%左右。

重点抓好以下工作：

（一）加快建设现代化产业体系。实施重大技术改造项目1000个以上，新增高新技术企业1500家。

（二）增进民生福祉。新增养老床位5000张。去年我们已建成养老机构300家。到2030年，人均预期寿命达到80.5岁。
"""


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Claim]:
    path = tmp_path_factory.mktemp("report") / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return {claim.value_text: claim for _, claim in extract(read_file(path, path.name))}


@pytest.mark.parametrize("number", ["5.2%", "62万人", "320家", "1.2万家", "18%"])
def test_the_past_year_is_the_calendar_year(claims: dict[str, Claim], number: str) -> None:
    claim = claims[number]
    assert (claim.period_start, claim.period_end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert claim.status == "actual"


@pytest.mark.parametrize("number", ["5%", "480亿斤", "2%", "1000个", "1500家", "5000张"])
def test_what_the_new_year_is_to_bring_is_a_target(claims: dict[str, Claim], number: str) -> None:
    claim = claims[number]
    assert (claim.period_start, claim.period_end) == (date(2026, 1, 1), date(2026, 12, 31))
    assert claim.status == "target"


def test_a_deadline_stays_a_target_though_it_speaks_of_expectancy(claims: dict[str, Claim]) -> None:
    assert (claims["80.5岁"].status, claims["80.5岁"].period_end) == ("target", date(2030, 12, 31))


def test_what_was_done_is_a_fact_under_any_heading(claims: dict[str, Claim]) -> None:
    assert (claims["300家"].status, claims["300家"].period_end) == ("actual", date(2025, 12, 31))
