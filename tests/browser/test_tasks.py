"""The five tasks of docs/tasks.md, on the sample issues, each in six interactions or fewer."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Watched
from tests.browser.reader import COUNT, PANEL, ROW, choose, query

pytestmark = pytest.mark.browser

MOST = 6


class Hands:
    """Counts what a reader does: a click, a choice from a list, a word typed."""

    def __init__(self, watched: Watched) -> None:
        self.page = watched.open("")
        self.watched = watched
        self.done = 0

    def click(self, place: str | Locator, **more: bool) -> None:
        self.done += 1
        (self.page.locator(place).first if isinstance(place, str) else place).click(**more)  # type: ignore[arg-type]

    def choose(self, parameter: str, option: str, of: str = "") -> None:
        self.done += 1
        choose(self.page, parameter, option, of)

    def type(self, place: str, words: str) -> None:
        self.done += 1
        self.page.locator(place).fill(words)


@pytest.fixture
def hands(samples: Watched) -> Iterator[Callable[[], Hands]]:
    started: list[Hands] = []

    def start() -> Hands:
        started.append(Hands(samples))
        return started[-1]

    yield start
    for each in started:
        assert 0 < each.done <= MOST, f"{each.done} interactions"


def test_find_the_equipment_industry_s_profit_growth_and_its_sentence(hands: Callable[[], Hands]) -> None:
    reader = hands()
    row = reader.page.locator("#overview-new tr", has_text="装备制造业").filter(has_text="利润总额同比增速")
    reader.click(row.first.locator(".figure-link"))
    expect(reader.page.locator(f"{PANEL} .sentence mark")).to_have_text("7.2%")
    expect(reader.page.locator(f"{PANEL} .sentence")).to_contain_text("装备制造业")


def test_compare_three_sectors_over_a_year(hands: Callable[[], Hands]) -> None:
    reader = hands()
    reader.click("#nav-timeline")
    for sector in ("汽车制造业", "医药制造业", "食品制造业"):
        reader.choose("sector", sector)
    reader.choose("from", "2019-01")
    reader.choose("to", "2019-12")
    legend = reader.page.locator("#graph-series .legendtext")
    expect(legend).to_have_count(3)
    assert set(legend.all_text_contents()) == {"汽车制造业", "医药制造业", "食品制造业"}


def test_find_every_target_for_2027(hands: Callable[[], Hands]) -> None:
    reader = hands()
    reader.click("#nav-rows")
    reader.choose("status", "目标")
    reader.choose("from", "2027-12")
    reader.choose("to", "2027-12")
    expect(reader.page.locator(COUNT)).to_contain_text("共 1 条")
    expect(reader.page.locator(ROW)).to_contain_text("≥100项")
    reader.click(reader.page.locator(ROW).first)
    expect(reader.page.locator(f"{PANEL} .sentence mark")).to_have_text("百项")


def test_find_a_figure_that_two_issues_print_differently(hands: Callable[[], Hands]) -> None:
    reader = hands()
    reader.click("#nav-comparison")
    reader.click("#comparison-tabs [data-to='contradicts']")
    expect(reader.page.locator("#comparison-tabs [aria-pressed='true']")).to_contain_text("相左")
    # the samples have one contradiction: where there is but one figure, it is unfolded
    expect(reader.page.locator(".observation[open] summary")).to_contain_text("汽车制造业")
    expect(reader.page.locator(".observation[open] .figure-link").nth(1)).to_be_visible()
    figures = reader.page.locator(".observation[open] .figure-link").all_text_contents()
    assert len(set(figures)) > 1
    issues = reader.page.locator(".observation[open] tbody td:nth-child(3)").all_text_contents()
    assert len(set(issues)) > 1


def test_export_all_sme_counts_with_their_citations(hands: Callable[[], Hands]) -> None:
    reader = hands()
    reader.click("#nav-rows")
    reader.choose("indicator", "企业数量")
    reader.type("#control-q", "中小企业")
    expect(reader.page.locator(COUNT)).not_to_contain_text("1,319")
    reader.page.wait_for_function("() => new URLSearchParams(location.search).get('q') === '中小企业'")
    expect(reader.page.locator("#download-csv")).to_have_attribute(
        "href", f"/api/claims.csv?{_search(query(reader.page))}"
    )
    with reader.page.expect_download() as download:
        reader.click("#download-csv")
    lines = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert len(lines) > 15
    for line in lines:
        assert line["indicator"] == "企业数量"
        assert "中小企业" in line["sentence"] + line["article_title"] + line["subject"]
        assert all(line[name] for name in ("publication", "issue_date", "article_title", "source_uri", "source_start"))


def _search(found: dict[str, list[str]]) -> str:
    from urllib.parse import urlencode

    return urlencode([(name, value) for name in ("indicator", "q") for value in found[name]])
