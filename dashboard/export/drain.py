"""A file that only remembers what was written since it was last emptied: what turns a writer into a stream."""

from __future__ import annotations

import io


class Drain(io.RawIOBase):
    """Takes what a writer writes, from beginning to end; ``taken`` hands it on."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, content: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        """Takes the content."""
        piece = bytes(content)
        self._pieces.append(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How much was written in all."""
        return self._written

    def taken(self) -> bytes:
        """What was written since the last call."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
