"""Titles and offices: the words beside a name that say whom the bearer acts for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook import cues
from dragoman.codebook.sectors import abbreviated, honorifics, role_words
from dragoman.reading.naming.qualifiers import qualifies

#: Particles of names, those behind which a name goes on in any case and the others.
GOES_ON = "al|el|bin|binti|ibn|ben|bint|abu|abd|de|da|do|dos|del|della|di|du|van|von|der|den|ter|zu|ould|ag"
_PARTICLES = rf"{GOES_ON}|la|le|of|y|e"
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ"
#: A hyphen before another capital parts two words of a name, and is in none: else a row of them could be cut in ever
#: so many ways.
_NAME_WORD = rf"(?:[{_CAPITAL}](?:[\w'.]|-(?![{_CAPITAL}]))*[\w]|[A-Z]\.)"
#: One to five capitalised words, with the particles that names have between them.
PERSON = re.compile(rf"{_NAME_WORD}(?:[ -](?:(?:{_PARTICLES})[ -])*{_NAME_WORD}){{0,4}}")
#: Two to five of them: a name with a surname.
FULL_NAME = rf"{_NAME_WORD}(?:[ -](?:(?:{_PARTICLES})[ -])*{_NAME_WORD}){{1,4}}"
#: Verbs behind a subject, among the words that cannot stand between a state and an office that are one party.
_VERBS: tuple[cues.CueKind, ...] = ("speaking", "telling", "others", "denying", "between")
_APART = frozenset(
    "and or but of in on at to by for from with the a an is was are were has had have will would that which who as its their"
    " his her said says met sent sends deployed deploys withdrew withdraws pulled paid pays trains trained killed kills attacked"
    " accused accuses wants wanted gave gives lent lends sold sells bought buys hit hits struck bombed arrested expelled"
    " summoned recalled calls called named appointed fired fought sacked dismissed freed took takes made makes held holds"
    " kept keeps leads won lost signed opened closed seized banned".split()
).union(
    form
    for kind in _VERBS
    for form in cues.finite(kind)
    if form not in ("alleged", "claimed", "declared", "invited", "noted", "posted", "promised", "proclaimed")
)
#: Capitalised words that follow a name without being part of it.
_NO_NAME = re.compile(
    r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|The|In|On|At|And|But|For|To|A|An|As|It|He|She|Both)\b.*$"
)
#: Offices that speak of a body of people; nobody bears them as a title.
_BODY = re.compile(
    r"(?:ministr(?:y|ies)|governments?|parliament|army|navy|forces?|troops|police|service|state|administration|authorities|regime|cabinet"
    r"|senate|congress|house|assembly|council|committee|embass(?:y|ies)|office|department|agency|party|court|company|bank|corps|guard|base"
    r"|military|group|movement|organi[sz]ation|jets|drones|delegation|consulate|mission|division|brigade|crown|republic)s?$"
)
#: Nouns that say what one party is to another: "Peru's suppliers" are not Peru.
_RELATIONAL = re.compile(
    r"(?:suppliers?|partners?|all(?:y|ies)|customers?|importers?|exporters?|buyers?|neighbou?rs?|rivals?|competitors?|enem(?:y|ies)"
    r"|friends?|creditors?|lenders?|donors?|investors?|backers?|foes?|adversar(?:y|ies)|opponents?|patrons?|sponsors?)$"
)
#: Offices whose holder a text may name without the state, if it is the state where it is published.
_NATIONAL = re.compile(
    r"(?:minister(?: (?:of|for) .+)?|president|premier|chancellor|king|emir|sultan|head of (?:state|government)|(?:foreign|home|defen[cs]e) secretary|secretary of state)$"
)
#: Offices of which a state has one as well, and whose holder is at home: some at a body, "government spokesman".
_RESIDENT = re.compile(
    r"(?:(?P<body>air force|armed forces|army|central bank|defen[cs]e forces?|foreign office|government|military|.*\bministry|navy"
    r"|parliament|parliamentary|presidency|presidential(?: office| administration)?)"
    r" (?:advis[eo]r|chief(?: of staff)?|commander|governor|official|press secretary|speaker|spokes(?:man|person|woman))"
    r"|national security advis[eo]r|(?:attorney|prosecutor)[ -]general|chief of (?:the )?general staff)$"
)
#: Last words of roles that one person plays, whom "he" or "she" can stand for.
_PERSON_NOUN = re.compile(
    r"\b(?:adviser|advisor|agent|aide|ambassador|ambassador-designate|amir|autocrat|archbishop|attaché|ayatollah|bishop|captain|cardinal|chairman"
    r"|chairwoman|chancellor|chief|cleric|colonel|commander|commander-in-chief|commissioner|commodore|congressman|congresswoman|consul|coordinator"
    r"|councillor|counsellor|counterpart|critic|delegate|detective|diplomat|director|director-general|director general|despot|dictator|dissident|emir|emperor|envoy"
    r"|general|governor|imam|insurgent|judge|justice|king|lady|lawmaker|leader|legislator|lieutenant|magistrate|major|marshal|mayor|mediator"
    r"|minister|monarch|monk|mufti|mullah|negotiator|nominee|nun|officer|official|parliamentarian|pastor|patriarch|policeman|politician"
    r"|pontiff|pope|premier|president|president-elect|priest|prince|princess|prosecutor|queen|rabbi|rapporteur|rebel|ruler|representative|secretary"
    r"|secretary-general|senator|separatist|serviceman|sheikh|sheriff|soldier|speaker|spokesman|spokesperson|spokeswoman|spy|spymaster|strongman"
    r"|sultan|taoiseach|undersecretary|under-secretary|vice-president|warlord|admiral)(?: of .+)?$"
)
#: The end of an office that several bear; "chargé d'affaires" is one.
_PLURAL = re.compile(r"(?<!d'affaire)s$|men$|women$")
_TITLED_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "REB", "OPP", "REL", "ELI"})
#: Adjectives that belong to a title: "former", "deputy".
_BEFORE_TITLE = re.compile(
    r"(?:(?:[Ff]ormer|[Tt]hen|[Dd]eputy|[Vv]ice|[Aa]cting|[Ii]ncoming|[Oo]utgoing|[Ss]enior|[Aa]ssistant)[ -])+$"
)
#: The rest of the name of a body: "Revenue Committee", "Great Khural".
_BODY_NAME = re.compile(rf"(?: [{_CAPITAL}][\w-]+){{1,3}}(?! [{_CAPITAL}])")
#: What else a ministry is for: "and International Cooperation".
_PORTFOLIO = re.compile(
    r"(?:,? and (?:the )?(?:[A-Z][\w-]+ ){0,2}(?:Affairs|Co-?operation|Commerce|Communit(?:y|ies)|Culture|Defen[cs]e|Development"
    r"|Diaspora|Economy|Emigr\w+|Energy|Expatriates|Immigration|Industry|Integration|Mobility|Planning|Religion|Security"
    r"|Technology|Tourism|Trade|Worship)\b)+"
)
_IN = re.compile(r" in $")
#: Bodies that are called after the place where they sit: "the government in Tehran".
_SEATED = frozenset(
    ("government", "junta", "authorities", "foreign ministry", "defence ministry", "defense ministry", "regime", "leadership", "officials",
     "parliament", "foreign office", "military government", "military regime", "military rulers")
)  # fmt: skip
_OF = re.compile(r" (?:of|(?P<about>for)) (?:the )?(?:Republic of |State of |Kingdom of )?$")
#: Offices that are for a state without being of it.
_ABOUT = re.compile(r"(?:envoy|representative|rapporteur|coordinator)s?$")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a sentence: its places, words and sector."""

    start: int
    end: int
    words: str
    sector: str

    @property
    def is_title(self) -> bool:
        """Whether a person can bear it before the name."""
        return self.sector in _TITLED_SECTORS and not _BODY.search(self.words.lower())

    @property
    def is_plural(self) -> bool:
        """Whether several bear it: "foreign ministers", but not "minister of foreign affairs"."""
        return _PLURAL.search(self.words.partition(" of ")[0]) is not None

    @property
    def is_one_person(self) -> bool:
        """Whether it speaks of one person, whom "he" or "she" can stand for."""
        return _PERSON_NOUN.search(self.words.lower()) is not None

    @property
    def is_relational(self) -> bool:
        """Whether it says what somebody is to the state beside it, not who acts for that state."""
        return _RELATIONAL.search(self.words.lower()) is not None

    @property
    def is_national(self) -> bool:
        """Whether a state has one such office."""
        words = self.words.lower()
        return _NATIONAL.search(words) is not None or _RESIDENT.match(words) is not None


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    words = tuple({**role_words(), **{short.lower(): "" for short in abbreviated()}})
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


