"""The source panel: the sentence with its number marked, where it is printed, who else says the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import pandas as pd
from dash import html

from dashboard.citation import gb_t_7714, plain, printed_page
from dashboard.components.attribute import aria, data
from dashboard.components.review_form import review_slot
from dashboard.display import day_text, figure_text, period_text
from dashboard.language import Language, code_label, column_label, full_label, text
from dashboard.record import records
from dashboard.source import Snippet, Source
from etl.store import Frame


def panel_shell(language: Language) -> html.Aside:
    """The panel before anything is chosen; on phones it is a drawer that ``data-open`` pulls up."""
    return html.Aside(
        [
            html.Div(
                [
                    html.H2(text(language, "source"), id="panel-heading"),
                    html.Button(
                        "×",
                        id="panel-close",
                        type="button",
                        className="close",
                        **aria(label=text(language, "close")),
                    ),
                ],
                className="card-head",
            ),
            html.Div(empty_panel(language), id="panel", **aria(live="polite")),
            review_slot(),
        ],
        id="source-panel",
        className="card source-panel",
        tabIndex=-1,
        **aria(labelledby="panel-heading"),
    )


def empty_panel(language: Language) -> html.P:
    """What the panel says before anything is chosen."""
    return html.P(text(language, "source_empty"), className="quiet")


def unknown_panel(claim: str, language: Language) -> html.P:
    """What the panel says of an id that the table does not have."""
    return html.P(text(language, "source_unknown", claim=claim), className="warning", role="status")


def source_panel(source: Source, language: Language, excluded: bool) -> list[Any]:
    """Everything there is to see of one claim."""
    claim = source.claim
    parts: list[Any] = []
    if excluded:
        parts.append(html.P(text(language, "source_excluded"), className="warning", role="status"))
    parts += [
        _headline(claim, language),
        _passage(source),
        _links(source, language),
        _copies(claim, language),
        _picture(source, language),
        _facts(claim, source, language),
        _snippet(source.snippet, claim, language),
        _statements(source, language),
    ]
    return parts


def _words(row: Mapping[str, Any], name: str) -> str:
    return row[name] if isinstance(row[name], str) else ""


def _headline(claim: Mapping[str, Any], language: Language) -> html.Div:
    whose = _words(claim, "subject") or _words(claim, "sector")
    what = full_label(language, _words(claim, "indicator"), claim["measure"], _words(claim, "comparison") or None)
    return html.Div(
        [
            html.Div(f"{whose}　{what}" if whose else what, className="what"),
            html.Div(
                [html.Span(figure_text(claim), className="big"), html.Span(_period(claim, language), className="when")]
            ),
        ],
        className="headline",
    )


def _period(claim: Mapping[str, Any], language: Language) -> str:
    start, end = claim["period_start"], claim["period_end"]
    if start is None or end is None or pd.isna(start) or pd.isna(end):
        return ""
    return period_text(start.date(), end.date(), _words(claim, "period_kind"), language)


def marked_sentence(claim: Mapping[str, Any]) -> list[Any]:
    """The sentence with the number marked; cut here, because a browser counts characters differently."""
    sentence, start, end = claim["sentence"], int(claim["span_start"]), int(claim["span_end"])
    number = html.Mark(html.Strong(sentence[start:end]))
    return [sentence[:start], number, sentence[end:]]


def _passage(source: Source) -> html.Blockquote:
    return html.Blockquote(
        [
            html.P(list(source.before), className="context") if source.before else None,
            html.P(marked_sentence(source.claim), className="sentence"),
            html.P(list(source.after), className="context") if source.after else None,
        ],
        className="passage",
        lang="zh-CN",
    )


def _links(source: Source, language: Language) -> html.Div:
    """Where else this claim can be seen: in its issue, beside its other statements, on the page it came from."""
    claim = source.claim
    issue = "/issues?" + urlencode({"issue": claim["issue_id"], "claim": claim["claim_id"]})
    compare = "/comparison?" + urlencode(_same_figure(claim) | {"claim": claim["claim_id"]})
    return html.Div(
        [
            html.A(text(language, "see_issue"), href=issue, className="see-issue", **data(nav="1")),
            html.A(text(language, "see_comparison"), href=compare, className="see-comparison", **data(nav="1")),
            *source_links(claim, language, source.printed.url),
        ],
        className="panel-links",
    )


def _same_figure(claim: Mapping[str, Any]) -> dict[str, str]:
    """The filter that leaves a claim's figure and little else."""
    chosen = {name: _words(claim, name) for name in ("indicator", "sector", "measure", "status")}
    if claim["period_end"] is not None and not pd.isna(claim["period_end"]):
        month = f"{claim['period_end']:%Y-%m}"
        chosen |= {"from": month, "to": month}
    return {name: value for name, value in chosen.items() if value}


