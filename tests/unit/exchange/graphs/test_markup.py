from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from dragoman.exchange.graphs.markup import tag, text


def test_what_is_left_out_has_no_attribute() -> None:
    assert tag("a", {"b": "1", "c": None}) == '<a b="1"/>'
    assert tag("a", {}, "<b/>") == "<a><b/></a>"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back_but_for_what_xml_cannot_hold(given_: str) -> None:
    written = tag("a", {"b": given_}, text(given_)).encode("utf-8")
    found = ElementTree.fromstring(written)
    assert len(found.attrib["b"]) == len(given_) == len(found.text or "")
    assert all(one in (other, "\ufffd") for one, other in zip(found.attrib["b"], given_, strict=True))
    assert found.text in (found.attrib["b"], None)
