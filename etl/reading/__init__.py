"""Reading: the bytes of a document become an issue with its articles and sentences, each character placed."""

from etl.reading.error import ReadingError
from etl.reading.issue import read_file, read_isolated, read_issue

__all__ = ["ReadingError", "read_file", "read_isolated", "read_issue"]
