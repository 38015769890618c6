from __future__ import annotations

import pytest

from dragoman.reading.encoder import encoder
from dragoman.reading.mentions import find as mentions_of
from dragoman.reading.naming.memory import Memory
from dragoman.reading.saying import attributions, speeches
from dragoman.reading.saying.attributions import Said, Saids, chain
from dragoman.records import Attribution, Source, Span
from tests.unit.reading.made import said, span, speech, whole

LAYERS = "Oslo said that Lima had told it that Accra was arming Suva."


def found(sentence: str, *told: tuple[str | None, ...]) -> list[Said]:
    """The attributions made of speeches given as (source, cue, contents...)."""
    speeches = [speech(sentence, source, *words) for source, *words in told]
    return attributions.find(whole(sentence), speeches, mentions_of(whole(sentence), Memory()))


def names(links: tuple[Attribution, ...]) -> list[str]:
    return [link.source.name for link in links]


def words(saids: list[Said]) -> list[tuple[list[str], list[str]]]:
    return [(names(each.links), [content.text for content in each.contents]) for each in saids]


def test_a_chain_runs_from_the_widest_content_inwards() -> None:
    outer = said(LAYERS, "Oslo", "that Lima had told it that Accra was arming Suva")
    inner = said(LAYERS, "Lima", "that Accra was arming Suva")

    assert names(chain(span(LAYERS, "arming"), (), [inner, outer])) == ["Oslo", "Lima"]
    assert names(chain(span(LAYERS, "told"), (), [inner, outer])) == ["Oslo"]
    assert chain(span(LAYERS, "said"), (), [inner, outer]) == ()


def test_who_acts_is_no_source_of_it() -> None:
    text = "Lima vowed to arm Suva, Oslo said."
    saids = [said(text, "Lima", "to arm Suva", cue="vowed"), said(text, "Oslo", "Lima vowed to arm Suva")]

    assert names(chain(span(text, "arm"), [span(text, "Lima")], saids)) == ["Oslo"]


@pytest.mark.parametrize(
    ("cue", "content"), [("said", "its plant would arm Suva"), ("vowed", "that it would arm Suva")]
)
def test_who_acts_may_say_so_in_a_clause_of_its_own(cue: str, content: str) -> None:
    text = f"Lima {cue} {content}."
    actors, saids = [span(text, "Lima")], [said(text, "Lima", content, cue=cue)]

    assert names(chain(span(text, "arm"), actors, saids)) == ["Lima"]
    assert chain(span(text, "arm"), actors, saids, verbal=True) == ()


def test_of_many_attributions_few_are_near_a_place() -> None:
    text = "Oslo said that Lima had paid. " * 400
    starts = range(0, len(text), 30)
    saids = [Said((link(text, start),), (Span.of(text, start + 10, start + 28),)) for start in starts]
    whole = Said(saids[0].links, (Span.of(text, 0, len(text)),))
    known = Saids([whole, *saids])

    for start in (0, 1_980, 1_995, 11_970):
        place = Span.of(text, start + 24, start + 28) if start % 30 == 0 else Span.of(text, start, start + 1)
        near = known.near(place)
        assert len(near) < 100
        assert chain(place, (), near) == chain(place, (), [whole, *saids])
    assert known.near(Span(10**6, 10**6 + 1, "x")) == ()


def link(text: str, start: int) -> Attribution:
    return Attribution(Source(f"Oslo {start}", "person"), Span.of(text, start, start + 4), "said")


def test_a_source_that_speaks_twice_is_one_link() -> None:
    saids = [said(LAYERS, "Oslo", LAYERS), said(LAYERS, "Oslo", "Accra was arming Suva")]

    assert names(chain(span(LAYERS, "arming"), (), saids)) == ["Oslo"]


def test_only_whole_coverage_counts() -> None:
    half = said(LAYERS, "Oslo", "that Lima had told", "that Accra")

    assert half.covers(span(LAYERS, "Lima").start, span(LAYERS, "Lima").end)
    assert not half.covers(span(LAYERS, "Lima").start, span(LAYERS, "Accra").end)
    assert half.size == len("that Lima had told") + len("that Accra")


def test_source_cue_and_content() -> None:
    text = "Nepal said on Monday that Bhutan had closed the border."
    (one,) = found(text, ("Nepal", "said", "that Bhutan had closed the border"))

    assert words([one]) == [(["Nepal"], ["that Bhutan had closed the border"])]
    assert (one.links[0].cue, one.links[0].direct) == ("said", False)


def test_words_in_quotation_marks_are_direct() -> None:
    text = "“Fiji is our friend,” Samoa said."
    (one,) = found(text, ("Samoa", "said", "“Fiji is our friend,”"))

    assert one.links[0].direct


def test_each_source_has_its_content() -> None:
    text = "Mali said that Niger had fired, while Chad insisted that Niger had not."
    told = [("Mali", "said", "that Niger had fired"), ("Chad", "insisted", "that Niger had not")]

    assert words(found(text, *told)) == [(["Mali"], ["that Niger had fired"]), (["Chad"], ["that Niger had not"])]


def test_who_cites_is_the_outer_source() -> None:
    text = "Le Monde, citing the Kyiv Post, reported that Hungary had paid."
    content = "that Hungary had paid"
    saids = found(text, ("the Kyiv Post", "citing", content), ("Le Monde", "reported", content))

    assert names(chain(span(text, "paid"), (), saids)) == ["Le Monde", "Kyiv Post"]


