import json
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.characters import normalise
from etl.lexicon import indicators, terms
from etl.lexicon.cells import Cells, stands_alone
from etl.lexicon.indicators import CATEGORIES, INDICATORS, NATURES, SURFACES, find_indicators
from etl.lexicon.sectors import SECTORS
from etl.lexicon.units import UNITS

SHARED = Path(__file__).parents[3] / "shared"

GROWTH_WORDS = ("增速", "增幅", "涨幅", "降幅", "跌幅", "增长", "下降", "上涨", "回落")


def names(text: str) -> list[str]:
    return [found.entry.name for found in find_indicators(normalise(text))]


def test_every_row_is_found_in_its_example() -> None:
    missed = [entry.name for entry in INDICATORS.values() if entry.name not in names(entry.example)]
    assert missed == []


def test_every_surface_stands_for_its_own_row() -> None:
    read = {surface: [(found.text, found.entry) for found in find_indicators(surface)] for surface in SURFACES}
    assert read == {surface: [(surface, entry)] for surface, entry in SURFACES.items()}


def test_no_row_is_found_inside_the_longer_words_it_is_barred_from() -> None:
    barred = [(entry, longer) for entry in INDICATORS.values() for longer in entry.not_in]
    assert [longer for entry, longer in barred if entry.name in names(longer)] == []
    assert [longer for entry, longer in barred if not any(_bars(longer, surface) for surface in entry.surfaces)] == []


def _bars(longer: str, surface: str) -> bool:
    """Whether a word holds a surface form, or runs into one (柴油|价格 is no 油价)."""
    return surface in longer or longer[-1] == surface[0]


def test_the_lexicon_is_as_large_as_it_says() -> None:
    assert len(INDICATORS) >= 600
    assert len(SURFACES) >= 1500
    assert {indicator.category for indicator in INDICATORS.values()} == set(CATEGORIES)
    assert {indicator.nature for indicator in INDICATORS.values()} == set(NATURES)


def test_no_name_holds_a_growth_word() -> None:
    assert [name for name in INDICATORS if any(word in name for word in GROWTH_WORDS)] == [
        "潜在增长率",
        "人口自然增长率",
    ]


def test_every_sector_is_one_of_the_sector_lexicon() -> None:
    assert {entry.sector for entry in INDICATORS.values() if entry.sector} <= SECTORS.keys()


def test_every_unit_is_one_of_the_unit_lexicon() -> None:
    assert {entry.unit for entry in INDICATORS.values() if entry.unit} <= {unit.name for unit in UNITS}


def test_shares_are_in_percent() -> None:
    wrong = [name for name, entry in INDICATORS.items() if entry.nature == "share" and entry.unit != "%"]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规模以上工业企业实现利润总额27204.3亿元", ["利润总额"]),
        ("规模以上工业增加值同比增长5.8%", ["增加值"]),
        ("全国居民消费价格（CPI）同比上涨0.2%", ["居民消费价格指数"]),
        ("工业生产者出厂价格指数（PPI）下降3.6%", ["工业生产者出厂价格指数"]),
        ("制造业采购经理指数（PMI）为49.7%", ["制造业采购经理指数"]),
        ("装备制造业PMI为51.4%", ["装备制造业采购经理指数"]),
        ("广义货币（M2）余额同比增长8.3%", ["广义货币(M2)"]),
        ("狭义货币(M1)余额增长4.6%", ["狭义货币(M1)"]),
        ("31个大城市城镇调查失业率为5.0%", ["31个大城市城镇调查失业率"]),
        ("城镇新增就业695万人", ["城镇新增就业"]),
        ("农村居民人均可支配收入增长5.9%", ["农村居民人均可支配收入"]),
        ("营业收入、利润总额分别增长2.7%和1.1%", ["营业收入", "利润总额"]),
        ("固定资产投资（不含农户）增长3.7%", ["固定资产投资"]),
        ("智能手机产量3.48亿部", ["产量"]),
    ],
)
def test_the_longest_name_wins(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["SHIPPING公司", "APPI系统", "M25高速", "会议今天举行", "规模以上企业", "板门店", "高度重视", "里程碑", "客户端"],
)
def test_pieces_of_other_words_are_no_indicators(text: str) -> None:
    assert names(text) == []


def test_a_latin_name_may_touch_a_number() -> None:
    assert names("GDP60万亿元") == ["国内生产总值"]


def test_a_name_that_ends_in_a_digit_stands_alone_before_latin_or_digit_only_if_it_ends_there() -> None:
    assert stands_alone("M2增速", 0, 2)
    assert not stands_alone("M25", 0, 2)
    assert not stands_alone("XM2", 1, 3)


@pytest.mark.parametrize(
    ("column", "cell", "complaint"),
    [
        ("category", "finance", "indicators.csv row 2, column category: 'finance' is none of"),
        ("nature", "amount", "indicators.csv row 2, column nature: 'amount' is none of"),
        ("generic", "no", "indicators.csv row 2, column generic: 'no' is none of"),
        ("name", "", "indicators.csv row 2, column name: the cell is empty"),
        ("example", "", "indicators.csv row 2, column example: the cell is empty"),
        ("aliases", "营收|营收", "indicators.csv row 2, column aliases: '营收' is given twice"),
    ],
)
def test_a_bad_cell_is_named(column: str, cell: str, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(terms.read_rows(indicators.FILE)) | {column: cell}
    monkeypatch.setattr(indicators, "read_rows", lambda _: iter([row]))
    with pytest.raises(ValueError, match=complaint):
        indicators._load()


def test_a_second_row_for_a_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(terms.read_rows(indicators.FILE))
    monkeypatch.setattr(indicators, "read_rows", lambda _: iter([row, row]))
    with pytest.raises(ValueError, match=f"row 3, column name: '{row['name']}' has a row already"):
        indicators._load()


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="row 7: column 'unit' is missing"):
        Cells("indicators.csv", 7, {"name": "产量"}).text("unit")


def test_loading_is_quick() -> None:
    best = min(_timed_load() for _ in range(3))
    assert best < 0.1


def _timed_load() -> float:
    begin = time.process_time()
    indicators._load()
    return time.process_time() - begin


def _gold() -> Iterator[dict[str, list[str]]]:
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).lower()
    return folded.translate({ord(mark): None for mark in " “”\"'‘’《》()、,·的"})


@pytest.mark.shared
def test_the_gold_names_are_known() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside the checkout")
    known = {_plain(surface) for surface in SURFACES}
    claims = list(_gold())
    hits = sum(not known.isdisjoint(map(_plain, claim["indicator"])) for claim in claims)
    assert hits / len(claims) >= 0.95
