"""What became of the documents that a refresh found."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.model import SetAside


class RefreshError(Exception):
    """Nothing can be refreshed from; the message says what to do."""


@dataclass
class Outcome:
    """Ids of issues, or the documents that were set aside; ``claims`` were extracted, ``snapshot`` is the last."""

    found: int = 0
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    source_faults: list[str] = field(default_factory=list)
    claims: int = 0
    snapshot: int | None = None

    @property
    def loaded(self) -> int:
        """How many of the documents that were found are in the table in their present state."""
        return len(self.new) + len(self.changed) + self.unchanged

    @property
    def faults(self) -> list[SetAside]:
        """The documents that were set aside for something else than being duplicates."""
        return [each for each in self.set_aside if each.duplicate_of is None]

    @property
    def counts(self) -> dict[str, int | None]:
        """The counts by the names of the ledger's columns."""
        return {
            "found": self.found,
            "new": len(self.new),
            "changed": len(self.changed),
            "unchanged": self.unchanged,
            "removed": len(self.removed),
            "set_aside": len(self.set_aside),
            "claims": self.claims,
            "snapshot": self.snapshot,
        }

    def __str__(self) -> str:
        published = f"快照 snapshot {self.snapshot}" if self.snapshot is not None else "表未变 table unchanged"
        return (
            f"文件 files {self.found} = 新 new {len(self.new)} + 改 changed {len(self.changed)} + "
            f"未变 unchanged {self.unchanged} + 搁置 set aside {len(self.set_aside)} · "
            f"撤 removed {len(self.removed)} · 数字 claims {self.claims} · {published}"
        )