def test_who_quotes_is_outside_whom_he_quotes_also_behind_the_words() -> None:
    text = "Fiji would pay, the Kyiv Post cited officials as saying, adding that Malta had told Suva."
    before, behind = "Fiji would pay", "that Malta had told Suva"
    told = [("officials", "as saying", before, behind), ("the Kyiv Post", "adding", behind)]
    saids = found(text, *told)

    assert words(saids) == [(["Kyiv Post", "officials"], [before, behind])]


def test_whom_a_newspaper_quotes_needs_no_content_found() -> None:
    text = "Norway expelled two diplomats, Le Monde quoted an official as saying."
    saids = found(text, ("Le Monde", "quoted"), ("an official", "as saying"))

    assert names(chain(span(text, "expelled"), (), saids)) == ["Le Monde", "an official"]


def test_all_that_stands_before_the_last_clause_was_told() -> None:
    text = "Norway expelled two diplomats, an official told Le Monde."
    saids = found(text, ("an official", "told", "two diplomats"))

    assert names(chain(span(text, "expelled"), (), saids)) == ["Le Monde", "an official"]


def test_what_somebody_else_says_is_not_the_last_ones() -> None:
    text = "Mali left, Bamako said, and Niger stayed, an official told Le Monde."
    saids = found(text, ("Bamako", "said", "Mali left"), ("an official", "told", "Niger stayed"))

    assert names(chain(span(text, "Mali left"), (), saids)) == ["Bamako"]


def test_a_speech_inside_another_is_the_inner_link() -> None:
    saids = found(
        LAYERS,
        ("Lima", "had told it", "that Accra was arming Suva"),
        ("Oslo", "said", "that Lima had told it that Accra was arming Suva"),
    )

    assert names(chain(span(LAYERS, "arming"), (), saids)) == ["Oslo", "Lima"]


def test_a_newspaper_that_was_told_reports_it() -> None:
    text = "Two diplomats told Le Monde that Niger had paid."
    (one,) = found(text, ("Two diplomats", "told", "that Niger had paid"))

    assert names(one.links) == ["Le Monde", "Two diplomats"]


@pytest.mark.parametrize("source", ["the", "a", "its", "who", "S", "12"])
def test_scraps_of_a_source_name_nobody(source: str) -> None:
    text = f"{source} said that Laos paid."

    assert found(text, (source, "said", "that Laos paid")) == []


def test_a_speech_without_a_source_is_nobodys() -> None:
    assert found("It was said that Laos paid.", (None, "said", "that Laos paid")) == []


def test_a_source_cut_in_its_name_is_made_whole() -> None:
    text = "Rosa Quispe said that Laos paid."
    (one,) = found(text, ("Rosa", "said", "that Laos paid"))

    assert one.links[0].mention.text == "Rosa Quispe"


def test_according_to_without_a_content_covers_the_sentence() -> None:
    text = "According to Reuters, Vietnam bought six of the oldest patrol boats that Japan has to sell."

    assert words(found(text, ("Reuters", "According to"))) == [(["Reuters"], [text])]


def test_a_cue_without_words_says_nothing() -> None:
    assert found("Oslo spoke yesterday.", ("Oslo", "spoke")) == []


def test_a_sentence_without_speeches_has_no_sources() -> None:
    assert found("Chile sells copper to China.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya said on Monday that Tanzania had closed the border.", "Kenya"),
        ("Analysts said that Chad might close its border with Sudan.", "Analysts"),
        ("Peru's foreign ministry said on Friday that Bolivia had expelled its ambassador.", "Peru's foreign ministry"),
    ],
)
def test_plain_reported_speech_is_seen(text: str, source: str) -> None:
    told = speeches.find(whole(text), encoder().encode([text])[0])
    saids = attributions.find(whole(text), told, mentions_of(whole(text), Memory()))
    verb = next(word for word in ("closed", "close", "expelled") if word in text)

    assert names(chain(span(text, verb), (), saids)) == [source]


DENIED = "Reports that Chad had closed its embassy in Libya were denied by Peru."


def test_who_denies_a_report_says_that_it_is_not_so() -> None:
    (said_,) = found(DENIED)
    assert names(said_.links) == ["Peru"]
    assert names(chain(span(DENIED, "closed"), (), [said_])) == ["Peru"]
    assert names(chain(span(DENIED, "denied"), (), found(DENIED, ("Peru", "denied", "Chad had closed")))) == ["Peru"]


def test_what_is_said_has_no_gaps_and_whole_words() -> None:
    text = "Asmara has sent troops to Suva, according to two diplomats, and Accra has not."

    (only,) = found(text, ("two diplomats", "according to", "Asm", "has sent", "troops to Su"))

    assert [each.text for each in only.contents] == ["Asmara has sent troops to Suva"]


def test_gaps_with_a_mark_in_them_stay() -> None:
    text = "Asmara, Suva said, has sent troops."

    (only,) = found(text, ("Suva", "said", "Asmara", "has sent troops"))

    assert [each.text for each in only.contents] == ["Asmara", "has sent troops"]


def test_a_view_may_be_of_somebody_who_spoke_before() -> None:
    text = "In her view Lima will pay, and her house burned."

    (only,) = found(text, ("her", "view", "Lima will pay"), ("her", "burned", "house"))

    assert [each.text for each in only.contents] == ["Lima will pay"]


def test_who_denies_what_stands_before_does_not_say_it() -> None:
    assert found("Peru has long accused Chile of spying, a charge Lima denies.", ("a charge Lima", "denies")) == []


@pytest.mark.parametrize("who", ["a local chief", "the committee", "the group", "two lawyers", "a former pilot"])
def test_people_and_bodies_speak_without_a_name(who: str) -> None:
    (one,) = found(f"Peru paid Chile, {who} said.", (who, "said", "Peru paid Chile"))

    assert names(one.links) == [who]
