"""The encoder and its heads, as trained: one pass over a sentence, all pairs of its parties from that pass.

hidden = encoder(pieces)                                  (sentences, pieces, 384)
tags   = linear(hidden)                                   source, cue, content of attributions
first  = gelu(linear([actor; recipient; actor * recipient; sentence]))
words  = softmax(first . hidden) hidden                   what the sentence says of the two, by four pointers
pair   = gelu(linear([first; words]))
types  = linear(pair)                                     one logit for each event type and channel
query  = pair + type                                      for a pair and a type that holds:
trigger= softmax(query . hidden)                          the words that say it
standing, mode = linear(gelu(linear([query; words])))
dates, figures = mlp([query; words; span])                whether a date or figure of the sentence belongs to it
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.labels import MODES, STANDINGS, TAGS, TYPES

HIDDEN = 384
PAIR = 256
POINTERS = 4


def gelu(values: Tensor) -> Tensor:
    """The tanh form, which numpy can compute as well."""
    return nn.functional.gelu(values, approximate="tanh")


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
        self.tags = nn.Linear(HIDDEN, len(TAGS))
        self.actor = nn.Linear(HIDDEN, PAIR)
        self.recipient = nn.Linear(HIDDEN, PAIR)
        self.product = nn.Linear(HIDDEN, PAIR, bias=False)
        self.sentence = nn.Linear(HIDDEN, PAIR, bias=False)
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
        self.drop = nn.Dropout(0.1)
        # Most types do not hold of most pairs; starting there saves an epoch.
        nn.init.constant_(self.types.bias, -4.0)

    def pairs(self, spans: tuple[Tensor, Tensor], hidden: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Pair vectors (pairs, 256), and where they look (pairs, pointers, pieces) as logits.

        `spans` are the vectors of actor and recipient (pairs, 384), `hidden` (pairs, pieces, 384) and `mask` their
        sentences.
        """
        actor, recipient = spans
        mixed = (
            self.actor(actor)
            + self.recipient(recipient)
            + self.product(actor * recipient)
            + self.sentence(hidden[:, 0])
        )
        first = gelu(mixed)
        pointers = self.look(self.drop(first)).unflatten(-1, (POINTERS, HIDDEN))
        scores = torch.einsum("nph,nth->npt", pointers, hidden) / HIDDEN**0.5
        scores = scores.masked_fill(~mask[:, None], -1e4)
        words = torch.einsum("npt,nth->nph", scores.softmax(-1), hidden).flatten(1)
        return gelu(self.pair(self.drop(torch.cat([first, words], -1)))), scores

    def relations(self, pair: Tensor, kind: Tensor, hidden: Tensor, mask: Tensor) -> Relations:
        """Trigger, standing and mode of typed pairs (n, 256) of kinds (n,) over hidden (n, pieces, 384) and mask."""
        query = pair + self.kind(kind)
        scores = torch.einsum("nh,nth->nt", self.pointer(query), hidden) / HIDDEN**0.5
        scores = scores.masked_fill(~mask, -1e4)
        words = torch.einsum("nt,nth->nh", scores.softmax(-1), hidden)
        both = gelu(self.relation(self.drop(torch.cat([query, words], -1))))
        return Relations(scores, self.standing(both), self.mode(both), both)

    def attachment(self, relation: Tensor, span: Tensor, head: nn.Linear) -> Tensor:
        """How far a date's or figure's span (n, 384) belongs to a relation (n, 256): logits (n,)."""
        return head(gelu(self.attach(torch.cat([relation, span], -1)))).squeeze(-1)


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(path, add_pooling_layer=False, attn_implementation="eager")
        self.heads = Heads()
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Hidden states (sentences, pieces, 384)."""
        return self.drop(self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state)
