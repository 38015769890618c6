from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences
from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("King Abdullah of Jordan flew home.", "King Abdullah of Jordan", ("JOR",)),
        ("President Jane Roe of Fiji flew home.", "President Jane Roe of Fiji", ("FJI",)),
        ("Jane Roe, Fiji's foreign minister, paid. Roe left.", "Roe", ("FJI",)),
        ("Fiji's foreign minister, Jane Roe, paid. Roe left.", "Roe", ("FJI",)),
        ("The government in Tehran paid.", "government in Tehran", ("IRN",)),
        ("Honduras will choose, Foreign Minister Juan Roe said.", "Foreign Minister Juan Roe", ("HND",)),
        ("The Congolese president paid.", "Congolese president", ("COD",)),
        ("South Sudan's Kiir fired his army chief.", "Kiir", ("SSD",)),
        ("Kenya's newly appointed foreign minister paid.", "Kenya's newly appointed foreign minister", ("KEN",)),
        ("The Argentine leader paid.", "Argentine leader", ("ARG",)),
        ("General Pinochet fell.", "General Pinochet", ("CHL",)),
        ("Imran Khan spoke; Khan left.", "Khan", ("PAK",)),
        ("But Zelensky left.", "Zelensky", ("UKR",)),
        ("Somaliland leader Muse Bihi Abdi spoke; Bihi left.", "Bihi", ("XSL",)),
        ("Mexico's president Ana Lópezco Ruiz spoke. Lópezco left.", "Lópezco", ("MEX",)),
        ("General Secretary Nguyen Phu Trong spoke. Comrade Trong left.", "Trong", ("VNM",)),
        ("A student named Mudavadi spoke to Fiji. Mudavadi left.", "Mudavadi", None),
        ("The UN-backed Libyan government paid.", "Libyan government", ("LBY",)),
        ("The UN-backed Libyan government paid.", "The UN", ("UNO",)),
        ("Iran-backed militias paid Fiji.", "Iran", ("IRN",)),
        ("US-led forces left.", "US-led forces", ("USA",)),
        ("OMAN - Peruvian President Ana Roe left.", "Peruvian President Ana Roe", ("PER",)),
        ("OMAN - Peruvian President Ana Roe left.", "OMAN", ("OMN",)),
        ("Yemen's Houthi rebels left.", "Yemen's Houthi rebels", ("HOUTHI",)),
        ("The Houthi rebels of Yemen left.", "Houthi rebels", ("HOUTHI",)),
        ("President Bashar al-Assad fell. Peru saw al-Assad flee.", "al-Assad", ("SYR",)),
        ("The United Nations special envoy for Yemen left.", "The United Nations special envoy", ("UNO",)),
        ("The special envoy for Yemen left.", "Yemen", ("YEM",)),
        ("Fiji's ambassador to the United Nations Jane Roe paid. Roe left.", "Roe", ("FJI",)),
        ("Jane Roe, the United States special envoy for Fiji, paid. Roe left.", "Roe", ("USA",)),
        ("The European Union welcomed President Zelensky.", "President Zelensky", ("UKR",)),
        ("The United States backed President Maduro.", "President Maduro", ("VEN",)),
        ("The US praised President Boric.", "The US", ("USA",)),
        ("The United Nations condemned militants.", "The United Nations", ("UNO",)),
        ("Rockets hit al-Asad airbase.", "al-Asad", None),
        ("Fiji's Ministry of Defence (MOD) paid. Peru's MOD left.", "MOD", ("FJI",)),
        ("Fiji's prime minister (PM) left at 5 PM.", "PM", None),
        ("Peru's Ambassador to Chile Quits After Scandal", "Quits After Scandal", None),
    ],
)
def test_people_and_offices(text: str, words: str, expected: tuple[str, ...]) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru thanked the Biden Administration.", "Biden", ("USA",)),
        ("Peru thanked the Erdogan Government.", "Erdogan", ("TUR",)),
        ("Peru thanked the Assad Regime.", "Assad", ("SYR",)),
        ("Ethiopia paid. Abiy's government wept.", "Abiy", ("ETH",)),
        ("President Prabowo wept.", "President Prabowo", ("IDN",)),
        ("President Samia wept.", "President Samia", ("TZA",)),
        ("Samoa paid. Fiame wept.", "Fiame", ("WSM",)),
        ("Peru paid. Anwar wept.", "Anwar", None),
        ("Malaysia paid. Anwar Roe wept.", "Anwar", None),
    ],
)
def test_leaders_by_one_name(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words, day="2023-05-01") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Polish military aid to Fiji grew.", "Polish", ("POL",)),
        ("Germany's military aid went to Fiji.", "Germany", ("DEU",)),
        ("The Russian military presence in Fiji grew.", "Russian", ("RUS",)),
        ("The Russian military left Fiji.", "Russian military", ("RUS",)),
        ("Niger tore up the military pacts with Paris.", "the military", None),
        ("Chad closed the army base that France had.", "the army", None),
        ("Fiji's state-owned airline sued Peru.", "Fiji's state-owned airline", ("FJI",)),
        ("Fiji's state gas company sued Peru.", "Fiji's state gas company", ("FJI",)),
        ("Germany's military plans to go to Mali.", "Germany's military", ("DEU",)),
        ("Mali paid. The military government left.", "The military government", ("MLI",)),
        ("Pakistan's Foreign Office wept. The Foreign Office thanked Iran.", "Foreign Office", ("PAK",)),
        ("The Polish Foreign Office wept.", "Polish Foreign Office", ("POL",)),
        ("Iran wept. The Foreign Office thanked Iran.", "Foreign Office", ("GBR",)),
        ("The government in Peru and the foreign office in Berlin wept.", "foreign office in Berlin", ("DEU",)),
        ("Norway's State Department wept.", "Norway's State Department", ("NOR",)),
        ("India's Home Office wept.", "India's Home Office", ("IND",)),
        ("Nepali PM Ram Thapa wept. Thapa left.", "Thapa", ("NPL",)),
        ("Nepal's PM wept. The PM left.", "The PM", ("NPL",)),
    ],
)
def test_bodies_and_offices_of_a_state(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The foreign ministers of Kenya, Uganda and Rwanda met.", "Uganda", ("UGA",)),
        ("The foreign ministers of Kenya, Uganda and Rwanda met.", "foreign ministers of Kenya", ("KEN",)),
        ("Ambassadors of Peru, Chile and Cuba left.", "Chile", ("CHL",)),
        ("The king of Eswatini, Taiwan's only friend, left.", "Taiwan", ("TWN",)),
        ("The king of Lesotho, Africa's highest kingdom, left.", "king of Lesotho", ("LSO",)),
        ("The king of Jordan, Abdullah II, left.", "king of Jordan, Abdullah II", ("JOR",)),
        ("The foreign minister of Fiji, Jane Roe, left.", "foreign minister of Fiji, Jane Roe", ("FJI",)),
    ],
)
def test_who_stands_behind_the_state_of_an_office(text: str, words: str, expected: tuple[str, ...]) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad Smith drummed.", "Chad"),
        ("Then DeAndre Jordan scored.", "Jordan"),
        ("They saw Kenya Barris there.", "Kenya"),
        ("Athens, Georgia, voted.", "Athens"),
        ("Kabul University reopened.", "Kabul"),
        ("Fatima Merkel paid. Merkel left.", "Merkel"),
        ("Xi Wang taught there.", "Xi"),
        ("So said Tedros Alemu, an analyst.", "Tedros"),
        ("Qatar opened the Tariq bin Ziyad base.", "Tariq"),
        ("So said Tariq ibn Hassan, an analyst.", "Tariq"),
        ("So said Tedros al-Roe, an analyst.", "Tedros"),
        ("Peru thanked the Trump Organization.", "Trump"),
    ],
)
def test_namesakes_are_no_party(text: str, words: str) -> None:
    assert codes(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chad President Idriss Roe paid.", "Chad", ("TCD",)),
        ("Israel Strikes Targets Near Damascus Airport", "Israel", ("ISR",)),
        ("In Jordan it rained.", "Jordan", ("JOR",)),
        ("It was Xi Tuesday who spoke.", "Xi", ("CHN",)),
        ("It was Xi who spoke.", "Xi", ("CHN",)),
    ],
)
def test_states_beside_capitals_are_states_still(text: str, words: str, expected: tuple[str, ...]) -> None:
    assert codes(text, words) in (expected, None)
    assert any(codes(text, each) == expected for each in (words, "Chad President Idriss Roe"))


