from __future__ import annotations

from dragoman.reconcile.signatures import packed, print_of, unpacked
from dragoman.reconcile.sketches import hashes_of
from tests.factories import a_document

TEXT = "Rain fell on Nepal and on Bhutan, and the rivers rose."


def test_rows_of_data_sets_share_passages_with_nothing() -> None:
    one, other = (a_document(TEXT, title=title, transport="POLECAT import") for title in ("one", "other"))

    assert print_of(one) != print_of(other)
    assert [hashes_of(unpacked(print_of(each))[0]).size for each in (one, other)] == [0, 0]
    assert print_of(a_document(TEXT)) == packed(TEXT)


def test_prints_come_apart_as_they_were_put_together() -> None:
    signature, fingerprint = unpacked(packed(TEXT))

    assert packed(TEXT) == fingerprint + signature
    assert len(fingerprint) == 32
