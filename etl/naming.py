"""The names of issues: one for each paper and day, with a serial where a paper has printed twice."""

from __future__ import annotations

from collections.abc import Mapping

from etl.model import Document, SetAside


class IssueIds:
    """Gives every issue an id of its own: what one paper prints twice under one date gets a serial.

    ``taken`` holds the ids in use already, with the SHA-256 of their sources.
    """

    def __init__(self, taken: Mapping[str, str] | None = None) -> None:
        self._sha256 = dict(taken or {})
        self._holders = {sha256: issue_id for issue_id, sha256 in self._sha256.items()}

    def holder(self, sha256: str) -> str | None:
        """The id of the issue that was made of these bytes, if there is one."""
        return self._holders.get(sha256)

    def settle(self, issue_id: str, sha256: str, previous: str | None = None) -> str:
        """Takes an id for the bytes: the one they had (``previous``), or the next free one, and returns it."""
        if previous is not None and is_numbered(previous, issue_id):
            settled = previous
        else:
            settled, serial = issue_id, 1
            while settled in self._sha256:
                serial += 1
                settled = f"{issue_id}-{serial}"
        self.restore(settled, sha256)
        return settled

    def restore(self, issue_id: str, sha256: str | None) -> None:
        """The id stands for these bytes, or for none and is free."""
        self._holders.pop(self._sha256.pop(issue_id, ""), None)
        if sha256 is not None:
            self._sha256[issue_id] = sha256
            self._holders[sha256] = issue_id


def is_numbered(issue_id: str, plain: str) -> bool:
    """Whether the id is the plain one, or the plain one with a serial."""
    serial = issue_id.removeprefix(f"{plain}-")
    return issue_id == plain or (serial != issue_id and serial.isdecimal())


def duplicate(document: Document, holder: str) -> SetAside:
    """The document repeats the bytes of the issue ``holder``."""
    reason = f"与 {holder} 内容相同，未重复载入 · same content as {holder}"
    return SetAside(document.source_uri, reason, duplicate_of=holder, sha256=document.sha256)
