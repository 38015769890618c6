from __future__ import annotations

import rdflib
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exchange.graphs.turtle import block, date, head, name, text, url


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_comes_back(given_: str) -> None:
    data = head() + block(name("a"), ("rdfs:label", text(given_)))
    (found,) = rdflib.Graph().parse(data=data, format="turtle").objects()
    assert len(str(found)) == len(given_)
    assert all(one in (other, "\ufffd") for one, other in zip(str(found), given_, strict=True))


def test_nothing_is_said_of_what_has_nothing_to_be_said() -> None:
    assert block("<a>", ("rdfs:label", text(None))) == ""
    assert block("<a>", ("a", ["prov:Entity"]), ("rdfs:label", [])) == "<a> a prov:Entity .\n"


def test_days_months_and_years_have_types() -> None:
    assert [date(each) for each in ("2023", "2023-05", "2023-05-30", "2016/2020", None)] == [
        ['"2023"^^xsd:gYear'],
        ['"2023-05"^^xsd:gYearMonth'],
        ['"2023-05-30"^^xsd:date'],
        ['"2016/2020"'],
        [],
    ]


def test_only_addresses_of_the_web_are_addresses() -> None:
    assert url("https://example.org/a?b=1&c#d") == ["<https://example.org/a?b=1&c#d>"]
    assert url("HTTP://example.org/ö") == ["<HTTP://example.org/%C3%B6>"]
    assert [url(each) for each in ("file:///etc", "see https://example.org", None)] == [[], [], []]
    assert name('d1:a"> b') == "<urn:dragoman:d1:a%22%3E%20b>"
