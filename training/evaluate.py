"""How good a trained reader is on held-back items."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from training.batches import IGNORE, Batch, batches, labelled
from training.items import Item
from training.labels import BEGIN, INSIDE, LAYERS, WORD_LABELS
from training.losses import attached, gather, linked, pair_vectors
from training.model import Reader
from training.tokens import PieceMaker

#: By the set that they are from, pairs of the right and the guessed root.
Roots = defaultdict[str, list[tuple[int, int]]]


def evaluate(reader: Reader, items: Sequence[Item], maker: PieceMaker, *, threshold: float = 0.5) -> dict[str, float]:
    """Scores in percent by head, over all kinds of items."""
    reader.eval()
    counts: Counter[str] = Counter()
    roots: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    with torch.no_grad():
        for one in batches(items, maker, room=4000):
            hidden = reader(one.ids, one.mask.long())
            _count_pairs(reader, one, hidden, counts, roots, threshold)
            _count_typed(reader, one, hidden, counts)
            _count_attributions(reader, one, hidden, counts)
            _count_words(reader, one, hidden, counts)
    reader.train()
    return _scores(counts, roots)


def _count_pairs(
    reader: Reader, one: Batch, hidden: Tensor, counts: Counter[str], roots: Roots, threshold: float
) -> None:
    if not one.pairs:
        return
    vectors = pair_vectors(reader, one, hidden, one.pairs)[0].vectors
    logits, guesses = reader.heads.types(vectors), reader.heads.root(vectors).argmax(-1).tolist()
    ways = (reader.heads.way(vectors).squeeze(-1) > 0).tolist()
    for row, guess, way, (sentence, _, _, pair) in zip(logits, guesses, ways, one.pairs, strict=True):
        if pair.exclusive:
            if pair.root is not None:
                roots[one.items[sentence].origin].append((pair.root, guess))
            continue
        found = {number for number, value in enumerate(row.sigmoid().tolist()) if value >= threshold}
        gold = set(pair.types)
        counts.update({"hit": len(found & gold), "found": len(found), "gold": len(gold)})
        counts.update({"pairs": 1, "pairs_right": way == bool(gold)})


def _count_typed(reader: Reader, one: Batch, hidden: Tensor, counts: Counter[str]) -> None:
    if not one.typed:
        return
    pairs, seen = pair_vectors(reader, one, hidden, one.typed)
    labels = [each[3] for each in one.typed]
    kind = torch.tensor([label.type for label in labels])
    answer = reader.heads.relations(pairs.vectors, kind, seen)
    for number, label in enumerate(labels):
        piece = int(answer.trigger[number].argmax())
        inside = piece in one.pieces[one.typed[number][0]].covering(*label.trigger)
        counts.update({"typed": 1, "trigger": inside})
        counts["standing"] += int(answer.standing[number].argmax()) == label.standing
        counts["other"] += label.standing != 0
        counts["other_right"] += label.standing != 0 and int(answer.standing[number].argmax()) == label.standing
        counts["mode"] += int(answer.mode[number].argmax()) == label.mode
    for name in ("dates", "figures"):
        spans, owners, gold = attached(one, name)
        if owners:
            index = torch.tensor(owners)
            head = reader.heads.date if name == "dates" else reader.heads.figure
            logits = reader.heads.attachment(answer.query[index], gather(hidden, seen.rows[index], spans), head)
            right = [(float(value) > 0) == bool(label) for value, label in zip(logits, gold, strict=True)]
            counts.update({name: len(right), f"{name}_right": sum(right)})


def _count_attributions(reader: Reader, one: Batch, hidden: Tensor, counts: Counter[str]) -> None:
    if one.layers is None:
        return
    guesses = reader.heads.layers(hidden).unflatten(-1, (len(LAYERS), 3)).argmax(-1)
    for number, name in enumerate(LAYERS):
        for guess, gold in zip(guesses[:, :, number].tolist(), one.layers[:, :, number].tolist(), strict=True):
            kept = [(tag, truth) for tag, truth in zip(guess, gold, strict=True) if truth != IGNORE]
            found, right = set(_stretches(tag for tag, _ in kept)), set(_stretches(truth for _, truth in kept))
            _count(counts, name, found, right)
    rows, cues, spans, distances, truth = linked(one)
    if rows:
        index = torch.tensor(rows)
        vectors = gather(hidden, index, torch.stack(cues)), gather(hidden, index, torch.stack(spans))
        scores = reader.heads.links(*vectors, torch.tensor(distances)).tolist()
        found = {number for number, score in enumerate(scores) if score > 0}
        _count(counts, "links", found, {number for number, holds in enumerate(truth) if holds})


def _count_words(reader: Reader, one: Batch, hidden: Tensor, counts: Counter[str]) -> None:
    for task, labels in WORD_LABELS.items():
        words = labelled(one, task, len(labels))
        if words is None:
            continue
        guesses = getattr(reader.heads, task)(hidden[words.rows, words.columns]).argmax(-1)
        found, right = (
            set(_named(words.rows.tolist(), numbers.tolist(), labels)) for numbers in (guesses, words.target.argmax(-1))
        )
        _count(counts, task, found, right)


def _count(counts: Counter[str], name: str, found: set, right: set) -> None:
    counts.update({f"{name}_hit": len(found & right), f"{name}_found": len(found), f"{name}_gold": len(right)})


def _stretches(tags: Iterable[int]) -> Iterable[tuple[int, int]]:
    """The spans of a layer's tags; an inside with nothing before it begins one."""
    start = None
    for number, tag in enumerate([*tags, 0]):
        if start is not None and tag != INSIDE:
            yield start, number
            start = None
        if start is None and tag in (BEGIN, INSIDE):
            start = number


