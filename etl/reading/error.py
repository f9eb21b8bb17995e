"""Why a document cannot be read."""

from __future__ import annotations


class ReadingError(ValueError):
    """A document that reading refuses: one line that says where, what is wrong and what helps.

    ``source_uri``, ``place``, ``problem`` and ``remedy`` hold the Chinese wording, ``english`` says the
    same in English; ``str()`` is ``FILE: place: problem; remedy`` in both, Chinese first.
    """

    def __init__(self, source_uri: str, place: str, problem: str, remedy: str, english: str) -> None:
        super().__init__(f"{source_uri}: {place}：{problem}；{remedy} / {english}")
        self.source_uri = source_uri
        self.place = place
        self.problem = problem
        self.remedy = remedy
        self.english = english

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str, str, str, str]]:
        """Travels between processes whole."""
        return type(self), (self.source_uri, self.place, self.problem, self.remedy, self.english)
