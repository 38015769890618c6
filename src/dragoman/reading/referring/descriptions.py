"""Which state a description means: "the landlocked kingdom", "its northern neighbour", "the former colonial power"."""

from __future__ import annotations

from functools import cache

from dragoman.codebook import traits
from dragoman.codebook.borders import by_land, neighbours
from dragoman.codebook.organisations import organisations
from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.memory import Memory
from dragoman.reading.referring import salience
from dragoman.reading.referring.phrases import NAMED, Reference

_ALLIANCES = ("NATO", "CSTO", "ANZUS", "AUKUS", "WARSAWPACT")
#: What is left of having been spoken of after a sentence: for "the country", and where more is said of it.
_OF_ALL, _OF_FITTING = 0.9, 0.4
#: How much more of a state was spoken of where it is a place at which others are; where it is accused, if it denies.
_OF_PLACE, _OF_ACCUSED = 1.5, 2.0
#: "The country" is a state that is this much of all that was spoken of.
_CLEAR = 0.45
#: How much more of a neighbour was spoken of where both were.
_TOGETHER = 1.0
#: Sentences over which "its" reaches back.
_OWNERS_REACH = 2


def meant(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """Whom a description means, nobody if that cannot be told; `subject` tells whether it opens its clause."""
    match reference.sort:
        case "state":
            return state(reference, memory, subject=subject)
        case "own":
            return own(reference, memory)
        case "host":
            return host(reference, memory)
        case "ruler":
            return ruler(reference, memory)
        case "neighbour":
            return neighbour(reference, memory)
        case "colony":
            return colony(reference, memory, subject=subject)
        case "half":
            return half(reference, memory)
        case _:
            return other(reference, memory)


def half(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "The North" and "the South" of a country in halves, if the text speaks of the latter, or of one that is called
    North as well.
    """
    spoken = salience.codes(salience.before(memory, subject=True))
    for north, south in traits.halves():
        is_named = north in spoken and states()[north].name.startswith("North ")
        if south in spoken or is_named:
            return salience.as_states([south if reference.noun == "south" else north])
    return ()


def state(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """The state of which the words are true and that was spoken of last, or the only one; of "the country", which says
    nothing, the one clearly most spoken of.
    """
    fitting = salience.fitting(reference.traits)
    subject = subject or reference.left
    unfit = set() if subject else own_subjects(memory)
    spoken = _spoken(reference, memory, subject=subject, fading=_OF_ALL if fitting is None else _OF_FITTING)
    found = {
        code: weight
        for code, weight in spoken.items()
        if code not in unfit and (code in fitting if fitting is not None else weight > 0)
    }
    mover = _mover(memory) if reference.left and len(found) > 1 else None
    if mover is not None:
        found.pop(mover, None)
    first = max(found, key=lambda code: found[code], default=None)
    if first is None:
        return salience.as_states(fitting if fitting is not None and len(fitting) == 1 else ())
    if fitting is None and found[first] < _CLEAR * sum(found.values()):
        return ()
    return salience.as_states([first])


def _mover(memory: Memory) -> str | None:
    """The state of who is said to come or go, the last of whom the sentence speaks: "the French minister left"."""
    last = memory.heard[-1] if memory.heard else None
    if last is None or last.bearer is None or last.sentence != memory.sentence:
        return None
    return last.bearer.code if last.subject or last.kind in ("person", "office") else None


def _spoken(reference: Reference, memory: Memory, *, subject: bool, fading: float) -> dict[str, float]:
    """How much each state has been spoken of by name, less with every sentence since, and the publisher's once more."""
    found: dict[str, float] = {}
    for each in salience.before(memory, subject=subject):
        if each.bearer is not None and each.kind != "organisation" and each.bearer.code in states():
            named = _named(each, reference) * fading ** (memory.sentence - each.sentence)
            found[each.bearer.code] = found.get(each.bearer.code, 0.0) + named
    if memory.home is not None and memory.home in found:
        found[memory.home] += 1
    return found


def _named(heard: Heard, reference: Reference) -> float:
    """How much one mention says for its state: more if it is where others are, or is accused of what is denied."""
    if heard.kind == "adjective":
        return 0.0
    return 1.0 + _OF_PLACE * heard.entered + _OF_ACCUSED * (heard.accused and reference.denies)


def own_subjects(memory: Memory) -> set[str]:
    """The states that are subject of the clause that is being read: what they do, they do not do to themselves."""
    here = [each for each in memory.heard if each.sentence == memory.sentence]
    start, end = salience.subjects(here)
    return {each.bearer.code for each in here[start:end] if each.bearer is not None and not each.person}


def neighbour(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "Its northern neighbour": the one most spoken of, the one that the sentence names, or the only one there is."""
    home = owner(reference, memory)
    if home is None:
        return ()
    lies = neighbours().get(home, {})
    fitting = salience.fitting(reference.traits)
    near = {
        code
        for code in lies
        if (reference.side is None or reference.side in lies[code]) and (fitting is None or code in fitting)
    }
    found = [code for code in salience.codes(salience.before(memory, subject=True)) if code in near]
    found.sort(key=lambda code: -_dealt_with(code, home, memory))
    named = sorted(near & memory.named)
    return salience.as_states(found[:1] or (named if len(named) == 1 else _only(home, reference.side, near)))


def _dealt_with(code: str, home: str, memory: Memory) -> float:
    """How much a state has been spoken of, less with every sentence since, and more where its neighbour was, too."""
    together = {each.sentence for each in memory.heard if each.bearer is not None and each.bearer.code == home}
    return sum(
        _OF_ALL ** (memory.sentence - each.sentence) * (1 + _TOGETHER * (each.sentence in together))
        for each in memory.heard
        if each.bearer is not None and each.bearer.code == code
    )


def _only(home: str, side: str | None, near: set[str]) -> list[str]:
    """The one neighbour by land there is today, or the one that lies exactly on that side."""
    today = [code for code in sorted(near) if not states()[code].until and frozenset((home, code)) in by_land()]
    exactly = [code for code in today if neighbours()[home][code] == side]
    return today if len(today) == 1 else exactly if len(exactly) == 1 else []


def other(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "Its ally": the only other state spoken of, or the only one in an alliance with it."""
    home = owner(reference, memory)
    heard = salience.before(memory, subject=True, reach=salience.REACH)
    fitting = salience.fitting(reference.traits)
    found = [code for code in salience.codes(heard) if code != home and (fitting is None or code in fitting)]
    if home is not None and len(found) > 1 and reference.noun == "ally":
        found = [code for code in found if any({home, code} <= members for members in _alliances())]
    return salience.as_states(found) if home is not None and len(found) == 1 else ()


def own(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "His country": the state of whoever "he" is."""
    home = owner(reference, memory)
    return () if home is None else salience.as_states([home])


def host(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "His host", "her counterpart": of the state, not his, that was spoken of in the sentence or the ones before."""
    home = owner(reference, memory)
    heard = salience.before(memory, subject=True, reach=_OWNERS_REACH)
    found = [code for code in salience.codes(heard) if code != home]
    found.sort(key=lambda code: -memory.weight(code))
    return salience.as_states(found[:1]) if home is not None else ()


@cache
def _alliances() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.members) for each in organisations() if each.code in _ALLIANCES)


def colony(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """ "Its former colony", "the former French colony": a state spoken of that the owner, or another one, ruled."""
    spoken = salience.codes(salience.before(memory, subject=True))
    unfit = set() if subject else own_subjects(memory)
    home = reference.owner if reference.owner in traits.former() else None
    if home is None and reference.owner != "the":
        home = owner(reference, memory)
    rulers = spoken if home is None else [home]
    found = [code for code in spoken if any(code in traits.former().get(ruler, ()) for ruler in rulers)]
    return salience.as_states([code for code in found if code not in unfit][:1])


def ruler(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """ "The former colonial power", "its former coloniser": the one that once ruled a state spoken of, or the owner, if
    it is spoken of or the only one.
    """
    spoken = salience.codes(salience.before(memory, subject=True))
    home = None if reference.owner is None else owner(reference, memory)
    ruled = {*spoken} if reference.owner is None else {home}
    rulers = [code for code, theirs in traits.former().items() if not theirs.isdisjoint(ruled)]
    found = [code for code in spoken if code in rulers]
    return salience.as_states(found[:1] or (rulers if len(rulers) == 1 else ()))


def owner(reference: Reference, memory: Memory) -> str | None:
    """The state of "its": that of the subject of the clause, or of the sentence, or of the ones before."""
    return next(iter(salience.codes(owners(reference, memory))), None)


def owners(reference: Reference, memory: Memory) -> list[Heard]:
    """Those whom "its" may mean, the likeliest first."""
    here = [each for each in memory.heard if each.sentence == memory.sentence]
    if reference.owner == NAMED:
        return here[-1:]
    start, end = salience.subjects(here)
    # Of several who act, "their" is theirs, and not that of the one whom they urge.
    urged = not reference.goes_on and not (reference.owner == "their" and end - start > 1)
    acting = _acting(here, urged=urged)
    heard = [*acting, *salience.before(memory, subject=True, reach=_OWNERS_REACH)]
    if reference.harmed:
        unfit = {each.bearer.code for each in acting if each.bearer is not None}
        heard = [each for each in heard if each.bearer is None or each.bearer.code not in unfit] or heard
    return [each for each in heard if each.person] if reference.owner in ("his", "her") else heard


def _acting(here: list[Heard], *, urged: bool) -> list[Heard]:
    """Those in a sentence who act where it is being read: its latest subject, or if `urged` whom that one urges to."""
    start, end = salience.subjects(here)
    others = [place for place in range(end, len(here)) if here[place].urged and urged]
    if others:
        end = others[-1] + 1
        start = next(place for place in reversed(others) if not here[place].joined or place == others[0])
    return here[start:end]
