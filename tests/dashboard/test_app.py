from __future__ import annotations

import csv
import io
import json
import logging
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from dash import Output
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.callbacks import sectors, timeline
from dashboard.callbacks.rows import checked_request
from dashboard.callbacks.shell import COUNT_OUTPUTS, FILTER_OUTPUTS
from dashboard.components.shell import PAGES
from dashboard.filter import Filter
from dashboard.language import Language, text
from dashboard.query import Claims
from dashboard.sector_charts import CHARTS
from dashboard.security import MAX_BODY
from etl.schema import CLAIMS
from tests.dashboard.printed_issues import FORMULA, HOSTILE

ASSET = "/assets/baoshu.css"


@pytest.fixture(scope="module")
def client(store: Path) -> FlaskClient:
    client: FlaskClient = create_app(store).server.test_client()
    return client


def export(client: FlaskClient, query: dict[str, Any]) -> list[dict[str, str]]:
    answer = client.get("/api/claims.csv", query_string=query)
    assert answer.status_code == 200
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "path",
    ["/", "/sectors", "/healthz", "/_dash-layout", "/api/claims.csv", "/nowhere", "/claim/x", "/assets/baoshu.css"],
)
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True).replace("http://localhost/", "/")  # our own
    assert '<html lang="zh-CN">' in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


