"""Small hand-made inputs of reading, and heads whose answers are known whatever the weights are."""

from __future__ import annotations

import re

import numpy as np

from dragoman.codebook.names import label
from dragoman.reading.encoder import Encoded, card
from dragoman.reading.heads import Heads
from dragoman.reading.mentions import Mention, MentionKind
from dragoman.reading.saying.attributions import Said
from dragoman.reading.saying.speeches import Speech
from dragoman.records import Attribution, Party, Source, Span
from dragoman.records.attribution import SourceKind


def span(text: str, words: str) -> Span:
    """The words where they first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def whole(text: str) -> Span:
    return Span(0, len(text), text)


def a_mention(text: str, words: str, code: str, kind: MentionKind = "state", *, name: str = "") -> Mention:
    place = span(text, words)
    return Mention(place, (Party(code, name or label(code), place),), kind)


def said(text: str, who: str, *contents: str, name: str = "", kind: SourceKind = "office", cue: str = "said") -> Said:
    """What the source in those words of the text says there."""
    link = Attribution(Source(name or who, kind), span(text, who), cue)
    return Said((link,), tuple(span(text, words) for words in contents))


def pieces(sentence: str) -> tuple[tuple[int, int], ...]:
    """A piece for each word and each mark, between the two special ones."""
    return ((0, 0), *(match.span() for match in re.finditer(r"\w+|[^\w\s]", sentence)), (0, 0))


def speech(text: str, source: str | None, cue: str, *contents: str) -> Speech:
    """An attribution by its words, each where they first stand in the text."""
    return Speech(
        span(text, cue), span(text, source) if source else None, tuple(span(text, words) for words in contents)
    )


def tagged(sentence: str, *marked: tuple[str, str]) -> Encoded:
    """A sentence whose pieces are, to `tag_heads`, in the layers given as (layer, words)."""
    offsets, layers = pieces(sentence), list(card()["layers"])
    hidden = np.zeros((len(offsets), 3 * len(layers)), np.float32)
    hidden[:, ::3] = 0.5
    for layer, words in marked:
        place = span(sentence, words)
        for number, (start, end) in enumerate(offsets):
            if place.start <= start < end <= place.end:
                hidden[number, 3 * layers.index(layer) + (1 if start == place.start else 2)] = 1
    return Encoded(hidden, offsets)


def tag_heads(*, link: float = 9.0) -> Heads:
    """Heads that read the tags off the vectors of `tagged` and link every cue to everything, or to nothing."""
    size = 3 * len(card()["layers"])
    weights = {f"{name}.weight": np.zeros((2, size), np.float32) for name in ("link_cue", "link_span", "link_both")}
    weights |= {"layers.weight": 20 * np.eye(size, dtype=np.float32), "near.weight": np.zeros((32, 2), np.float32)}
    return Heads(weights | {"link.weight": np.zeros((1, 2), np.float32), "link.bias": np.array([link], np.float32)})


def untold(sentence: str) -> Encoded:
    """A sentence whose vectors say nothing."""
    return Encoded(np.zeros((len(pieces(sentence)), 2), np.float32), pieces(sentence))


def sure_heads(*types: str) -> Heads:
    """Heads that are sure of the given types in every pair, asserted, the first word saying so."""
    card_ = card()
    sizes = {"look": (6, 2), "pair": (2, 8), "relation": (2, 4), "mode": (len(card_["modes"]), 2)}
    sizes |= {name: (2, 2) for name in ("actor", "recipient", "product", "sentence", "pointer")}
    sizes |= {
        "way": (1, 2),
        "hint": (1, 2),
        "types": (len(card_["types"]), 2),
        "kind": (len(card_["types"]), 2),
        "standing": (7, 2),
    }
    weights = {f"{name}.weight": np.zeros(size, np.float32) for name, size in sizes.items()}
    weights["types.bias"] = np.array([100.0 if name in types else -100.0 for name in card_["types"]], np.float32)
    weights["way.bias"] = weights["hint.bias"] = np.array([100.0], np.float32)
    return Heads(weights)
