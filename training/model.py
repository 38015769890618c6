"""The encoder and its heads, as trained: one pass over a sentence, all pairs of its parties from that pass.

hidden = encoder(pieces)                                  (sentences, pieces, 384)
layers = linear(hidden)                                   source, cue, content, inner content: outside, begin, inside
link   = linear(gelu(linear([cue; span; cue * span]) + near)) whether a source or content belongs to a cue
first  = gelu(linear([actor; recipient; actor * recipient; sentence]))
words  = softmax(first . hidden) hidden                   what the sentence says of the two, by four pointers
pair   = gelu(linear([first; words]))
hint   = linear(first)                                    a first guess at `way`, so that few pairs need be looked at
way    = linear(pair)                                     whether anything holds from the first to the second
types  = linear(pair)                                     one logit for each event type and channel
query  = pair + type                                      for a pair and a type that holds:
trigger= softmax(query . hidden)                          the words that say it
standing, mode = linear(gelu(linear([query; words])))
dates, figures = mlp([query; words; span])                whether a date or figure of the sentence belongs to it

Heads that only benchmarks ask: root = linear(pair), cameo and re3d = linear(hidden), class = linear(hidden[0]).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from training.labels import CAMEO, CLASSES, LAYERS, MODES, RE3D, ROOTS, STANDINGS, TYPES

HIDDEN = 384
PAIR = 256
POINTERS = 4
LINK = 128
#: Classes of distance between a cue and a span, for sources and for contents.
NEAR = 16


def gelu(values: Tensor) -> Tensor:
    """The tanh form, which numpy can compute as well."""
    return nn.functional.gelu(values, approximate="tanh")


@dataclass(frozen=True, slots=True)
class Seen:
    """What pairs look at: hidden states (sentences, pieces, 384), their mask, and each pair's sentence (pairs,)."""

    hidden: Tensor
    mask: Tensor
    rows: Tensor


def looked(pointers: Tensor, seen: Seen) -> tuple[Tensor, Tensor]:
    """Where pointers (pairs, pointers, 384) look in their sentences, as logits (pairs, pointers, pieces), and the mean
    of what they see (pairs, pointers, 384).

    The pairs of a sentence are looked up together; `seen.rows` must not fall.
    """
    rows = seen.rows
    counts = torch.bincount(rows, minlength=len(seen.hidden))
    slots = torch.arange(len(rows)) - (counts.cumsum(0) - counts)[rows]
    most, several = int(counts.max()), pointers.shape[1]
    padded = pointers.new_zeros(len(seen.hidden), most, several, HIDDEN)
    padded = padded.index_put((rows, slots), pointers)
    scores = padded.flatten(1, 2) @ seen.hidden.transpose(1, 2) / HIDDEN**0.5
    scores = scores.masked_fill(~seen.mask[:, None], -1e4)
    words = (scores.softmax(-1) @ seen.hidden).unflatten(1, (most, several))
    return scores.unflatten(1, (most, several))[rows, slots], words[rows, slots]


class Pairs(NamedTuple):
    """Vectors of pairs (pairs, 256), where they look (pairs, pointers, pieces) as logits, and hints (pairs,) whether
    anything holds, as logits.
    """

    vectors: Tensor
    looks: Tensor
    hints: Tensor


@dataclass(frozen=True, slots=True)
class Relations:
    """The heads' answers on (pair, type) queries."""

    trigger: Tensor
    standing: Tensor
    mode: Tensor
    query: Tensor


