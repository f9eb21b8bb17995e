"""Ticks as a Chinese reader writes them: 2万, 4万, 1.5亿."""

from __future__ import annotations

import math

from dashboard.display import digits, magnitude

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def step(low: float, high: float, most: int = 6) -> float:
    """A round step that divides the span into at most ``most`` parts."""
    rough = (high - low) / most if high > low else 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in _STEPS if power * factor >= rough * (1 - 1e-9))


def ticks(low: float, high: float, unit: str, most: int = 6) -> tuple[list[float], list[str]]:
    """Tick values that span ``low`` to ``high`` and their texts: 万 and 亿 for amounts, plain for rates."""
    width = step(low, high, most)
    first = math.floor(low / width)
    values = [number * width for number in range(first, math.ceil(high / width) + 1)]
    factor, name = (1.0, "") if unit in ("%", "百分点", "‰") else magnitude(max(map(abs, values)))
    return values, [digits(value / factor) + (name if value else "") for value in values]
