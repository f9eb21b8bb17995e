"""数据: from a filter to rows, columns, facets, the sentence and the file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from etl.schema import BY_NAME, CLAIMS
from tests.browser.conftest import Watched
from tests.browser.reader import COUNT, PANEL, ROW, choose, expect_parameter, expect_query, open_first_row, query

pytestmark = pytest.mark.browser


def test_from_filter_to_sentence_to_csv(watched: Watched, tmp_path: Path) -> None:
    page = watched.open("rows")
    expect(page.locator(COUNT)).to_contain_text("共 323 条")
    choose(page, "sector", "装备制造业")
    expect(page.locator(COUNT)).not_to_contain_text("共 323 条")
    page.locator("#control-q").fill("压舱石")
    expect(page.locator(COUNT)).to_contain_text("共 1 条数字，来自 1 个句子、1 期报纸")
    expect_query(page, {"sector": ["装备制造业"], "q": ["压舱石"]})
    expect(page.locator(ROW)).to_have_count(1)

    open_first_row(page)
    panel = page.locator(PANEL)
    expect(panel.locator(".sentence mark strong")).to_have_text("7.2%")
    expect(panel.locator(".sentence")).to_have_text("装备制造业“压舱石”作用凸显。其利润增长7.2%。")
    expect(panel.locator(".snippet mark")).to_have_text("7.2%")
    for words in ("样例电子报", "2025年7月1日", "第1版", "总第4044期", "来源第"):
        expect(panel).to_contain_text(words)
    # the two other places where the paper prints the figure, filtered out or not
    expect(panel.locator(".statement")).to_have_count(2)
    expect(panel.locator(".tag-agrees")).to_have_count(2)

    with page.expect_download() as download:
        page.locator("#download-csv").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    data = saved.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert list(lines[0]) == CLAIMS.names
    assert [line["sentence"] for line in lines] == ["装备制造业“压舱石”作用凸显。其利润增长7.2%。"]
    assert lines[0]["claim_id"] == query(page)["claim"][0]


def test_what_a_search_found_is_highlighted_and_leads_to_its_numbers(watched: Watched) -> None:
    page = watched.open("rows?q=利润")
    hits = page.locator("#hits .hits > li")
    expect(page.locator("#hits [role=status]")).to_contain_text("第 1–20 个")
    expect(hits).to_have_count(20)
    expect(hits.first.locator("mark.hit").first).to_have_text("利润")
    page.get_by_role("button", name="后一批").click()
    expect(page.locator("#hits [role=status]")).to_contain_text("第 21–40 个")
    expect_parameter(page, "after", ["20"])
    page.locator("#control-q").fill("压舱石")
    expect(hits).to_have_count(1)
    assert "after" not in query(page)  # another search begins at its beginning
    hits.first.locator("button").click()
    expect(page.locator(f"{PANEL} .sentence mark strong")).to_have_text("7.2%")
    page.locator("#control-q").fill("没有这样的字词")
    expect(page.locator("#hits")).to_contain_text("没有一个句子")
    page.locator("#reset").click()
    expect(page.locator("#hits-card")).to_be_hidden()


def test_other_files_of_the_filter_are_in_the_menu(watched: Watched) -> None:
    page = watched.open("rows?sector=装备制造业&lang=en")
    page.locator("#downloads summary").click()
    with page.expect_download() as download:
        page.locator("#download-xlsx").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    names = [BY_NAME[name].label_en for name in CLAIMS.names]
    assert list(rows[0][: len(names)]) == names
    assert page.locator(COUNT).inner_text().startswith(f"{len(rows) - 1} claims")
    for form in ("parquet", "zip"):
        with page.expect_download() as download:
            page.locator(f"#download-{form}").click()
        assert download.value.suggested_filename.endswith(f".{form}")


def test_a_claim_outside_the_filter_says_so(watched: Watched) -> None:
    page = watched.open("rows")
    open_first_row(page)
    choose(page, "kind", "技术")
    expect(page.locator(f"{PANEL} .warning")).to_contain_text("当前筛选不包含这条数字")
    page.locator("#reset").click()
    expect(page.locator(f"{PANEL} .warning")).to_have_count(0)


def test_the_keyboard_alone_leads_to_the_source(watched: Watched) -> None:
    page = watched.open("rows")
    expect(page.locator(ROW).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator("#grid .ag-header-cell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(f"{PANEL} mark").first).to_be_visible()
    opened = query(page)["claim"][0]
    assert page.locator("#grid .ag-row.open-row").first.get_attribute("row-id") == opened
    page.keyboard.press("Escape")
    expect(page.locator(f"{PANEL} mark")).to_have_count(0)
    assert "claim" not in query(page)


def test_the_skip_link_leads_past_the_filters(watched: Watched) -> None:
    page = watched.open("rows")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_table_reaches_every_row_and_sorts_on_the_server(watched: Watched) -> None:
    page = watched.open("rows")
    expect(page.locator(ROW).first).to_be_visible()
    page.evaluate("window.dash_ag_grid.getApi('grid').ensureIndexVisible(322)")
    expect(page.locator('#grid .ag-row[row-index="322"][row-id]')).to_be_visible()
    page.evaluate("window.dash_ag_grid.getApi('grid').ensureIndexVisible(0)")
    page.locator('#grid .ag-header-cell[col-id="value"]').click()
    expect(page.locator('#grid .ag-row[row-index="0"] [col-id="value"]')).to_have_text("−40.5%")


def test_the_reader_chooses_columns_and_they_are_in_the_address(watched: Watched) -> None:
    page = watched.open("rows")
    choose(page, "columns", "规则", of="rows")
    expect(page.locator('#grid .ag-header-cell[col-id="rule"]')).to_be_visible()
    expect(page.locator("#grid .ag-header-cell")).to_have_count(1)
    expect(page.locator('#grid .ag-row[row-index="0"] [col-id="rule"]')).not_to_have_text("")
    choose(page, "columns", "原句", of="rows")
    expect(page.locator("#grid .ag-header-cell")).to_have_count(2)
    expect_query(page, {"columns": ["rule", "sentence"]})
    page.go_back()
    page.go_back()
    expect(page.locator('#grid .ag-header-cell[col-id="sector"]')).to_be_visible()


def test_a_facet_counts_and_narrows_and_lets_go(watched: Watched) -> None:
    page = watched.open("rows")
    target = page.locator(".facet-value", has_text="目标")
    expect(target.locator(".facet-count")).to_have_text("2")
    target.click()
    expect(page.locator(COUNT)).to_contain_text("共 2 条")
    expect(target).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".control-status")).to_contain_text("目标")
    target.click()
    expect(page.locator(COUNT)).to_contain_text("共 323 条")


def test_a_citation_is_copied(watched: Watched) -> None:
    page = watched.open("rows?q=压舱石")
    open_first_row(page)
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator("#said")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "装备制造业利润增长较快[N]. 样例电子报, 2025-07-01(1)."


def test_a_permalink_of_a_claim_is_copied(watched: Watched) -> None:
    page = watched.open("rows?q=压舱石")
    open_first_row(page)
    page.locator(f"{PANEL} [data-copy-link]").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/claim/" + query(page)["claim"][0])


def test_nothing_found_is_said(watched: Watched) -> None:
    page = watched.open("rows?q=没有这样的字词")
    expect(page.locator("#grid")).to_contain_text("报纸未报道")


def test_a_phone_opens_a_row_s_source_as_a_drawer(phone: Watched) -> None:
    page = phone.open("rows")
    expect(page.locator(ROW).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(ROW).first.scroll_into_view_if_needed()
    page.locator(ROW).first.click()
    expect(page.locator("#source-panel")).to_be_visible()
