"""Small hand-made inputs of reading, and heads whose answers are known whatever the weights are."""

from __future__ import annotations

import re

import numpy as np

from dragoman.codebook.names import label
from dragoman.reading.attributions import Said
from dragoman.reading.encoder import Encoded, card
from dragoman.reading.heads import Heads
from dragoman.reading.mentions import Mention, MentionKind
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


def said(text: str, who: str, *contents: str, name: str = "", kind: SourceKind = "office") -> Said:
    """What the source in those words of the text says there."""
    link = Attribution(Source(name or who, kind), span(text, who), "said")
    return Said((link,), tuple(span(text, words) for words in contents))


def pieces(sentence: str) -> tuple[tuple[int, int], ...]:
    """A piece for each word and each mark, between the two special ones."""
    return ((0, 0), *(match.span() for match in re.finditer(r"\w+|[^\w\s]", sentence)), (0, 0))


def tagged(sentence: str, *marked: tuple[str, str]) -> Encoded:
    """A sentence whose pieces are, to `tag_heads`, in the roles given as (role, words)."""
    offsets, names = pieces(sentence), list(card()["tags"])
    hidden = np.zeros((len(offsets), len(names)), np.float32)
    for number, (start, end) in enumerate(offsets):
        tag = "O"
        for role, words in marked:
            place = span(sentence, words)
            if place.start <= start < end <= place.end:
                tag = f"{'B' if start == place.start else 'I'}-{role}"
        hidden[number, names.index(tag)] = 1
    return Encoded(hidden, offsets)


def tag_heads() -> Heads:
    """Heads that read the tags off the vectors of `tagged`."""
    return Heads({"tags.weight": 20 * np.eye(len(card()["tags"]), dtype=np.float32)})


def untold(sentence: str) -> Encoded:
    """A sentence whose vectors say nothing."""
    return Encoded(np.zeros((len(pieces(sentence)), 2), np.float32), pieces(sentence))


def sure_heads(*types: str) -> Heads:
    """Heads that are sure of the given types in every pair, asserted, the first word saying so."""
    card_ = card()
    sizes = {"look": (6, 2), "pair": (2, 8), "relation": (2, 4), "mode": (len(card_["modes"]), 2)}
    sizes |= {name: (2, 2) for name in ("actor", "recipient", "product", "sentence", "pointer")}
    sizes |= {"types": (len(card_["types"]), 2), "kind": (len(card_["types"]), 2), "standing": (7, 2)}
    weights = {f"{name}.weight": np.zeros(size, np.float32) for name, size in sizes.items()}
    weights["types.bias"] = np.array([100.0 if name in types else -100.0 for name in card_["types"]], np.float32)
    return Heads(weights)
