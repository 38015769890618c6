from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from dragoman.analysis import account
from dragoman.analysis.occurrences import gathered
from dragoman.brief import Brief, compose
from dragoman.brief.verbs import said, was
from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS
from dragoman.reconcile import reconcile
from dragoman.records import Entry, Interval, Standing
from tests.factories import a_figure, an_article, an_entry

A = "Around 40 percent of Israel’s oil imports originate in Azerbaijan."
B = "Israel buys over 30 percent of its oil from Baku."
C = "Azerbaijan does not operate an embassy in Israel, an official told Haaretz."
D = "Gallant met Aliyev."
E = "Azerbaijan will join the accords with Israel."


def _pile() -> list[Entry]:
    ni = an_article("The National Interest", "2026-02", A, title="How the Partnership Boosts Peace")
    ti = an_article("The Times of Israel", "2023-07-13", B, D)
    fp = an_article("Foreign Policy Blogs", "2011-02", C, E)
    share = a_figure(ni, "Around 40 percent", 40.0, 40.0, of="oil imports", whose="ISR", approximate=True)
    return [
        an_entry(ni, A, figures=[share]),
        an_entry(ti, B, figures=[a_figure(ti, "over 30 percent", 30.0, None, of="oil", whose="ISR")]),
        an_entry(ti, D, "CONSULT", actor="ISR:Yoav Gallant:defence minister", recipient="AZE", when="2023-07-13"),
        an_entry(fp, C, "diplomacy", standing="denied", chain="Haaretz:publisher;an official:anonymous:AZE"),
        an_entry(fp, E, "alliance", standing="predicted", certainty=0.4),
    ]


def _reconciled(pile: list[Entry]) -> list[Entry]:
    found = {finding.statement: finding for finding in reconcile(pile, [])}
    findings = [found[entry.statement.id] for entry in pile]
    return [
        replace(entry, occurrence=finding.occurrence, origins=finding.origins)
        for entry, finding in zip(pile, findings, strict=True)
    ]


def _brief(pile: list[Entry]) -> Brief:
    return compose(account(_reconciled(pile), "AZE", "ISR"))


def _section(brief: Brief, heading: str) -> list[str]:
    (section,) = [section for section in brief.sections if section.heading == heading]
    return [sentence.text for sentence in section.sentences][1:]


def test_a_tie_is_told_with_its_figures_their_publishers_and_dates():
    told = _section(_brief(_pile()), "Ties now")
    assert told == [
        "Azerbaijan supplies energy to Israel: over 30 % of Israel’s oil (The Times of Israel, 13 July 2023);"
        " around 40 % of Israel’s oil imports (The National Interest, February 2026).",
        "2 reports in 2 documents, 2 independent origins;"
        " the first was published 13 July 2023, the last February 2026.",
    ]


def test_an_event_names_people_with_role_and_state():
    told = _section(_brief(_pile()), "Timeline")
    words = "Yoav Gallant (defence minister, Israel) held talks with Azerbaijan (1 report): “Gallant met Aliyev.”"
    assert told == [words]


def test_denials_and_forecasts_say_so_and_by_whom():
    brief = _brief(_pile())
    assert _section(brief, "Disputed") == [
        "Denied, and asserted by none of the documents: that Azerbaijan keeps diplomatic relations with Israel."
        " Denied by an official (in Foreign Policy Blogs, quoting Haaretz, February 2011)."
    ]
    assert _section(brief, "Only planned, predicted or possible") == [
        "Predicted by Foreign Policy Blogs (February 2011) (uncertain):"
        " Azerbaijan and Israel to be partners (1 report)."
    ]


def test_every_section_is_there_and_says_so_if_it_is_empty():
    brief = _brief(_pile()[2:3])
    assert [section.heading for section in brief.sections] == [
        "Ties now",
        "Earlier ties",
        "Timeline",
        "Who says so",
        "Disputed",
        "Only planned, predicted or possible",
        "Resting on a single origin",
        "Dependence",
        "Year by year",
        "Sources",
    ]
    assert brief.sections[0].lead.text == "The documents assert no tie between the two at this time."
    assert all(section.lead.text for section in brief.sections)


