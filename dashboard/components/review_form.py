"""The part of the source panel in which an analyst judges the claim: right, wrong, or corrected field by field.

``review_slot`` and ``review_stores`` are all that a page needs: the slot fills itself for the claim that is open
(dashboard.callbacks.review).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.language import Language, code_label, column_label, text
from dashboard.review.judgement import FIELDS, MAX_AUTHOR, MAX_REASON, MAX_WORDS, Value
from dashboard.review.log import Review
from dashboard.review.reviews import State
from etl.lexicon.sectors import SECTORS
from etl.schema import BY_NAME, CODES

_DOING = {
    "right": "review_do_right",
    "wrong": "review_do_wrong",
    "corrected": "review_do_corrected",
    "undo": "review_do_undo",
}
ACTIONS = tuple(_DOING)
"""The buttons, by what they do."""
_VERDICTS = {
    "right": "review_right",
    "wrong": "review_wrong",
    "corrected": "review_corrected",
    "undone": "review_undone",
}
_SEPARATOR = "、"


def button_id(action: str) -> str:
    """The id of a button."""
    return f"review-{action}"


def field_id(name: str) -> str:
    """The id of the control of a field."""
    return f"review-field-{name}"


def review_slot() -> html.Div:
    """The place for the form."""
    return html.Div(id="review")


def review_stores() -> list[Any]:
    """What tells the callbacks which claim is open and what was done; it lasts while the frame is built anew."""
    return [dcc.Store(id="review-done", data=0), dcc.Store(id="review-claim")]


def review_form(state: State, extracted: Mapping[str, Value], reader: str | None, language: Language) -> list[Any]:
    """The form over a claim; ``extracted`` is what it says now, ``reader`` who logged in."""
    now = {**extracted, **(state.standing.fields if state.standing else {})}
    buttons = [_button("right", language), _button("wrong", language), _button("undo", language, not state.standing)]
    return [
        html.H3(text(language, "review")),
        html.P(_standing(state, language), role="status"),
        html.P(text(language, "review_changed"), className="warning") if state.changed else None,
        html.P(text(language, "review_as", name=reader), className="quiet") if reader else None,
        _author(reader, language),
        _words("review-reason", text(language, "review_reason"), MAX_REASON),
        html.Div(buttons, className="copies"),
        html.Details(
            [
                html.Summary(text(language, "review_correct")),
                html.Div([_control(name, now[name], language) for name in FIELDS], className="review-fields"),
                _button("corrected", language),
            ]
        ),
        html.P(id="review-said", className="warning", role="alert"),
        _history(state, language),
    ]


def _author(reader: str | None, language: Language) -> dmc.TextInput:
    """Who judges: kept by the browser, or the login, which needs no asking."""
    control = _words("review-author", text(language, "review_author"), MAX_AUTHOR, reader or "")
    control.persistence = reader is None
    control.style = {"display": "none"} if reader else {}
    return control


def _words(id_: str, label: str, most: int, value: str = "", size: str = "sm") -> dmc.TextInput:
    return dmc.TextInput(id=id_, label=label, value=value, inputProps={"maxLength": most}, size=size)


def _button(action: str, language: Language, disabled: bool = False) -> html.Button:
    words = text(language, _DOING[action])
    return html.Button(words, id=button_id(action), type="button", className="small", disabled=disabled)


def _standing(state: State, language: Language) -> list[Any]:
    if state.standing is None:
        return [text(language, "review_none")]
    return [html.Strong(text(language, _VERDICTS[state.standing.verdict])), "　", *_line(state.standing, language)]


def _line(review: Review, language: Language) -> list[Any]:
    parts = [f"{review.author}　{review.at[:10]}"]
    if review.reason:
        parts.append(f"　{review.reason}")
    for name, value in review.fields.items():
        was = shown(name, review.extracted[name], language) or text(language, "none")
        now = shown(name, value, language) or text(language, "none")
        parts.append(f"　{column_label(language, name)}：{was} → {now}")
    return parts


def _history(state: State, language: Language) -> Any:
    if not state.history:
        return None
    lines = [
        html.Li([f"{text(language, _VERDICTS[line.verdict])}　", *_line(line, language)]) for line in state.history[:50]
    ]
    summary = html.Summary(text(language, "review_history", count=len(state.history)))
    return html.Details([summary, html.Ul(lines, className="statements")])


def shown(name: str, value: Value, language: Language) -> str:
    """A value as the form writes it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _SEPARATOR.join(value)
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return code_label(language, name, value) if name in CODES else value


def _control(name: str, value: Value, language: Language) -> Any:
    label = column_label(language, name)
    if name in CODES:
        codes = [{"value": code, "label": code_label(language, name, code)} for code in CODES[name]]
        clearable = BY_NAME[name].nullable
        return dmc.Select(id=field_id(name), label=label, data=codes, value=value, clearable=clearable, size="xs")
    if name == "sector":
        return dmc.Select(
            id=field_id(name), label=label, data=list(SECTORS), value=value, searchable=True, clearable=True, size="xs"
        )
    return _words(field_id(name), label, MAX_WORDS, shown(name, value, language), "xs")


def from_control(name: str, value: object) -> object:
    """What a control holds as a judgement takes it; what is no such thing stays what it is, to be refused."""
    if name == "classes" and isinstance(value, str):
        return [part.strip() for part in value.split(_SEPARATOR) if part.strip()]
    return None if value == "" else value
