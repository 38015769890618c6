from __future__ import annotations

from dragoman.reconcile.passages import Passages

ARTICLE = """Tanzania will lift its permit rule for Kenyan buyers of maize by the end of April, ministers announced in Arusha on Monday.

"Nobody should need four stamps to carry a sack of maize to his neighbour," Kenya's minister told reporters after three hours of talks.

About 420 lorries have been stuck at the border since the middle of February. Part of the grain had begun to rot, traders said."""  # noqa: E501
EDITED = """ARUSHA – Tanzania is to lift its permit rule for Kenyan maize buyers by the end of April, they said Monday.

After three hours of talks Kenya's minister told reporters: "Nobody should need four stamps to carry a sack of maize."

Some 420 trucks have been stuck at the border since mid-February. Part of the grain has begun to rot, say traders."""
OWN = """The government agreed to scrap the permit, but exporters must still register, the agriculture minister said.

She spoke at the close of a meeting in Arusha. "Nobody should need four stamps to carry a sack of maize to his neighbour," her Kenyan colleague said.

Some 420 lorries are waiting. The growers' union called it hasty."""  # noqa: E501
ROUND_UP = """Cocoa fell again in London.

Tanzania will lift its permit rule for Kenyan buyers of maize by the end of April, ministers announced in Arusha on Monday. About 420 lorries have been stuck at the border since the middle of February.

Rain is expected in the coffee belt, and the shilling gained a little on the dollar. Exporters of tea wait for news of the ship that ran aground near Lamu last week with their containers on board."""  # noqa: E501


def test_a_reprint_with_edits_in_each_sentence_is_a_near_copy() -> None:
    found = Passages(ARTICLE).taken_by(EDITED)
    assert found is not None
    assert found.kind == "near"
    assert 0.55 <= found.share < 1


def test_who_heard_the_same_words_has_them_from_nobody_else() -> None:
    assert Passages(ARTICLE).taken_by(OWN) is None
    assert Passages(OWN).taken_by(ARTICLE) is None


def test_two_sentences_in_a_round_up_are_an_excerpt() -> None:
    found = Passages(ARTICLE).taken_by(ROUND_UP)
    assert found is not None
    assert found.kind == "excerpt"
    assert found.share < 0.55


def test_a_quotation_of_the_text_itself_is_an_excerpt() -> None:
    first = ARTICLE.split("\n")[0]
    found = Passages(ARTICLE).taken_by(f"Readers will like what the Nation wrote yesterday: “{first}”")
    assert found is not None
    assert found.kind == "excerpt"


def test_where_a_passage_stands() -> None:
    passages = Passages(ARTICLE)
    assert passages.hold("Tanzania is to lift its permit rule for Kenyan maize buyers by the end of April.")
    assert not passages.hold_whole("Tanzania is to lift its permit rule for maize buyers from Kenya, it is said.")
    assert passages.hold_whole("About 420 lorries have been stuck at the border since February.")
    assert not passages.hold("Exporters must still register, the agriculture minister said.")


def test_texts_without_words_have_nothing_of_each_other() -> None:
    assert Passages("").taken_by("") is None
    assert Passages("…").taken_by("Peru.") is None


def test_names_and_offices_alone_are_nobodys_words() -> None:
    passages = Passages(
        "Troops of the Democratic Republic of the Congo left Uganda, its foreign ministry said on Monday."
    )
    own = "Nothing was heard at this paper from the Democratic Republic of the Congo about loans that Zambia asked for."
    assert not passages.hold(own)
    assert not passages.hold("Rwanda called the loan a gift, its foreign ministry said on Monday in a note to Zambia.")
    assert passages.hold("Soldiers of the Democratic Republic of the Congo left Uganda for their barracks in Goma.")


def test_speech_that_both_quote_makes_no_excerpt_though_the_same_man_said_it_in_the_same_place() -> None:
    speech = '"You do not take the umbrella home at the first dry hour, and you do not leave it in a boat,"'
    one = f"She spoke for an hour. {speech} she told guests at the Mendana Hotel."
    other = f"{speech} the visiting minister said to some friends at the Mendana Hotel. Teachers want more pay."
    assert Passages(one).taken_by(other) is None


def test_names_of_several_words_make_no_copy() -> None:
    one = "Energy Minister Salim al Aufi Rashdi met his guests. The pipe carries 28 million cubic metres a day."
    other = (
        "Nothing pleased Salim al Aufi Rashdi more than a good fish from the island that lies before his own house. "
        "A pump which moves 28 million cubic metres has to be paid for by whoever wants it, and that was not told."
    )
    assert Passages(one).taken_by(other) is None
