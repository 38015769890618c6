"""Whom "the two countries", "both sides", "the Baltic states" and "they" mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dragoman.codebook import traits
from dragoman.codebook.borders import neighbours
from dragoman.codebook.names import label
from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.memory import Memory
from dragoman.reading.referring import salience
from dragoman.reading.referring.phrases import Reference

_SIDES = ("side", "party")
_ANYBODY = (
    "leader", "man", "woman", "statesman", "official", "delegate", "politician", "head of state", "head of government",
)  # fmt: skip
_PAIR = 2
#: In how many sentences, this one among them, "the two" are looked for.
_REACH = 3
#: In the first sentences who was spoken of last is likelier than who was spoken of most.
_BEGINNING = 3
#: Of a pair the second was spoken of this much more than anybody else; and what is left of that after a sentence.
_CLEAR = 1.4
_FADING = 0.9
_NEIGHBOURS = ("neighbour", "neighbor")


def several(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """A group of states of that name; or as many as are meant, in a list of the last sentence or the latest of all."""
    if reference.sort == "parties" and reference.noun in ("parties", "sides"):
        return _parties_of_text(memory)
    if reference.sort == "parties":
        met = _parties_of_text(memory) if memory.joint else ()
        return met if len(met) == _PAIR else ()
    number = reference.number
    for word in reference.traits:
        group = traits.traits()[word].group
        if group and number in (None, len(group)):
            return salience.as_states(group)
    if number is None or (number > _PAIR and reference.noun in _ANYBODY):
        return ()
    listed = _listed(reference, memory, subject=subject)
    if listed:
        return salience.as_states(listed)
    found = _latest(reference, memory, number, subject=subject)
    if len(found) < number:
        return ()
    about = _about(reference, found, memory) if number == _PAIR else ()
    if about and _goes_on(about, memory):
        return about
    if not _is_likely(found, memory, number):
        return about
    meant = tuple(reversed(found[:number]))
    apart = reference.noun in _SIDES and not _are_together(meant, memory)
    return tuple(map(_whole, meant)) if apart else meant


def _about(reference: Reference, found: Sequence[Bearer], memory: Memory) -> tuple[Bearer, ...]:
    """The two states whom the text is about, if no more than one other is spoken of as much as they are, and the last
    sentence speaks of no other two.
    """
    about = memory.about
    is_of_states = not reference.person and reference.noun not in _NEIGHBOURS
    last = salience.codes(each for each in memory.heard if each.sentence == memory.sentence - 1)
    if not is_of_states or len(about) != _PAIR or len(last) == _PAIR:
        return ()
    likeliest = {each.code for each in found[: _PAIR + 1]}
    return about if all(each.code in likeliest for each in about) else ()


def _goes_on(about: Sequence[Bearer], memory: Memory) -> bool:
    """Whether words for several meant these two shortly before."""
    meant = {
        (each.sentence, each.bearer.code) for each in memory.heard if each.kind == "plural" and each.bearer is not None
    }
    latest = max((sentence for sentence, _ in meant), default=0)
    codes = {code for sentence, code in meant if sentence == latest}
    return memory.sentence - latest < _REACH and codes == {each.code for each in about}


def _are_together(bearers: Sequence[Bearer], memory: Memory) -> bool:
    """Whether one sentence spoke of all of these; of those told of apart, their states are the two sides."""
    told = [{each.sentence for each in memory.heard if each.bearer == bearer} for bearer in bearers]
    return bool(set.intersection(*told))


def pair(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """As many parties as are meant, if this sentence or the last speaks of just so many, or the one before that and
    one of them alone since.
    """
    since: set[str] = set()
    for nearest in range(memory.sentence, memory.sentence - _REACH, -1):
        said = [each for each in memory.heard if each.sentence == nearest]
        if reference.others and not subject and nearest == memory.sentence:
            said = salience.without_subject(said)
        if nearest < memory.sentence and any(each.bearer is None for each in said):
            break
        found = _parties(said)
        if len(found) >= _PAIR or (found and reference.sort == "of pair"):
            is_of_these = since.issubset(each.code for each in found)
            return tuple(found) if len(found) == reference.number and is_of_these else ()
        since.update(each.code for each in found)
    return ()


def _parties(said: Sequence[Heard]) -> list[Bearer]:
    """The parties of a sentence but for companies, none if it speaks of somebody else too."""
    if any(each.bearer is None for each in said):
        return []
    return _unlike(
        each.bearer
        for each in said
        if each.bearer is not None and each.kind != "adjective" and each.bearer.sector != "BUS"
    )


def _parties_of_text(memory: Memory) -> tuple[Bearer, ...]:
    """ "The Parties" of a communiqué: those whom its first sentence with several names, two of them or a list."""
    if memory.parties:
        return memory.parties
    for _, group in groupby(memory.heard, key=lambda each: each.sentence):
        said = [each for each in group if each.bearer is not None and each.kind != "adjective"]
        found = _unlike(_whole(each.bearer) for each in said if each.bearer is not None and each.bearer.sector != "BUS")
        if len(found) >= _PAIR:
            memory.parties = tuple(found) if len(found) in (_PAIR, _list_end(said, 0)) else ()
            break
    return memory.parties


def _whole(bearer: Bearer) -> Bearer:
    """The state of one of its people or offices."""
    return Bearer(label(bearer.code), bearer.code) if bearer.code in states() else bearer


def of_pair(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "The former" of two, or "the latter"."""
    sentence, found = memory.two
    if sentence != memory.sentence:
        found = pair(reference, memory, subject=True)
        memory.two = (memory.sentence, found)
    return found[:1] if reference.noun == "former" else found[1:]


