"""The lasting address of a claim on the dashboard."""

from __future__ import annotations

from urllib.parse import quote


def permalink(base: str, claim_id: str) -> str:
    """The address that opens the claim's printed sentence; ``base`` is the dashboard's own, without a slash."""
    return f"{base}/claim/{quote(claim_id, safe='')}"