def find(text: str) -> list[Role]:
    """The roles in a text (folded), in order; adjectives such as "former" belong to them."""
    return find_lower(text, lower(text))


def find_lower(text: str, plain: str) -> list[Role]:
    """The roles in a text of which the lower case is at hand."""
    automaton, words = _automaton()
    found: list[Role] = []
    for number, start, end in automaton.find_matches_as_indexes(plain):
        if not _whole(plain, start, end) or (found and start < found[-1].end):
            continue
        word = words[number]
        sector = role_words().get(word)
        said = text[start:end] if sector else abbreviated().get(text[start:end])
        if said is None or (sector is None and _is_number(text, start)) or qualifies(text, end, word):
            continue
        if said == "State":
            end = _named_on(text, end)
            said = text[start:end]
            sector = role_words().get(said.lower().rpartition(" ")[2], sector)
        elif said[:6] == "Minist" and (rest := _PORTFOLIO.match(text, end)):
            end = rest.end()
            said = text[start:end]
        before = _BEFORE_TITLE.search(text, max(0, start - 30), start)
        first = before.start() if before else start
        role = Role(first, end, text[first:start] + said, sector or role_words()[said])
        if found and found[-1].end == role.start - 1 and _leads(found[-1], role):
            role = _joined(found.pop(), role)
        found.append(role)
    return found


