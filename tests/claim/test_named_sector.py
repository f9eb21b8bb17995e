"""The sector that words name, and words that hold a sector's name without meaning it."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of

CASES = (
    ("上月中国物流业景气指数为51.2%。", "中国物流业景气指数", "物流业"),
    ("昨天道琼斯工业平均指数下跌1.2%。", "道琼斯工业平均指数", "资本市场服务"),
    ("去年样例公司销售柴油车2万辆。", "样例公司", "汽车制造业"),
    ("去年工业母机产量增长6%。", "工业母机", "通用设备制造业"),
    ("去年即时零售规模达7810亿元。", "即时零售", "零售业"),
    ("去年直播电商零售额达5000亿元。", "直播电商", "电子商务服务业"),
    ("去年生物制造产业总产值达900亿元。", "生物制造产业", "生物产业"),
    ("园区聚集文创企业300家。", "文创企业", "文化产业"),
    ("上月林区山火过火面积达300公顷。", "林区山火", None),
    ("去年村里修了3条水泥路。", "水泥路", None),
    ("路口新增交通信号灯20组。", "交通信号灯", None),
)


@pytest.mark.parametrize(("text", "subject", "sector"), CASES)
def test_the_sector_that_words_name(text: str, subject: str, sector: str | None) -> None:
    assert [row[1:] for row in about(claims_of(text), "subject", "sector")] == [(subject, sector)]
