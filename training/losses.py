"""What each head is asked to get right."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.reading.heads import near
from training.batches import IGNORE, Batch, labelled, weights
from training.halves import halves
from training.items import Pair, Place
from training.labels import CLASSES, EVENTS, LAYERS, ROOTS, STANDINGS, TYPES, WORD_LABELS
from training.model import Pairs, Reader, Seen

#: A pair with a relation is rarer than one without; its labels weigh more.
POSITIVE = 3.0
WAY = torch.tensor(1.5)
#: So is a date or figure that belongs, and a standing other than asserted, which is the first: weighed any higher, more
#: of what is said to be so is taken for planned or possible than the other way round.
ATTACHED = 2.0
STANDING_WEIGHTS = torch.tensor([1.0] + [1.6] * (len(STANDINGS) - 1))
#: The root of an authored pair counts for less than that of PLV, whose coders had habits of their own.
AUTHORED_ROOT = 0.5
SMOOTHING = 0.05


def loss(reader: Reader, one: Batch) -> dict[str, Tensor]:
    """The losses of a batch by head."""
    with halves():
        hidden = reader(one.ids, one.mask.long())
    hidden = hidden.float()
    found: dict[str, Tensor] = {}
    if one.layers is not None:
        found |= _attributions(reader, one, hidden)
    if one.pairs:
        found |= _types(reader, one, hidden)
    if one.typed:
        found |= _relations(reader, one, hidden)
    return found | _sentences(reader, one, hidden)


def gather(hidden: Tensor, rows: Tensor, spans: Tensor) -> Tensor:
    """Mean vectors (n, 384) of spans given as weights (n, pieces).

    From running sums over the pieces of each sentence: the pieces of a span stand side by side.
    """
    inside = spans > 0
    count, first = inside.sum(1), inside.float().argmax(1)
    sums = functional.pad(hidden.cumsum(1), (0, 0, 1, 0))
    return (sums[rows, first + count] - sums[rows, first]) / count.clamp(min=1)[:, None]


def _attributions(reader: Reader, one: Batch, hidden: Tensor) -> dict[str, Tensor]:
    logits = reader.heads.layers(hidden).unflatten(-1, (len(LAYERS), 3))
    found = {"tags": functional.cross_entropy(logits.flatten(0, 2), one.layers.flatten(), ignore_index=IGNORE)}
    rows, cues, spans, distances, gold = linked(one)
    if rows:
        index = torch.tensor(rows)
        scores = reader.heads.links(
            gather(hidden, index, torch.stack(cues)), gather(hidden, index, torch.stack(spans)), torch.tensor(distances)
        )
        found["links"] = functional.binary_cross_entropy_with_logits(scores, torch.tensor(gold))
    return found


def linked(one: Batch) -> tuple[list[int], list[Tensor], list[Tensor], list[int], list[float]]:
    """Every cue with every source and content of its text: sentence, span weights of both, distance, and whether they
    belong together.
    """
    width = one.ids.shape[1]
    rows, cues, spans, distances, gold = [], [], [], [], []
    for row, (item, pieces) in enumerate(zip(one.items, one.pieces, strict=True)):
        for said in item.saids or ():
            for cue in said.cues:
                first = pieces.covering(*cue)
                for other in item.saids or ():
                    for place, source in [*((p, True) for p in other.sources), *((p, False) for p in other.contents)]:
                        second = pieces.covering(*place)
                        if first and second:
                            ends = (first[0], first[-1]), (second[0], second[-1])
                            rows.append(row)
                            cues.append(weights(pieces, cue, width))
                            spans.append(weights(pieces, place, width))
                            distances.append(near(*ends, source=source))
                            gold.append(float(place in (said.sources if source else said.contents)))
    return rows, cues, spans, distances, gold


def pair_vectors(reader: Reader, one: Batch, hidden: Tensor, listed: list) -> tuple[Pairs, Seen]:
    """What is made of the listed pairs (row, actor, recipient, ...), and what they look at."""
    rows = torch.tensor([each[0] for each in listed])
    actor = gather(hidden, rows, torch.stack([each[1] for each in listed]))
    recipient = gather(hidden, rows, torch.stack([each[2] for each in listed]))
    seen = Seen(hidden, one.mask, rows)
    return reader.heads.pairs((actor, recipient), seen), seen


def _types(reader: Reader, one: Batch, hidden: Tensor) -> dict[str, Tensor]:
    pairs, _ = pair_vectors(reader, one, hidden, one.pairs)
    vectors = reader.heads.drop(pairs.vectors)
    types = reader.heads.types(vectors)
    target = torch.zeros(len(one.pairs), len(TYPES))
    exclusive = torch.tensor([each[3].exclusive for each in one.pairs])
    for number, each in enumerate(one.pairs):
        target[number, list(each[3].types)] = 1.0
    found = {}
    if (~exclusive).any():
        losses = functional.binary_cross_entropy_with_logits(types, target, reduction="none")
        losses = losses * (1 + (POSITIVE - 1) * target)
        found["types"] = losses[~exclusive].sum(-1).mean()
        holds = target.amax(-1)[~exclusive]
        for name, logits in (("way", reader.heads.way(vectors).squeeze(-1)), ("hint", pairs.hints)):
            found[name] = functional.binary_cross_entropy_with_logits(logits[~exclusive], holds, pos_weight=WAY)
    told = exclusive & (target.amax(-1) > 0)
    if told.any():
        events = types[told][:, : len(EVENTS)]
        right = (events.softmax(-1) * target[told][:, : len(EVENTS)]).sum(-1)
        found["plv"] = -right.clamp_min(1e-6).log().mean()
    return found | _roots(reader.heads.root(vectors), one)


def _roots(logits: Tensor, one: Batch) -> dict[str, Tensor]:
    known = [number for number, each in enumerate(one.pairs) if each[3].root is not None or each[3].taught is not None]
    if not known:
        return {}
    labels = [one.pairs[number][3] for number in known]
    shares = torch.tensor([1.0 if label.exclusive else AUTHORED_ROOT for label in labels])
    target = torch.stack([_root(label) for label in labels])
    losses = -(target * logits[known].log_softmax(-1)).sum(-1)
    return {"root": (losses * shares).sum() / shares.sum()}


def _root(label: Pair) -> Tensor:
    """The root of a pair as probabilities: of one coded in PLV's manner the label and the teacher's opinion, each by
    half; of an authored one, whose label has other habits, the opinion where there is one.
    """
    taught = None if label.taught is None else torch.from_numpy(label.taught)
    if label.root is None or (taught is not None and not label.exclusive):
        assert taught is not None
        return taught
    told = functional.one_hot(torch.tensor(label.root), len(ROOTS)) * (1 - SMOOTHING) + SMOOTHING / len(ROOTS)
    return told if taught is None else (told + taught) / 2


def _sentences(reader: Reader, one: Batch, hidden: Tensor) -> dict[str, Tensor]:
    """The losses of words and classes that only benchmarks ask for."""
    found = {}
    for task, labels in WORD_LABELS.items():
        words = labelled(one, task, len(labels))
        if words is not None:
            logits = getattr(reader.heads, task)(hidden[words.rows, words.columns]).log_softmax(-1)
            found[task] = -(words.weight * (words.target * logits).sum(-1)).sum() / words.weight.sum()
    rows = [row for row, item in enumerate(one.items) if item.kind is not None]
    if rows:
        kinds = torch.tensor([one.items[row].kind for row in rows])
        assert int(kinds.max()) < CLASSES
        found["class"] = functional.cross_entropy(reader.heads.klass(hidden[rows, 0]), kinds)
    return found


def _relations(reader: Reader, one: Batch, hidden: Tensor) -> dict[str, Tensor]:
    pairs, seen = pair_vectors(reader, one, hidden, one.typed)
    labels = [each[3] for each in one.typed]
    kind = torch.tensor([label.type for label in labels])
    answer = reader.heads.relations(pairs.vectors, kind, seen)
    found = {
        "standing": functional.cross_entropy(
            answer.standing, torch.tensor([label.standing for label in labels]), weight=STANDING_WEIGHTS
        ),
        "mode": functional.cross_entropy(answer.mode, torch.tensor([label.mode for label in labels])),
        "trigger": _trigger(answer.trigger, one),
        # The first pointer of a pair is shown the words that relate it, whatever the type.
        "look": _trigger(pairs.looks[:, 0], one),
    }
    for name in ("dates", "figures"):
        spans, owners, gold = attached(one, name)
        if owners:
            number = torch.tensor(owners)
            head = reader.heads.date if name == "dates" else reader.heads.figure
            vectors = gather(hidden, seen.rows[number], spans)
            logits = reader.heads.attachment(answer.query[number], vectors, head)
            found[name] = functional.binary_cross_entropy_with_logits(
                logits, torch.tensor(gold), pos_weight=torch.tensor(ATTACHED)
            )
    return found


def _trigger(scores: Tensor, one: Batch) -> Tensor:
    """Cross entropy against the trigger's pieces, each as likely."""
    width = scores.shape[1]
    target = torch.stack([weights(one.pieces[row], label.trigger, width) for row, _, _, label in one.typed])
    return -(target * scores.log_softmax(-1)).sum(-1).mean()


def attached(one: Batch, name: str) -> tuple[Tensor, list[int], list[float]]:
    """The candidate dates or figures of the typed pairs: span weights, number of the typed pair, whether it belongs."""
    width = one.ids.shape[1]
    spans: list[Tensor] = []
    owners, gold = [], []
    places: list[tuple[int, Place, bool]] = [
        (number, place, right)
        for number, (_, _, _, label) in enumerate(one.typed)
        for place, right in getattr(label, name)
    ]
    for number, place, right in places:
        spans.append(weights(one.pieces[one.typed[number][0]], place, width))
        owners.append(number)
        gold.append(float(right))
    return (torch.stack(spans) if spans else torch.zeros(0, width)), owners, gold
