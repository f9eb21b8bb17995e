"""The review form: shown for the claim that is open, and what its buttons do."""

from __future__ import annotations

import sqlite3
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate
from flask import g

from dashboard.components.review_form import ACTIONS, button_id, field_id, from_control, review_form
from dashboard.language import Language, text
from dashboard.origin import has_token
from dashboard.query import Claims
from dashboard.record import first_record
from dashboard.review.judgement import FIELDS, RefusedError, extracted
from dashboard.review.log import NothingToUndoError
from dashboard.review.reviews import Reviews, UnknownClaimError
from dashboard.view import parse_search, read_view


def register(app: Dash, claims: Claims, reviews: Reviews) -> None:
    """Fills the slot whenever another claim is opened or judged, and judges."""
    _register_form(app, claims, reviews)
    _register_buttons(app, claims, reviews)


def _register_form(app: Dash, claims: Claims, reviews: Reviews) -> None:
    @app.callback(
        Output("review", "children"),
        Output("review-claim", "data"),
        Input("opened", "data"),
        Input("review-done", "data"),
        State("query", "data"),
    )
    def show(opened: object, _done: object, query: object) -> tuple[Any, str | None]:
        view, _ = parse_search(query, claims.offered())
        chosen, _ = read_view({"claim": opened}, claims.offered())
        found = claims.claim(chosen.claim) if chosen.claim else None
        if chosen.claim is None or found is None or found.empty:
            return None, None
        said = extracted(first_record(found))
        return review_form(reviews.state(chosen.claim), said, g.get("reader"), view.language), chosen.claim


def _register_buttons(app: Dash, claims: Claims, reviews: Reviews) -> None:
    @app.callback(
        Output("review-done", "data"),
        Output("review-said", "children"),
        {action: Input(button_id(action), "n_clicks") for action in ACTIONS},
        State("review-claim", "data"),
        State("review-author", "value"),
        State("review-reason", "value"),
        {name: State(field_id(name), "value") for name in FIELDS},
        State("query", "data"),
        prevent_initial_call=True,
    )
    def act(
        pressed: dict[str, object],
        claim: object,
        author: object,
        reason: object,
        fields: dict[str, object],
        query: object,
    ) -> tuple[Any, Any]:
        action = _action(ctx.triggered_id, pressed)
        chosen, _ = read_view({"claim": claim}, claims.offered())
        if action is None or chosen.claim is None:
            raise PreventUpdate
        view, _ = parse_search(query, claims.offered())
        problem = _done(reviews, chosen.claim, action, g.get("reader") or author, reason, fields, view.language)
        return (no_update, problem) if problem else (len(reviews.log.lines()), "")


def _action(triggered: object, pressed: dict[str, object]) -> str | None:
    """The button that was pressed; None where buttons only appeared."""
    for action in ACTIONS:
        clicks = pressed.get(action)
        if triggered == button_id(action) and type(clicks) is int and clicks > 0:
            return action
    return None


def _done(
    reviews: Reviews,
    claim: str,
    action: str,
    author: object,
    reason: object,
    fields: dict[str, object],
    language: Language,
) -> str:
    """Does it; the reason why not in words, empty if it is done."""
    if not has_token():
        return text(language, "review_no_token")
    try:
        if action == "undo":
            reviews.undo(claim, author, reason)
        else:
            given = {name: from_control(name, value) for name, value in fields.items()}
            reviews.judge(claim, action, given if action == "corrected" else None, reason, author)
    except (RefusedError, NothingToUndoError) as error:
        return str(error)
    except UnknownClaimError:
        return text(language, "source_unknown", claim=claim)
    except sqlite3.Error:
        return text(language, "review_not_written")
    return ""