def _named(rows: list[int], numbers: list[int], labels: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """The spans of labelled words, in a row of all sentences; a change of sentence ends one."""
    start, name = 0, ""
    for place, (row, number) in enumerate(zip([*rows, -1], [*numbers, 0], strict=True)):
        label = labels[number]
        new_row = place > 0 and row != rows[place - 1]
        if name and (new_row or label[0] != "I" or label[2:] != name):
            yield start, place, name
            name = ""
        if not name and label != "O":
            start, name = place, label[2:]


def _scores(counts: Counter[str], roots: Roots) -> dict[str, float]:
    found = {"relations_f1": _f1(counts["hit"], counts["found"], counts["gold"])}
    found["relations_p"] = _percent(counts["hit"], counts["found"])
    found["relations_r"] = _percent(counts["hit"], counts["gold"])
    found["related_or_not"] = _percent(counts["pairs_right"], counts["pairs"])
    for name in ("standing", "mode", "trigger"):
        found[name] = _percent(counts[name], counts["typed"])
    found["standing_other"] = _percent(counts["other_right"], counts["other"])
    for name in ("dates", "figures"):
        found[name] = _percent(counts[f"{name}_right"], counts[name])
    for name in (*LAYERS, "links", *WORD_LABELS):
        found[name.lower()] = _f1(counts[f"{name}_hit"], counts[f"{name}_found"], counts[f"{name}_gold"])
    found |= {f"{origin}_root": _macro(listed) for origin, listed in sorted(roots.items())}
    return {name: round(value, 1) for name, value in found.items()}


def _percent(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0


def _f1(hit: int, found: int, gold: int) -> float:
    return 200.0 * hit / (found + gold) if found + gold else 0.0


def _macro(roots: list[tuple[int, int]]) -> float:
    kinds = {gold for gold, _ in roots}
    scores = []
    for kind in kinds:
        hit = sum(gold == kind == guess for gold, guess in roots)
        scores.append(_f1(hit, sum(guess == kind for _, guess in roots), sum(gold == kind for gold, _ in roots)))
    return sum(scores) / len(scores) if scores else 0.0
