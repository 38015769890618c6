from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from dragoman.intake import limits
from tests.unit.intake.made import PARAGRAPHS, as_html, letter, only, reason, write


def test_a_letter_is_a_document_of_its_sender_and_day(tmp_path: Path) -> None:
    found = only(write(tmp_path, "a.eml", letter(PARAGRAPHS[0])))
    assert (found.text, found.title, found.publisher) == (PARAGRAPHS[0], "Accord signed", "The Valley Herald")
    assert found.published is not None
    assert found.published.iso() == "2024-03-04"


def test_a_message_without_an_ending_is_known_by_its_header(tmp_path: Path) -> None:
    assert only(write(tmp_path, "1709.M1P2.host:2,S", letter(PARAGRAPHS[0]))).title == "Accord signed"


def test_encoded_words_and_letters_of_other_scripts(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "Bakı Xəbərləri <x@baki.example>"
    message["Subject"] = "Azərbaycan və İsrail"
    message.set_content("Azərbaycan Prezidenti İlham Əliyev Bakıda çıxış etdi.", charset="utf-8", cte="base64")
    found = only(write(tmp_path, "a.eml", message.as_bytes()))
    assert (found.publisher, found.title) == ("Bakı Xəbərləri", "Azərbaycan və İsrail")
    assert found.text.startswith("Azərbaycan Prezidenti")


def newsletter(plain: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "news@herald.example", "The morning"
    message.set_content(plain)
    message.add_alternative(as_html(), subtype="html")
    message.add_attachment(b"The attachment names Borduria.", maintype="text", subtype="plain", filename="a.txt")
    return message.as_bytes()


def test_of_plain_text_and_page_the_one_that_says_more_is_read(tmp_path: Path) -> None:
    page = only(write(tmp_path, "a.eml", newsletter("Open this message in your browser to read it.")))
    assert page.text == "\n".join(PARAGRAPHS)
    assert page.publisher == "herald.example"
    plain = only(write(tmp_path, "b.eml", newsletter("\n\n".join([*PARAGRAPHS, "Only the plain text says this."]))))
    assert plain.text.endswith("Only the plain text says this.")


def test_a_message_without_text_says_so(tmp_path: Path) -> None:
    empty = letter("").replace(b"text/plain", b"image/png")
    assert "holds no text" in reason(write(tmp_path, "a.eml", empty))


def test_parts_too_deep_inside_one_another_are_refused(tmp_path: Path) -> None:
    def nested(depth: int) -> bytes:
        opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
        return f"From: a@b.example\nMIME-Version: 1.0\n{opened}Content-Type: text/plain\n\n{PARAGRAPHS[0]}\n".encode()

    assert only(write(tmp_path, "a.eml", nested(20))).text == PARAGRAPHS[0]
    assert "parts that hold others" in reason(write(tmp_path, "b.eml", nested(limits.MAIL_HOLDERS + 1)))
    many_lines = nested(250) + b"a\n" * 100_000
    assert "parts that hold others" in reason(write(tmp_path, "c.eml", many_lines))
    assert only(write(tmp_path, "d.eml", nested(limits.MAIL_HOLDERS))).text == PARAGRAPHS[0]
