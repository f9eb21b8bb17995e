"""Seeded issues of any number in the likeness of real ones: what a backfill reads, and what growth is measured on.

``python -m benchmarks.issue_text FOLDER --issues 3000 [--kind dense] [--seed 1]`` writes one text file a day.

The likeness: 3,097 daily issues of news of 2012–2020 had 7,411 characters each, 21 articles, 163 sentences of 44
characters, a fifth of them with a number that is a claim, 1.6 claims in each of those; 85 % of the claims were levels
(people, places, things, money), 6 % growth rates, 4 % shares, 3 % changes; 9 % were aims or forecasts. ``dense`` is
the statistical release: a number in every 35 characters, several in a sentence. Sentences are made by the patterns
below; no word of them is from a newspaper.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SEED = 20_261_126
FIRST_DAY = date(2012, 7, 1)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_PLACES = _listed("河北 山西 辽宁 吉林 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃")
_TOWNS = _listed("安平 长宁 东河 丰泽 广岭 海宁 华阴 江口 金山 龙泉 明水 南溪 青原 清河 泉港 石门 泰和 新丰 兴安 阳朔")
_BODIES = _listed(
    "住房和城乡建设厅 农业农村厅 教育厅 卫生健康委员会 交通运输厅 水利厅 商务厅 科学技术厅 统计局 应急管理厅"
)
_FIRMS = _listed("远航重工 明珠电子 长风汽车 北辰钢铁 海纳医药 云岭能源 金穗食品 天工机械 星桥软件 绿野农业")
_SECTORS = _listed(
    "汽车制造业 纺织业 医药制造业 食品制造业 通用设备制造业 电子设备制造业 化学原料制造业 金属制品业 采矿业 批发业"
)
_GOODS = _listed("粮食 水稻 蔬菜 钢材 水泥 汽车 手机 机器人 发电机 化肥")
_THINGS = _listed(
    "名医务人员 个合作项目 家企业 座桥梁 条公路 所学校 件展品 户家庭 位代表 辆列车 项标准 处景点 台设备"
    " 个村庄 名学生 起案件"
)
_MEASURES = _listed(
    "规模以上工业增加值 社会消费品零售总额 固定资产投资 进出口总额 一般公共预算收入 工业企业利润总额 货物运输量"
)
_TIMES = ("去年", "今年上半年", "前三季度", "1至5月份", "上个月", "今年以来", "截至目前", "本周")
_PLAIN = (
    "{place}的干部群众说，要把绿水青山保护好，把传统村落修缮好，让乡亲们的日子越过越踏实，让远方的客人愿意留下来。",
    "会议强调，各地区各部门要统一思想，压实责任，加强协调，狠抓落实，确保各项部署真正见到实效、惠及百姓。",
    "记者在{town}看到，街道整洁，商铺有序营业，往来的人们脸上带着笑容。",
    "专家认为，这项技术为相关领域的研究打开了新的思路。",
    "{body}的负责人介绍，下一步将继续完善制度，简化办事程序，加大监督检查力度，把服务送到群众家门口。",
    "双方表示，愿在相互尊重、互利共赢的基础上扩大各领域交流，妥善处理分歧，推动双方关系不断向前发展。",
    "雨后的{town}，田间地头到处是忙碌的身影。",
    "演出在悠扬的乐声中开始，观众席里不时响起热烈的掌声。",
    "他说，老一辈留下的手艺不能丢，年轻人愿意学，我就一直教下去。",
    "救援人员连夜赶到现场，和当地群众一起清理道路、转移物资。",
)
_NEWS = (
    ("{place}{body}向{town}派出{n}{thing}。", 30),
    ("{time}，{place}新增{n}{thing}，其中{town}有{m}{thing}。", 22),
    ("{firm}{time}投入{money}，用于改造生产线。", 12),
    ("这座大桥全长{length}公里，主跨{m}米，连接{town}和{other}两地。", 8),
    ("{time}，{place}{measure}同比{turn}{rate}%。", 7),
    ("{time}，{sector}占全部规模以上工业的比重为{rate}%，比上年同期提高{point}个百分点。", 6),
    ("{place}计划到{year}年建成{n}{thing}。", 9),
    ("据测算，{time}这里接待游客约{m}万人次，旅游收入超过{money}。", 6),
)
_DENSE = (
    ("{time}，{place}{measure}{money}，同比{turn}{rate}%，增速比上年同期加快{point}个百分点。", 3),
    ("分行业看，{sector}增长{rate}%，{sector2}增长{rate2}%，{sector3}下降{rate3}%。", 3),
    ("其中，{goods}产量{m}万吨，增长{rate}%；{goods2}产量{n}万台，下降{rate2}%。", 2),
    ("{sector}实现利润总额{money}，同比{turn}{rate}%，占全部规模以上工业的{rate2}%。", 2),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """How an issue of a kind is made up."""

    patterns: tuple[tuple[str, int], ...]
    articles: int
    sentences: int
    with_numbers: float
    """The part of the sentences that hold numbers."""


KINDS = {"news": Kind(_NEWS, 21, 9, 0.2), "dense": Kind(_DENSE, 6, 14, 0.36)}


def issues(number: int, kind: str = "news", seed: int = SEED, first: int = 0) -> Iterator[tuple[date, str]]:
    """Day and text of so many issues, one a day, from the ``first`` day on: the same seed gives each day the same."""
    for place in range(first, first + number):
        day = FIRST_DAY + timedelta(days=place)
        yield day, _issue(KINDS[kind], day, random.Random(f"{seed}-{kind}-{place}"))


def write(folder: Path, number: int, kind: str = "news", seed: int = SEED, first: int = 0) -> int:
    """Writes the issues as text files to the folder; how many characters they have."""
    folder.mkdir(parents=True, exist_ok=True)
    characters = 0
    for day, text in issues(number, kind, seed, first):
        (folder / f"{day.isoformat()}.txt").write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def _issue(kind: Kind, day: date, rng: random.Random) -> str:
    patterns, weights = zip(*kind.patterns, strict=True)
    parts = [f"江州日报\n\n{day.year}年{day.month}月{day.day}日"]
    for _ in range(kind.articles):
        words = _words(rng, day)
        parts.append(f"{words['place']}{rng.choice(('推进', '部署', '介绍', '总结'))}{words['goods']}生产工作")
        counted = [rng.random() < kind.with_numbers for _ in range(kind.sentences)]
        sentences = [rng.choices(patterns, weights)[0] if number else rng.choice(_PLAIN) for number in counted]
        made = [sentence.format(**_words(rng, day)) for sentence in sentences]
        parts += ["".join(made[at : at + 3]) for at in range(0, len(made), 3)]
    return "\n\n".join(parts) + "\n"


def _words(rng: random.Random, day: date) -> dict[str, object]:
    town, other = rng.sample(_TOWNS, 2)
    sectors, goods = rng.sample(_SECTORS, 3), rng.sample(_GOODS, 2)
    return {
        "place": rng.choice(_PLACES) + "省",
        "town": town + "县",
        "other": other,
        "body": rng.choice(_BODIES),
        "firm": rng.choice(_FIRMS) + "公司",
        "time": rng.choice(_TIMES),
        "measure": rng.choice(_MEASURES),
        "thing": rng.choice(_THINGS),
        "turn": rng.choice(("增长", "增长", "下降")),
        "sector": sectors[0],
        "sector2": sectors[1],
        "sector3": sectors[2],
        "goods": goods[0],
        "goods2": goods[1],
        "n": rng.randint(2, 40) if rng.random() < 0.7 else rng.randint(100, 9000),
        "m": rng.randint(12, 980),
        "money": f"{rng.randint(11, 9999) / 10}{rng.choice(('亿元', '亿元', '万元'))}",
        "length": rng.randint(11, 600) / 10,
        "rate": rng.randint(1, 280) / 10,
        "rate2": rng.randint(1, 280) / 10,
        "rate3": rng.randint(1, 90) / 10,
        "point": rng.randint(1, 60) / 10,
        "year": day.year + rng.randint(1, 5),
    }


def main() -> None:
    """Writes a folder of issues."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.issue_text", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--issues", type=int, default=1_000)
    parser.add_argument("--kind", choices=sorted(KINDS), default="news")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    characters = write(asked.folder, asked.issues, asked.kind, asked.seed)
    print(f"{asked.issues:,} issues, {characters:,} characters in {asked.folder}")


if __name__ == "__main__":
    main()
