"""Times that run up to now, that two evenings make together, and that nobody can date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import claims_of

DAY = date(2020, 6, 18)
CASES = (
    # since the end of a month
    ("去年9月底以来，70家单位前来学习。", "70家", "2019-09-30 2020-06-18"),
    ("去年9月底，70家单位前来学习。", "70家", "2019-09-30 2019-09-30"),
    # 自 of 自筹, 自身 begins nothing; what was reached is of now
    ("近五年来，中央补助及青海自身投入资金180亿元。", "180亿元", "2015-06-18 2020-06-17"),
    ("21年来，放映队自筹资金90万元。", "90万元", "1999-06-18 2020-06-18"),
    ("十年来，优质水的比例由41%提高到63%。", "41%", "2010-01-01 2010-12-31"),
    ("十年来，优质水的比例由41%提高到63%。", "63%", "2020-06-18 2020-06-18"),
    ("63年来，乐团从最初的9个人发展成为75支队伍。", "75支", "2020-06-18 2020-06-18"),
    # evenings and mornings
    ("部队16日晚和17日凌晨拦截了4枚导弹。", "4枚", "2020-06-16 2020-06-17"),
    ("昨夜今晨，大雨造成3人死亡。", "3人", "2020-06-17 2020-06-18"),
    ("部队16日晚拦截了4枚导弹，17日拦截了3枚导弹。", "4枚", "2020-06-16 2020-06-16"),
    # days on which something begins and ends; the traffic of a day told before it was counted
    ("招生从5月2日开始，8月31日结束，预计招生2000人。", "2000人", "2020-05-02 2020-08-31"),
    ("招生从5月2日开始，8月31日报到，预计招生2000人。", "2000人", "2020-08-31 2020-08-31"),
    ("17日，客流增加。铁路预计发送旅客90万人次。", "90万人次", "2020-06-17 2020-06-17"),
    ("17日，项目开工。铁路预计投资90万元。", "90万元", "None None"),
    ("项目自2015年启动，迄今已培训300人。", "300人", "2015-01-01 2020-06-18"),
    ("迄今已培训300人。", "300人", "2020-06-18 2020-06-18"),
    ("这是迄今规模最大的培训班，共有300人。", "300人", "None None"),
    ("5月，债券发行200亿元，完成全年发行计划的40%。", "40%", "2020-05-01 2020-05-31"),
    # no certain time, though the sentence before had one
    ("2015年，村里修了路。以往，村里只有300户。", "300户", "None None"),
    ("2015年，村里修了路。比以往多300户。", "300户", "2015-01-01 2015-12-31"),
    ("几十年前，这里有300户。", "300户", "None None"),
    ("十年前，这里有300户。", "300户", "2010-01-01 2010-12-31"),
    ("到2015年将增长5%，在可预见的未来，该国将成为第一大市场。", "第一", "None None"),
)


@pytest.mark.parametrize(("text", "number", "days"), CASES)
def test_time(text: str, number: str, days: str) -> None:
    sentences = [f"{part}。" for part in text.split("。") if part]
    found = [claim for claim in claims_of(*sentences, issue_date=DAY) if claim.value_text == number]
    assert [f"{claim.period_start} {claim.period_end}" for claim in found] == [days]
