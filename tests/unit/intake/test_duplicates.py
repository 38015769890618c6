from __future__ import annotations

import itertools
import pickle

import pytest

from dragoman.errors import InvalidValue
from dragoman.intake import Copies, fingerprint, signature
from tests.unit.intake.made import PARAGRAPHS

ARTICLE = (
    " ".join(PARAGRAPHS) + " " + " ".join(f"The {each} clause binds both." for each in ("first", "second", "third"))
)
CHANGED = ARTICLE.replace("Tuesday", "Wednesday").replace("nine", "ten").replace("mistake", "blunder")
UNRELATED = " ".join(
    f"Rain fell on hill {number} while the shepherds of village {number} slept." for number in range(8)
)


def test_the_same_words_are_an_exact_copy() -> None:
    copies = Copies()
    assert copies.add("a", ARTICLE) is None
    copy = copies.add("b", "  " + ARTICLE.upper().replace(" ", "\n"))
    assert copy is not None
    assert (copy.document, copy.of, copy.kind, copy.likeness) == ("b", "a", "exact", 1.0)


def test_three_changed_words_are_a_near_copy() -> None:
    copies = Copies()
    copies.add("a", ARTICLE)
    copy = copies.add("b", CHANGED)
    assert copy is not None
    assert (copy.of, copy.kind) == ("a", "near")
    assert 0.7 <= copy.likeness < 1


def test_other_texts_are_no_copies() -> None:
    copies = Copies()
    copies.add("a", ARTICLE)
    assert copies.add("b", UNRELATED) is None
    assert copies.add("c", "Short.") is None
    assert copies.add("d", "Short too.") is None


def test_a_document_is_no_copy_of_itself() -> None:
    copies = Copies()
    copies.add("a", ARTICLE)
    assert copies.add("a", ARTICLE) is None
    assert len(copies) == 1


def test_the_order_changes_only_which_is_called_the_original() -> None:
    texts = {"a": ARTICLE, "b": CHANGED, "c": UNRELATED, "d": ARTICLE.upper()}
    likenesses = set()
    for order in itertools.permutations(texts):
        copies = Copies()
        found = [copy for name in order if (copy := copies.add(name, texts[name]))]
        assert {copy.document for copy in found} | {copy.of for copy in found} == {"a", "b", "d"}
        assert len(found) == 2
        likenesses.add(tuple(sorted(copy.likeness for copy in found)))
    assert len(likenesses) == 1


def test_what_is_stored_goes_on_where_it_stopped() -> None:
    rows = [("a", signature(ARTICLE), fingerprint(ARTICLE))]
    for copies in (Copies.restore(rows), pickle.loads(pickle.dumps(Copies.restore(rows)))):
        copy = copies.add("b", CHANGED)
        assert copy is not None
        assert copy.of == "a"


def test_a_signature_is_always_the_same() -> None:
    assert signature(ARTICLE) == signature(ARTICLE)
    assert len(signature("")) == len(signature(ARTICLE)) == 1029


def test_what_is_no_signature_is_refused() -> None:
    with pytest.raises(InvalidValue, match="1029 bytes"):
        Copies.restore([("a", b"abc", "x")])