def source_links(row: Mapping[str, Any], language: Language, url: str | None = None) -> list[html.A]:
    """A link to the page on the web that the issue came from, at the very words where it is one claim's.

    ``url`` is the address of the claim's own page where it is another than that of its issue.
    """
    address = url or (row["source_uri"] if isinstance(row["source_uri"], str) else "")
    if not address.startswith(("https://", "http://")):
        return []
    fragment = text_fragment(row) if "value_text" in row else ""
    words = text(language, "see_original")
    return [html.A(words, href=address.split("#")[0] + fragment, target="_blank", rel="noopener noreferrer")]


_FRAGMENT_REACH = 12


def text_fragment(claim: Mapping[str, Any]) -> str:
    """``#:~:text=before-,number,-after``: a browser that knows it scrolls to the number and marks it."""
    sentence, start, end = claim["sentence"], int(claim["span_start"]), int(claim["span_end"])
    before, after = sentence[max(start - _FRAGMENT_REACH, 0) : start], sentence[end : end + _FRAGMENT_REACH]
    parts = [f"{_escaped(before)}-"] if before else []
    parts.append(_escaped(sentence[start:end]))
    parts += [f"-{_escaped(after)}"] if after else []
    return "#:~:text=" + ",".join(parts)


def _escaped(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _picture(source: Source, language: Language) -> Any:
    """The printed page with the number framed, where the store has a picture of it."""
    picture = source.printed.picture
    if picture is None:
        return None
    page = printed_page(source.claim)
    words = text(language, "page_picture_of", page=page if page is not None else picture.frames[0].page + 1)
    sheet = [html.Img(src=picture.address, alt=words), *map(_frame, picture.frames)]
    return html.Details(
        [
            html.Summary(text(language, "page_picture")),
            html.Div(
                html.Div(sheet, className="picture-sheet"),
                className="picture-view",
                tabIndex=0,
                role="group",
                **aria(label=words),
            ),
            html.A(text(language, "page_picture_whole"), href=picture.address, target="_blank", rel="noopener"),
        ],
        open=True,
    )


def _frame(frame: Frame) -> html.Span:
    """A frame over the picture, a little wider than the number's ink."""
    style = {
        "left": f"{100 * frame.x0:.3f}%",
        "top": f"{100 * frame.y0:.3f}%",
        "width": f"{100 * (frame.x1 - frame.x0):.3f}%",
        "height": f"{100 * (frame.y1 - frame.y0):.3f}%",
    }
    return html.Span(className="picture-frame", style=style)


def _copies(claim: Mapping[str, Any], language: Language) -> html.Div:
    copies = {"copy_citation": gb_t_7714(claim), "copy_plain": plain(claim)}
    buttons = [
        html.Button(text(language, key), type="button", className="small", **data(copy=value))
        for key, value in copies.items()
    ]
    link = html.Button(
        text(language, "copy_link"), type="button", className="small", **data(copy_link=claim["claim_id"])
    )
    return html.Div(
        [
            *buttons,
            link,
        ],
        className="copies",
    )


def _facts(claim: Mapping[str, Any], source: Source, language: Language) -> html.Dl:
    page = printed_page(claim)
    numbers = [
        text(language, key, number=int(claim[name]))
        for key, name in (("number_line", "issue_number"), ("cumulative_line", "cumulative_number"))
        if claim[name] is not None
    ]
    issue = [f"《{claim['publication']}》{day_text(claim['issue_date'].date(), language)}", *numbers]
    if page is not None:
        issue.append(text(language, "page", page=page))
    bound = code_label(language, "bound", claim["bound"])
    role = f"（{text(language, 'headline')}）" if source.role == "headline" else ""
    rows = {
        text(language, "article"): (_words(claim, "article_title") or text(language, "none")) + role,
        text(language, "issue"): "　".join(issue),
        column_label(language, "attribution"): _words(claim, "attribution") or text(language, "none"),
        text(language, "printed"): f"“{claim['value_text']}”　{column_label(language, 'bound')}：{bound}",
        column_label(language, "period_text"): f"{_words(claim, 'period_text') or text(language, 'none')}"
        + (f" → {_period(claim, language)}" if _period(claim, language) else ""),
        column_label(language, "status"): code_label(language, "status", claim["status"]),
        column_label(language, "region"): _words(claim, "region") or text(language, "none"),
        text(language, "place"): text(
            language, "place_line", start=int(claim["source_start"]), end=int(claim["source_end"])
        )
        + f"　{claim['source_uri']}",
        column_label(language, "rule"): claim["rule"],
        column_label(language, "confidence"): f"{float(claim['confidence']):.2f}",
    }
    return html.Dl(
        [part for name, value in rows.items() for part in (html.Dt(name), html.Dd(value))], className="facts"
    )


def _snippet(snippet: Snippet | None, claim: Mapping[str, Any], language: Language) -> html.Div:
    title = html.H3(text(language, "snippet"))
    if snippet is None:
        return html.Div([title, html.P(text(language, "place_missing"), className="quiet")])
    if not snippet.true:
        return html.Div([title, html.P(text(language, "place_wrong"), className="warning")])
    place = text(language, "place_line", start=int(claim["source_start"]), end=int(claim["source_end"]))
    before, marked, after = (_with_breaks(part) for part in (snippet.before, snippet.marked, snippet.after))
    pieces = ["…", *before, html.Mark(html.Strong(marked)), *after, "…"]
    return html.Div([title, html.P(pieces, className="snippet", lang="zh-CN", title=place)])


def _with_breaks(printed: str) -> list[Any]:
    """Printed text on one line; a sign stands for each break of the layout."""
    parts: list[Any] = []
    for number, line in enumerate(printed.replace("\r\n", "\n").split("\n")):
        if number:
            parts.append(html.Span("↵", className="break", **aria(hidden="true")))
        parts.append(line)
    return parts


def _statements(source: Source, language: Language) -> html.Div:
    rows = records(source.statements)
    others = [(place, row) for place, row in enumerate(rows) if row["claim_id"] != source.claim["claim_id"]]
    title = html.H3(text(language, "statements", count=len(others)))
    if not others:
        return html.Div([title, html.P(text(language, "no_statements"), className="quiet")])
    items = [html.Li(_statement(row, place == 0, language)) for place, row in others[:50]]
    return html.Div(
        [title, html.Ul(items, className="statements"), html.P(text(language, "rule_shown"), className="quiet")],
    )


def _statement(row: Mapping[str, Any], charted: bool, language: Language) -> html.Button:
    verdict = row["agreement"]
    tags = [html.Span(text(language, verdict), className=f"tag tag-{verdict}")]
    if charted:
        tags.append(html.Span(text(language, "charted"), className="tag"))
    page = printed_page(row)
    place = f"《{row['publication']}》{row['issue_date'].date().isoformat()}"
    place += f" {text(language, 'page', page=page)}" if page is not None else ""
    return html.Button(
        [
            html.Span([html.Strong(figure_text(row)), " ", *tags]),
            html.Span(place, className="quiet"),
            html.Span(row["sentence"], className="clipped", lang="zh-CN"),
        ],
        type="button",
        className="statement",
        **data(claim=row["claim_id"]),
    )
