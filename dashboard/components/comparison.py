"""对照: every printed statement of one observation, how they stand to each other, and which one the charts use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from dash import html

from dashboard.citation import printed_page
from dashboard.components.attribute import aria, data
from dashboard.components.heading import source_button
from dashboard.components.source_panel import marked_sentence
from dashboard.display import figure_text
from dashboard.figures.mark import label, period_of
from dashboard.language import Language, code_label, full_label, text
from dashboard.observation import VERDICTS, Row, deciding, printed_digits

SHOWN = 50
"""So many observations are listed."""
_SIGNS = {"agrees": "＝", "coarser": "≈", "beside": "∥", "revised": "○", "contradicts": "⚑"}


def verdict_tag(verdict: str, language: Language) -> html.Span:
    """A verdict in words and a sign, never in colour alone."""
    return html.Span(f"{_SIGNS[verdict]} {text(language, verdict)}", className=f"tag tag-{verdict}")


def verdict_tabs(counts: Mapping[str, int], chosen: str | None, language: Language) -> html.Div:
    """Buttons that show only observations of one verdict."""
    buttons = [_tab("", text(language, "verdict_all"), sum(counts.values()), chosen is None)]
    buttons += [
        _tab(name, f"{_SIGNS[name]} {text(language, name)}", counts.get(name, 0), chosen == name) for name in VERDICTS
    ]
    return html.Div(buttons, className="tabs", role="group", **aria(label=text(language, "verdict")))


def _tab(value: str, words: str, count: int, pressed: bool) -> html.Button:
    return html.Button(
        f"{words} {count}",
        type="button",
        className="small",
        **data(set="verdict", to=value),
        **aria(pressed="true" if pressed else "false"),
    )


def is_unfolded(row: Row, seen: Sequence[Row], opened: str | None) -> bool:
    """True for the observation that holds the open claim, and for the only one."""
    return len(seen) == 1 or opened in row["claims"]


def observation_list(seen: Sequence[Row], whole: pd.DataFrame, opened: str | None, language: Language) -> Any:
    """The observations, folded but for what ``is_unfolded``, whose statements are in ``whole`` by id.

    The statements of a folded one are put in when it is unfolded: fifty tables take a browser ten seconds.
    """
    if not seen:
        return html.P(text(language, "comparison_empty"), className="quiet")
    listed = [(row, is_unfolded(row, seen, opened)) for row in seen[:SHOWN]]
    return html.Div([_observation(row, whole if is_open else None, language) for row, is_open in listed])


def part_id(part: str, claim: Any) -> dict[str, Any]:
    """The id of an observation (``figure``) or of its statements (``told``), by its charted claim."""
    return {"type": part, "claim": claim}


def _observation(row: Row, whole: pd.DataFrame | None, language: Language) -> html.Details:
    name = full_label(language, row["indicator"], row["measure"], row["comparison"])
    kinds = [verdict for verdict in VERDICTS if verdict in row["verdicts"][1:]]
    summary = html.Summary(
        [
            html.Span(
                [html.Strong(row["entity"] or row["indicator"]), " ", html.Span(name), " "],
                className="observation-name",
            ),
            html.Span(period_of(row, language), className="quiet"),
            html.Strong(label(row), className="observation-value"),
            html.Span(text(language, "statement_count", count=row["statements"]), className="quiet"),
            html.Span([verdict_tag(kind, language) for kind in kinds]),
        ]
    )
    body = [] if whole is None else statement_table(row, whole, language)
    told = html.Div(body, id=part_id("told", row["claim_id"]), className="told")
    claim = row["claim_id"]
    return html.Details([summary, told], id=part_id("figure", claim), className="observation", open=whole is not None)


def statement_table(row: Row, whole: pd.DataFrame, language: Language) -> list[Any]:
    """All statements of an observation, the charted first, and why it is charted; ``whole``: the statements by id."""
    listed = [whole.loc[claim] for claim in row["claims"] if claim in whole.index]
    body = [
        _statement(one.to_dict(), verdict, place == 0, language)
        for place, (one, verdict) in enumerate(zip(listed, row["verdicts"], strict=False))
    ]
    keys = ("figure_column", "verdict", "issue", "original_sentence")
    heads = [html.Th(text(language, key), scope="col", className="number" if key == keys[0] else "") for key in keys]
    table = html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="plain stacked statements-table")
    label_words = text(language, "statement_count", count=len(listed))
    parts: list[Any] = [html.Div(table, className="scroll", tabIndex=0, role="group", **aria(label=label_words))]
    if len(listed) > 1:
        why = why_charted(listed[0].to_dict(), listed[1].to_dict(), language)
        parts.append(html.P([html.Strong(f"{text(language, 'why_charted')}："), why], className="why"))
    return parts


def _statement(row: dict[str, Any], verdict: str, charted: bool, language: Language) -> html.Tr:
    page = printed_page(row)
    where = f"《{row['publication']}》{row['issue_date'].date().isoformat()}"
    where += f" {text(language, 'page', page=page)}" if page is not None else ""
    said = f"{figure_text(row)} {where}：{text(language, 'open_source')}"
    tag = (
        html.Span(text(language, "charted"), className="tag tag-charted") if charted else verdict_tag(verdict, language)
    )
    return html.Tr(
        [
            html.Td(source_button(row["claim_id"], figure_text(row), said), className="number"),
            html.Td(tag),
            html.Td(where),
            html.Td(html.Span(marked_sentence(row), lang="zh-CN")),
        ],
        className="charted" if charted else "",
    )


def why_charted(charted: dict[str, Any], second: dict[str, Any], language: Language) -> str:
    """Which part of the rule made the charts take this statement, with what it shows, then the rule as a whole."""
    decided = deciding(charted, second)
    values = {
        "bound": code_label(language, "bound", charted["bound"]),
        "day": charted["issue_date"].date().isoformat(),
        "digits": printed_digits(str(charted["value_text"])),
        "confidence": f"{float(charted['confidence']):.2f}",
    }
    return f"{text(language, f'why_{decided}', **values)}。{text(language, 'rule_shown')}"