def they(memory: Memory) -> tuple[Bearer, ...]:
    """The states listed as subject of this sentence or of the one before."""
    heard = salience.before(memory, subject=True, reach=1)
    first = next((place for place, each in enumerate(heard) if each.subject), len(heard))
    listed = heard[first : _list_end(heard, first)]
    codes = salience.codes(listed)
    return salience.as_states(codes) if len(codes) == len(listed) > 1 else ()


def _list_end(heard: Sequence[Heard], first: int) -> int:
    """Where the list ends that begins at a place."""
    end = first + 1
    while end < len(heard) and heard[end].joined:
        end += 1
    return end


def _listed(reference: Reference, memory: Memory, *, subject: bool) -> list[str]:
    """The codes of a list, in the sentence last heard, of as many states as are meant: "Chile and Peru"."""
    heard = _others(memory) if reference.others and not subject else memory.heard
    if not heard or reference.person:
        return []
    said = [each for each in heard if each.sentence == heard[-1].sentence]
    # Whom several words meant tells less than a list of names, and more than who was spoken of most.
    latest = [each for each in said if each.kind != "plural"] or said
    fitting = salience.fitting(reference.traits)
    for first in reversed(range(len(latest))):
        listed = latest[first : _list_end(latest, first)]
        codes = salience.codes(listed)
        whole = len(codes) == len(listed) == reference.number and not latest[first].joined
        apart = reference.noun in _NEIGHBOURS and not _adjoin(codes)
        if whole and not apart and (fitting is None or fitting.issuperset(codes)):
            about = [each.code for each in memory.about]
            return about if _is_aside(latest[first], codes, about, memory) else codes
    return []


def _is_aside(first: Heard, codes: Sequence[str], about: Sequence[str], memory: Memory) -> bool:
    """Whether a list names others than the two whom the text is about, in a sentence that tells of both of these, and
    is no subject of it.
    """
    if first.subject or len(about) != _PAIR or len(codes) != _PAIR or not set(about).isdisjoint(codes):
        return False
    said = {each.bearer.code for each in memory.heard if each.bearer is not None and each.sentence == first.sentence}
    return said.issuperset(about)


def _others(memory: Memory) -> list[Heard]:
    """Those heard but for the subject of the clause that is being read."""
    here = [each for each in memory.heard if each.sentence == memory.sentence]
    return [*memory.heard[: len(memory.heard) - len(here)], *salience.without_subject(here)]


def _adjoin(codes: Sequence[str]) -> bool:
    """Whether each of these states has a border with another of them."""
    return all(any(other in neighbours().get(code, {}) for other in codes) for code in codes)