def test_an_empty_dyad_says_that_nothing_was_found():
    brief = compose(account([], "AZE", "USA"))
    assert brief.summary.text.startswith("Nothing was found about Azerbaijan and the United States")
    assert (brief.sections, brief.footnotes) == ((), ())


def test_every_line_has_footnotes_and_every_footnote_is_called():
    brief = _brief(_pile())
    lines = [
        sentence for section in brief.sections for item in section.items for sentence in (item.sentence, *item.more)
    ]
    assert all(sentence.notes for sentence in lines)
    called = {note for sentence in lines for note in sentence.notes}
    assert called == {note.number for note in brief.footnotes} == set(range(1, len(brief.footnotes) + 1))


def test_every_statement_can_be_opened_from_a_footnote_with_its_exact_words():
    pile = _pile()
    cited = {each.id: note for note in _brief(pile).footnotes for each in note.statements}
    assert cited.keys() == {entry.statement.id for entry in pile}
    for entry in pile:
        assert all(piece in entry.document.text for piece in cited[entry.statement.id].pieces)


def test_the_order_of_entries_changes_nothing():
    pile = _pile()
    turned = list(pile)
    Random(3).shuffle(turned)
    assert _brief(turned) == _brief(pile)


def test_without_a_source_its_sentence_goes_or_its_count_drops():
    pile = _pile()
    told = _section(_brief(pile[1:]), "Ties now")
    assert "40 %" not in " ".join(told)
    assert told[1] == "1 report, published 13 July 2023."


@pytest.mark.parametrize("standing", [each for each in Standing if each is not Standing.ASSERTED])
@pytest.mark.parametrize("type_", [*CHANNELS, *EVENT_TYPES])
def test_what_is_not_asserted_is_never_told_as_plain_fact(type_: str, standing: Standing):
    ti = an_article("The Times of Israel", "2023-07-13", B)
    for when in (Interval(), "2023"):
        entry = an_entry(ti, B, type_, standing=standing.value, when=when)
        (occurrence,) = gathered([entry])
        plain = {said(occurrence, (entry,)), was(occurrence, (entry,))}
        for section in compose(account([entry], "AZE", "ISR")).sections:
            for sentence in section.sentences:
                if any(clause in sentence.text for clause in plain):
                    assert sentence.text.startswith("Denied")


def test_figures_that_contradict_each_other_are_told_with_their_range():
    ti, ni = an_article("The Times of Israel", "2023-07-13", B), an_article("The National Interest", "2023-12", A)
    pile = [
        an_entry(ti, B, figures=[a_figure(ti, "over 30 percent", 20.0, 20.0, of="oil imports", whose="ISR")]),
        an_entry(ni, A, figures=[a_figure(ni, "Around 40 percent", 40.0, 40.0, of="oil imports", whose="ISR")]),
    ]
    brief = _brief(pile)
    assert "The figures reported for Israel’s oil imports reach from 20 % to 40 %." in _section(brief, "Ties now")
    (told,) = _section(brief, "Disputed")
    assert told.startswith("Figures that contradict each other on Israel’s oil imports")


def test_figures_that_are_only_planned_and_contradict_each_other_are_told_as_that():
    ti, ni = an_article("The Times of Israel", "2023-07-13", B), an_article("The National Interest", "2023-12", A)
    oil = {"of": "oil imports", "whose": "ISR"}
    pile = [
        an_entry(ti, B, figures=[a_figure(ti, "over 30 percent", 20.0, 20.0, **oil)], standing="planned"),
        an_entry(ni, A, figures=[a_figure(ni, "Around 40 percent", 40.0, 40.0, **oil)], standing="planned"),
    ]
    (told,) = _section(_brief(pile), "Disputed")
    assert ", where what is only planned is Azerbaijan to supply energy to Israel: 20 %" in told


def test_what_happened_after_the_day_is_left_out_and_said_to_be():
    brief = compose(account(_pile(), "AZE", "ISR", as_of=_pile()[2].statement.occurred.start.replace(year=2020)))
    assert _section(brief, "Timeline") == [
        "Left out above, being dated or first told after 13 July 2020: 3 statements."
    ]


