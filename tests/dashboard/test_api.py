from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from dashboard.api.description import openapi
from dashboard.api.parameters import read_asked
from dashboard.app import create_app
from dashboard.export.heading import EXTRAS
from dashboard.filter import LISTS, Filter
from dashboard.query import Claims
from etl.schema import CLAIMS

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def server(store: Path) -> Flask:
    server: Flask = create_app(store).server
    return server


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def served(server: Flask) -> set[str]:
    found = set()
    for rule in server.url_map.iter_rules():
        if rule.rule.startswith("/api/") and "<path:" not in rule.rule:
            forms = re.search(r"<any\((.+)\):form>", rule.rule)
            names = forms[1].split(", ") if forms else [""]
            found |= {rule.rule.replace(forms[0], name) if forms else rule.rule for name in names}
    return found


def test_the_description_is_sound_and_names_every_address(server: Flask, client: FlaskClient) -> None:
    described = client.get("/api/openapi.json").get_json()
    validate(described)
    assert described == openapi()
    assert set(described["paths"]) == served(server) | {"/healthz"}
    assert set(described["components"]["schemas"]["Claim"]["properties"]) == {*CLAIMS.names, *EXTRAS}


@pytest.mark.parametrize("path", [path for path, methods in openapi()["paths"].items() if "get" in methods])
def test_what_is_described_is_answered(client: FlaskClient, path: str) -> None:
    operation = openapi()["paths"][path]["get"]
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype in operation["responses"]["200"]["content"]
    answer.close()


def test_every_described_parameter_is_taken_and_no_other(claims: Claims) -> None:
    takes = {
        "sector": "采矿业",
        "publication": "样例电子报",
        "indicator": "利润总额",
        "measure": "growth",
        "kind": "economic",
        "status": "actual",
        "review": "right",
        "from": "2019-05",
        "to": "2019-05",
        "q": "利润",
        "asof": "2025-12-31",
        "columns": "value",
        "header": "zh",
        "limit": "5",
        "offset": "5",
        "cursor": "1-5",
    }
    offered = claims.offered()
    for path, methods in openapi()["paths"].items():
        names = [each["name"] for each in methods.get("get", {}).get("parameters", ())]
        if set(LISTS) <= set(names):
            own = frozenset(names) & {"columns", "header", "limit", "offset", "cursor"}
            query = "&".join(f"{name}={takes[name]}" for name in names)
            assert read_asked(query.encode(), offered, own).view.filter != Filter(), path


def test_the_documentation_names_every_address_and_parameter() -> None:
    for path, methods in openapi()["paths"].items():
        assert f"`{path}`" in DOCS or f" {path}`" in DOCS, path
        for operation in methods.values():
            for parameter in operation.get("parameters", ()):
                assert f"`{parameter['name']}`" in DOCS, parameter["name"]


def test_facets_count_what_each_choice_would_leave(client: FlaskClient, claims: Claims) -> None:
    body = client.get("/api/facets.json?sector=制造业&status=actual").get_json()
    assert body["claims"] == claims.count(Filter(sector=("制造业",), status=("actual",))).claims
    for name in LISTS:
        assert body["facets"][name], name
    for sector, count in body["facets"]["sector"].items():
        assert claims.count(Filter(sector=(sector,), status=("actual",))).claims == count, sector
    for status, count in body["facets"]["status"].items():
        assert claims.count(Filter(sector=("制造业",), status=(status,))).claims == count, status
    for measure, count in body["facets"]["measure"].items():
        assert claims.count(Filter(sector=("制造业",), status=("actual",), measure=(measure,))).claims == count


def test_search_gives_places_that_hold_the_words(client: FlaskClient) -> None:
    body = client.get("/api/search.json?q=压舱石").get_json()
    assert body["total"] == 1
    (hit,) = body["sentences"]
    assert [hit["sentence"][start:end] for start, end in hit["spans"]] == ["压舱石"]
    assert len(hit["claims"]) == 1


def test_an_unknown_address_says_where_they_stand(client: FlaskClient) -> None:
    answer = client.get("/api/nothing")
    assert answer.status_code == 404
    assert "/api/" in answer.get_json(force=True)["detail"]


def test_the_manual_is_plain_html_from_here_alone(client: FlaskClient) -> None:
    page = client.get("/api/").get_data(as_text=True)
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert all(f"<code>{name}</code>" in page for name in CLAIMS.names)
    assert client.get("/api").status_code in (200, 308)


def test_data_is_never_kept_by_caches(client: FlaskClient) -> None:
    for path in ("/api/claims.csv", "/api/claims.json", "/api/facets.json", "/healthz", "/", "/_dash-layout"):
        with client.get(path) as answer:
            assert answer.headers["Cache-Control"] == "no-store", path
