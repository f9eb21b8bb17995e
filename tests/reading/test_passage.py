from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.reading.passage import LAYOUT, Passage

SOURCE = "　　规模以上 工业企业\n\n利润增长1.1%。\u3000"


def test_joining_keeps_every_character_in_place() -> None:
    joined = Passage.joined((Passage.of(SOURCE, 2, 11), Passage.of(SOURCE, 13, 22)))
    assert joined.text == "规模以上 工业企业利润增长1.1%。"
    assert joined.offsets.text_starts == (0, 9)
    assert joined.offsets.source_starts == (2, 13)


def test_neighbours_are_one_run() -> None:
    joined = Passage.joined((Passage.of(SOURCE, 2, 6), Passage.of(SOURCE, 6, 11)))
    assert joined.spans == ((2, 11),)


@given(st.data())
def test_every_cut_of_every_join_leads_back_to_the_source(data: st.DataObject) -> None:
    source = data.draw(st.text(alphabet="甲乙丙。 \u3000\n12", min_size=1, max_size=60))
    bounds = sorted(data.draw(st.sets(st.integers(0, len(source)), min_size=2, max_size=8)))
    parts = [Passage.of(source, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    passage = Passage.joined(parts)
    start, end = sorted((data.draw(st.integers(0, len(passage.text))), data.draw(st.integers(0, len(passage.text)))))
    piece = passage.cut(start, end)
    assert piece.text == passage.text[start:end].strip(LAYOUT)
    assert sum(b - a for a, b in piece.spans) == len(piece.text)
    if piece.text:
        assert all(source[piece.offsets.source(i)] == character for i, character in enumerate(piece.text))
