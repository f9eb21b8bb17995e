from __future__ import annotations

import pytest

from dashboard.figures.theme import Heading, layout, wrap


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("铁路、船舶、航空航天", 5, "铁路、船舶<br>、航空航天"),
        ("利润总额, growth, year on year", 8, "利润总额,<br>growth, year on<br>year"),
        ("a<b>&", 20, "a&lt;b&gt;&amp;"),
        ("", 5, ""),
    ],
)
def test_words_are_wrapped_by_their_width_and_escaped(words: str, width: int, lines: str) -> None:
    assert wrap(words, width) == lines


def test_a_long_title_pushes_the_plot_down() -> None:
    short, long = (layout(Heading(title, "2019年", narrow=True), 100) for title in ("利润", "利润" * 30))
    assert long["margin"]["t"] > short["margin"]["t"]
    assert long["height"] - long["margin"]["t"] == short["height"] - short["margin"]["t"]
