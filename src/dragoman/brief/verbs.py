"""Events and ties as clauses, from the verbs of the codebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dragoman.analysis import Occurrence
from dragoman.brief import names
from dragoman.brief.numbers import listed
from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.records import Entry

#: The plain forms of the codebook's verbs.
INFINITIVES = {
    "accused": "accuse", "aided": "aid", "aids": "aid", "are": "be", "attacked": "attack", "backed": "back",
    "belongs": "belong", "coerced": "coerce", "cooperate": "cooperate", "cooperated": "cooperate",
    "criticised": "criticise", "held": "hold", "imposed": "impose", "is": "be", "keeps": "keep", "made": "make",
    "mediates": "mediate", "mobilised": "mobilise", "protested": "protest", "reduced": "reduce", "refused": "refuse",
    "supplies": "supply", "threatened": "threaten", "trades": "trade", "voiced": "voice", "yielded": "yield",
}  # fmt: skip
#: The past forms of the verbs of ties.
PASTS = {
    "aids": "aided", "are": "were", "belongs": "belonged", "cooperate": "cooperated", "is": "was",
    "keeps": "kept", "mediates": "mediated", "supplies": "supplied", "trades": "traded",
}  # fmt: skip
#: What kinds of events are called where they are counted.
NOUNS = {
    "ACCUSE": "criticism and accusations", "AGREE": "agreements and promises", "AID": "aid", "ASSAULT": "attacks",
    "COERCE": "coercion", "CONCEDE": "concessions", "CONSULT": "talks and visits", "COOPERATE": "joint action",
    "MOBILIZE": "mobilisation", "PROTEST": "protests", "REJECT": "refusals", "REQUEST": "requests and demands",
    "RETREAT": "backing down", "SANCTION": "sanctions and reduced relations", "SUPPORT": "words of support",
    "THREATEN": "threats",
}  # fmt: skip
#: How the modes of talks are told.
MANNERS = {
    "multilateral": "together with others",
    "phone": "by telephone",
    "third-party": "through a third party",
    "visit": "on a visit",
}
#: What all other modes are called.
MODES = {
    "abduct": "abduction", "access": "access", "aerial": "from the air", "allege": "allegation", "arrest": "arrest",
    "assist": "help", "beat": "beating", "boycott": "boycott", "ceasefire": "ceasefire", "censor": "censorship",
    "change": "change", "convict": "conviction", "crowd-control": "crowd control", "curfew": "curfew",
    "cyber": "cyberattack", "demo": "demonstration", "deport": "deportation", "destroy": "destruction",
    "disapprove": "disapproval", "disarm": "disarmament", "discontinue": "relations broken off", "drone": "drones",
    "expel": "expulsion", "explosives": "explosives", "firearms": "firearms", "heavy-weapons": "heavy weapons",
    "hunger": "hunger strike", "investigate": "investigation", "martial-law": "martial law", "meet": "a meeting",
    "militia": "militia", "misinformation": "misinformation", "obstruct": "obstruction", "police": "police",
    "primitive": "simple weapons", "relations": "relations", "release": "release", "resign": "resignation",
    "restrict": "restrictions", "riot": "riot", "seize": "seizure", "sexual": "sexual violence", "strike": "strike",
    "suicide-attack": "suicide attack", "targeted": "targeted killing", "territory": "territory",
    "torture": "torture", "troops": "troops", "unconventional": "unconventional weapons", "vandalize": "vandalism",
    "violence": "violence", "weapons": "weapons", "withdraw": "withdrawal", "withhold": "withholding",
    "yield": "giving way",
}  # fmt: skip


def noun(type_: str) -> str:
    """What a type is called where its statements are counted: "arms supply", "talks and visits"."""
    if type_ in CHANNELS:
        name = CHANNELS[type_].label
        return name[0].lower() + name[1:]
    return NOUNS.get(type_, type_.lower())


def said(occurrence: Occurrence, reports: Sequence[Entry]) -> str:
    """The event or tie as a plain clause: "Azerbaijan supplies energy to Israel".

    Only for what is asserted, and after words like "Denied: that" or "Disputed: whether".
    """
    return _clause(occurrence, reports, lambda verb, plural: _plural(verb) if plural else verb)


def was(occurrence: Occurrence, reports: Sequence[Entry]) -> str:
    """A tie that stood at another time: "Israel supplied arms to Azerbaijan"; an event as `said` has it."""
    return _clause(occurrence, reports, _past if occurrence.kind == "tie" else lambda verb, _: verb)


def to_be(occurrence: Occurrence, reports: Sequence[Entry]) -> str:
    """The event or tie as something that is not the case yet: "Azerbaijan to supply energy to Israel"."""
    return _clause(occurrence, reports, lambda verb, _: _infinitive(verb))


def _clause(occurrence: Occurrence, reports: Sequence[Entry], form: Callable[[str, bool], str]) -> str:
    template = (CHANNELS if occurrence.kind == "tie" else EVENT_TYPES)[occurrence.type].verb
    actor, recipient = _sides(occurrence, reports)
    if occurrence.type in MUTUAL:
        template, actor = template.replace("{a} and {b}", "{a}"), [*actor, *recipient]
    if len(recipient) == 1:
        template = template.replace("between {b}", "for {b}")
    several = len(actor) > 1 or any(map(names.is_several, occurrence.actor[:1]))
    worded = form(template, occurrence.kind == "tie" and occurrence.type not in MUTUAL and several)
    clause = worded.replace("{a}", "\0").replace("{b}", listed(recipient)).replace("\0", listed(actor))
    return f"{clause}{_mode(reports)}" if occurrence.kind == "event" else clause


def _sides(occurrence: Occurrence, reports: Sequence[Entry]) -> tuple[list[str], list[str]]:
    if occurrence.kind == "tie":
        actor = names.states(occurrence.actor, occurrence.entries)
        recipient = names.states(occurrence.recipient, occurrence.entries)
    else:
        fullest = names.naming(reports).statement
        actor, recipient = names.people(fullest.actor), names.people(fullest.recipient)
    if not recipient and len(actor) > 1:
        return actor[:-1], actor[-1:]
    return actor or ["somebody"], recipient or ["somebody"]


def _mode(reports: Sequence[Entry]) -> str:
    modes = sorted({entry.statement.mode for entry in reports if entry.statement.mode})
    manners = [MANNERS[mode] for mode in modes if mode in MANNERS]
    others = [MODES.get(mode, mode) for mode in modes if mode not in MANNERS]
    return (f", {listed(manners)}" if manners else "") + (f" ({listed(others)})" if others else "")


def _infinitive(template: str) -> str:
    """The first verb with "to", those that follow it without: "to criticise or accuse"."""
    verbs = iter(["to "])
    return re.sub(
        r"\b[a-z]+\b",
        lambda word: next(verbs, "") + INFINITIVES[word[0]] if word[0] in INFINITIVES else word[0],
        template,
    )


def _past(template: str, plural: bool) -> str:  # noqa: FBT001 - one of the forms that `_clause` calls alike.
    forms = {**PASTS, "is": "were"} if plural else PASTS
    return re.sub(r"\b[a-z]+\b", lambda word: forms.get(word[0], word[0]), template)


def _plural(template: str) -> str:
    forms = {**INFINITIVES, "is": "are", "are": "are"}
    return re.sub(r"\b[a-z]+\b", lambda word: forms.get(word[0], word[0]), template)