class Heads(nn.Module):
    """Everything above the encoder; small enough to be computed without a runtime of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Linear(HIDDEN, 3 * len(LAYERS))
        self.link_cue = nn.Linear(HIDDEN, LINK)
        self.link_span = nn.Linear(HIDDEN, LINK, bias=False)
        self.link_both = nn.Linear(HIDDEN, LINK, bias=False)
        self.near = nn.Embedding(2 * NEAR, LINK)
        self.link = nn.Linear(LINK, 1)
        self.actor = nn.Linear(HIDDEN, PAIR)
        self.recipient = nn.Linear(HIDDEN, PAIR)
        self.product = nn.Linear(HIDDEN, PAIR, bias=False)
        self.sentence = nn.Linear(HIDDEN, PAIR, bias=False)
        self.hint = nn.Linear(PAIR, 1)
        self.look = nn.Linear(PAIR, POINTERS * HIDDEN)
        self.pair = nn.Linear(PAIR + POINTERS * HIDDEN, PAIR)
        self.types = nn.Linear(PAIR, len(TYPES))
        self.kind = nn.Embedding(len(TYPES), PAIR)
        self.pointer = nn.Linear(PAIR, HIDDEN)
        self.relation = nn.Linear(PAIR + HIDDEN, PAIR)
        self.standing = nn.Linear(PAIR, len(STANDINGS))
        self.mode = nn.Linear(PAIR, len(MODES))
        self.attach = nn.Linear(PAIR + HIDDEN, 128)
        self.date = nn.Linear(128, 1)
        self.figure = nn.Linear(128, 1)
        self.way = nn.Linear(PAIR, 1)
        self.root = nn.Linear(PAIR, len(ROOTS))
        self.cameo = nn.Linear(HIDDEN, len(CAMEO))
        self.re3d = nn.Linear(HIDDEN, len(RE3D))
        self.klass = nn.Linear(HIDDEN, CLASSES)
        self.drop = nn.Dropout(0.1)
        # Most types do not hold of most pairs; starting there saves an epoch.
        nn.init.constant_(self.types.bias, -4.0)

    def pairs(self, spans: tuple[Tensor, Tensor], seen: Seen) -> Pairs:
        """What is made of pairs, given the vectors of actor and recipient (pairs, 384)."""
        actor, recipient = spans
        mixed = (
            self.actor(actor)
            + self.recipient(recipient)
            + self.product(actor * recipient)
            + self.sentence(seen.hidden[:, 0])[seen.rows]
        )
        first = gelu(mixed)
        scores, words = looked(self.look(self.drop(first)).unflatten(-1, (POINTERS, HIDDEN)), seen)
        vectors = gelu(self.pair(self.drop(torch.cat([first, words.flatten(1)], -1))))
        return Pairs(vectors, scores, self.hint(first).squeeze(-1))

    def relations(self, pair: Tensor, kind: Tensor, seen: Seen) -> Relations:
        """Trigger, standing and mode of typed pairs (n, 256) of kinds (n,)."""
        query = pair + self.kind(kind)
        scores, words = looked(self.pointer(query)[:, None], seen)
        both = gelu(self.relation(self.drop(torch.cat([query, words[:, 0]], -1))))
        return Relations(scores[:, 0], self.standing(both), self.mode(both), both)

    def links(self, cue: Tensor, span: Tensor, near: Tensor) -> Tensor:
        """How far spans (n, 384) belong to cues (n, 384) at distance classes (n,): logits (n,)."""
        mixed = self.link_cue(cue) + self.link_span(span) + self.link_both(cue * span) + self.near(near)
        return self.link(self.drop(gelu(mixed))).squeeze(-1)

    def attachment(self, relation: Tensor, span: Tensor, head: nn.Linear) -> Tensor:
        """How far a date's or figure's span (n, 384) belongs to a relation (n, 256): logits (n,)."""
        return head(gelu(self.attach(torch.cat([relation, span], -1)))).squeeze(-1)


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, path: str, *, inner: int | None = None) -> None:
        """The pretrained encoder in the folder `path`; with `inner`, one of its shape without weights, but with so many
        channels inside its feed-forward layers.
        """
        super().__init__()
        # Dropout inside attention is slow on a processor, and its loss is not felt.
        config = AutoConfig.from_pretrained(path, attention_probs_dropout_prob=0.0, attn_implementation="eager")
        if inner is None:
            self.encoder = AutoModel.from_pretrained(path, config=config, add_pooling_layer=False)
        else:
            config.intermediate_size = inner
            self.encoder = AutoModel.from_config(config, add_pooling_layer=False)
        self.heads = Heads()
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Hidden states (sentences, pieces, 384)."""
        return self.drop(self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state)
