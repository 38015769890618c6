from __future__ import annotations

import pytest

from dragoman.reading.mentions import find
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.memory import Memory
from dragoman.reading.saying.sources import resolve
from dragoman.records import Source
from tests.unit.reading.made import a_mention, span, whole


def resolved(text: str, words: str, *, memory: Memory | None = None) -> Source:
    known = memory or Memory()
    return resolve(span(text, words), whole(text), find(whole(text), known))


def _a_body(name: str, code: str | None, sector: str | None = None) -> Source:
    return Source(name, "organisation", code, sector)


_BPC = Source("Botswana Power Corporation", "organisation", "BWA")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Le Monde reported a deal.", "Le Monde", Source("Le Monde", "publisher", "FRA", "MED")),
        ("Kenya said no.", "Kenya", Source("Kenya", "office", "KEN", "GOV")),
        ("The Kenya Salt Company said no.", "The Kenya Salt Company", _a_body("Kenya Salt Company", "KEN")),
        ("The Botswana Power Corporation said no.", "Botswana Power Corporation", _BPC),
        ("Kenya's government said no.", "Kenya's government", Source("Kenya's government", "office", "KEN", "GOV")),
        ("The Chilean army denied it.", "Chilean army", Source("Chilean army", "office", "CHL", "MIL")),
        ("The African Union said so.", "The African Union", Source("African Union", "organisation", "AU", "IGO")),
        ("Nepalese officials said so.", "Nepalese officials", Source("Nepalese officials", "anonymous", "NPL", "GOV")),
        ("A Ghanaian study found it.", "A Ghanaian study", Source("A Ghanaian study", "document", "GHA")),
        ("A leaked cable says so.", "A leaked cable", Source("A leaked cable", "document")),
        ("A cable seen by Reuters says so.", "A cable seen by Reuters", Source("A cable seen by Reuters", "document")),
        ("the UN-backed panel said so.", "the UN-backed panel", Source("the UN-backed panel", "anonymous")),
        ("The French-backed panel said so.", "The French-backed panel", _a_body("The French-backed panel", None)),
        ("Two diplomats said so.", "Two diplomats", Source("Two diplomats", "anonymous")),
        (
            "Local media in Dushanbe said so.",
            "Local media in Dushanbe",
            Source("Local media in Dushanbe", "anonymous", "TJK"),
        ),
        ("Orbán's critics said so.", "Orbán's critics", Source("Orbán's critics", "anonymous")),
        ("Critics of Orbán said so.", "Critics of Orbán", Source("Critics of Orbán", "anonymous")),
        ("Rosa Quispe said so.", "Rosa Quispe", Source("Rosa Quispe", "person")),
        ("the neighbours said so.", "the neighbours", Source("the neighbours", "anonymous")),
    ],
)
def test_whom_a_source_names(text: str, words: str, expected: Source) -> None:
    assert resolved(text, words) == expected


def test_a_person_with_a_title_is_the_person() -> None:
    text = "Peru’s Foreign Minister Ana Gervasi said so."

    assert resolved(text, "Peru’s Foreign Minister Ana Gervasi") == Source("Ana Gervasi", "person", "PER", "GOV")


def test_an_institute_speaks_as_an_organisation() -> None:
    found = resolved("The RAND Corporation warned of it.", "The RAND Corporation")

    assert (found.name, found.kind) == ("RAND Corporation", "organisation")


@pytest.mark.parametrize("pronoun", ["He", "she"])
def test_a_pronoun_is_the_person_last_spoken_of(pronoun: str) -> None:
    memory = Memory()
    minister = Bearer("Lena Berg", "SWE", "GOV", "foreign minister")
    memory.hear(Heard(minister, "person", 0, subject=True, person=True))

    assert resolved(f"{pronoun} said so.", pronoun, memory=memory) == Source("Lena Berg", "person", "SWE", "GOV")


def test_a_pronoun_is_the_office_last_spoken_of() -> None:
    memory = Memory()
    envoy = Bearer("Kyrgyzstan", "KGZ", "GOV", "ambassador")
    memory.hear(Heard(envoy, "office", 0, subject=True, person=True))

    found = resolved("He said so.", "He", memory=memory)
    assert found == Source("He (ambassador of Kyrgyzstan)", "office", "KGZ", "GOV")


def test_a_pronoun_is_a_person_who_bears_no_office_any_more() -> None:
    memory = Memory()
    memory.hear(Heard(Bearer("Lena Berg", "SWE", "GOV"), "person", 0, subject=True, person=True))

    assert resolved("She said so.", "She", memory=memory) == Source("Lena Berg", "person", "SWE", "GOV")


def test_a_pronoun_is_the_organisation_last_spoken_of() -> None:
    memory = Memory()
    memory.hear(Heard(Bearer("World Bank", "WBK", "IGO"), "organisation", 0, subject=True, person=False))

    assert resolved("It said Mali had left.", "It", memory=memory).name == "World Bank"


def test_a_pronoun_without_a_person_is_nobody_known() -> None:
    assert resolved("she said so.", "she") == Source("she", "anonymous")


def test_names_outside_the_words_do_not_count() -> None:
    assert resolved("Two diplomats told Le Monde so.", "Two diplomats").kind == "anonymous"


