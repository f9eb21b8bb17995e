"""HTML attributes with a hyphen, which Python cannot spell as keywords."""

from __future__ import annotations

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """``aria(label="关闭")`` is ``aria-label``."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """``data(copy_link="x")`` is ``data-copy-link``."""
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}
