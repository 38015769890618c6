from __future__ import annotations

import pytest

from dragoman.reading.reader import begin, read
from dragoman.records import Document, Standing, Statement
from dragoman.records.dates import from_iso

ENERGY = "Norway supplies around 30 percent of Germany’s gas imports."
VISIT = "Kenyan Foreign Minister Musalia Mudavadi visited Tanzania in March 2024."
DENIAL = "Chile does not sell weapons to Peru."
PLAN = "Vietnam’s prime minister will visit New Zealand next month."


def statements(text: str, **more: str) -> tuple[Statement, ...]:
    return read(Document(text, published=from_iso(more.get("published", "2024-05-10")))).statements


def one(text: str, kind: str) -> Statement:
    (found,) = [statement for statement in statements(text) if statement.type == kind]
    return found


def codes(statement: Statement) -> tuple[list[str | None], list[str | None]]:
    return [party.code for party in statement.actor], [party.code for party in statement.recipient]


def test_a_supply_with_its_figure() -> None:
    found = one(ENERGY, "energy")

    assert codes(found) == (["NOR"], ["DEU"])
    (quantity,) = found.quantities
    assert (quantity.low, quantity.unit, quantity.of, quantity.whose) == (30.0, "percent", "gas imports", "DEU")
    assert quantity.approximate


def test_a_visit_with_its_date() -> None:
    found = one(VISIT, "CONSULT")

    assert codes(found) == (["KEN"], ["TZA"])
    assert found.mode == "visit"
    assert found.occurred.iso() == "2024-03"
    assert found.actor[0].name == "Musalia Mudavadi"


def test_what_is_denied_is_not_asserted() -> None:
    assert one(DENIAL, "arms").standing is Standing.DENIED


def test_what_is_planned_lies_ahead() -> None:
    found = one(PLAN, "CONSULT")

    assert found.standing is Standing.PLANNED
    assert found.occurred.iso() == "2024-06"


def test_the_following_year_follows_the_year_that_the_sentence_told() -> None:
    quiet, row = "Kenya closed its border with Uganda in January.", "Kenya expelled Somalia’s ambassador in 2014"
    told = statements(f"{quiet} {row} and Somalia sued Kenya the following year.", published="2026-03-02")
    years = {each.type: each.occurred.iso() for each in told}

    assert years["SANCTION"] == "2014"
    assert years["ACCUSE"] == "2015"


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Chile bought $310 million of gas from Peru in 2022, down from $415 million in 2020.",
            "energy",
            [("2020", [415e6]), ("2022", [310e6])],
        ),
        (
            "Kenya bought 6.4 percent of its timber from Uganda in 2021, compared with 11 percent two years earlier.",
            "trade",
            [("2019", [11.0]), ("2021", [6.4])],
        ),
        ("Poland supplied 30 percent of Latvia's coal in 2020.", "energy", [("2020", [30.0])]),
        (
            "Kenya's exports of tea to Egypt fell from $2 billion in 2021 to $1.4 billion.",
            "trade",
            [("2021", [2e9]), (None, [1.4e9])],
        ),
        ("Brazil sold Argentina 20 aircraft and 5 tanks in 2015.", "arms", [("2015", [20.0, 5.0])]),
        ("Kenya sold Uganda 300 tonnes of tea in 2023 for a price of $40 million.", "trade", [("2023", [300.0, 40e6])]),
    ],
)
def test_figures_of_different_years_are_told_apart(
    text: str, kind: str, told: list[tuple[str | None, list[float]]]
) -> None:
    found = [each for each in statements(text) if each.type == kind]

    figures = [(each.occurred.iso(), [one.high for one in each.quantities]) for each in found]
    assert sorted(figures, key=str) == sorted(told, key=str)


def test_what_stands_in_the_paragraph_of_a_day_happened_then() -> None:
    text = "17 May 2023: Hungary condemned Georgia. Kenya condemned Ghana.\n\nChile condemned Peru."
    found = {each.actor[0].code: each.occurred for each in statements(text)}

    assert found["HUN"].iso() == found["KEN"].iso() == "2023-05-17"
    assert (found["KEN"].basis, found["CHL"].basis) == ("relative", "assumed")


def test_those_years_are_the_ones_told_before() -> None:
    supply = "Norway supplied 30 percent of Germany's gas in 2016–2020."
    share = "Sales to Germany made up 17 percent of Norway's gas exports in those years."
    assert [each.occurred.iso() for each in statements(f"{supply} {share}") if each.type == "energy"] == [
        "2016/2020"
    ] * 2


