"""What came of a promise that was put to the proof."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """``tried`` cases of a promise; ``broken`` names those in which it was not kept, ``notes`` counts what happened."""

    promise: int
    what: str
    tried: int = 0
    broken: list[str] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)

    def expect(self, kept: bool, case: str) -> None:
        """One more case; ``case`` says which, and what was wrong with it if it was not kept."""
        self.tried += 1
        if not kept:
            self.broken.append(case)

    def note(self, what: str, count: int = 1) -> None:
        """Counts something that happened."""
        self.notes[what] = self.notes.get(what, 0) + count

    def row(self, seconds: float) -> str:
        """The tally as a row of the table."""
        notes = "；".join(f"{name} {count:,}" for name, count in self.notes.items())
        return f"| {self.promise} | {self.what} | {self.tried:,} | {len(self.broken)} | {notes} | {seconds:.0f} |"
