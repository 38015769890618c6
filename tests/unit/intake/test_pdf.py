from __future__ import annotations

from pathlib import Path

from dragoman.intake import Defaults, Item, load, survey
from dragoman.records import Document, Failure
from tests.unit.intake.made import only, pdf_file, reason, write

PAGES = [
    [
        (0, "Journal of Valley Studies, 12"),
        (40, "The energy partnership of the two states has grown, and the co-"),
        (14, "operation of their companies in the oil trade is well estab-"),
        (14, "lished by now."),
        (28, "In 2023 the supplier sold oil to its partner, and the two govern-"),
        (14, "ments signed an accord on the sale of gas that the parliament"),
        (600, "1"),
    ],
    [
        (0, "Journal of Valley Studies, 13"),
        (40, "had asked for."),
        (28, "Nothing more was sold after the second year of the accord."),
        (600, "2"),
    ],
]


def test_lines_become_paragraphs_without_headers_and_page_numbers(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.pdf", pdf_file(PAGES, Title="The partnership", Author="Mara Novak")))
    assert document.text.split("\n") == [
        "The energy partnership of the two states has grown, and the co-operation of their companies in the oil trade "
        "is well established by now.",
        "In 2023 the supplier sold oil to its partner, and the two governments signed an accord on the sale of gas "
        "that the parliament had asked for.",
        "Nothing more was sold after the second year of the accord.",
    ]


def test_the_rows_of_a_table_are_lines_of_their_own() -> None:
    note = Path(__file__).parents[3] / "examples" / "05-policy-note.pdf"
    (document,) = load(Item(note.name, content=note.read_bytes()), Defaults())
    assert isinstance(document, Document)
    lines = document.text.split("\n")

    assert "Kazakhstan Israel 22% Israel's oil imports 2025 3" in lines
    assert "Israel Azerbaijan 60–69% Azerbaijan's military imports 2010s 5" in lines


def test_title_and_author_come_from_its_information_but_no_date(tmp_path: Path) -> None:
    file = pdf_file(PAGES, Title="The partnership", Author="Mara Novak", CreationDate="D:20240101000000Z")
    document = only(write(tmp_path, "a.pdf", file))
    assert (document.title, document.author, document.published) == ("The partnership", "Mara Novak", None)


def test_a_truncated_pdf_says_so(tmp_path: Path) -> None:
    assert "truncated" in reason(write(tmp_path, "a.pdf", pdf_file(PAGES)[:900]))


def test_a_damaged_pdf_says_so(tmp_path: Path) -> None:
    assert "damaged" in reason(write(tmp_path, "a.pdf", b"%PDF-1.4\nnothing at all\n%%EOF"))


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    keys = b"/O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " + keys + b" >> /ID [<00><00>]"
    file = pdf_file(PAGES).replace(b" /Root 1 0 R", b" /Root 1 0 R " + lock)
    assert "encrypted" in reason(write(tmp_path, "a.pdf", file))


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    assert "no text" in reason(write(tmp_path, "a.pdf", pdf_file([[]])))


def test_a_pdf_that_is_none_says_so(tmp_path: Path) -> None:
    assert "does not begin as a PDF" in reason(write(tmp_path, "a.pdf", "Just text."))


def test_ten_thousand_pages_are_cut_with_a_note(tmp_path: Path) -> None:
    file = pdf_file([[(0, f"The text of one page, which is number {number}.")] for number in range(10_000)])
    (item,) = survey([str(write(tmp_path, "a.pdf", file))])
    assert isinstance(item, Item)
    document, note = load(item, Defaults())
    assert isinstance(document, Document)
    assert isinstance(note, Failure)
    assert "first 2,000 of its 10,000 pages" in note.reason
