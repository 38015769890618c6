from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dragoman.codebook.states import states
from dragoman.reading.mentions import RESOLVED, Mention
from dragoman.reading.reader import read
from dragoman.reading.relating import relations
from dragoman.reading.relating.relations import MOST_MENTIONS, Relation
from dragoman.records import Document, Party, Standing
from tests.unit.reading.made import a_mention, span, sure_heads, untold, whole

BORDERS = "Mali borders Niger, Chad and Togo."
CODES = {"Mali": "MLI", "Niger": "NER", "Chad": "TCD", "Togo": "TGO"}


def found(monkeypatch: pytest.MonkeyPatch, text: str, mentions: list[Mention], *types: str) -> list[Relation]:
    """The relations of a text, where every pair is one of each of the types."""
    sure = sure_heads(*types)
    monkeypatch.setattr(relations, "heads", lambda: sure)
    return relations.find(whole(text), untold(text), mentions)


def sides(related: list[Relation]) -> list[tuple[str, str]]:
    """The words of actors and recipients."""
    return [
        (" ".join(each.span.text for each in one.actors), " ".join(each.span.text for each in one.recipients))
        for one in related
    ]


def all_of(text: str) -> list[Mention]:
    return [a_mention(text, words, code) for words, code in CODES.items() if words in text]


def related(text: str, actor: str, recipient: str, type: str = "arms", trigger: str = "sold") -> Relation:
    one, other = (a_mention(text, words, CODES[words]) for words in (actor, recipient))
    vector = np.zeros(2, np.float32)
    return Relation(type, (one,), (other,), Standing.ASSERTED, None, span(text, trigger), 0.5, vector)


def test_a_sentence_with_one_party_tells_no_relation() -> None:
    text = "Mali rejoiced."

    assert relations.find(whole(text), untold(text), all_of(text)) == []


def test_a_party_has_nothing_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali and Bamako spoke to Niger."
    mentions = [*all_of(text), a_mention(text, "Bamako", "MLI")]

    assert sides(found(monkeypatch, text, mentions, "CONSULT")) == [("Mali", "Niger")]


def test_the_two_countries_have_nothing_with_either(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali and Niger said that the two countries agreed."
    place = span(text, "the two countries")
    both = Mention(place, (Party("MLI", "Mali", place), Party("NER", "Niger", place)), "plural")

    assert sides(found(monkeypatch, text, [*all_of(text), both], "AGREE")) == [("Mali", "Niger")]


def test_what_is_said_of_both_at_once_is_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The two countries agreed on a price."
    place = span(text, "The two countries")
    both = Mention(place, (Party("MLI", "Mali", place), Party("NER", "Niger", place)), "plural")

    (one,) = found(monkeypatch, text, [both], "AGREE")
    assert [side[0].codes for side in (one.actors, one.recipients)] == [("MLI",), ("NER",)]
    assert found(monkeypatch, text, [both], "arms") == found(monkeypatch, text, [both], "geography") == []
    assert relations.may_relate([both])
    assert not relations.may_relate([replace(both, kind="state")])


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("The two countries signed a treaty in Rome on Monday.", "AGREE"),
        ("Diplomatic relations between the two countries were severed in August.", "diplomacy"),
        ("Trade between the two countries reached 2 billion dollars last year.", "trade"),
        ("They held talks in Doha.", "CONSULT"),
    ],
)
def test_a_sentence_about_two_that_were_named_before_is_read(said: str, type_: str) -> None:
    document = Document(f"Uganda and Rwanda share a long border. {said}")
    told = [each for each in read(document).statements if each.evidence.text == said]

    assert [(each.type, *(party.key for party in each.parties)) for each in told] == [(type_, "UGA", "RWA")]


def test_what_two_do_to_each_other_is_told_both_ways() -> None:
    told = read(Document("Kenya accused Uganda of smuggling, and Uganda accused Kenya of lying.")).statements

    sides = {(each.type, each.actor[0].key, each.recipient[0].key) for each in told}
    assert sides == {("ACCUSE", "KEN", "UGA"), ("ACCUSE", "UGA", "KEN")}


def test_what_one_does_to_another_twice_is_told_once() -> None:
    told = read(Document("Kenya accused Uganda of smuggling, and Kenya accused Uganda of lying.")).statements

    assert [(each.type, each.actor[0].key, each.recipient[0].key) for each in told] == [("ACCUSE", "KEN", "UGA")]


def test_mutual_ties_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali has friends in Niger and Chad."

    assert sides(found(monkeypatch, text, all_of(text), "alliance")) == [
        ("Mali", "Niger"),
        ("Mali", "Chad"),
        ("Niger", "Chad"),
    ]


