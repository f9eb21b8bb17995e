"""The API described for programs: OpenAPI 3.1 at ``/api/openapi.json``, made of the schema and the filters."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

from flask import Flask, Response

from dashboard.api.judgement_schema import EVENT, JUDGEMENT, UNDOING
from dashboard.api.parameters import LIMIT, MAX_LIMIT
from dashboard.api.tables import OWN, TYPES
from dashboard.export.heading import EXTRAS, Heading
from dashboard.filter import LISTS, MAX_CHOICES, MAX_TEXT, REVIEWED
from dashboard.query import PAGE_LIMIT, Claims
from dashboard.view import CLAIM_ID
from etl.schema import BY_NAME, CODES, COLUMNS, Column

Schema = dict[str, Any]
_MONTH = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}
_PROBLEM = {"$ref": "#/components/responses/Problem"}
_REFUSED = {str(status): _PROBLEM for status in (400, 401, 414)}


def register(server: Flask, claims: Claims) -> None:
    """Adds ``/api/openapi.json``."""
    del claims

    @server.get("/api/openapi.json")
    def openapi_json() -> Response:
        body = json.dumps(openapi(), ensure_ascii=False, indent=1)
        return Response(body, mimetype="application/json")


def openapi() -> Schema:
    """The description of the API."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "报数 Baoshu",
            "version": version("baoshu"),
            "description": "报纸印出的每一个数字，连同出处与含义。筛选参数与看板网址相同。"
            " · Every number that a newspaper prints, with its place and meaning. Filters are those of the pages.",
        },
        "paths": {
            **{f"/api/claims.{form}": {"get": _file(form)} for form in TYPES},
            "/api/claims.json": {"get": _rows()},
            "/api/facets.json": {"get": _facets()},
            "/api/search.json": {"get": _search()},
            "/api/reviews.json": {"get": _log()},
            "/api/reviews/gold.jsonl": {"get": _gold()},
            "/api/reviews": {"post": _write("judge", "判定一条数字 · judge a claim", JUDGEMENT)},
            "/api/reviews/undo": {"post": _write("undo", "撤销现行判定 · undo the judgement that stands", UNDOING)},
            "/api/openapi.json": {"get": _described()},
            "/api/": {"get": _manual()},
            "/healthz": {"get": _health()},
        },
        "components": {
            "schemas": {"Claim": claim_schema(), "Review": EVENT},
            "responses": {"Problem": _problem()},
            "securitySchemes": {"login": {"type": "http", "scheme": "basic"}},
        },
        "security": [{}, {"login": []}],
    }


def filter_parameters() -> list[Schema]:
    """The parameters that every address with rows takes: those of a page's query string."""
    found = []
    for name in LISTS:
        item: Schema = {"type": "string", "maxLength": MAX_TEXT}
        if name in CODES:
            item["enum"] = list(CODES[name])
        schema = {"type": "array", "maxItems": MAX_CHOICES, "items": item}
        found.append(_parameter(name, f"{BY_NAME[name].label_zh} · {BY_NAME[name].description_en}", schema))
    states = {"type": "array", "items": {"type": "string", "enum": list(REVIEWED)}}
    found.append(_parameter("review", "复核 · what analysts found", states))
    found.append(_parameter("from", "时期末日不早于此月 · the period ends in this month or later", _MONTH))
    found.append(_parameter("to", "时期末日不晚于此月 · the period ends in this month or earlier", _MONTH))
    day = {"type": "string", "format": "date"}
    found.append(_parameter("asof", "只算到这一天出版的各期 · only issues published on or before this day", day))
    words = "原句、标题、主体、指标、行业中的字词，空格隔开的都要有 · words, all to be found, literally"
    found.append(_parameter("q", words, {"type": "string", "maxLength": MAX_TEXT}))
    return found


