from __future__ import annotations

import pytest

from dragoman.reading import attributions
from dragoman.reading.attributions import SHORTEST, Said, chain
from dragoman.reading.encoder import encoder
from dragoman.reading.memory import Memory
from dragoman.reading.mentions import find as mentions_of
from dragoman.records import Attribution
from tests.unit.reading.made import said, span, tag_heads, tagged, whole

LAYERS = "Oslo said that Lima had told it that Accra was arming Suva."


@pytest.fixture
def read_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the tags that `tagged` wrote, whatever the weights are."""
    monkeypatch.setattr(attributions, "heads", tag_heads)


def found(sentence: str, *marked: tuple[str, str]) -> list[Said]:
    parties = mentions_of(whole(sentence), Memory())
    return attributions.find(whole(sentence), tagged(sentence, *marked), parties)


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
    saids = [said(text, "Lima", "to arm Suva"), said(text, "Oslo", "Lima vowed to arm Suva")]

    assert names(chain(span(text, "arm"), [span(text, "Lima")], saids)) == ["Oslo"]


def test_a_source_that_speaks_twice_is_one_link() -> None:
    saids = [said(LAYERS, "Oslo", LAYERS), said(LAYERS, "Oslo", "Accra was arming Suva")]

    assert names(chain(span(LAYERS, "arming"), (), saids)) == ["Oslo"]


def test_only_whole_coverage_counts() -> None:
    half = said(LAYERS, "Oslo", "that Lima had told", "that Accra")

    assert half.covers(span(LAYERS, "Lima").start, span(LAYERS, "Lima").end)
    assert not half.covers(span(LAYERS, "Lima").start, span(LAYERS, "Accra").end)
    assert half.size == len("that Lima had told") + len("that Accra")


@pytest.mark.usefixtures("read_tags")
def test_source_cue_and_content() -> None:
    text = "Nepal said on Monday that Bhutan had closed the border."
    (one,) = found(text, ("Source", "Nepal"), ("Cue", "said"), ("Content", "that Bhutan had closed the border"))

    assert words([one]) == [(["Nepal"], ["Bhutan had closed the border."])]
    assert (one.links[0].cue, one.links[0].direct) == ("said", False)


@pytest.mark.usefixtures("read_tags")
def test_words_in_quotation_marks_are_direct() -> None:
    text = "“Fiji is our friend,” Samoa said."
    (one,) = found(text, ("Content", "“Fiji is our friend,”"), ("Source", "Samoa"), ("Cue", "said"))

    assert one.links[0].direct


@pytest.mark.usefixtures("read_tags")
def test_each_source_has_the_content_beside_it() -> None:
    text = "Mali said that Niger had fired, while Chad insisted that Niger had not."
    marked = [("Source", "Mali"), ("Cue", "said"), ("Content", "that Niger had fired"), ("Source", "Chad")]
    marked += [("Cue", "insisted"), ("Content", "that Niger had not")]

    assert words(found(text, *marked)) == [(["Mali"], ["that Niger had fired"]), (["Chad"], ["that Niger had not"])]


@pytest.mark.usefixtures("read_tags")
def test_who_cites_is_the_outer_source() -> None:
    text = "Le Monde, citing the Kyiv Post, reported that Hungary had paid."
    marked = [
        ("Source", "Le Monde"),
        ("Source", "the Kyiv Post"),
        ("Cue", "reported"),
        ("Content", "that Hungary had paid"),
    ]

    assert words(found(text, *marked)) == [(["Le Monde", "Kyiv Post"], ["that Hungary had paid"])]


@pytest.mark.usefixtures("read_tags")
def test_a_newspaper_that_was_told_reports_it() -> None:
    text = "Two diplomats told Le Monde that Niger had paid."
    (one,) = found(text, ("Source", "Two diplomats"), ("Cue", "told"), ("Content", "that Niger had paid"))

    assert names(one.links) == ["Le Monde", "Two diplomats"]


@pytest.mark.usefixtures("read_tags")
@pytest.mark.parametrize("source", ["the", "a", "its", "who", "S", "12"])
def test_scraps_of_a_source_name_nobody(source: str) -> None:
    text = f"{source} said that Laos paid."

    assert found(text, ("Source", source), ("Cue", "said"), ("Content", "that Laos paid")) == []


@pytest.mark.usefixtures("read_tags")
def test_a_source_cut_in_its_name_is_made_whole() -> None:
    text = "Rosa Quispe said that Laos paid."
    (one,) = found(text, ("Source", "Rosa"), ("Cue", "said"), ("Content", "that Laos paid"))

    assert one.links[0].mention.text == "Rosa Quispe"


@pytest.mark.usefixtures("read_tags")
def test_according_to_without_a_content_covers_the_sentence() -> None:
    text = "According to Reuters, Vietnam bought six of the oldest patrol boats that Japan has to sell."

    assert words(found(text, ("Cue", "According to"), ("Source", "Reuters"))) == [(["Reuters"], [text[22:]])]


@pytest.mark.usefixtures("read_tags")
def test_a_sentence_without_tags_has_no_sources() -> None:
    assert found("Chile sells copper to China.") == []


@pytest.mark.usefixtures("read_tags")
def test_a_content_with_a_speaker_inside_is_read_again() -> None:
    text = "Oslo said that Lima told it yesterday that Accra was arming Suva again."
    content = "that Lima told it yesterday that Accra was arming Suva again"
    saids = [said(text, "Oslo", content)]

    assert attributions.within(whole(text), tagged(text, ("Cue", "told")), saids) == [span(text, content)]
    assert attributions.within(whole(text), tagged(text), saids) == []


@pytest.mark.usefixtures("read_tags")
def test_a_short_content_and_a_whole_sentence_are_not_read_again() -> None:
    text = "Oslo said that Lima told it yesterday that Accra was arming Suva again."
    short = " ".join(text.split()[4 : 4 + SHORTEST - 2])

    for content in (short, text):
        assert attributions.within(whole(text), tagged(text, ("Cue", "told")), [said(text, "Oslo", content)]) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya said on Monday that Tanzania had closed the border.", "Kenya"),
        ("Analysts said that Chad might close its border with Sudan.", "Analysts"),
        ("Peru's foreign ministry said on Friday that Bolivia had expelled its ambassador.", "Peru's foreign ministry"),
    ],
)
def test_plain_reported_speech_is_seen(text: str, source: str) -> None:
    saids = attributions.find(whole(text), encoder().encode([text])[0], mentions_of(whole(text), Memory()))
    verb = next(word for word in ("closed", "close", "expelled") if word in text)

    assert names(chain(span(text, verb), (), saids)) == [source]