def test_a_tie_that_ended_is_told_in_the_past_with_what_speaks_against_it():
    ti, ni = an_article("The Times of Israel", "2023-07-13", B), an_article("The National Interest", "2026-02", A)
    pile = [
        an_entry(ti, B, "arms", when="2016"),
        an_entry(ni, A, "arms", standing="denied", when="2016"),
        an_entry(ni, A, "arms", standing="possible"),
    ]
    told = _section(_brief(pile), "Earlier ties")
    assert told == [
        "Azerbaijan supplied arms to Israel (1 report, published 13 July 2023).",
        "Times given: 2016.",
        "Denied by The National Interest (February 2026).",
        "Elsewhere it is only possible: 1 statement.",
    ]


def test_what_rests_on_one_origin_is_told_in_the_past_where_it_is_past():
    pile = [an_entry(an_article("The Times of Israel", "2023-07-13", B), B, "arms", when="2016")]
    (told,) = _section(_brief(pile), "Resting on a single origin")
    assert told.startswith("Azerbaijan supplied arms to Israel: 1 report")


def test_what_ended_and_began_is_told_to_have_begun_again():
    closed, opened = "Kenya closed its embassy in Somalia on 3 January 2016.", "Kenya reopened its embassy in Somalia."
    sides = {"actor": "KEN", "recipient": "SOM"}
    first, second = an_article("The Post", "2016-01-04", closed), an_article("The Post", "2018-05-06", opened)
    pile = [
        an_entry(first, closed, "diplomacy", standing="denied", when="2016-01-03", **sides),
        an_entry(second, opened, "diplomacy", when="2018-05-05", **sides),
    ]
    told = _section(compose(account(_reconciled(pile), "KEN", "SOM")), "Ties now")
    assert "It ended on 3 January 2016; it began again on 5 May 2018." in told


def test_what_is_to_last_beyond_the_day_is_not_told_in_the_past():
    lasting = an_entry(an_article("The Post", "2023-07-13", B), B, "arms")
    occurred = Interval(None, date(2030, 12, 31), "year")
    pile = [replace(lasting, statement=replace(lasting.statement, occurred=occurred))]
    (told,) = _section(_brief(pile), "Timeline")
    assert told.startswith("Azerbaijan supplies arms to Israel")


def test_whoever_is_quoted_is_told_of_without_a_verb_that_has_to_agree():
    words = "Azerbaijan and Israel met."
    pile = [
        an_entry(an_article(publisher, "2024-05-01", words), words, "alliance", chain=chain)
        for publisher, chain in (
            ("Courier", "The Parties:organisation"),
            ("Gazette", "He:person"),
            ("Herald", "officials:anonymous"),
        )
    ]
    brief = _brief(pile)
    voices = _section(brief, "Who says so")
    assert voices[3:] == [
        "“He” (not named further), quoted for 1 statement: alliance and partnership (1).",
        "The Parties, quoted for 1 statement: alliance and partnership (1).",
        "“Officials” (not named further), quoted for 1 statement: alliance and partnership (1).",
    ]
    assert {note.quoting for note in brief.footnotes} == {("the Parties",), ("“he”",), ("officials",)}


def test_shares_that_do_not_say_of_what_have_a_range_of_their_own():
    pile = []
    for publisher, low, of in (("Courier", 40, None), ("Gazette", 60, None), ("Herald", 30, "oil imports")):
        article = an_article(publisher, "2024-05-01", f"Baku sells it {low} percent.")
        figure = a_figure(article, f"{low} percent", low, low, of=of, whose="ISR" if of else None)
        pile.append(an_entry(article, article.text, figures=[figure]))
    told = _section(_brief(pile), "Ties now")
    assert "The shares reported without saying of what reach from 40 % to 60 %." in told


def test_a_body_whose_name_tells_its_state_is_not_told_it_again():
    words = "The United States Congress met them."
    congress = an_entry(
        an_article("Courier", "2024-05-01", words),
        words,
        "CONSULT",
        actor="USA:United States Congress",
        recipient="AZE",
    )
    (line,) = _section(compose(account([congress], "USA", "AZE")), "Timeline")
    assert line.startswith("United States Congress held talks with Azerbaijan")
