"""The look that all figures share: fonts that hold Chinese, calm colours, titles, the empty state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from dashboard.language import Language, text

PlotlyFigure = dict[str, Any]
"""A plotly figure as JSON: ``data`` and ``layout``."""

FONT = (
    '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",'
    '"WenQuanYi Micro Hei","Baoshu Sans SC",system-ui,sans-serif'
)
_PIECES = re.compile(r"[!-~]{1,24} ?|[\s\S]")
_TAGS = re.compile(r"</?b>")
_WIDE, _NARROW, _APART = 12.0, 7.2, 6
"""Pixels of a Chinese character and of a Latin one or a digit in an axis's labels, and between label and axis."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; text and series keep at least 4.5:1 on ``paper``.

    ``scale`` runs from the deepest fall over the paper (zero) to the highest rise; ``ink`` can be read on all of it.
    """

    paper: str
    ink: str
    quiet: str
    line: str
    zero: str
    up: str
    down: str
    target: str
    rest: str
    series: tuple[str, ...]
    scale: tuple[str, str, str]


LIGHT = Palette(
    paper="#ffffff",
    ink="#1d2733",
    quiet="#55616e",
    line="#dfe4ea",
    zero="#8794a1",
    up="#2c6e9b",
    down="#b3541e",
    target="#6a3d9a",
    rest="#6b7682",
    series=("#2c6e9b", "#b3541e", "#1b7f5c", "#8a4a9e", "#8a6d00", "#b02a55", "#4a5a6a", "#0f7f8f"),
    scale=("#eda27a", "#ffffff", "#86b9de"),
)
DARK = Palette(
    paper="#161d26",
    ink="#e6ebf1",
    quiet="#a9b4c0",
    line="#334050",
    zero="#7c8998",
    up="#6fb3e0",
    down="#f0955c",
    target="#c9a5f0",
    rest="#9aa6b3",
    series=("#6fb3e0", "#f0955c", "#5ecba1", "#d49be8", "#d9bd4a", "#f58aa8", "#b3c1cf", "#5fd0e0"),
    scale=("#8a4a24", "#161d26", "#2a6088"),
)
"""The order of the series' colours is fixed, so that a series keeps its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a figure: what it shows, then period, unit and what was left out; ``source`` goes under an
    image of it."""

    title: str
    subtitle: str
    language: Language = Language.ZH
    narrow: bool = False
    dark: bool = False
    source: str = ""

    @property
    def palette(self) -> Palette:
        """The colours of the reader's theme."""
        return DARK if self.dark else LIGHT


@lru_cache(maxsize=16_384)  # names and newspapers come back in every mark
def safe(words: object) -> str:
    """Text for plotly, which reads a little HTML: printed words stay words."""
    return escape(str(words), quote=False)


def wrap(words: str, width: int) -> str:
    """Escaped text in lines of at most ``width`` Chinese characters; Latin words count half and stay whole."""
    lines, line, room = [], "", 2.0 * width
    for piece in _PIECES.findall(words):
        size = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in piece)
        if line and size > room:
            lines.append(line)
            line, room = "", 2.0 * width
        line, room = line + piece, room - size
    return "<br>".join(safe(part.strip(" ")) for part in [*lines, line])


def layout(heading: Heading, height: int, top: int = 0, **more: Any) -> dict[str, Any]:
    """The layout of every figure; ``height`` and ``top`` (room over the plot) are pixels beside those of the title.

    Title and subtitle are inside the figure, so that an image keeps them.
    """
    width = 18 if heading.narrow else 34
    title, subtitle = wrap(heading.title, width), wrap(heading.subtitle, width + 6)
    lines = title.count("<br>") + subtitle.count("<br>")
    top += (62 if subtitle else 52) + 18 * lines
    colours = heading.palette
    base: dict[str, Any] = {
        "meta": {"source": heading.source, "paper": colours.paper, "quiet": colours.quiet},
        "title": {
            "text": f"<b>{title}</b>",
            "subtitle": {"text": subtitle, "font": {"size": 12, "color": colours.quiet}},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 4, "t": 10 + 18 * title.count("<br>")},
            "font": {"size": 15, "color": colours.ink},
        },
        "font": {"family": FONT, "size": 12, "color": colours.ink},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "height": height + top,
        "margin": {"l": 8 + _room(more), "r": 12, "t": top, "b": 30},
        "hoverlabel": {
            "align": "left",
            "bgcolor": colours.paper,
            "bordercolor": colours.line,
            "font": {"family": FONT, "color": colours.ink},
        },
        "showlegend": False,
        "dragmode": False,
        "autosize": True,
    }
    return base | more


def _room(axes: dict[str, Any]) -> int:
    """Pixels that the labels of the vertical axes take."""
    labelled = [axes[name] for name in axes if name.startswith("yaxis")]
    return max((room_for(one["ticktext"]) for one in labelled if "ticktext" in one), default=0)


def room_for(words: Iterable[str]) -> int:
    """Pixels that the labels of a vertical axis take, guessed on the safe side.

    Plotly can measure them itself (``automargin``), but then draws every figure twice.
    """
    lines = [line for label in words for line in unescape(_TAGS.sub("", label.replace("<br>", "\n"))).split("\n")]
    widths = [sum(_WIDE if east_asian_width(sign) in "WFA" else _NARROW for sign in line) for line in lines]
    return ceil(max(widths, default=0.0)) + _APART


def axis(colours: Palette, **more: Any) -> dict[str, Any]:
    """An axis with quiet lines; the figure's margins leave room for its labels (``room_for``)."""
    base = {
        "gridcolor": colours.line,
        "zerolinecolor": colours.zero,
        "zerolinewidth": 1,
        "linecolor": colours.line,
        "ticklabeloverflow": "allow",  # else plotly measures every label once more
    }
    return base | more


def empty(heading: Heading, words: str | None = None, why: str | None = None) -> PlotlyFigure:
    """The figure of nothing: it says 报纸未报道, draws no axis and no zero."""
    said = words or text(heading.language, "not_reported")
    why = wrap(why or text(heading.language, "not_reported_help"), 20 if heading.narrow else 32)
    note = {
        "text": f"<b>{safe(said)}</b><br><span style='font-size:12px'>{why}</span>",
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "font": {"size": 15, "color": heading.palette.quiet},
    }
    hidden = {"visible": False, "fixedrange": True}
    return {"data": [], "layout": layout(heading, 180, annotations=[note], xaxis=hidden, yaxis=hidden)}
