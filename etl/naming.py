"""The names of issues: one for each paper and day, with a serial where a paper has printed twice."""

from __future__ import annotations

from typing import Protocol

from etl.model import Document, SetAside


class Taken(Protocol):
    """The ids that a table has in use."""

    def sha256(self, issue_id: str) -> str | None:
        """The SHA-256 of the issue's source, if there is such an issue."""

    def holder(self, sha256: str) -> str | None:
        """The id of the issue that was made of these bytes, if there is one."""


class IssueIds:
    """Gives every issue an id of its own: what one paper prints twice under one date gets a serial.

    ``taken`` knows the ids in use already. What is settled here goes before what it says.
    """

    def __init__(self, taken: Taken | None = None) -> None:
        self._taken = taken
        self._sha256: dict[str, str | None] = {}
        self._holders: dict[str, str | None] = {}

    def holder(self, sha256: str) -> str | None:
        """The id of the issue that was made of these bytes, if there is one."""
        if sha256 in self._holders:
            return self._holders[sha256]
        return self._taken.holder(sha256) if self._taken is not None else None

    def _bytes_of(self, issue_id: str) -> str | None:
        if issue_id in self._sha256:
            return self._sha256[issue_id]
        return self._taken.sha256(issue_id) if self._taken is not None else None

    def settle(self, issue_id: str, sha256: str, previous: str | None = None) -> str:
        """Takes an id for the bytes: the one they had (``previous``), or the next free one, and returns it."""
        if previous is not None and is_numbered(previous, issue_id):
            settled = previous
        else:
            settled, serial = issue_id, 1
            while self._bytes_of(settled) is not None:
                serial += 1
                settled = f"{issue_id}-{serial}"
        self.restore(settled, sha256)
        return settled

    def restore(self, issue_id: str, sha256: str | None) -> None:
        """The id stands for these bytes, or for none and is free."""
        before = self._bytes_of(issue_id)
        if before is not None:
            self._holders[before] = None
        self._sha256[issue_id] = sha256
        if sha256 is not None:
            self._holders[sha256] = issue_id


def is_numbered(issue_id: str, plain: str) -> bool:
    """Whether the id is the plain one, or the plain one with a serial."""
    serial = issue_id.removeprefix(f"{plain}-")
    return issue_id == plain or (serial != issue_id and serial.isdecimal())


def duplicate(document: Document, holder: str) -> SetAside:
    """The document repeats the bytes of the issue ``holder``."""
    reason = f"与 {holder} 内容相同，未重复载入 · same content as {holder}"
    return SetAside(document.source_uri, reason, duplicate_of=holder, sha256=document.sha256)