def test_the_same_words_said_of_several_are_one_relation() -> None:
    text = "Mali visited Niger and Chad."
    visits = [related(text, "Mali", other, "CONSULT", "visited") for other in ("Niger", "Chad")]

    assert sides(relations._merged(visits)) == [("Mali", "Niger Chad")]


def test_supplies_stay_apart_and_mediation_does_not() -> None:
    text = "Mali sold Niger and Chad rifles."
    pairs = [("Mali", "Niger"), ("Mali", "Chad")]

    assert sides(relations._merged([related(text, *pair) for pair in pairs])) == pairs
    assert sides(relations._merged([related(text, *pair, "mediation") for pair in pairs])) == [("Mali", "Niger Chad")]


def test_several_who_do_the_same_are_one_relation() -> None:
    text = "Mali and Niger accused Chad."
    merged = relations._merged([related(text, each, "Chad", "ACCUSE", "accused") for each in ("Niger", "Mali")])

    assert sides(merged) == [("Mali Niger", "Chad")]


def test_other_words_and_other_types_stay_apart() -> None:
    text = "Mali sold Niger rifles and visited Chad."
    visit = related(text, "Mali", "Chad", "CONSULT", "visited")

    assert len(relations._merged([related(text, "Mali", "Niger"), visit])) == 2
    assert len(relations._merged([related(text, "Mali", "Chad"), related(text, "Mali", "Chad", "trade")])) == 2


def test_a_party_named_twice_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali told Niger that Bamako would pay."
    mentions = [*all_of(text), a_mention(text, "Bamako", "MLI")]

    assert len(found(monkeypatch, text, mentions, "AGREE", "aid")) == 2


def test_a_long_list_is_looked_at_from_its_front(monkeypatch: pytest.MonkeyPatch) -> None:
    known = list(states().values())[: MOST_MENTIONS + 6]
    text = "; ".join(f"<{state.name}>" for state in known)
    mentions = [a_mention(text, f"<{state.name}>", state.code) for state in known]
    pairs = found(monkeypatch, text, mentions, "alliance")
    seen = {each for one in pairs for each in (*one.actors, *one.recipients)}

    assert seen == set(mentions[:MOST_MENTIONS])
    assert len(pairs) == MOST_MENTIONS * (MOST_MENTIONS - 1) // 2


def test_mentions_that_stand_for_nobody_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali and nobody met Niger."
    nobody = Mention(span(text, "nobody"), (), "pronoun")

    assert sides(found(monkeypatch, text, [*all_of(text), nobody], "CONSULT")) == [("Mali", "Niger")]


def test_places_are_the_documents_own(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Rain fell. Mali struck Chad."
    sentence = span(text, "Mali struck Chad.")
    sure = sure_heads("ASSAULT")
    monkeypatch.setattr(relations, "heads", lambda: sure)
    (one,) = relations.find(sentence, untold(sentence.text), all_of(text))

    assert text[one.trigger.start : one.trigger.end] == one.trigger.text == "Mali"


@pytest.mark.parametrize(
    ("type", "kind"), [("ASSAULT", "event"), ("CONSULT", "event"), ("energy", "tie"), ("aid", "tie")]
)
def test_a_type_is_an_events_or_a_ties(type: str, kind: str) -> None:
    assert related("Mali sold Chad rice.", "Mali", "Chad", type).kind == kind


def test_below_the_threshold_nothing_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, BORDERS, all_of(BORDERS)) == []


def test_what_is_likely_is_told_only_if_it_is_certain_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali armed Chad."
    sure = sure_heads("arms")
    monkeypatch.setattr(relations, "heads", lambda: sure)

    (one,) = relations.find(whole(text), untold(text), all_of(text))
    sure.certainty = replace(sure.certainty, told=one.certainty)
    assert sides(relations.find(whole(text), untold(text), all_of(text))) == [("Mali", "Chad")]
    sure.certainty = replace(sure.certainty, told=one.certainty + 1e-6)
    assert relations.find(whole(text), untold(text), all_of(text)) == []


def test_who_is_only_referred_to_is_less_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mali thanked Niger."
    named = a_mention(text, "Mali", "MLI")
    (by_name,) = found(monkeypatch, text, [named, a_mention(text, "Niger", "NER")], "SUPPORT")
    (by_pronoun,) = found(monkeypatch, text, [named, a_mention(text, "Niger", "NER", "pronoun")], "SUPPORT")

    assert by_pronoun.certainty == pytest.approx(by_name.certainty * RESOLVED["pronoun"])


def test_states_that_are_no_neighbours_are_not_told_to_be() -> None:
    near = "Kenya has a long border with Ethiopia."
    far = "Kenya has a long border with Norway."

    assert [each.type for each in read(Document(near)).statements] == ["geography"]
    assert [each.type for each in read(Document(far)).statements] == []
