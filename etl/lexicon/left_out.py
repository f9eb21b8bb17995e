"""What a figure is said not to be of: 除湖北以外, 除汽车以外."""

from __future__ import annotations

import re
from typing import Final

_EXCEPT: Final = ("除", "除了")
_APART: Final = re.compile("[以之]?外")


def is_left_out(text: str, start: int, end: int) -> bool:
    """Whether what a text names between two offsets is what its figures are not about.

    >>> is_left_out("除汽车以外的消费品", 1, 3), is_left_out("汽车以外销为主", 0, 2)
    (True, False)
    """
    return text.endswith(_EXCEPT, max(0, start - 2), start) and _APART.match(text, end) is not None