def _leads(body: Role, role: Role) -> bool:
    """Whether an office behind a body is one of it, "army commander", and no title: "the army General Roe"."""
    is_title = role.words[0].isupper() > body.words[0].isupper()
    return not is_title and role.is_one_person and not body.is_plural and _BODY.search(body.words.lower()) is not None


def _joined(body: Role, role: Role) -> Role:
    sector = body.sector if role.sector == "GOV" else role.sector
    return Role(body.start, role.end, f"{body.words} {role.words}", sector)


def _is_number(text: str, start: int) -> bool:
    """Whether what stands there is of a time or a frequency: "5 PM", "102.5 FM"."""
    return text[:start].rstrip()[-1:].isdigit()


def _named_on(text: str, end: int) -> int:
    """Where the name of a body ends that begins with "State", but "State Secretary Ana Roe" is none."""
    if not text[end + 1 : end + 2].isupper():
        return end
    match = _BODY_NAME.match(text, end)
    if match is None or any(_PERSON_NOUN.search(word.lower()) for word in match.group().split()):
        return end
    return match.end()


def lower(text: str) -> str:
    """The text in lower case, as long as before: a letter like "İ", which is two in lower case, stays as it is."""
    plain = text.lower()
    if len(plain) == len(text):
        return plain
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def after(text: str, end: int, roles: list[Role]) -> Role | None:
    """The role that makes one party with the state whose name ends at `end`: "Azerbaijan's new foreign minister"."""
    for role in roles:
        if role.start > end:
            between = text[end : role.start]
            words = between.removeprefix("'s").removeprefix("'").split(" ")
            said = [word for word in words if word]
            # "Newly appointed" describes, "appointed" does not.
            joined = all(_joins(word) or before[-2:] == "ly" for before, word in zip(["", *said], said, strict=False))
            apart = len(words) > 5 or not between.endswith(" ") or not joined
            return None if apart else role
    return None


def before(text: str, start: int, roles: list[Role]) -> Role | None:
    """The role that makes one party with the state whose name begins at `start`: "the president of Azerbaijan"."""
    match = _OF.search(text, max(0, start - 40), start)
    if match is None:
        return None
    role = next((role for role in roles if role.end == match.start()), None)
    return None if role is None or (match["about"] and _ABOUT.search(role.words.lower())) else role


def seated(text: str, start: int, roles: list[Role]) -> Role | None:
    """The body that sits in the capital whose name begins at `start`: "the government in Tehran"."""
    match = _IN.search(text, max(0, start - 5), start)
    if match is None:
        return None
    return next((role for role in roles if role.end == match.start() and _is_seated(role.words.lower())), None)


def _is_seated(words: str) -> bool:
    """Whether a body is called after where it sits, or an office is at such a body: "government spokesman"."""
    office = _RESIDENT.match(words)
    return words in _SEATED or (office is not None and office["body"] in (None, *_SEATED))


def bearer(text: str, at: int) -> tuple[str, int] | None:
    """The name of a person that begins at `at`, or behind the honorifics there, and where it ends."""
    match = PERSON.match(text, behind_honorifics(text, at))
    if match is None:
        return None
    name = _NO_NAME.sub("", f" {match.group()}").strip()
    name = re.sub(r"'s?$|\.$", "", name)
    return (name, match.start() + len(name)) if name else None


def behind_honorifics(text: str, at: int) -> int:
    """Where a name begins that has honorifics before it: "Mr. Ole Holm"."""
    match = _honorifics().match(text, at)
    return at if match is None else match.end()


@cache
def _honorifics() -> re.Pattern[str]:
    words = "|".join(map(re.escape, honorifics()))
    return re.compile(rf"(?:(?:{words})\.? )+(?=[{_CAPITAL}])")


def _joins(word: str) -> bool:
    return word.lower() not in _APART and re.fullmatch(r"-?\w[\w-]*", word) is not None


def _whole(text: str, start: int, end: int) -> bool:
    return not (start > 0 and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
