"""What a document has told of its people and parties so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from dragoman.codebook import traits
from dragoman.codebook.names import label
from dragoman.codebook.publishers import publisher
from dragoman.codebook.sectors import role_words
from dragoman.codebook.states import states
from dragoman.reading.naming import bodies, places, roles
from dragoman.reading.naming.bearers import Bearer, Heard, surname
from dragoman.reading.naming.gazetteer import Name, gazetteer
from dragoman.reading.naming.officeholders import SHORTEST, by_surname, forenames, lone_names, officeholder, offices_of
from dragoman.records import Document

#: Of more mentions than this the older ones are forgotten; nobody's "it" reaches that far back.
LONGEST = 60
#: What is left, after a sentence, of the weight of having been spoken of.
FADING = 0.8
#: Sentences for which a heading holds.
HEADED = 4
#: Sentences over which a quotation goes on that nothing closes.
QUOTED = 4
#: States whose people are called by the first word of their name.
_FIRST_NAMES = frozenset("BRA BRN ERI ETH IDN ISL MMR MNG MYS SOM THA TLS VNM XSL".split())
#: What a title may have before it without becoming another office.
_TIME = re.compile(
    r"^(?:the |a |an |its |his |her |their )?(?:(?:former|then|ex|new|current|late|acting|outgoing|incoming)[ -])*"
)
_PAST = re.compile(r"(?:former|ex|late)[ -]", re.IGNORECASE)
#: Kinds of names that are not whom a publisher is.
_NO_SPEAKERS = ("person", "people", "publisher", "institute")
#: What the name of a publisher says of a language.
_TRANSLATED = re.compile(r"\(?translated from [^()]*\)?", re.IGNORECASE)
#: What ends the name of a place that heads the lines below.
_HEADS = re.compile(r"[.:*]{1,4}(?: |$)|$")
_OF_STATES = ("state", "capital", "seat", "adjective")
#: In how many sentences it may be said that a text is of several, and how.
_FIRST = 3
_JOINT = re.compile(r"(?i)\bjoint (?:communiqu|statement|declaration|press (?:release|statement))|\bcommuniqu[eé]")
_TOLD_FROM = ("capital", "state")
#: Sectors of the bodies of a state.
_OFFICIAL = ("GOV", "LEG", "JUD", "MIL")
#: What may stand behind the name of a body that issues a text: another line, or of what kind the text is.
_LETTERHEAD = re.compile(r"\s*(?:(?: [-–—]|\|) .*)?")
_LONGEST_HEAD = 120
#: Publishers that are their government itself, and no office of statistics, library or bank of it.
_EXECUTIVE = re.compile(
    r"(?i)\b(?:ministry|department of (?:state|def|foreign|international)|state department|president|presidency"
    r"|government|prime minister|kremlin|white house|global affairs|mofa|dfat|dirco)\b"
)
#: Offices of whom a state's "leader" is.
_LEADERS = ("president", "prime minister", "chancellor", "king", "emir", "sultan", "supreme leader")
#: Who bears these is not "the president" or "the minister".
_UNDER = re.compile(r"(?:vice|deputy|prime|under|assistant)[ -]?")


@dataclass(slots=True)
class Memory:
    """Grows sentence by sentence.

    `home` is the publisher's state, whose officials a text may name without saying so; `issued` tells whether that
    state publishes itself, by one of its bodies; `day` is the ISO day against which offices are looked up, empty if
    unknown; `ours` is the state that "our country" means, where its own newspaper or agency publishes; `speaker` whom
    "we" means, where a government or an organisation publishes, or an official is interviewed; `addressed` whom "you"
    means; `quoting` whom it means in the quotations of the last
    sentence, of which one goes on for `sentences_left` more if nothing closes it; `called` is "he" or "she" by name, as
    people were called; `abbreviations` are those that the document gave; `parties` whom "the Parties" means, once that
    was told, and `joint` that the text says it is of several; `about` are the states that the first sentence with a
    state names; `two` of whom "the former" and "the latter" were told
    apart, and in which sentence.
    """

    home: str | None = None
    day: str = ""
    speaker: Bearer | None = None
    addressed: Bearer | None = None
    quoting: Bearer | None = None
    sentences_left: int = 0
    sentence: int = 0
    joint: bool = False
    about: tuple[Bearer, ...] = ()
    issued: bool = False
    ours: str | None = None
    called: dict[str, str] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    abbreviations: dict[str, Bearer] = field(default_factory=dict)
    parties: tuple[Bearer, ...] = ()
    two: tuple[int, tuple[Bearer, ...]] = (0, ())
    _people: dict[str, Bearer] = field(default_factory=dict)
    _called: dict[str, Bearer] = field(default_factory=dict)
    _strangers: set[str] = field(default_factory=set)
    _speakers: set[str] = field(default_factory=set)
    _roles: dict[str, Bearer] = field(default_factory=dict)
    _holders: dict[str, dict[str, str]] = field(default_factory=dict)
    _states: dict[str, None] = field(default_factory=dict)
    _weights: dict[str, tuple[float, int]] = field(default_factory=dict)
    _names: Sequence[Name] = ()
    _place: tuple[str, int] | None = None

    @classmethod
    def of(cls, document: Document) -> Memory:
        """The memory with which the reading of a document begins."""
        published = document.published.end if document.published else None
        day = published.isoformat() if published else ""
        name = document.publisher or _letterhead(document.text)
        known = publisher(name) if name else None
        ours = known.code if known is not None and known.kind == "state-media" else None
        return cls(_home(name), day, _speaker(name), issued=_is_official(name), ours=ours)

    def turn(self, names: Sequence[Name], text: str = "") -> None:
        """Go on to the next sentence, in which these names stand."""
        self.sentence += 1
        self.joint = self.joint or (self.sentence <= _FIRST and _JOINT.search(text) is not None)
        self._names = names
        if _is_heading(names, text):
            self._place = (names[0].sense.code, self.sentence)
        if not self.about:
            here = {each.sense.code for each in names if each.sense.kind in _OF_STATES}
            self.about = tuple(Bearer(label(code), code) for code in sorted(here) if code in states())
        if len(self.heard) > LONGEST:
            del self.heard[: -LONGEST // 2]

    def hear(self, heard: Heard) -> None:
        """Note that a party was spoken of just now."""
        self.heard.append(heard)
        if heard.bearer is not None:
            self._weigh(heard.bearer.code)
        if heard.bearer is not None and heard.kind in ("state", "person", "office"):
            self.mention(heard.bearer.code)

    def remember(self, bearer: Bearer) -> None:
        """Keep a person under the full name, the surname, where it is used alone the first name, and the role."""
        if self._people.get(bearer.name) == bearer and self._called.get(surname(bearer.name, bearer.code)) == bearer:
            return
        self._people[bearer.name] = bearer
        words = bearer.name.split()
        if bearer.code in _FIRST_NAMES:
            self._called.setdefault(words[0], bearer)
        if len(words) > 2 and bearer.code in _two_surnames() and _may_be_surname(words[-2]):
            self._called.setdefault(words[-2], bearer)
        family = self._called_by(bearer)
        if bearer.role:
            self._holders.setdefault(_role(bearer.role), {})[bearer.code] = family
        self.remember_office(bearer)

    def _called_by(self, bearer: Bearer) -> str:
        family = surname(bearer.name, bearer.code)
        self._called[family] = bearer
        return family

    def held_by_others(self, role: str, name: str) -> set[str]:
        """The states in which somebody holds an office, as the document has told, who is not in a name."""
        held = self._holders.get(_role(role), {})
        return {code for code, family in held.items() if family not in name}

    def holder(self, role: str, code: str) -> Bearer | None:
        """Who holds an office of a state, as the document told by name; its "leader" is its president or the like."""
        words = (role.lower(),) if role.lower() != "leader" else _LEADERS
        families = [held[code] for each in words if code in (held := self._holders.get(each, {}))]
        known = self._called.get(families[0]) if len(families) == 1 else None
        return None if known is None or known.code != code or _PAST.match(known.role or "ex-") else known

    def remember_office(self, bearer: Bearer) -> None:
        """Keep an office, also one whose bearer is not named ("the Azerbaijani president")."""
        if not bearer.role:
            return
        role, words = bearer.role, _role(bearer.role)
        known = self._roles.get(words)
        if known is not None and known.code == bearer.code and bearer.name not in self._people:
            bearer = replace(bearer, name=known.name)
        if _PAST.match(role):
            self._roles.setdefault(words, bearer)
            return
        self._roles[words] = bearer
        if not _UNDER.match(words):
            self._roles[words.split()[-1]] = bearer

    def remember_stranger(self, name: str) -> None:
        """Keep the surname of somebody who is no party, so that it does not mean a namesake who is."""
        self._strangers.add(name)

    def remember_speaker(self, name: str) -> None:
        """Keep the surname of somebody who speaks and is no party."""
        self._speakers.add(name)

    def has_spoken(self, name: str) -> bool:
        """Whether somebody of this surname has spoken who is no party."""
        return name in self._speakers

    def mention(self, code: str) -> None:
        """Note that a state was spoken of just now."""
        self._states.pop(code, None)
        self._states[code] = None

    def person(self, name: str, *, titled: bool = False) -> Bearer | None:
        """Who a name means: a full name of this document, a word of one, or a holder of high office."""
        known = self._people.get(name) or self._called.get(name)
        if known is not None or name in self._strangers:
            return known
        spoken = self.named.union(self._states)
        offices = offices_of(name) if titled else by_surname(name, self.day, spoken)
        if not offices:
            return None
        found = officeholder(offices, self.day, spoken)
        return self._people.get(found.name, found) if found is not None else None

    def knows(self, name: str) -> bool:
        """Whether the document has told of somebody by a full name, or by a word of one."""
        return name in self._people or name in self._called

    def knows_any(self, words: Sequence[str]) -> bool:
        """Whether one of the words may be a surname that means somebody."""
        return not (self._called.keys().isdisjoint(words) and lone_names().isdisjoint(words))

    def role(self, words: str) -> Bearer | None:
        """Who "the president" is here, "the minister" if there is but one kind, "the foreign minister"."""
        return self._roles.get(_role(words))

    def weight(self, code: str) -> float:
        """How much a party has been spoken of: each time counts, and less with every sentence since."""
        weight, sentence = self._weights.get(code, (0.0, 0))
        return weight * FADING ** (self.sentence - sentence)

    def _weigh(self, code: str) -> None:
        self._weights[code] = (self.weight(code) + 1, self.sentence)

    def quote(self, speaking: Bearer | None, *, is_open: bool, is_marked: bool) -> None:
        """Note who speaks in the quotations of a sentence, and whether one goes on; `is_marked` tells whether a mark
        stands in it.
        """
        self.quoting = speaking
        self.sentences_left = 0 if not is_open else QUOTED if is_marked else self.sentences_left - 1

    @property
    def named(self) -> set[str]:
        """The codes of those whom the sentence that is being read names."""
        return {each.sense.code for each in self._names}

    @property
    def place(self) -> str | None:
        """The state of the capital that heads the lines that are being read ("Oslo." or "OSLO"), if one does."""
        return self._place[0] if self._place is not None and self.sentence - self._place[1] <= HEADED else None

    @property
    def alone(self) -> str | None:
        """The state that is the subject of the sentence before, if nobody else is in it: "But Oslo has hit back"."""
        last = [each for each in self.heard[-3:] if each.sentence == self.sentence - 1]
        if len(last) != 1 or last[0].bearer is None or last[0].kind != "state" or not last[0].subject:
            return None
        return last[0].bearer.code

    @property
    def last_states(self) -> tuple[str, ...]:
        """The states spoken of, the latest last."""
        return tuple(self._states)


@cache
def _two_surnames() -> frozenset[str]:
    """States whose people may be called by the last but one word of their name: "Muse Bihi Abdi" is Bihi."""
    return _FIRST_NAMES.union(traits.traits()["spanish-speaking"].states, traits.traits()["arab"].states)


def _may_be_surname(word: str) -> bool:
    return len(word) >= SHORTEST and word[0].isupper() and word.lower() not in role_words() and word not in forenames()


def _is_heading(names: Sequence[Name], text: str) -> bool:
    """Whether a text is headed by the name of a capital or state: "Oslo.", "OSLO (Agency) -", "Oslo, 3 May 2023"."""
    if not names or names[0].sense.kind not in _TOLD_FROM:
        return False
    if line := places.dateline(text, names):
        # "Oslo/Lima -" is told from two.
        return len({each.sense.code for each in names if each.end <= line and each.sense.kind in _TOLD_FROM}) == 1
    return names[0].start <= 3 and (
        _HEADS.match(text, names[0].end) is not None
        or (names[0].sense.kind == "capital" and len(names[0].text) > 3 and names[0].text.isupper())
    )


def _home(name: str) -> str | None:
    """The state of a publisher: as the codebook has it, or that which its name begins with ("Sofia Record")."""
    known = publisher(name) if name else None
    if known is not None:
        return known.code
    names = gazetteer().find(_TRANSLATED.sub("", name))
    kinds = ("state", "capital", "adjective", "seat")
    return next((each.sense.code for each in names if each.sense.kind in kinds or _is_of_state(each)), None)


def _is_of_state(name: Name) -> bool:
    """Whether a name is that of a body of a state, "House of Lords", and not of a firm."""
    return name.sense.kind == "organisation" and name.sense.sector in _OFFICIAL and name.sense.code in states()


def _is_official(name: str) -> bool:
    """Whether a publisher is a body of a state, "Bundestag", which calls its own government "the government"."""
    known = publisher(name) if name else None
    if known is not None:
        return known.kind == "government"
    speaker = _speaker(name)
    return speaker is not None and speaker.code in states() and speaker.sector in _OFFICIAL


def _letterhead(text: str) -> str:
    """The body of a state whose name, and no sentence, is the first line of a text: "House of Lords - Answers"."""
    line, _, rest = text.lstrip()[:_LONGEST_HEAD].partition("\n")
    if not rest or not line[:1].isupper():
        return ""
    named = next((each for each in gazetteer().find(line) if each.start in (0, 4) and _is_of_state(each)), None)
    end = 0 if named is None else named.end
    if named is None and (body := bodies.find(line)) is not None and body.start in (0, 4) and body.sector == "GOV":
        end = body.end
    return line[:end] if end and _LETTERHEAD.fullmatch(line, end) else ""


def _speaker(name: str) -> Bearer | None:
    """The government or organisation that a publisher is: "Government of India", "NATO"; a newspaper is none."""
    known = publisher(name) if name else None
    if known is not None:
        is_executive = known.kind == "government" and known.code and _EXECUTIVE.search(f"{known.name} {name}")
        return Bearer(label(known.code), known.code, "GOV") if is_executive else None
    named = next((each.sense for each in gazetteer().find(name) if each.sense.kind not in _NO_SPEAKERS), None)
    if named is None:
        return None
    if named.kind in ("organisation", "seat"):
        return Bearer(named.label, named.code, named.sector or "GOV")
    # "Governments of Peru and Chile" are two.
    is_state = any(role.sector in ("GOV", "MIL") and not role.is_plural for role in roles.find(name))
    return Bearer(named.label, named.code, "GOV") if is_state else None


def _role(words: str) -> str:
    """The office without what changes between mentions: articles, "former", one spelling of defence."""
    plain = _TIME.sub("", words.lower()).replace("defence", "defense") or words.lower()
    return "prime minister" if plain == "premier" else plain