def _latest(reference: Reference, memory: Memory, number: int, *, subject: bool) -> list[Bearer]:
    """Those who may be meant, the likeliest first: as many as the sentence names, else those most spoken of; an object
    does not mean its own subject if there are others.
    """
    heard = _others(memory) if reference.others and not subject else memory.heard
    here = [each for each in heard if each.sentence == memory.sentence]
    before = heard[: len(heard) - len(here)]
    if number == _PAIR:
        here = [one for each in _listings(here) if _is_all_of(each, reference) for one in each]
        heard = [*before, *here]
    # Of three, no two are "the two".
    few = [one for each in _listings(here) if len(each) <= number for one in each]
    named = _candidates(reference, list(reversed(few)), number) if number == _PAIR else []
    apart = reference.noun in _NEIGHBOURS and not _adjoin([each.code for each in named[:number]])
    if number <= len(named) <= number + 1 and not apart:
        return named[:number]
    if not subject:
        found = _ranked(reference, [*before, *salience.without_subject(here)], memory, number)
        if len(found) >= number:
            return found
    return _ranked(reference, heard, memory, number)


def _listings(said: Sequence[Heard]) -> Iterator[Sequence[Heard]]:
    """Those heard in a sentence, list by list."""
    first = 0
    while first < len(said):
        end = _list_end(said, first)
        yield said[first:end]
        first = end


def _is_all_of(listed: Sequence[Heard], reference: Reference) -> bool:
    """Whether none of a list is an organisation where states are meant: of "Peru and NATO" neither is one of both."""
    if len(listed) == 1 or reference.person or reference.noun in _SIDES:
        return True
    return all(each.kind != "organisation" for each in listed)


def _ranked(reference: Reference, heard: Sequence[Heard], memory: Memory, number: int) -> list[Bearer]:
    """Of those heard the ones of whom the words are true; of two, those first who were most spoken of."""
    found = _candidates(reference, list(reversed(heard)), number)
    if number == _PAIR and memory.sentence > _BEGINNING and reference.noun not in _NEIGHBOURS:
        found.sort(key=lambda each: -_weight(each, memory))
    return found


def _weight(bearer: Bearer, memory: Memory) -> float:
    """How much somebody was spoken of by name, less with every sentence since."""
    return sum(
        _FADING ** (memory.sentence - each.sentence)
        for each in memory.heard
        if each.bearer is not None and each.bearer.code == bearer.code and each.kind not in ("adjective", "plural")
    )


def _is_likely(found: Sequence[Bearer], memory: Memory, number: int) -> bool:
    """Whether those meant were spoken of clearly more than the next."""
    if number != _PAIR or len(found) == number or memory.sentence <= _BEGINNING:
        return True
    weights = [_weight(each, memory) for each in found[: number + 1]]
    return weights[number - 1] >= _CLEAR * weights[number]


def _candidates(reference: Reference, latest: list[Heard], number: int) -> list[Bearer]:
    """Of those heard the ones of whom the words are true, each state once."""
    people = _of_office(reference, latest) if reference.person else []
    if len(people) >= number:
        return people
    if reference.noun in _SIDES:
        return _unlike(each.bearer for each in latest if each.bearer is not None and each.kind != "adjective")
    fitting = salience.fitting(reference.traits)
    codes: list[str] = []
    for adjectives in (False, True):
        spoken = salience.codes(latest, adjectives=adjectives)
        codes = [code for code in spoken if fitting is None or code in fitting]
        if len(codes) >= number:
            break
    return list(salience.as_states(_adjoining(codes) if reference.noun in _NEIGHBOURS else codes))


def _of_office(reference: Reference, latest: Iterable[Heard]) -> list[Bearer]:
    """The people of different states who bear the office."""
    return _unlike(
        each.bearer
        for each in latest
        if each.person
        and each.bearer is not None
        and (reference.noun in _ANYBODY or (each.bearer.role or "").lower().endswith(reference.noun))
    )


def _unlike(bearers: Iterable[Bearer]) -> list[Bearer]:
    found: dict[str, Bearer] = {}
    for bearer in bearers:
        found.setdefault(bearer.code, bearer)
    return list(found.values())


def _adjoining(codes: list[str]) -> list[str]:
    """The latest two that have a border with each other, if any have."""
    for later, code in enumerate(codes):
        for other in codes[:later]:
            if other in neighbours().get(code, {}):
                return [other, code]
    return codes
