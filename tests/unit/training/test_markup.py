from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from training import markup
from training.markup import EVENTS, SECTORS, TIES, MarkupError, blocks, check, example, examples, plain

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.rows import table
from dragoman.codebook.ties import CHANNELS

MARKED = (
    "<1|KEN.GOV|Kenya's energy ministry> said that "
    "<2|UGA|Uganda> imports about 40 percent of its fuel through <3|KEN|Kenya> since May."
)
FUEL = '= 3>2 transit asserted "imports" @"since May" #"about 40 percent" of "its fuel" whose 2 via 1 via "analysts"'
PLAIN = "Kenya's energy ministry said that Uganda imports about 40 percent of its fuel through Kenya since May."
TWO = "<1|FJI|Fiji> warned <2|WSM|Samoa>."


def cut(place: tuple[int, int] | None) -> str | None:
    return None if place is None else PLAIN[slice(*place)]


def test_the_text_is_without_marks_and_the_parties_stand_in_it() -> None:
    text, parties = plain(MARKED, "africa.txt:1")

    assert text == PLAIN
    assert [(each.number, each.code, each.sector, text[each.start : each.end]) for each in parties] == [
        (1, "KEN", "GOV", "Kenya's energy ministry"),
        (2, "UGA", None, "Uganda"),
        (3, "KEN", None, "Kenya"),
    ]


def test_a_relation_with_all_its_options() -> None:
    (one,) = example(1, [MARKED, FUEL], "africa.txt").relations

    assert (one.actors, one.recipients, one.type, one.mode, one.standing) == ((3,), (2,), "transit", None, "asserted")
    (figure,) = one.figures
    assert [cut(each) for each in (one.trigger, one.date, figure.place, figure.base)] == [
        "imports",
        "since May",
        "about 40 percent",
        "its fuel",
    ]
    assert (figure.whose, one.via) == (2, (1, "analysts"))


def test_a_relation_without_options() -> None:
    (one,) = example(1, [TWO, '= 1>2 THREATEN.restrict planned "warned"'], "asia.txt").relations

    assert (one.type, one.mode, one.standing) == ("THREATEN", "restrict", "planned")
    assert (one.date, one.figures, one.via) == (None, (), ())


def test_several_figures_each_with_its_base() -> None:
    marked = "<1|DZA|Algeria> sells <2|ITA|Italy> 22 bcm, a third of its gas, for 9 billion dollars."
    line = '= 1>2 energy asserted "sells" #"22 bcm" #"a third" of "its gas" whose 2 #"9 billion dollars"'
    text, _ = plain(marked, "wire.txt:1")
    (one,) = example(1, [marked, line], "wire.txt").relations

    assert [text[slice(*each.place)] for each in one.figures] == ["22 bcm", "a third", "9 billion dollars"]
    assert [each.whose for each in one.figures] == [None, 2, None]


def test_several_on_one_side() -> None:
    marked = "<1|FJI|Fiji> warned <2|WSM|Samoa> and <3|TON|Tonga>."
    (one,) = example(1, [marked, '= 1>2,3 THREATEN asserted "warned"'], "asia.txt").relations

    assert (one.actors, one.recipients) == ((1,), (2, 3))


def test_nothing_between_the_parties() -> None:
    assert example(1, [TWO, "= none"], "asia.txt").relations == ()


def test_blocks_are_parted_by_blank_lines_and_comments_are_dropped() -> None:
    lines = ["# Of the sea.", "", TWO, "= none", "", "", "# More.", TWO, "= none"]

    assert list(blocks(lines)) == [(3, [TWO, "= none"]), (8, [TWO, "= none"])]


@pytest.mark.parametrize(
    ("block", "line", "said"),
    [
        (["<1|FJI.XXX|Fiji> warned."], 7, "sector 'XXX' is none of"),
        (["<1|FJI|Fiji warned."], 7, "a party mark is broken near"),
        (["<1|fji|Fiji> warned."], 7, "a party mark is broken near"),
        (["<1|FJI|Fiji> warned <1|WSM|Samoa>."], 7, "a party number is used twice"),
        ([TWO], 7, "no relation lines"),
        ([TWO, "1>2 THREATEN"], 8, "not a relation line"),
        ([TWO, "= none", '= 1>2 AID asserted "warned"'], 8, "not a relation line"),
        ([TWO, '= 1>2 SCOLD asserted "warned"'], 8, "type 'SCOLD' is neither"),
        ([TWO, '= 1>2 THREATEN.visit asserted "warned"'], 8, "THREATEN has no mode 'visit'"),
        ([TWO, '= 1>2 energy.visit asserted "warned"'], 8, "energy has no mode 'visit'"),
        ([TWO, '= 1>2 THREATEN certain "warned"'], 8, "standing 'certain' is none of"),
        ([TWO, '= ,>2 THREATEN asserted "warned"'], 8, "a side has no party"),
        ([TWO, '= 1>3 THREATEN asserted "warned"'], 8, r"no party is numbered \[3\]"),
        ([TWO, '= 1>2 THREATEN asserted "Warned"'], 8, "'Warned' is not in the text, letter for letter"),
        ([TWO, '= 1>2 THREATEN asserted "warned" @"in May"'], 8, "'in May' is not in the text"),
        ([TWO, '= 1>2 THREATEN asserted "warned" when "in May"'], 8, "cannot read the option at 'when"),
        ([TWO, '= 1>2 THREATEN asserted "warned" whose 1'], 8, "'of' and 'whose' stand behind the figure"),
        ([TWO, '= 1>2 THREATEN asserted "warned" #"Fiji" whose 9'], 8, r"no party is numbered \[9\]"),
        ([TWO, '= 1>2 THREATEN asserted "warned" via 9'], 8, r"no party is numbered \[9\]"),
        ([TWO, '= 1>2 THREATEN asserted "warned"', '= 2>1 NONE asserted "warned"'], 9, "type 'NONE' is neither"),
    ],
)
def test_each_error_is_named_with_file_and_line(block: list[str], line: int, said: str) -> None:
    with pytest.raises(MarkupError, match=f"^asia.txt:{line}: {said}"):
        example(7, block, "asia.txt")


