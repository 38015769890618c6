from __future__ import annotations

import pytest

from dragoman.reading.naming.gazetteer import fold, gazetteer


def codes(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.sense.code) for name in gazetteer().find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Türkiye and Turkey and Turkiye", [("Türkiye", "TUR"), ("Turkey", "TUR"), ("Turkiye", "TUR")]),
        ("Niger borders Nigeria", [("Niger", "NER"), ("Nigeria", "NGA")]),
        ("South Korea, not North Korea", [("South Korea", "KOR"), ("North Korea", "PRK")]),
        ("the U.S. envoy told us", [("the U.S.", "USA")]),
        ("US-brokered and Saudi-led", [("US", "USA"), ("Saudi", "SAU")]),
        ("the Kremlin and Jerusalem", [("the Kremlin", "RUS"), ("Jerusalem", "ISR")]),
        ("Guinea-Bissau and Equatorial Guinea", [("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ")]),
        ("NATO asked SOCAR", [("NATO", "NATO"), ("SOCAR", "AZE")]),
        ("İlham of Azərbaycan", []),
    ],
)
def test_names_and_what_they_stand_for(text: str, expected: list[tuple[str, str]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Georgia Governor Brian Kemp",
        "George Washington",
        "Michael Jordan scored",
        "a thanksgiving turkey",
        "the chinaware",
        "at 3.4 US cents a unit",
        "157 million Australian dollars",
        "in Egyptian pounds or Iranian rials",
        "a loan of US$120 million",
        "NZ$5 million in aid",
        "UK£5m for ports",
    ],
)
def test_names_that_mean_something_else(text: str) -> None:
    assert codes(text) == []


def test_a_newspaper_named_after_a_capital_is_no_state() -> None:
    (name,) = gazetteer().find("told the Jerusalem Post on Monday")

    assert name.sense.kind == "publisher"


def test_folding_keeps_every_place() -> None:
    text = "Azerbaijan’s — “Baku” it said"

    assert len(fold(text)) == len(text)
    assert "Azerbaijan's" in fold(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the UN refugee agency said", "UNHCR"),
        ("The Commonwealth of Independent States met", "CIS"),
        ("The Commonwealth met", "COMMONWEALTH"),
        ("MADRID (Agency) -", "ESP"),
        ("The Hague Tribunal ruled", "ICTY"),
        ("at the Hague Tribunal", "ICTY"),
    ],
)
def test_the_longest_name_with_or_without_the(text: str, code: str) -> None:
    (found,) = gazetteer().find(text)

    assert found.sense.code == code


@pytest.mark.parametrize(
    "text",
    [
        "the Dutch-speaking country",
        "a Kenyan-born man",
        "a Persian-language channel",
    ],
)
def test_what_is_spoken_somewhere_is_no_party(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("Iran-backed fighters", "IRN"), ("the Kenyan-led mission", "KEN"), ("a UN-run camp", "UNO")],
)
def test_who_leads_or_backs_is_a_party(text: str, code: str) -> None:
    assert codes(text)[0] == (text.split("-")[0].split()[-1], code)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("SWE", "Riksdag; Svenska Kraftnät; Svenska Kraftnat"),
        ("LVA", "Saeima; Latvijas Gāze"),
        ("MNG", "State Great Khural; State Great Hural"),
        ("IRL", "Oireachtas; Dáil; EirGrid"),
        ("MAR", "ONEE; OCP; Masen"),
        ("KOR", "KEPCO; Kepco; Kogas; KNOC"),
        ("TZA", "Tanesco; TANESCO"),
        ("CHN", "CRBC; CCECC"),
        ("IDN", "TNI; Bank Indonesia"),
        ("ITAIPU", "Itaipú; Itaipu dam"),
        ("EULEX", "EULEX"),
        ("MSG", "Melanesian Spearhead Group; MSG"),
        ("BCEAO", "BCEAO"),
        ("IMPACS", "CARICOM IMPACS"),
        ("NUGMMR", "NUG; National Unity Government"),
        ("MNLA", "FLA"),
        ("COMVERMELHO", "Comando Vermelho"),
        ("UNAMI", "UNAMI"),
        ("NORAD", "NORAD"),
        ("KSCHAMBERS", "Kosovo Specialist Chambers"),
        ("SANTEGIDIO", "Community of Sant'Egidio"),
        ("SEN", "Air Senegal"),
        ("IND", "Trinamool Congress"),
        ("HUN", "Fidesz"),
        ("CHN", "Taiwan Affairs Office"),
        ("RUS", "Security Council of Russia"),
        ("KAZ", "Samruk-Kazyna"),
    ],
)
def test_bodies_that_the_news_name_without_their_state(code: str, names: str) -> None:
    for name in names.split("; "):
        assert codes(f"Officials of the {name} met in the hall.") == [(name, code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Vienna the Bundesrat met.", ["AUT", "AUT"]),
        ("A US-led coalition invaded in 2003.", []),
        ("The U.S.-led coalition toppled the Taliban.", ["TALIBAN"]),
        ("A US-led coalition guards ships in the Red Sea.", []),
        ("The US-led coalition hit the camp.", ["ANTIISIS"]),
        ("The Bundesrat met.", ["DEU"]),
        ("In Maputo the Assembly of the Republic met.", ["MOZ", "MOZ"]),
        ("EVN sold power to Bulgaria.", ["AUT", "BGR"]),
        ("In Rabat the Justice and Development Party met.", ["MAR", "MAR"]),
        ("In Nairobi KPC sold fuel.", ["KEN", "KEN"]),
        ("The ADF sailed from Australia.", ["AUS"]),
        ("The SAF buys no jet fuel.", []),
        ("the Nigeria Labour Congress", ["NGA"]),
        ("A Quad Cities farmer", []),
    ],
)
def test_short_names_that_others_bear_too(text: str, expected: list[str]) -> None:
    assert [code for _, code in codes(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Foreign Affairs said so.",
        "The Minister for Foreign Affairs said so.",
        "The Independent Electoral Commission met.",
        "The Observer Mission left.",
    ],
)
def test_words_in_the_name_of_a_body_are_no_publisher(text: str) -> None:
    assert [name.sense.kind for name in gazetteer().find(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Foreign Affairs of Pakistan summoned him.", [("Pakistan", "state")]),
        ("The Ministry of Defence of Azerbaijan denied it.", [("Azerbaijan", "state")]),
        ("The Republic of Togo signed.", [("Togo", "state")]),
        ("Foreign Affairs wrote so.", [("Foreign Affairs", "publisher")]),
        ("Global Affairs Canada said so.", [("Global Affairs Canada", "publisher")]),
    ],
)
def test_a_body_that_publishes_and_is_called_after_its_state_is_a_party(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(name.text, name.sense.kind) for name in gazetteer().find(text)] == expected
