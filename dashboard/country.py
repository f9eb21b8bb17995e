"""The country as a whole goes by several names in print; its figures are one series under one of them."""

from __future__ import annotations

WHOLE = "全国"
OTHER_NAMES = ("我国", "中国", "国内", "全国经济", "我国经济", "中国经济", "国民经济")
"""What newspapers print for it, where the figure's place is China or is not told."""
HOME = "中国"
"""The region of the country as a whole; names leave it out."""

_NAMES = ", ".join(f"'{name}'" for name in OTHER_NAMES)


def whose_sql(claim: str) -> str:
    """SQL for the subject of the row ``claim``, with one name for the country as a whole."""
    home = f"coalesce({claim}.region, '{HOME}') = '{HOME}'"
    return f"CASE WHEN {claim}.subject IN ({_NAMES}) AND {home} THEN '{WHOLE}' ELSE {claim}.subject END"
