"""Desks on small real ledgers, and browsers' requests to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from argon2 import PasswordHasher
from httpx2 import Response
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.records import Document, Entry, Interval, Reading, Span, Standing, Statement
from dragoman.web.access.admission import Admission
from dragoman.web.access.users import Role, User
from dragoman.web.app import app_of
from dragoman.web.desk import Desk
from tests.factories import READER, a_figure, an_article, an_entry

HOST = "http://127.0.0.1:8765"
PASSWORD = "correct horse"
OIL = "Azerbaijan supplies 40 percent of Israel's oil imports."
LESS = "Azerbaijan supplies 20 percent of Israel's oil imports."
VISIT = "Israel's president visited Azerbaijan on 30 May 2023."
DENIAL = "Israel has no embassy in Azerbaijan."
EMBASSY = "Israel keeps an embassy in Azerbaijan."
THREAT = "Iran threatens Israel <script>alert(1)</script>."
FORECAST = "Azerbaijan will mediate between Israel and Türkiye by 2030 with a 60 percent chance."


def gazette() -> tuple[Document, list[Entry]]:
    """One article of the Gazette with what it states."""
    document = an_article(
        "The Gazette",
        "2023-07-01",
        OIL,
        VISIT,
        THREAT,
        FORECAST,
        title="Oil <b>and</b> visits",
        url="https://example.org/a",
    )
    oil = a_figure(document, "40 percent", 40, 40, of="oil imports", whose="ISR")
    return document, [
        an_entry(document, OIL, figures=[oil]),
        an_entry(document, VISIT, "CONSULT", actor="ISR", recipient="AZE", when="2023-05-30", mode="visit"),
        an_entry(document, THREAT, "hostility", actor="IRN", recipient="ISR"),
        an_entry(document, FORECAST, "mediation", recipient="ISR;TUR", standing="predicted", when="2030"),
    ]


def courier() -> tuple[Document, list[Entry]]:
    """One article of the Courier, which says otherwise."""
    document = an_article("The Courier", "2023-08-01", LESS, EMBASSY, title="Less oil")
    less = a_figure(document, "20 percent", 20, 20, of="oil imports", whose="ISR")
    return document, [
        an_entry(document, LESS, figures=[less], chain="Haaretz:publisher"),
        an_entry(document, EMBASSY, "diplomacy", actor="ISR", recipient="AZE"),
    ]


def herald() -> tuple[Document, list[Entry]]:
    """One article of the Herald, which denies the embassy."""
    document = an_article("The Herald", "2023-08-02", DENIAL, title="No embassy")
    return document, [an_entry(document, DENIAL, "diplomacy", actor="ISR", recipient="AZE", standing="denied")]


def says(document: Document, evidence: Span) -> Entry:
    """A bare event of which nothing is known but the words."""
    statement = Statement(
        "event", "CONSULT", (), (), Interval(), Standing.ASSERTED, document.id, evidence, certainty=0.5, reader=READER
    )
    return Entry(statement, document, "2024-01-01T00:00:00Z")


def a_ledger(folder: Path, articles: Sequence[tuple[Document, list[Entry]]] | None = None) -> Path:
    """A ledger of the three articles, or of those given, learnt a day apart from 1 January 2024 on."""
    path = folder / "small.ledger"
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        for day, (document, entries) in enumerate(articles or (gazette(), courier(), herald()), 1):
            statements = tuple(each.statement for each in entries)
            writer.add(Reading(document, statements, READER), recorded=f"2024-01-{day:02}")
    return path


def a_client(path: Path, *, is_open: bool = True) -> TestClient:
    """A browser that may ask the desk of a ledger at once; with a cookie still to get if it is not open."""
    return TestClient(app_of(Desk.of(path, 8765, is_open=is_open)), base_url=HOST, follow_redirects=False)


def a_user(name: str, role: Role = "analyst", password: str = PASSWORD) -> User:
    """Somebody whose password is as cheap to check as Argon2 allows."""
    return User(name, role, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(password))


def a_team(path: Path, *users: User) -> TestClient:
    """A browser at the desk of a ledger at which users sign in, with no cookie yet."""
    admission = Admission({each.name: each for each in users})
    return TestClient(app_of(Desk.of(path, 8765, admission=admission)), base_url=HOST, follow_redirects=False)


def sign_in(client: TestClient, name: str, password: str = PASSWORD, **fields: str) -> Response:
    """Send the form of the page on which one signs in, with what that page hides in it."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', client.get("/login").text))
    given = {**hidden, "name": name, "password": password, **fields}
    answer: Response = client.post("/login", headers={"origin": HOST}, data=given)
    return answer
