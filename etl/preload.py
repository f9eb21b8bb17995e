"""What the server of the workers does once, so that no worker has to: lexicons are loaded, automata are built.

Workers are forked from that server and share what it has in memory; a new one is at work in milliseconds.
"""

from __future__ import annotations

from pathlib import Path

from etl.arrow import without_pandas
from etl.extraction import extract_document
from etl.heap import settle
from etl.model import Document

_ISSUE = """样例日报

2025年7月1日

工业企业利润增长

1—5月份，全国规模以上工业企业利润总额27204.3亿元，同比下降1.1%。其中，装备制造业利润增长7.2%，拉动3.6个百分点。
"""

without_pandas()
# A worker that meets a fault again says what it is.
extract_document(Document("preload", "", Path("preload"), ""), _ISSUE.encode())
settle()