def test_a_file_is_read_to_its_first_wrong_line(tmp_path: Path) -> None:
    path = tmp_path / "asia.txt"
    path.write_text(f"# Of the sea.\n\n{TWO}\n= none\n\n{TWO}\n= oops\n", encoding="utf-8")
    read = examples(path)

    assert next(read).place == "asia.txt:3"
    with pytest.raises(MarkupError, match=r"^asia\.txt:7: not a relation line"):
        next(read)


def test_a_check_counts_what_is_right_and_names_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "asia.txt"
    path.write_text(f"{TWO}\n= none\n\n{TWO}\n= oops\n\n{TWO}\n", encoding="utf-8")

    assert check(path) == 2
    assert capsys.readouterr().out.splitlines() == [
        "asia.txt:5: not a relation line: '= oops'",
        "asia.txt:7: no relation lines; write '= none' if nothing holds",
        "asia.txt: 1 examples (1 with nothing between the parties), 2 wrong",
    ]


def test_types_modes_and_sectors_are_the_codebooks() -> None:
    assert {name: set(modes) for name, modes in EVENTS.items()} == {
        name: set(each.modes) for name, each in EVENT_TYPES.items()
    }
    assert set(TIES) == set(CHANNELS)
    assert {row["code"] for row in table("sectors.toml")["sector"]} >= SECTORS


@pytest.mark.parametrize("name", ["markup.py", "vary.py"])
def test_authored_sentences_are_read_without_the_libraries_of_training(name: str) -> None:
    source = (Path(markup.__file__).parent / name).read_text(encoding="utf-8")
    froms = {each.module or "" for each in ast.walk(ast.parse(source)) if isinstance(each, ast.ImportFrom)}
    plain_ = {
        alias.name for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Import) for alias in each.names
    }

    roots = {each.partition(".")[0] for each in froms | plain_}
    assert roots <= {"dragoman", "training", *sys.stdlib_module_names}


SPOKEN = "<1|KEN|Kenya> said <2|UGA|Uganda> said no, and said it twice."


def test_who_says_what() -> None:
    (one, inner) = (
        example(
            1, [SPOKEN, "= none", ": Kenya ~ said ~ Uganda said no ~ and said it twice", ": - ~ said#3 ~ it twice"], "a"
        ).speeches
        or ()
    )

    assert (one.source, one.cue) == ((0, 5), (6, 10))
    assert [one_content[0] for one_content in one.contents] == [11, 27]
    assert (inner.source, inner.cue) == (None, (31, 35))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (": Kenya ~ said", "an attribution is"),
        (": Kenya ~ ~ no", "an attribution is"),
        (": Kenya ~ told ~ no", "'told' is not in the text 1 times"),
        (": Kenya ~ said#4 ~ no", "'said' is not in the text 4 times"),
        (": Keny ~ said ~ no", "'Keny' is not in the text 1 times"),
    ],
)
def test_a_speech_that_is_not_in_the_text_is_refused(line: str, said: str) -> None:
    with pytest.raises(MarkupError, match=said):
        example(1, [SPOKEN, "= none", line], "a")


def test_in_a_file_with_speeches_a_block_without_one_has_none(tmp_path: Path) -> None:
    blocks_of = f"{TWO}\n= none\n\n"
    (tmp_path / "a.txt").write_text(blocks_of, encoding="utf-8")
    (tmp_path / "b.txt").write_text(blocks_of + f"{SPOKEN}\n= none\n: Kenya ~ said ~ no\n", encoding="utf-8")

    assert [each.speeches for each in examples(tmp_path / "a.txt")] == [None]
    assert [len(each.speeches or ()) for each in examples(tmp_path / "b.txt")] == [0, 1]
