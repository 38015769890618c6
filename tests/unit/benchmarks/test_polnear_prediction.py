from __future__ import annotations

from benchmarks.accuracy.polnear_prediction import predict

TEXT = "It rained. The foreign ministry of Peru said that talks with Chile would begin on Monday."


def test_attributions_are_told_in_places_of_the_text() -> None:
    (found,) = predict(TEXT)
    assert [TEXT[slice(*place)] for place in found.cue] == ["said"]
    assert ["foreign ministry" in TEXT[slice(*place)] for place in found.source] == [True]
    assert any("talks with Chile" in TEXT[slice(*place)] for place in found.content)


def test_a_text_without_words_has_none() -> None:
    assert predict("") == []
