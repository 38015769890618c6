from __future__ import annotations

import numpy as np
import pytest

from dragoman.errors import InvalidValue
from dragoman.reconcile import candidates, fingerprint, hashes_of, is_current, sketch
from tests.unit.intake.made import PARAGRAPHS

ARTICLE = " ".join(PARAGRAPHS)
UNRELATED = " ".join(
    f"Rain fell on hill {number} while the shepherds of village {number} slept." for number in range(8)
)


def _pairs(**texts: str) -> set[tuple[str, str]]:
    return candidates({name: hashes_of(sketch(text)) for name, text in texts.items()})


def test_the_fingerprint_is_of_the_words_and_of_nothing_else() -> None:
    assert fingerprint("  " + ARTICLE.upper().replace(" ", "\n")) == fingerprint(ARTICLE)
    assert fingerprint("One million, 300,000 tonnes.") == fingerprint("one million 300000 tonnes")
    assert fingerprint(ARTICLE) != fingerprint(UNRELATED)
    assert fingerprint("…") != fingerprint("!")


def test_a_sketch_is_always_the_same() -> None:
    assert sketch(ARTICLE) == sketch(ARTICLE)


def test_a_quarter_of_the_runs_is_kept() -> None:
    text = " ".join(f"word{number}" for number in range(4003))
    hashes = hashes_of(sketch(text))
    assert 900 < len(hashes) < 1100
    assert (np.diff(hashes.astype(object)) > 0).all()


def test_a_very_long_text_takes_no_more_room_than_a_long_one() -> None:
    assert len(sketch(" ".join(f"word{number}" for number in range(30_000)))) == 5 + 8 * 4096


@pytest.mark.parametrize("text", ["", "…", "One", "One two three"])
def test_short_texts_have_sketches(text: str) -> None:
    assert is_current(sketch(text))
    assert len(hashes_of(sketch(text))) <= 1


def test_texts_that_share_passages_are_worth_comparing() -> None:
    assert _pairs(a=ARTICLE, b=UNRELATED, c=f"News. {ARTICLE}") == {("a", "c")}
    assert _pairs(a="Short.", b="Short too.") == set()
    assert _pairs() == set()


def test_what_very_many_share_is_compared_with_the_first_few_only() -> None:
    texts = {f"{number:03}": f"{ARTICLE} {UNRELATED.replace('hill', f'hill{number}')}" for number in range(40)}
    found = _pairs(**texts)
    assert {("000", each) for each in list(texts)[1:]} <= found
    assert len(found) < 40 * 4


def test_what_is_no_sketch_is_refused() -> None:
    with pytest.raises(InvalidValue, match="version 3"):
        hashes_of(b"\x02abc")
    assert not is_current(b"")