def test_two_states_side_by_side_are_not_related() -> None:
    assert statements("Heavy rain fell in Peru and in Mongolia on Monday.") == ()


def test_reading_twice_gives_the_same() -> None:
    document = Document("\n".join((ENERGY, VISIT, DENIAL, PLAN)))

    assert read(document) == read(document)


def test_only_sentences_that_can_matter_are_encoded() -> None:
    heard, related = "Ghana’s ministry said this:", "Togo has sold arms to Mali."
    idle = "“It rained,” Ghana said."
    text = "\n".join((heard, related, idle))

    assert begin(Document(text)).texts == [heard, related]
    assert begin(Document(text), whole=True).texts == [heard, related, idle]


def test_what_a_share_is_compared_with_is_no_time_of_it() -> None:
    found = one("Exports from Peru to Chile were worth $3 billion in 2015, up 5 percent from a year earlier.", "trade")

    assert found.occurred.iso() == "2015"
    assert [each.unit for each in found.quantities] == ["USD", "percent"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kenya expelled two Ugandan diplomats, the Ministry of Foreign Affairs said.", ["KEN"]),
        ("Kenya expelled two Ugandan diplomats, the foreign ministry said on Monday.", ["KEN"]),
        ("Kenya expelled two Ugandan diplomats, the foreign ministry said Monday.", ["KEN"]),
        ("Kenya expelled two Ugandan diplomats, the foreign ministry said, adding that they had spied.", ["KEN"]),
    ],
)
def test_who_tells_it_at_the_end_tells_all_of_it(text: str, speakers: list[str]) -> None:
    assert [link.source.code for link in one(text, "SANCTION").chain] == speakers


def test_whom_a_newspaper_cites_behind_what_it_reports_said_so() -> None:
    found = one("Honduras expelled two Peruvian envoys, El Heraldo reported, citing a senior official.", "SANCTION")

    assert [link.source.name for link in found.chain] == ["El Heraldo (Honduras)", "a senior official"]


def test_the_year_of_an_accord_is_not_when_somebody_breaks_it() -> None:
    found = one("Kenya accused Uganda of violating an accord signed in 2009.", "ACCUSE")

    assert found.occurred.text is None


def test_the_same_day_is_not_that_of_an_accord() -> None:
    text = "Chad's parliament on Monday rejected an accord signed on 2 May by Togo."

    assert one(f"{text} Mahamat Deby visited Togo the same day.", "CONSULT").occurred.iso() == "2024-05-06"


def test_whoever_was_told_does_not_say_so() -> None:
    assert one("Iran attacked Iraq, the House of Representatives was told.", "ASSAULT").chain == ()


def test_the_time_of_one_clause_is_not_that_of_the_next() -> None:
    gas = "Norway has increased gas exports to Germany by 8 percent since January"
    found = one(f"{gas}, and Denmark suspects that Russia blew up Nord Stream.", "ASSAULT")

    assert found.occurred.text is None


def test_a_department_is_a_party_as_a_ministry_is() -> None:
    text = "Manila protested. The Department of Foreign Affairs summoned the Chinese ambassador on Friday."

    assert codes(one(text, "ACCUSE")) == (["PHL"], ["CHN"])


def test_our_country_is_that_of_a_state_whose_own_paper_prints_it() -> None:
    def visited(publisher: str) -> list[str | None]:
        text = "President Thongloun of Laos is paying a visit to our country."
        found = read(Document(text, publisher=publisher, published=from_iso("2021-06-30"))).statements
        return [party.code for each in found for party in each.recipient]

    assert visited("Nhan Dan") == ["VNM"]
    assert visited("Reuters") == []


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Mali may recall its envoy from Togo on Monday.", "SANCTION", "2024-05-13"),
        ("Mali may have attacked Togo on Monday.", "ASSAULT", "2024-05-06"),
        ("Tonga hopes to sign a treaty with Fiji by June.", "AGREE", "2024-05-10/2024-06-30"),
    ],
)
def test_what_may_come_does_so_in_days_to_come(text: str, kind: str, when: str) -> None:
    assert one(text, kind).occurred.iso() == when


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Mali cut ties on Tuesday, two days after Togo expelled three Malian diplomats.", "SANCTION", "2024-05-05"),
        ("In May 2020 Chile paid, three months before Chile attacked Peru.", "ASSAULT", "2020-08"),
        ("Mali cut ties on Tuesday, two days after Togo attacked Mali on 2 May.", "ASSAULT", "2024-05-02"),
    ],
)
def test_so_long_before_or_after_something_else(text: str, kind: str, when: str) -> None:
    assert one(text, kind).occurred.iso() == when
