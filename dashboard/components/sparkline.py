"""A sparkline: a small picture of a series as an SVG in a data address; its words are the alternative text."""

from __future__ import annotations

from urllib.parse import quote

_WIDTH, _HEIGHT, _PAD = 132, 36, 4


def sparkline(values: list[float], colour: str, zero: str) -> str:
    """``data:image/svg+xml`` of the values in order: a line, its last point, zero as a thin rule if it lies between."""
    low, high = min(values), max(values)
    if low < 0 < high or low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    spread = (high - low) or 1.0
    step = (_WIDTH - 2 * _PAD) / max(len(values) - 1, 1)

    def place(index: int, value: float) -> tuple[float, float]:
        return round(_PAD + index * step, 1), round(_HEIGHT - _PAD - (value - low) / spread * (_HEIGHT - 2 * _PAD), 1)

    points = [place(index, value) for index, value in enumerate(values)]
    path = " ".join(f"{x},{y}" for x, y in points)
    rule = ""
    if low < 0 < high:
        _, middle = place(0, 0.0)
        rule = f'<line x1="0" x2="{_WIDTH}" y1="{middle}" y2="{middle}" stroke="{zero}" stroke-dasharray="2 3"/>'
    last = points[-1]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'{rule}<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8" stroke-linejoin="round"/>'
        f'<circle cx="{last[0]}" cy="{last[1]}" r="2.6" fill="{colour}"/></svg>'
    )
    return "data:image/svg+xml," + quote(svg)
