"""How good a trained reader is on held-back items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from training.batches import Batch, batches
from training.data import Item
from training.labels import BOTH_WAYS, EVENTS, TAGS, TYPES
from training.losses import attached, gather, pair_vectors
from training.model import Reader
from training.tokens import PieceMaker

MUTUAL = [TYPES.index(name) for name in sorted(BOTH_WAYS)]


def evaluate(reader: Reader, items: Sequence[Item], maker: PieceMaker, *, threshold: float = 0.5) -> dict[str, float]:
    """Scores in percent by head, over all kinds of items."""
    reader.eval()
    counts: Counter[str] = Counter()
    roots: list[tuple[int, int]] = []
    with torch.no_grad():
        for one in batches(items, maker, size=64):
            hidden = reader(one.ids, one.mask.long())
            _count_pairs(reader, one, hidden, counts, roots, threshold)
            _count_typed(reader, one, hidden, counts)
            if one.tags is not None:
                _count_tags(reader.heads.tags(hidden), one, counts)
    reader.train()
    return _scores(counts, roots)


def _count_pairs(
    reader: Reader, one: Batch, hidden: Tensor, counts: Counter[str], roots: list, threshold: float
) -> None:
    if not one.pairs:
        return
    logits = reader.heads.types(pair_vectors(reader, one, hidden, one.pairs)[0])
    for row, (_, _, _, pair) in zip(logits, one.pairs, strict=True):
        if pair.exclusive:
            guess = int(row[: len(EVENTS)].argmax())
            roots.append((pair.types[0], pair.types[0] if guess in pair.types else guess))
            continue
        found = {number for number, value in enumerate(row.sigmoid().tolist()) if value >= threshold}
        gold = set(pair.types)
        counts.update({"hit": len(found & gold), "found": len(found), "gold": len(gold)})
        counts.update({"pairs": 1, "pairs_right": bool(found) == bool(gold)})


def _count_typed(reader: Reader, one: Batch, hidden: Tensor, counts: Counter[str]) -> None:
    if not one.typed:
        return
    vectors, _, rows = pair_vectors(reader, one, hidden, one.typed)
    labels = [each[3] for each in one.typed]
    kind = torch.tensor([label.type for label in labels])
    answer = reader.heads.relations(vectors, kind, hidden[rows], one.mask[rows])
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
            logits = reader.heads.attachment(answer.query[index], gather(hidden, rows[index], spans), head)
            right = [(float(value) > 0) == bool(label) for value, label in zip(logits, gold, strict=True)]
            counts.update({name: len(right), f"{name}_right": sum(right)})


def _count_tags(logits: Tensor, one: Batch, counts: Counter[str]) -> None:
    assert one.tags is not None
    for row, gold in zip(logits.argmax(-1).tolist(), one.tags.tolist(), strict=True):
        if all(tag < 0 for tag in gold):
            continue
        kept = [(tag, truth) for tag, truth in zip(row, gold, strict=True) if truth >= 0]
        found, right = set(_spans(tag for tag, _ in kept)), set(_spans(truth for _, truth in kept))
        for role in ("Source", "Cue", "Content"):
            counts[f"{role}_hit"] += sum(span[0] == role for span in found & right)
            counts[f"{role}_found"] += sum(span[0] == role for span in found)
            counts[f"{role}_gold"] += sum(span[0] == role for span in right)


def _spans(tags: Iterable[int]) -> Iterable[tuple[str, int, int]]:
    start, role = 0, ""
    for number, tag in enumerate([*tags, 0]):
        name = TAGS[tag]
        if role and (name == "O" or name[0] == "B" or name[2:] != role):
            yield role, start, number
            role = ""
        if name != "O" and not role:
            start, role = number, name[2:]


def _scores(counts: Counter[str], roots: list[tuple[int, int]]) -> dict[str, float]:
    found = {"relations_f1": _f1(counts["hit"], counts["found"], counts["gold"])}
    found["relations_p"] = _percent(counts["hit"], counts["found"])
    found["relations_r"] = _percent(counts["hit"], counts["gold"])
    found["related_or_not"] = _percent(counts["pairs_right"], counts["pairs"])
    for name in ("standing", "mode", "trigger"):
        found[name] = _percent(counts[name], counts["typed"])
    found["standing_other"] = _percent(counts["other_right"], counts["other"])
    for name in ("dates", "figures"):
        found[name] = _percent(counts[f"{name}_right"], counts[name])
    for role in ("Source", "Cue", "Content"):
        found[role.lower()] = _f1(counts[f"{role}_hit"], counts[f"{role}_found"], counts[f"{role}_gold"])
    found["plv_root"] = _macro(roots)
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
