"""The reader's screen as far as figures depend on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """``narrow``: a phone; ``dark``: light ink on dark paper."""

    narrow: bool = False
    dark: bool = False


def read_screen(value: object) -> Screen:
    """The screen that the page reports (``{"narrow": true, "dark": false}``); anything else is a wide light one."""
    found = value if isinstance(value, dict) else {}
    return Screen(found.get("narrow") is True, found.get("dark") is True)