def own_parameters(names: set[str]) -> list[Schema]:
    """The parameters of the API itself, of these names."""
    columns = {"type": "string", "pattern": "^[a-z_]+(,[a-z_]+)*$"}
    known: dict[str, tuple[str, Schema]] = {
        "columns": ("要哪些列，逗号隔开 · which columns, parted by commas", columns),
        "header": ("表头 · machine names, or Chinese or English headings", {"enum": list(Heading), "default": "names"}),
        "limit": ("每页条数 · rows a page", {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": LIMIT}),
        "offset": ("跳过条数 · rows to skip", {"type": "integer", "minimum": 0, "default": 0}),
        "cursor": ("上一页给出的 next · from the next of the page before", {"type": "string"}),
    }
    return [_parameter(name, *known[name]) for name in known if name in names]


def _parameter(name: str, description: str, schema: Schema) -> Schema:
    found: Schema = {"name": name, "in": "query", "description": description, "schema": schema}
    return found | ({"style": "form", "explode": True} if schema.get("type") == "array" else {})


def claim_schema() -> Schema:
    """The schema of a row in JSON."""
    properties = {column.name: _property(column) for column in (*COLUMNS, *EXTRAS.values())}
    return {"type": "object", "properties": properties}


def _property(column: Column) -> Schema:
    kinds = {"string": "string", "int32": "integer", "double": "number", "date32[day]": "string"}
    kind = kinds.get(str(column.type), "array")
    found: Schema = {"type": [kind, "null"] if column.nullable else kind, "title": column.label_zh}
    found["description"] = f"{column.description_zh} · {column.description_en}"
    if str(column.type).startswith("date"):
        found["format"] = "date"
    if kind == "array":
        found["items"] = {"type": "string"}
    if column.codes:
        found["enum"] = [*column.codes, *([None] if column.nullable else [])]
    return found


def _answer(description: str, kind: str, schema: Schema) -> Schema:
    return {"200": {"description": description, "content": {kind: {"schema": schema}}}, **_REFUSED}


def _file(form: str) -> Schema:
    answers = _answer("全部行 · every row of the filter, streamed", TYPES[form], {"type": "string", "format": "binary"})
    return {
        "operationId": f"claims_{form}",
        "summary": f"导出 {form.upper()} · export",
        "parameters": [*filter_parameters(), *own_parameters(set(OWN[form]))],
        "responses": {**answers, "503": _PROBLEM, **({"413": _PROBLEM} if form == "xlsx" else {})},
    }


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _rows() -> Schema:
    page = _object(
        snapshot={"type": "integer"},
        total={"type": "integer"},
        next={"type": ["string", "null"], "description": "下一页 · address of the next page"},
        claims={"type": "array", "items": {"$ref": "#/components/schemas/Claim"}},
    )
    return {
        "operationId": "claims_json",
        "summary": "分页读取 · read page by page",
        "parameters": [*filter_parameters(), *own_parameters({"columns", "limit", "cursor"})],
        "responses": {**_answer("一页 · a page", "application/json", page), "410": _PROBLEM},
    }


def _facets() -> Schema:
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    body = _object(
        claims={"type": "integer"},
        sentences={"type": "integer"},
        issues={"type": "integer"},
        facets=_object(**dict.fromkeys(LISTS, counts)),
    )
    return {
        "operationId": "facets",
        "summary": "分面计数 · how many claims each choice would have",
        "parameters": filter_parameters(),
        "responses": _answer("计数 · counts", "application/json", body),
    }


def _search() -> Schema:
    span = {"type": "array", "prefixItems": [{"type": "integer"}] * 2, "minItems": 2, "maxItems": 2}
    texts = ("sentence_id", "sentence", "article_id", "role", "issue_id", "publication", "issue_date")
    hit = _object(
        **{name: {"type": "string"} for name in texts},
        article_title={"type": ["string", "null"]},
        page={"type": ["integer", "null"]},
        spans={"type": "array", "items": span, "description": "首字与末字之后 · first character and the one after"},
        title_spans={"type": "array", "items": span},
        claims={"type": "array", "items": {"type": "string"}},
    )
    body = _object(total={"type": "integer"}, sentences={"type": "array", "items": hit})
    limit = {"type": "integer", "minimum": 1, "maximum": PAGE_LIMIT, "default": LIMIT}
    return {
        "operationId": "search",
        "summary": "全文查找 · full text search with the places to highlight",
        "parameters": [*filter_parameters(), _parameter("limit", "条数 · rows", limit), *own_parameters({"offset"})],
        "responses": _answer("命中的句子 · sentences", "application/json", body),
    }


def _log() -> Schema:
    lines = {"type": "array", "items": {"$ref": "#/components/schemas/Review"}}
    body = _object(reviews=lines, lost={"type": "array", "items": {"type": "integer"}})
    claim = {"type": "string", "pattern": f"^{CLAIM_ID.pattern}$"}
    return {
        "operationId": "reviews",
        "summary": "全部判定与撤销 · every judgement and undoing",
        "parameters": [_parameter("claim", "只要这一条数字的 · of this claim alone", claim)],
        "responses": _answer("记录 · the log, the oldest first", "application/json", body),
    }


def _gold() -> Schema:
    rest = {"enum": ["optional", "none"], "default": "optional"}
    return {
        "operationId": "gold",
        "summary": "判定写成标注 · judgements as gold annotations, a line of JSON each",
        "parameters": [_parameter("rest", "未判定的写成可选行 · claims that nobody judged", rest)],
        "responses": _answer("标注 · annotations", "application/x-ndjson", {"type": "string"}),
    }


def _write(name: str, summary: str, body: Schema) -> Schema:
    made = {"description": "已记下 · written", "content": {"application/json": {"schema": EVENT}}}
    statuses = (400, 401, 403, 404, 409, 413, 415, 422, 503)
    token = {"type": "string", "minLength": 16}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [
            {"name": "_csrf_token", "in": "cookie", "required": True, "schema": token},
            {"name": "X-CSRFToken", "in": "header", "required": True, "schema": token},
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {"201": made, **{str(status): _PROBLEM for status in statuses}},
    }


def _described() -> Schema:
    return {
        "operationId": "openapi",
        "summary": "本说明 · this description",
        "responses": _answer("OpenAPI 3.1", "application/json", {"type": "object"}),
    }


def _manual() -> Schema:
    return {
        "operationId": "manual",
        "summary": "说明页 · this description as a page",
        "responses": _answer("HTML", "text/html", {"type": "string"}),
    }


def _health() -> Schema:
    body = {"type": "object", "properties": {"status": {"const": "ok"}}, "required": ["status"]}
    return {
        "operationId": "health",
        "summary": "是否在服务 · whether it serves; needs no login",
        "security": [{}],
        "responses": {
            "200": {"description": "ok", "content": {"application/json": {"schema": body}}},
            "503": {"description": "数据仓读不了 · the store cannot be read"},
        },
    }


def _problem() -> Schema:
    body = _object(status={"type": "integer"}, detail={"type": "string"})
    plain = {"schema": {"type": "string"}}
    return {
        "description": "没有照办，及其原因 · not done, and why",
        "content": {"application/problem+json": {"schema": body}, "text/plain": plain},
    }
