"""An extractor that kills its own process at a word."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

from etl.extraction import Steps
from etl.model import Article, Claim, Issue
from tests.sample import percent_claims, read_sample


def extract(issue: Issue) -> Sequence[tuple[Article, Claim]]:
    """The percentages of the issue; an issue with 毒 in it ends the process."""
    if "毒" in issue.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return percent_claims(issue)


STEPS = Steps(read_sample, extract)
