"""运行: what each refresh did, what is set aside and why, when each source was last asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dash import html

from dashboard.components.overview import issue_link
from dashboard.components.plain_table import plain_table
from dashboard.language import Language, text
from etl.store.ledger import Run, SetAsideDocument, SourceState

_STATE_SIGN = {"done": "✓", "running": "…", "failed": "✕", "interrupted": "△"}
ASIDE_SHOWN = 300


def _moment(when: datetime) -> html.Time:
    local = when.astimezone()
    return html.Time(local.strftime("%Y-%m-%d %H:%M"), dateTime=when.isoformat(timespec="seconds"))


def run_table(runs: Sequence[Run], language: Language) -> Any:
    """One row a refresh: found = new + changed + unchanged + set aside."""
    if not runs:
        return html.P(text(language, "runs_empty"), className="quiet")
    keys = ("started", "state", "seconds_column", "found", "new", "changed", "unchanged", "aside", "removed", "claims")
    heads = [text(language, f"run_{key}") for key in (*keys, "snapshot", "trigger")]
    return plain_table(heads, [_run(run, language) for run in runs], text(language, "runs_list"))


def _run(run: Run, language: Language) -> html.Tr:
    state = f"{_STATE_SIGN.get(run.state, '')} {text(language, f'state_{run.state}')}"
    seconds = "—" if run.seconds is None else text(language, "seconds", seconds=f"{run.seconds:,.1f}")
    numbers = (run.found, run.new, run.changed, run.unchanged, run.set_aside, run.removed, run.claims)
    said: list[Any] = [html.Span(state, className=f"tag tag-run-{run.state}")]
    if run.message:
        said += [" ", html.Span(run.message, className="quiet")]
    return html.Tr(
        [
            html.Th(_moment(run.started), scope="row"),
            html.Td(said),
            html.Td(seconds, className="number"),
            *(html.Td(f"{number:,}", className="number") for number in numbers),
            html.Td("—" if run.snapshot is None else str(run.snapshot), className="number"),
            html.Td(text(language, f"trigger_{run.trigger}")),
        ]
    )


def aside_table(found: Sequence[SetAsideDocument], language: Language) -> Any:
    """Every document that is set aside, with its reason; duplicates are no fault and say whose they are."""
    if not found:
        return html.P(text(language, "aside_none"), className="quiet")
    keys = ("aside_file", "aside_reason", "aside_tries", "aside_since", "aside_kept")
    rows = []
    for one in found[:ASIDE_SHOWN]:
        kept = one.duplicate_of or one.kept_issue
        rows.append(
            html.Tr(
                [
                    html.Th(one.source_uri, scope="row", className="file"),
                    html.Td(one.reason),
                    html.Td(str(one.tries), className="number"),
                    html.Td(_moment(one.first)),
                    html.Td(issue_link(kept, kept) if kept else "—"),
                ]
            )
        )
    return plain_table([text(language, key) for key in keys], rows, text(language, "aside_list"))


def source_table(found: Sequence[SourceState], language: Language) -> Any:
    """When each source was last asked, when it last answered, what it said."""
    if not found:
        return html.P(text(language, "sources_none"), className="quiet")
    keys = ("source_name", "source_asked", "source_answered", "source_message")
    rows = [
        html.Tr(
            [
                html.Th(one.name, scope="row", className="file"),
                html.Td(_moment(one.asked)),
                html.Td(_moment(one.answered) if one.answered else "—"),
                html.Td(one.message or "✓"),
            ]
        )
        for one in found
    ]
    return plain_table([text(language, key) for key in keys], rows, text(language, "sources_list"))
