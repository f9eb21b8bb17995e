"""The source that a sentence names: an office that publishes, or a person who speaks."""

from __future__ import annotations

import re
from typing import Final

from etl.lexicon.attributions import find_attributions
from etl.pattern import any_needed

_SAYS: Final = re.compile(
    "[^，。；]{0,18}?(?:发布|公布|通报|数据|统计|显示|表示|介绍|透露|透漏|称|指出|认为|预计|印发|分析|宣布|调查|报告|的消息)"
)
_TITLES: Final = (
    "主任|司长|局长|部长|副部长|发言人|统计师|研究员|教授|总裁|董事长|总经理|经理"
    "|主管|负责人|院长|所长|会长|秘书长|处长|专家|分析师|经济学家"
)
_TITLED: Final = re.compile(_TITLES)
_SPEAKER: Final = re.compile(
    rf"(?:^|[，。；：”》、])([^，。；：“”《》0-9]{{0,24}}?(?:{_TITLES}))?"
    r"([\u4e00-\u9fff·]{2,4})(?:表示|介绍|指出|认为|透露|告诉|称|说|分析)"
)
_SPEAKS: Final = any_needed([_SPEAKER])


def attribution_of(text: str) -> str | None:
    """Who says so, as the normalised sentence itself names them; None if it names nobody."""
    for found in find_attributions(text):
        if _SAYS.match(text, found.end):
            return str(found.entry.name)
    speaker = _SPEAKER.search(text) if _SPEAKS.search(text) and _TITLED.search(text) else None
    return speaker.group(2) if speaker and speaker.group(1) else None
