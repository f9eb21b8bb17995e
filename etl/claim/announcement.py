"""Days on which something was said, came out or was held, which are no days of the figures that are told then."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.markup import Markup
from etl.model import PeriodMention

# A day next to one of these is when something was said, not what it was said of.
_FILED: Final = ("电", "讯")
_ANNOUNCED: Final = re.compile(
    r"发布|公布|披露|交出|晒出|发表|通报|报道|表示|介绍|透露|透漏|宣布|印发|指出"
    r"|说(?!明|服|法)|称(?<!名称)(?<!职称)(?!号|为|作|职)|获悉|消息|了解到|出炉|播出|开播|登陆[^，。；]{0,3}(?:频道|我台)"
)
_SAID_WITHIN: Final = 22  # characters
_ISSUED: Final = re.compile(r"[^。；]{0,22}?(?:发布|公布|通报|宣布|印发|出炉|推出)")
# 29日在巴西举行，来宾260名: the day of what its own sentence tells, not of what is said there.
_HELD: Final = re.compile(r"[^。；]{0,22}?(?:举行|召开)")


def is_announcement(markup: Markup, period: PeriodMention) -> bool:
    """Whether the mention is the day on which something was said (今天公布, 6月27日，国家统计局发布)."""
    if period.kind != "day":
        return False
    text, end = markup.text, period.end
    found = _ANNOUNCED.search(text, end, end + 40)
    told = found is not None and found.start() <= end + _SAID_WITHIN and not _is_parted(text, end, found.start())
    return told or text.startswith(_FILED, end) or text.endswith(("本报北京", "新华社北京"), 0, period.start)


def _is_parted(text: str, start: int, stop: int) -> bool:
    return text.find("。", start, stop) >= 0 or text.find("；", start, stop) >= 0


def is_issue(markup: Markup, period: PeriodMention) -> bool:
    """Whether the mention is the day on which a paper came out: 清单今天公布, but not 某报4日报道."""
    return period.kind == "day" and _ISSUED.match(markup.text, period.end) is not None


def is_occasion(markup: Markup, period: PeriodMention) -> bool:
    """Whether the mention is the day of a meeting (27日在京举行), which dates its own sentence alone."""
    return period.kind == "day" and _HELD.match(markup.text, period.end) is not None
