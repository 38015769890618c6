from __future__ import annotations

from dragoman.brief.notes import LONGEST, Notes, shortened
from tests.factories import a_figure, an_article, an_entry

OIL = "Azerbaijan supplies oil to Israel."


def test_the_same_words_by_the_same_speaker_are_one_footnote():
    article = an_article("Haaretz", "2023-07-13", OIL)
    energy, society = an_entry(article, OIL), an_entry(article, OIL, "society", standing="denied", certainty=0.4)
    quoted = an_entry(article, OIL, chain="Maariv:publisher;officials:anonymous")
    notes = Notes()
    assert notes.cite([energy, society, quoted]) == (1, 2)
    assert notes.cite([society]) == (1,)
    first, second = notes.footnotes()
    assert {(each.standing.value, each.uncertain) for each in first.statements} == {
        ("asserted", False),
        ("denied", True),
    }
    assert first.voices == "Haaretz"
    assert second.voices == "Haaretz, quoting Maariv, quoting officials"


def test_long_words_are_shortened_in_the_middle_only_and_exactly():
    text = "Start " + "more words " * 60 + "over 30 percent of its oil " + "and so on " * 60 + "end."
    at = text.index("30 percent")
    pieces = shortened(text, at, at + 10)
    assert all(piece in text for piece in pieces)
    assert text.startswith(pieces[0])
    assert text.endswith(pieces[-1])
    assert any("over 30 percent of its oil" in piece for piece in pieces)
    assert sum(map(len, pieces)) < LONGEST + 100


def test_short_words_and_words_without_spaces_are_kept():
    assert shortened(OIL, 0, 3) == (OIL,)
    wall = "阿" * 1000
    assert all(piece in wall for piece in shortened(wall, 500, 510))


def test_the_figure_is_what_must_be_seen():
    long = "Azerbaijan says " + "this and that " * 60 + "that 40 percent of the oil comes from it " + "and more " * 60
    article = an_article(None, None, long)
    entry = an_entry(article, long, figures=[a_figure(article, "40 percent", 40, 40)])
    notes = Notes()
    notes.cite([entry])
    (note,) = notes.footnotes()
    assert any("40 percent" in piece for piece in note.pieces)
    assert (note.publisher, note.published) == ("an unnamed publisher", "undated")
