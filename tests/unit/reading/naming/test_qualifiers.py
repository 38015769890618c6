from __future__ import annotations

import pytest

from dragoman.reading.naming.qualifiers import qualifies


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("military aid to Chad", "military", True),
        ("military pacts with Chad", "military", True),
        ("military supplies to Chad", "military", True),
        ("military and economic aid", "military", True),
        ("military technical cooperation", "military", True),
        ("military-technical cooperation", "military", True),
        ("military operation in Mali", "military", True),
        ("military plans were sent", "military", True),
        ("state-owned airline", "state", True),
        ("state oil company", "state", True),
        ("army base that Chad had", "army", True),
        ("naval exercises with Chad", "naval", True),
        ("military said it paid", "military", False),
        ("military plans to pay", "military", False),
        ("military strikes the town", "military", False),
        ("military and the court", "military", False),
        ("army operation in Mali", "army", False),
        ("army exercises with Chad", "army", False),
        ("police support the ban", "police", False),
        ("president-elect", "president", False),
        ("envoy aid", "envoy", False),
        ("military", "military", False),
    ],
)
def test_roles_that_only_tell_of_what_kind_something_is(text: str, words: str, *, expected: bool) -> None:
    assert qualifies(text, len(words), words) is expected