def test_health(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok", "claims": 323, "issues": 13}


def test_the_export_is_exactly_the_filtered_rows(client: FlaskClient, claims: Claims) -> None:
    rows = export(client, {"sector": "纺织业", "from": "2019-05", "to": "2019-05"})
    assert list(rows[0]) == CLAIMS.names
    wanted = claims.page(Filter(sector=("纺织业",), month_from="2019-05", month_to="2019-05"), 0, 100, [])
    assert [row["claim_id"] for row in rows] == list(wanted["claim_id"])
    for row in rows:
        start, end = int(row["span_start"]), int(row["span_end"])
        assert row["sentence"][start:end] == row["value_text"]
        assert int(row["source_end"]) > int(row["source_start"])
    assert len(export(client, {})) == 323


def test_no_cell_of_the_export_is_a_formula(client: FlaskClient) -> None:
    rows = export(client, {"q": FORMULA})
    assert [row["subject"] for row in rows] == ["'" + FORMULA]
    negative = export(client, {"sector": "汽车制造业"})
    assert all(float(row["value"]) < 0 for row in negative)


def test_an_export_that_is_not_understood_is_refused_and_says_why(client: FlaskClient) -> None:
    answer = client.get("/api/claims.csv", query_string={"sektor": "纺织业"})
    assert answer.status_code == 400
    assert "sektor" in answer.get_data(as_text=True)
    assert answer.mimetype == "text/plain"


def test_charts_and_claim_in_the_query_do_not_change_the_export(client: FlaskClient) -> None:
    assert len(export(client, {"plot": "利润总额", "claim": "abc", "lang": "en"})) == 323


def call(client: FlaskClient, output: str, inputs: list[dict[str, Any]], state: list[dict[str, Any]]) -> Any:
    body = {"output": output, "inputs": inputs, "state": state, "changedPropIds": [], "outputs": outputs_of(output)}
    return client.post("/_dash-update-component", json=body)


def outputs_of(output: str) -> Any:
    names = output.strip(".").split("...")
    listed = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return listed if output.startswith("..") else listed[0]


def prop(name: str, property: str, value: Any) -> dict[str, Any]:
    return {"id": name, "property": property, "value": value}


def joined(outputs: dict[str, Any]) -> str:
    return ".." + "...".join(f"{out.component_id}.{out.component_property}" for out in outputs.values()) + ".."


SCREEN = {"narrow": False, "dark": False}


def answered(client: FlaskClient, output: str, inputs: list[dict[str, Any]], state: Any = ()) -> dict[str, Any]:
    answer = call(client, output, inputs, list(state))
    assert answer.status_code == 200, answer.data
    response: dict[str, Any] = answer.get_json()["response"]
    return response


def filtered(client: FlaskClient, query: Any) -> dict[str, Any]:
    asked = prop("query", "data", query)
    values = answered(client, joined(FILTER_OUTPUTS), [asked, prop("ready", "data", 1)])
    return values | answered(client, joined(COUNT_OUTPUTS), [asked, prop("framed", "data", 1)])


def drawn(client: FlaskClient, query: Any, screen: Any = None) -> dict[str, Any]:
    inputs = [prop("query", "data", query), prop("screen", "data", SCREEN if screen is None else screen)]
    return answered(client, joined(sectors.OUTPUTS), inputs)


def test_a_query_sets_the_controls_and_draws(client: FlaskClient) -> None:
    query = "?sector=纺织业&from=2019-05&to=2019-05&status=actual&asof=2020-01-01"
    shown = filtered(client, query)
    assert shown["control-sector"]["value"] == ["纺织业"]
    assert shown["control-from"]["value"] == "2019-05"
    assert shown["control-asof"]["value"] == "2020-01-01"
    for form in ("csv", "xlsx", "parquet", "zip"):
        address = shown[f"download-{form}"]["href"]
        assert address.startswith(f"/api/claims.{form}?")
        with client.get(address) as answer:
            assert answer.status_code == 200
    assert "asof=2020-01-01" in shown["download-csv"]["href"]
    assert shown["download-xlsx"]["href"].endswith("header=zh")
    assert shown["notice"]["children"] == ""
    assert drawn(client, query)["graph-ranking"]["figure"]["data"]


def test_what_the_address_got_wrong_is_named_on_the_page(client: FlaskClient) -> None:
    shown = filtered(client, "?sector=不存在&colour=red&asof=2019-02-31&within=纺纱&verdict=x&columns=x")
    for wrong in ("不存在", "colour", "2019-02-31", "纺纱", "verdict", "columns"):
        assert wrong in shown["notice"]["children"]


def test_the_tables_of_marks_are_made_for_those_that_are_open(client: FlaskClient) -> None:
    names = CHARTS
    output = joined({name: Output(f"marks-{name}", "children") for name in names})
    state = [prop("query", "data", ""), prop("screen", "data", SCREEN)]
    none, second = (), ("ranking",)
    for clicks, opened in (((0, 0, 0), none), ((0, 1, 0), second), ((2, 3, 2), second), (("x", None, -2), none)):
        inputs = [prop("sectors-shown", "data", {})]
        inputs += [prop(f"open-marks-{name}", "n_clicks", count) for name, count in zip(names, clicks, strict=True)]
        made = answered(client, output, inputs, state)
        assert [name for name in names if made[f"marks-{name}"]["children"]] == list(opened)


QUERIES = [None, 7, {"a": 1}, ["?q=a"], "?" + "a" * 9000, "?q=" + HOSTILE, "?period=x", "?issue=" + HOSTILE]
SCREENS = [True, "yes", {"narrow": "x", "dark": 3}]
PAGE_CALLBACKS = {
    "timeline": (joined(timeline.OUTPUTS), True, False),
    "comparison": ("..comparison-count.children...comparison-tabs.children...comparison-list.children..", False, True),
    "issues": ("issue-view.children", False, False),
    "tiles": ("overview-tiles.children", True, False),
    "new": ("overview-new.children", False, False),
    "freshness": ("overview-freshness.children", False, False),
    "latest": ("overview-issues.children", False, False),
    "columns": ("..grid.columnDefs...rows-control-columns.value...rows-shown.data..", False, False),
    "facets": ("facets.children", False, False),
    "runs": ("..runs-list.children...runs-aside.children...runs-sources.children..", False, False),
}


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("page", PAGE_CALLBACKS)
def test_no_query_breaks_any_page(client: FlaskClient, page: str, query: Any) -> None:
    output, with_screen, with_selected = PAGE_CALLBACKS[page]
    inputs = [prop("query", "data", query), *([prop("screen", "data", SCREENS[2])] if with_screen else [])]
    state = [prop("selected", "data", ["x"])] if with_selected else []
    assert answered(client, output, inputs, state)


def routed(client: FlaskClient, path: Any, search: str = "", changed: str = "_pages_location.pathname") -> str:
    output = "_pages_content.children..._pages_store.data"
    inputs = [prop("_pages_location", "pathname", path), prop("_pages_location", "search", search)]
    body = {
        "output": f"..{output}..",
        "inputs": inputs,
        "changedPropIds": [changed],
        "outputs": outputs_of(f"..{output}.."),
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200
    return json.dumps(answer.get_json(), ensure_ascii=False)


@pytest.mark.parametrize(("name", "path"), PAGES)
def test_every_page_has_its_heading_in_both_languages(client: FlaskClient, name: str, path: str) -> None:
    assert text(Language.ZH, f"page_intro_{name}") in routed(client, path)
    assert text(Language.EN, f"page_intro_{name}") in routed(client, path, "?lang=en")


def test_a_changed_query_does_not_build_the_page_anew(client: FlaskClient) -> None:
    assert "page-heading" in routed(client, "/sectors", "?q=a")
    assert "page-heading" not in routed(client, "/sectors", "?q=a", "_pages_location.search")


@pytest.mark.parametrize("path", ["/nowhere", "/sectors/x", "/" + "a" * 3000, "/<script>"])
def test_a_path_without_a_page_says_so(client: FlaskClient, path: str) -> None:
    assert "没有这个页面" in routed(client, path)


def test_permalinks_lead_to_the_issue_with_the_claim(client: FlaskClient, claims: Claims) -> None:
    row = claims.page(Filter(text="压舱石"), 0, 1, []).iloc[0]
    there = client.get(f"/claim/{row['claim_id']}")
    assert there.status_code == 302
    assert parse_qs(urlsplit(there.location).query) == {"issue": [row["issue_id"]], "claim": [row["claim_id"]]}
    assert urlsplit(there.location).path == "/issues"
    assert client.get("/issue/" + quote(row["issue_id"])).location.startswith("/issues?issue=")
    unknown = client.get("/claim/0123456789")
    assert unknown.location == "/rows?claim=0123456789"
    assert len(client.get("/claim/" + "x" * 3000).location) < 400


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("screen", SCREENS)
def test_no_query_breaks_the_charts(client: FlaskClient, query: Any, screen: Any) -> None:
    shown = drawn(client, query, screen)
    assert {"graph-heatmap", "graph-ranking", "graph-waterfall"} <= set(shown)


@pytest.mark.parametrize("selected", [None, 3, {"a": 1}, ["x"], "'; DROP TABLE claims; --", "x" * 500, "0123456789"])
def test_no_selection_breaks_the_panel(client: FlaskClient, selected: Any) -> None:
    inputs = [prop("selected", "data", selected), prop("query", "data", ""), prop("framed", "data", 1)]
    assert call(client, "..panel.children...opened.data..", inputs, []).status_code == 200


def panel(client: FlaskClient, claim_id: str, query: str = "") -> str:
    inputs = [prop("selected", "data", claim_id), prop("query", "data", query), prop("framed", "data", 1)]
    return json.dumps(call(client, "..panel.children...opened.data..", inputs, []).get_json(), ensure_ascii=False)


def test_the_panel_marks_the_number_and_says_when_the_filter_leaves_the_claim_out(
    client: FlaskClient, claims: Claims
) -> None:
    claim_id = str(claims.page(Filter(text="压舱石"), 0, 1, [])["claim_id"].iloc[0])
    shown = panel(client, claim_id)
    assert '"type": "Mark"' in shown
    assert "当前筛选不包含" not in shown
    assert "当前筛选不包含" in panel(client, claim_id, "?status=target")
    assert "同一数字的其他说法（2）" in shown


def rows(client: FlaskClient, request: Any, query: Any = "") -> Any:
    inputs, state = [prop("grid", "getRowsRequest", request)], [prop("query", "data", query)]
    return call(client, "grid.getRowsResponse", inputs, state)


def test_the_grid_gets_the_page_it_asks_for(client: FlaskClient) -> None:
    answer = rows(client, {"startRow": 0, "endRow": 100, "sortModel": [{"colId": "value", "sort": "desc"}]})
    response = answer.get_json()["response"]["grid"]["getRowsResponse"]
    assert response["rowCount"] == 323
    assert len(response["rowData"]) == 100
    assert response["rowData"][0]["figure"] == "60000亿元"


@pytest.mark.parametrize(
    "request_",
    [
        None,
        "x",
        [],
        {},
        {"startRow": "0", "endRow": 10},
        {"startRow": 0, "endRow": 10**9},
        {"startRow": -1, "endRow": 5},
        {"startRow": True, "endRow": 5},
        {"startRow": 5, "endRow": 5},
        {"startRow": 0, "endRow": 5, "sortModel": "x"},
    ],
)
def test_a_request_that_is_none_is_not_answered(client: FlaskClient, request_: Any) -> None:
    assert checked_request(request_) is None
    assert rows(client, request_).status_code == 204


def test_bodies_have_a_limit(client: FlaskClient) -> None:
    answer = client.post("/_dash-update-component", data=b"x" * (MAX_BODY + 1), content_type="application/json")
    assert answer.status_code == 413


def test_a_failing_chart_says_so_and_leaves_the_rest(
    store: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr("dashboard.callbacks.sectors.sector_charts", fail)
    with caplog.at_level(logging.ERROR):
        broken = create_app(store).server.test_client()
        shown = drawn(broken, "")
    assert "图表没有画成" in shown["graph-ranking"]["figure"]["layout"]["annotations"][0]["text"]
    assert filtered(broken, "")["count"]["children"].startswith("共 323 条")
    assert "no ink" in caplog.text


def test_an_empty_store_gives_an_empty_page(tmp_path: Path) -> None:
    client = create_app(tmp_path).server.test_client()
    assert client.get("/").status_code == 200
    assert client.get("/healthz").get_json()["claims"] == 0
    assert "报纸未报道" in drawn(client, "")["graph-heatmap"]["figure"]["layout"]["annotations"][0]["text"]
    for output, with_screen, with_selected in PAGE_CALLBACKS.values():
        inputs = [prop("query", "data", ""), *([prop("screen", "data", SCREEN)] if with_screen else [])]
        assert answered(client, output, inputs, [prop("selected", "data", None)] if with_selected else [])
