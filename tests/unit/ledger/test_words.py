from __future__ import annotations

from dragoman.ledger.words import matching, stand_in


def test_words_and_phrases_are_quoted() -> None:
    assert matching('oil "of the Caspian" NOT azer*') == '"oil" "of the Caspian" "NOT" "azer"*'


def test_signs_alone_find_nothing() -> None:
    assert matching('?! * " (') == '""'


def test_case_and_diacritics_do_not_matter() -> None:
    assert stand_in("turkiye ALIYEV", "Əliyev, Aliyev and Türkiye")


def test_words_are_whole_unless_left_open() -> None:
    assert not stand_in("azer", "Azerbaijan")
    assert stand_in("azer*", "Azerbaijan")
    assert stand_in('"oil imports"', "Israel's oil-imports")
    assert not stand_in('"imports oil"', "oil imports")
