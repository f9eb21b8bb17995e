"""Lists of tens of thousands of names: what is sent, what is found by typing."""

from __future__ import annotations

from dashboard.typed import MOST, offered_names

NAMES = [f"指标{number}" for number in range(2 * MOST)]


def test_a_short_list_is_offered_whole() -> None:
    assert offered_names(["利润总额", "增加值"]) == ["利润总额", "增加值"]


def test_of_a_long_list_the_first_are_offered() -> None:
    assert offered_names(NAMES) == NAMES[:MOST]


def test_typing_finds_what_was_not_offered() -> None:
    assert offered_names(NAMES, typed=f" 指标{2 * MOST - 1} ") == [f"指标{2 * MOST - 1}"]


def test_letters_and_full_width_forms_are_found_alike() -> None:
    assert offered_names(["GDP增速", "CPI"], typed="ｇｄｐ") == ["GDP增速"]


def test_what_was_chosen_is_always_offered() -> None:
    last = NAMES[-1]
    assert offered_names(NAMES, [last])[0] == last
    assert offered_names(NAMES, [last], "指标1")[0] == last


def test_the_choice_that_a_list_shows_is_nothing_typed() -> None:
    assert offered_names(NAMES, [NAMES[0]], NAMES[0]) == NAMES[:MOST]


def test_what_no_name_holds_leaves_nothing() -> None:
    assert offered_names(NAMES, typed="没有") == []
