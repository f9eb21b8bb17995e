from __future__ import annotations

import re
from pathlib import Path

from dashboard.language import TEXTS, Language, figure_label, text

SOURCES = sorted((Path(__file__).parents[2] / "dashboard").rglob("*.py"))
BRACES = re.compile(r"\{(\w+)\}")


def test_both_languages_say_everything_and_take_the_same_values() -> None:
    for key, (chinese, english) in TEXTS.items():
        assert chinese, key
        assert english, key
        assert set(BRACES.findall(chinese)) == set(BRACES.findall(english)), key


def test_every_text_is_used_and_no_page_part_has_words_of_its_own() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "language.py")
    built = {"legend_up", "legend_down"} | {f"path_{path}" for path in ("month", "quarter", "year", "instant", "span")}
    unused = {key for key in TEXTS if not re.search(rf"[\"']{key}[\"']", code)} - built
    assert not unused


def test_figures_are_named_by_measure_and_comparison() -> None:
    assert figure_label(Language.ZH, "growth", "yoy") == "同比增速"
    assert figure_label(Language.ZH, "level", None) == "水平"
    assert figure_label(Language.EN, "growth", "yoy") == "growth, year on year"
    assert text(Language.EN, "count", claims=1, sentences=2, issues=3) == "1 claims from 2 sentences in 3 issues"
