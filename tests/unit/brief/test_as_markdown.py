from __future__ import annotations

import re

from dragoman.analysis import account
from dragoman.brief import compose, markdown
from tests.factories import an_article, an_entry

TRICKY = "Azerbaijan *supplies* [oil](x) to <b>Israel</b>\nand `more`."


def _text(**article: object) -> str:
    document = an_article("The_Paper", "2023-07-13", TRICKY, **article)
    return markdown(compose(account([an_entry(document, TRICKY)], "AZE", "ISR")))


def test_signs_of_documents_mean_nothing():
    text = _text(title="1. # <script>")
    assert r"“Azerbaijan \*supplies\* \[oil\](x) to \<b\>Israel\</b\> and \`more\`.”" in text
    assert "The\\_Paper" in text
    assert "<script>" not in text.replace(r"\<script\>", "")


def test_every_call_has_its_footnote():
    text = _text()
    calls = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    notes = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert calls == notes != set()


def test_addresses_of_the_web_are_addresses_and_others_words():
    assert "<https://example.org/a_b>" in _text(url="https://example.org/a_b")
    assert "javascript:alert" in _text(url="javascript:alert(1)")
    assert "<javascript" not in _text(url="javascript:alert(1)")


def test_a_footnote_says_who_when_what_and_opens():
    document = an_article("Haaretz", "2023-07-13", "Oil flows.", title="Oil")
    entry = an_entry(
        document, "Oil flows.", standing="denied", chain="Maariv:publisher;officials:anonymous", certainty=0.4
    )
    text = markdown(compose(account([entry], "AZE", "ISR")))
    line = f"[^1]: Haaretz, quoting Maariv, quoting officials, 13 July 2023, “Oil”: “Oil flows.” `{entry.statement.id}`"
    assert f"{line} (denied, uncertain)" in text


def test_nothing_found_is_short():
    assert markdown(compose(account([], "AZE", "ISR"))).count("\n") == 3


def test_words_that_would_begin_a_list_do_not():
    document = an_article("1. Gazette", "2023", "Oil flows.")
    assert "- 1\\. Gazette published" in markdown(compose(account([an_entry(document, "Oil flows.")], "AZE", "ISR")))
