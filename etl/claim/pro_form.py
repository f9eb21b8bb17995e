"""A figure that points back to the one told last: 失业率为5%，而去年|这一数字|为4%."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place, after_time
from etl.claim.topic import Topic, with_subject
from etl.sieve import Sieved

_PRO_FORM: Final = Sieved(
    "(?:这一?个?|该|此)(?:数字|数据|数值|比例|比率|比重|占比|指标|增速|增幅|涨幅|降幅)(?![一-鿿]{0,6}[库源])"
)
_WHERE: Final = Sieved("(?:而|但|但是|不过|反观|其中)?在?(?=[一-鿿])")
_OF_PARTS: Final = frozenset("例重比")  # 比例, 比重, 占比
_INCREMENT: Final = Sieved("其?增量(?=占|均?[位居列])")  # 进出口增长16%，|增量|占全国30%
_IN: Final = Sieved("[而但]?在")  # 在发达国家，|这一比例
_SHORT: Final = 12  # characters
_OF_FIGURES: Final = frozenset({"指标", "数字", "数据", "比例", "比重", "数量"})


def pointed_back(place: Place, discourse: Discourse) -> Topic | None:
    """The topic told last, where the clause speaks of it as 这一数字 before its number; of who is named before that."""
    markup, last = place.markup, discourse.topic
    found = _PRO_FORM.search(markup.text, place.start, place.head)
    if last.indicator is None or last.indicator in _OF_FIGURES:
        return None
    if last.nature == "flow" and _INCREMENT.match(markup.text, place.start, place.head):
        return last.inherited()
    if found is None:
        return None
    if any(found.end() <= hit.start < place.head for hit in markup.indicators):
        return None  # 这一比例|高于|全国贫困发生率
    topic = last.inherited()
    topic = topic._replace(nature="share") if found.group()[-1] in _OF_PARTS else topic
    start, stop = place.start, found.start()
    here = markup.clause_at(place.clause.start)
    if start == stop and here and (there := markup.clauses[here - 1]).end - there.start <= _SHORT:
        start, stop = (there.start, there.end) if _IN.match(markup.text, there.start) else (start, stop)
    opens = _WHERE.match(markup.text, start)
    start = after_time(markup, opens.end() if opens is not None else start, stop)
    if start >= stop:
        return topic
    whose = with_subject(markup, topic, start, stop)
    return whose if whose.own_subject and whose.subject not in _OF_FIGURES else topic
