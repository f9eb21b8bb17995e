"""The bodies of reviews as JSON Schema."""

from __future__ import annotations

from typing import Any

from dashboard.review.judgement import FIELDS, MAX_AUTHOR, MAX_CLASSES, MAX_REASON, MAX_WORDS, VERDICTS
from dashboard.view import CLAIM_ID
from etl.schema import BY_NAME, CODES

Schema = dict[str, Any]


def _field(name: str) -> Schema:
    column = BY_NAME[name]
    if name == "classes":
        return {"type": "array", "maxItems": MAX_CLASSES, "items": {"type": "string", "maxLength": MAX_WORDS}}
    if name in CODES:
        return {"enum": [*CODES[name], *([None] if column.nullable else [])]}
    if str(column.type) == "double":
        return {"type": ["number", "null"] if column.nullable else "number"}
    text: Schema = {"type": ["string", "null"] if column.nullable else "string", "maxLength": MAX_WORDS}
    return text | ({"format": "date"} if str(column.type).startswith("date") else {})


_CLAIM: Schema = {"type": "string", "pattern": f"^{CLAIM_ID.pattern}$"}
_REASON: Schema = {"type": "string", "maxLength": MAX_REASON}
_AUTHOR: Schema = {
    "type": "string",
    "maxLength": MAX_AUTHOR,
    "description": "登录时为登录名 · the login where there is one",
}
_CORRECTIONS: Schema = {
    "type": ["object", "null"],
    "properties": {name: _field(name) for name in FIELDS},
    "additionalProperties": False,
}

JUDGEMENT: Schema = {
    "type": "object",
    "properties": {
        "claim": _CLAIM,
        "verdict": {"enum": list(VERDICTS)},
        "fields": _CORRECTIONS,
        "reason": _REASON,
        "author": _AUTHOR,
    },
    "required": ["claim", "verdict"],
    "additionalProperties": False,
}
"""The body of a judgement."""

UNDOING: Schema = {
    "type": "object",
    "properties": {"claim": _CLAIM, "reason": _REASON, "author": _AUTHOR},
    "required": ["claim"],
    "additionalProperties": False,
}
"""The body of an undoing."""

EVENT: Schema = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "at": {"type": "string", "format": "date-time"},
        "author": {"type": "string"},
        "claim_id": _CLAIM,
        "verdict": {"enum": [*VERDICTS, "undone"]},
        "fields": _CORRECTIONS,
        "reason": {"type": "string"},
        "undoes": {"type": ["integer", "null"]},
        "place": {"type": "object"},
        "extracted": {"type": "object"},
        "stands_at": {"type": ["string", "null"], "description": "现行判定所在的编号 · the claim where it stands now"},
    },
}
"""One line of the log of reviews."""
