from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.records import Span
from tests.factories import a_document
from tests.unit.web.made import HOST, OIL, a_client, a_ledger, gazette, says
from tests.unit.web.test_theme import form_of

DOCUMENT, ENTRIES = gazette()
ADDRESS = f"/document/{DOCUMENT.id}"


def test_the_article_is_shown_with_its_statements(browser: TestClient) -> None:
    page = browser.get(ADDRESS).text

    for number, entry in enumerate(ENTRIES, 1):
        anchor = f"w-{entry.statement.id.partition(':')[2]}"
        assert f'id="{anchor}" href="#n' in page
        assert f'id="n{number}"' in page
    assert re.search(r'<mark class="m1 number"[^>]*>40 percent</mark>', page)


def test_markup_of_an_article_is_text(browser: TestClient) -> None:
    page = browser.get(ADDRESS).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Oil &lt;b&gt;and&lt;/b&gt; visits" in page


def test_links_of_a_document_are_shown_and_not_followed(browser: TestClient) -> None:
    page = browser.get(ADDRESS).text

    assert "https://example.org/a" in page
    assert 'href="https' not in page


@pytest.mark.parametrize(
    "address", ["/", "/single", "/disputes", "/changes?since=2020", "/search", "/documents", ADDRESS]
)
def test_no_page_lets_an_article_speak_markup(browser: TestClient, address: str) -> None:
    assert "<script>alert" not in browser.get(address).text


def test_characters_that_turn_the_direction_of_text_are_left_out(tmp_path: Path) -> None:
    document = a_document("Herzog visited Azerbaijan \u202eyllacitsymetni\u202c in May.\x1b[31m", title="\u202eeltit")
    visit = says(document, Span.of(document.text, 0, 25))
    path = a_ledger(tmp_path, [(document, [visit])])
    page = a_client(path).get(f"/document/{document.id}").text

    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "eltit" in page


def test_a_statement_can_be_looked_for(browser: TestClient) -> None:
    statement = ENTRIES[1].statement
    page = browser.get(f"{ADDRESS}?at={statement.id}").text

    assert '<details class="note chosen" id="n2" open>' in page
    assert browser.get(f"{ADDRESS}?at=s1:nothing").status_code == 404


def test_a_note_tells_the_parties_time_chain_and_standing(browser: TestClient) -> None:
    page = browser.get(f"{ADDRESS}?at={ENTRIES[1].statement.id}").text
    note = page[page.index('id="n2" open>') :].partition("</details>")[0]

    assert re.search(r"<dt>Actor</dt><dd><a href=\"/party/ISR\">Israel</a>", note)
    assert re.search(r"<dt>Recipient</dt><dd><a href=\"/party/AZE\">Azerbaijan</a>", note)
    assert "<dt>When</dt><dd>2023-05-30" in note
    assert "<dt>Chain</dt><dd>the document’s own voice" in note
    assert "<dt>Standing</dt><dd>asserted" in note
    assert f'action="/claim/{ENTRIES[1].statement.id}/decide"' in note


def test_a_judgement_made_in_an_article_leads_back_to_its_words(tmp_path: Path) -> None:
    client = a_client(a_ledger(tmp_path))
    identity = ENTRIES[1].statement.id
    fields = {
        **form_of(client, f"{ADDRESS}?at={identity}"),
        "who": "A. Analyst",
        "why": "it was a call",
        "back": ADDRESS,
    }

    def sent(address: str, **more: str) -> str:
        answer = client.post(address, headers={"origin": HOST}, data={**fields, **more})
        assert answer.status_code == 303
        return answer.headers["location"]

    there = sent(f"/claim/{identity}/decide", verdict="not stated")
    page = client.get(there).text
    (decision,) = re.findall(r'name="decision" value="([^"]+)"', page)
    assert there == f"{ADDRESS}?done={decision.replace(':', '%3A')}#judged"
    assert "<b>Judged:</b>" in page
    assert "A. Analyst: it was a call" in page
    assert sent("/decisions/undo", decision=decision) == there
    assert "<b>Taken back:</b>" in client.get(there).text


@pytest.mark.parametrize("back", ["https://evil.example/document/d1:1", "//evil.example/document/", "/documents", ""])
def test_a_judgement_leads_back_to_documents_only(tmp_path: Path, back: str) -> None:
    client = a_client(a_ledger(tmp_path))
    identity = ENTRIES[1].statement.id
    fields = {**form_of(client, f"/claim/{identity}"), "who": "A", "why": "b", "verdict": "confirmed", "back": back}
    answer = client.post(f"/claim/{identity}/decide", headers={"origin": HOST}, data=fields)

    assert answer.headers["location"].startswith("/decisions?undone=1&done=j1:")


def test_the_text_is_in_the_data(browser: TestClient) -> None:
    data = browser.get(f"{ADDRESS}.json").json()

    assert data["text"] == DOCUMENT.text
    assert data["tables"]["statements"][0]["evidence"] == OIL
    assert all(DOCUMENT.text[row["start"] : row["end"]] == row["evidence"] for row in data["tables"]["statements"])


def test_a_long_document_comes_page_by_page(tmp_path: Path) -> None:
    sentences = [f"Herzog visited Azerbaijan on day {number}." for number in range(200)]
    document = a_document("\n\n".join(sentences))
    start = document.text.index(sentences[150])
    visit = says(document, Span.of(document.text, start, start + 10))
    client = a_client(a_ledger(tmp_path, [(document, [visit])]))

    assert "on day 79." in client.get(f"/document/{document.id}").text
    assert "on day 80." not in client.get(f"/document/{document.id}").text
    assert "on day 150." in client.get(f"/document/{document.id}?at={visit.statement.id}").text
    assert client.get(f"/document/{document.id}?page=3").text.count("on day") == 40


def test_a_page_of_long_paragraphs_holds_fewer(tmp_path: Path) -> None:
    said = "Herzog visited Azerbaijan. "
    document = a_document(said * 5_000)
    spans = [Span.of(document.text, at, at + len(said) - 1) for at in range(0, len(document.text), 10 * len(said))]
    visits = [says(document, each) for each in spans]
    client = a_client(a_ledger(tmp_path, [(document, visits)]))
    pages = [client.get(f"/document/{document.id}?page={number}").text for number in (1, 2, 3, 4)]

    assert [page.count('class="ref"') for page in pages[:2]] == [222, 222]
    assert sum(page.count('class="ref"') for page in pages) == len(visits)
    assert all(page.count("Herzog") < 3_000 for page in pages)
    assert "Herzog" in client.get(f"/document/{document.id}?at={visits[-1].statement.id}").text


@pytest.mark.parametrize(
    "identity", ["d1:0000", "nothing", "d1:' OR 1=1 --", "s1:abc", "%00", "..%2f..%2fetc%2fpasswd"]
)
def test_what_is_no_document_is_not_found(browser: TestClient, identity: str) -> None:
    assert browser.get(f"/document/{identity}").status_code == 404


def test_an_article_in_which_nothing_was_found_says_so_and_explains_no_marks(
    browser: TestClient, tmp_path: Path
) -> None:
    document = a_document("A cat sat on a mat.")
    page = a_client(a_ledger(tmp_path, [(document, [])])).get(f"/document/{document.id}").text

    assert "was found in it" in page
    assert "in several statements" not in page
    assert "in several statements" in browser.get(ADDRESS).text