@pytest.mark.parametrize(
    "words", ["An aide to Peru’s Foreign Minister Ana Gervasi", "two people close to Minister Ana Gervasi"]
)
def test_an_aide_to_a_person_is_not_the_person(words: str) -> None:
    text = f"Ana Gervasi is Peru’s foreign minister, but {words} said so."

    assert resolved(text, words) == Source(words, "anonymous", "PER", "GOV")
    assert resolved(text, words[words.index("Ana") :]).kind == "person"


def test_nor_is_a_person_s_aide() -> None:
    text = "Peru’s Foreign Minister Ana Gervasi’s senior adviser said so."
    words = text.removesuffix(" said so.")

    assert resolved(text, words) == Source(words, "anonymous", "PER", "GOV")


def test_somebody_at_a_ministry_is_not_the_ministry() -> None:
    text = "A friend at the defence ministry said so."
    mention = a_mention(text, "the defence ministry", "SRB", "office")

    found = resolve(span(text, "A friend at the defence ministry"), whole(text), [mention])

    assert (found.name, found.kind, found.code) == ("A friend at the defence ministry", "anonymous", "SRB")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Kenya Red Cross", _a_body("Kenya Red Cross", "KEN", "NGO")),
        ("the Ghana Medical Association", _a_body("Ghana Medical Association", "GHA")),
        ("the Fiji Trades Union Congress", _a_body("Fiji Trades Union Congress", "FJI")),
        ("the Nigeria Customs Service", _a_body("Nigeria Customs Service", "NGA", "COP")),
        ("Peru's Ombudsman", _a_body("Peru's Ombudsman", "PER")),
        ("Radio Nicaragua", _a_body("Radio Nicaragua", "NIC", "MED")),
        ("the Dutch Safety Board", _a_body("Dutch Safety Board", "NLD")),
        ("the Electoral Commission of Namibia", _a_body("Electoral Commission of Namibia", "NAM")),
        ("Chile's Codelco", _a_body("Codelco", "CHL", "BUS")),
    ],
)
def test_a_national_body_is_not_the_states_government(words: str, expected: Source) -> None:
    assert resolved(f"According to {words}, the road was closed.", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kenya National Bureau of Statistics", _a_body("Kenya National Bureau of Statistics", "KEN", "GOV")),
        ("the Kenya Wildlife Service", _a_body("Kenya Wildlife Service", "KEN")),
        ("the General Directorate of Migration", _a_body("General Directorate of Migration", None, "GOV")),
        ("the Department of Agriculture", _a_body("Department of Agriculture", None, "GOV")),
    ],
)
def test_a_body_is_no_document_and_nobody_by_name(words: str, expected: Source) -> None:
    assert resolved(f"According to {words}, the harvest was poor.", words) == expected


@pytest.mark.parametrize(
    "words", ["data from the Kenya National Bureau of Statistics", "a survey by the Peru Institute"]
)
def test_a_document_of_a_body_is_a_document(words: str) -> None:
    found = resolved(f"According to {words}, the harvest was poor.", words)

    assert (found.name, found.kind) == (words, "document")


def test_officials_of_a_body_are_not_the_body() -> None:
    words = "officials at the Nigeria Customs Service"

    assert resolved(f"According to {words}, it was closed.", words) == Source(words, "anonymous", "NGA")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Peru's Ana Quispe", Source("Ana Quispe", "person", "PER")),
        ("the Kenya Red Cross's Rosa Kamau", Source("Rosa Kamau", "person", "KEN", "NGO")),
        ("Rosa Kamau of the Kenya Red Cross", Source("Rosa Kamau", "person", "KEN", "NGO")),
        ("Rosa Kamau of the World Bank", Source("Rosa Kamau", "person", "WORLDBANK", "IGO")),
        ("Fidesz’s Imre Kovács", Source("Imre Kovács", "person", "HUN", "PTY")),
    ],
)
def test_somebody_of_a_state_or_a_body_is_himself(words: str, expected: Source) -> None:
    assert resolved(f"According to {words}, it was closed.", words) == expected


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("a spokesman for the Kenya Red Cross", "KEN"),
        ("a Gazprom spokesman", "RUS"),
        ("a spokeswoman for the FCDO", "GBR"),
    ],
)
def test_the_spokesman_of_a_body_is_not_somebody_of_its_name(words: str, code: str) -> None:
    found = resolved(f"According to {words}, it was closed.", words)

    assert (found.kind, found.code) == ("office", code)


def test_an_office_has_its_whole_name() -> None:
    words = "Kenya's Ministry of Health"

    assert resolved(f"According to {words}, it was closed.", words) == Source(words, "office", "KEN", "GOV")


@pytest.mark.parametrize(
    "words", ["Leila Haddad of the Carthage Institute", "Ana Roe of the Lima Centre", "Ana Roe of Chatham House"]
)
def test_somebody_of_an_institute_is_himself(words: str) -> None:
    found = resolved(f"According to {words}, Peru paid.", words)

    assert (found.name, found.kind) == (words.partition(" of ")[0], "person")


@pytest.mark.parametrize("words", ["Ana Roe, a trader in Tunis", "Ana Roe, an analyst of Peruvian trade"])
def test_somebody_who_is_told_to_be_something_is_himself(words: str) -> None:
    assert resolved(f"According to {words}, Peru paid.", words) == Source("Ana Roe", "person")