@pytest.mark.parametrize(
    ("day", "expected"), [("1985-05-01", ("SUN",)), ("2015-05-01", ("RUS",)), ("", ("RUS",)), ("1905-05-01", ("RUS",))]
)
def test_a_capital_is_that_of_the_state_of_the_day(day: str, expected: tuple[str, ...]) -> None:
    assert codes("Moscow protested.", "Moscow", day=day) == expected


@pytest.mark.parametrize(("day", "expected"), [("1965-05-01", ("VDR",)), ("2015-05-01", None), ("", None)])
def test_a_capital_of_a_past_state_alone_is_nobodys_today(day: str, expected: tuple[str, ...] | None) -> None:
    assert codes("Saigon protested.", "Saigon", day=day) == expected


def test_a_capital_in_a_dateline_is_no_part_of_an_office() -> None:
    text = "ANKARA - Foreign Minister Hakan Fidan of Türkiye met Fuad Hussein of Iraq."

    assert codes(text, "Foreign Minister Hakan Fidan of Türkiye") == ("TUR",)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Hezbollah leader left.", "Hezbollah leader", ("HEZBOLLAH", "REB")),
        ("A Hamas official left.", "Hamas official", ("HAMAS", "REB")),
        ("The Taliban spokesman left.", "The Taliban spokesman", ("TALIBAN", "REB")),
        ("An M23 spokesman left.", "M23 spokesman", ("M23", "REB")),
        ("Hamas political leader Ole Holm left. Holm wept.", "Holm", ("HAMAS", "REB")),
        ("Red Cross spokeswoman Ana Roe left. Roe wept.", "Roe", ("ICRC", "NGO")),
        ("Gazprom spokesman Ole Holm left. Holm wept.", "Holm", ("RUS", "BUS")),
        ("Duma speaker Ole Holm left. Holm wept.", "Holm", ("RUS", "LEG")),
        ("Foreign Office spokesman Ole Holm left. Holm wept.", "Holm", ("GBR", "GOV")),
        ("The leader of Hezbollah left.", "leader of Hezbollah", ("HEZBOLLAH", "REB")),
        ("A UN official left.", "UN official", ("UNO", "IGO")),
        # Soldiers are soldiers, unless they are rebels.
        ("The NATO commander left.", "NATO commander", ("NATO", "MIL")),
        ("The commander of the ELN left.", "commander of the ELN", ("ELN", "REB")),
        # What is no office is nobody's.
        ("The Red Cross general assembly met.", "The Red Cross", ("ICRC", "NGO")),
        ("Hezbollah forces left.", "Hezbollah", ("HEZBOLLAH", "REB")),
    ],
)
def test_offices_of_organisations(text: str, words: str, expected: tuple[str, str]) -> None:
    memory = Memory()
    found = [each for one in sentences(text) for each in mentions.find(one.span, memory)]

    assert [(one.code, one.sector) for each in found if each.span.text == words for one in each.parties] == [expected]


def test_whose_forces_only_tell_a_kind_is_named_without_an_s() -> None:
    assert codes("Sudan's army-aligned government has paid.", "Sudan") == ("SDN",)
