"""The sections of a brief, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.analysis import Account, Change, Dispute, FigureDispute, Occurrence, Prospect, Row, Tie, Voice, is_ending
from dragoman.brief import names, numbers, subject, times, verbs
from dragoman.brief.brief import Item, Part, Section, Sentence
from dragoman.brief.dependence import dependence
from dragoman.brief.differences import differences
from dragoman.brief.friends import friends
from dragoman.brief.notes import Notes, excerpt
from dragoman.brief.standing import figure_clauses, mark, speakers, tie_item
from dragoman.brief.years import years
from dragoman.codebook.ties import LASTING
from dragoman.records import Document, Entry, Outline, Standing
from dragoman.words import counted

_STANDING_WORDS = {
    Standing.PLANNED: "Planned, according to ",
    Standing.PREDICTED: "Predicted by ",
    Standing.POSSIBLE: "Possible, according to ",
    Standing.REQUESTED: "Called for, according to ",
    Standing.HYPOTHETICAL: "Supposed only, by ",
}


#: How many parties make a triad.
_TRIAD = 3


def sections(account: Account, notes: Notes) -> tuple[Section, ...]:
    """All sections; each is written in turn, because footnotes are numbered as they are first needed."""
    added = (years, friends) if len(account.parties) >= _TRIAD else (years,) if account.parties else ()
    written = [write(account, notes) for write in (*_SECTIONS, *added)]
    return (*written, _sources(account, notes))


def plain(words: str) -> Sentence:
    """A sentence without footnotes."""
    return Sentence((Part(words),))


def changed(since: date, changes: Sequence[Change], notes: Notes) -> Section:
    """What is known now and was not at the end of a day, or at a moment, and the other way round."""
    lead = "What these documents say that was not known then, or was known otherwise."
    items = tuple(
        Item(Sentence((Part(sentence, notes.cite(change.after or change.before)),)))
        for change, sentence in differences(changes)
    )
    return _section(
        f"What changed since {times.moment(since)}", lead, "Nothing is known that was not known then.", items
    )


def _ties(account: Account, notes: Notes) -> Section:
    lead = subject.of(account).ties.format(on=_on(account))
    items = tuple(_tie(account, tie, notes) for tie in account.ties)
    return _section("Ties now", lead, f"The documents assert no tie {subject.of(account).between} at this time.", items)


def _tie(account: Account, tie: Tie, notes: Notes) -> Item:
    return tie_item(tie, notes, ended=False, as_of=account.as_of, of_all=_of_all(account, tie))


def _earlier(account: Account, notes: Notes) -> Section:
    lead = "What stood at another time, and is not reported to stand now."
    items = tuple(tie_item(tie, notes, ended=True, of_all=_of_all(account, tie)) for tie in account.past)
    return _section("Earlier ties", lead, "The documents tell of no tie that has ended.", items)


def _of_all(account: Account, tie: Tie) -> Outline | None:
    """A tie as all of its reports make it, where not all are told."""
    found = account.whole.ties.get(tie.occurrence.id) if account.whole is not None else None
    return found if found is not None and found.reports > len(tie.reports) else None


def _timeline(account: Account, notes: Notes) -> Section:
    lead = "What happened, in order of time; what is denied says so."
    items = [_row(row, notes, account.as_of) for row in account.timeline]
    if account.later and account.as_of is not None:
        words = f"Left out above, being dated or first told after {times.day(account.as_of)}: "
        left_out = Part(counted(len(account.later), "statement"), notes.cite(account.later))
        items.append(Item(Sentence((Part(words), left_out, Part("."))), "later"))
    return _section("Timeline", lead, f"The documents tell of no event {subject.of(account).between}.", tuple(items))


def _row(row: Row, notes: Notes, as_of: date | None) -> Item:
    ended = row.interval.end is not None and (as_of is None or row.interval.end <= as_of)
    over = ended and row.occurrence.type not in LASTING
    clause = (verbs.was if over else verbs.said)(row.occurrence, row.reports)
    denial = "Ended" if all(map(is_ending, row.reports)) else "Denied"
    words = f"{denial}: that {clause}" if row.standing is Standing.DENIED else numbers.capital(clause)
    parts = (
        Part(words + mark(row.reports), notes.cite(row.reports)),
        Part(f" ({numbers.counts(row.reports, row.origins)}): {excerpt(row.reports)}"),
    )
    by = "by" if row.occurrence.kind == "event" else "until"
    return Item(Sentence(parts), times.time(row.interval, by=by))


def _voices(account: Account, notes: Notes) -> Section:
    lead = "Those who published the documents, then those whom they quote, with the number of statements of each kind."
    items = tuple(Item(_voice(voice, notes)) for voice in account.voices)
    return _section("Who says so", lead, "No publisher or quoted speaker is named.", items)


def _voice(voice: Voice, notes: Notes) -> Sentence:
    total = counted(len(voice.entries), "statement")
    # In brackets, as the number of a footnote stands right behind.
    kinds = numbers.listed([f"{verbs.noun(type_)} ({count})" for type_, count in voice.types])
    published = voice.kind == "publishes"
    name = names.source(voice.name).strip("“”")
    called = voice.name if published else numbers.capital(name)
    if voice.kind == "anonymous" or (not published and names.is_pronoun(name)):
        called = f"“{called}” (not named further)"
    # Of a source it is not known whether it is one or many: no verb has to agree with it.
    words = f"{called} published {total}" if published else f"{called}, quoted for {total}"
    return Sentence((Part(f"{words}: {kinds}", notes.cite(voice.entries)), Part(".")))


def _disputed(account: Account, notes: Notes) -> Section:
    lead = "Where the documents contradict each other, or deny what none of them asserts."
    items = [Item(_dispute(each, notes)) for each in sorted(account.disputed, key=lambda each: not each.at_once)]
    items += [Item(_figures(each, notes)) for each in account.figures]
    items += [Item(_denied(each, notes)) for each in account.denied]
    return _section("Disputed", lead, "Nothing is disputed: no document denies what is said here.", tuple(items))


def _dispute(dispute: Dispute, notes: Notes) -> Sentence:
    clause = verbs.said(dispute.occurrence, dispute.asserted)
    opening = "Disputed: whether " if dispute.at_once else "Asserted of one time and denied of another: that "
    return Sentence((
        Part(f"{opening}{clause}. Asserted by "),
        *speakers(dispute.asserted, notes),
        Part("; denied by "),
        *speakers(dispute.denied, notes),
        Part("."),
    ))  # fmt: skip


def _figures(dispute: FigureDispute, notes: Notes) -> Sentence:
    entries = [report.entry for report in dispute.reports]
    words = f"Figures that contradict each other on {numbers.subject(dispute.figure)}, where "
    parts = [Part(f"{words}{_figured(dispute.occurrence, entries)}: ")]
    for place, part in enumerate(figure_clauses(dispute.reports, notes)):
        parts += [Part("; ")] * bool(place) + [part]
    return Sentence((*parts, Part(".")))


def _figured(occurrence: Occurrence, entries: Sequence[Entry]) -> str:
    """What figures are of: what is asserted, or else what is only planned, predicted, denied and so on."""
    standings = dict.fromkeys(entry.statement.standing for entry in entries)
    if Standing.ASSERTED in standings:
        return verbs.said(occurrence, entries)
    told = numbers.listed([each.value for each in standings])
    if Standing.DENIED in standings:
        return f"it is only {told} that {verbs.said(occurrence, entries)}"
    return f"what is only {told} is {verbs.to_be(occurrence, entries)}"


def _denied(occurrence: Occurrence, notes: Notes) -> Sentence:
    clause = verbs.said(occurrence, occurrence.denied)
    opening = Part(f"Denied, and asserted by none of the documents: that {clause}. Denied by ")
    return Sentence((opening, *speakers(occurrence.denied, notes), Part(".")))


def _ahead(account: Account, notes: Notes) -> Section:
    lead = "None of this is said to have happened."
    items = tuple(_prospect(each, notes) for each in account.ahead)
    empty = "Nothing is only planned, predicted, possible, called for or supposed."
    return _section("Only planned, predicted or possible", lead, empty, items)


def _prospect(prospect: Prospect, notes: Notes) -> Item:
    clause = verbs.to_be(prospect.occurrence, prospect.reports)
    time = f", {times.at(prospect.interval, since='after')}" if prospect.interval.known else ""
    opening = Part(_STANDING_WORDS[prospect.standing])
    rests = f" ({numbers.counts(prospect.reports, prospect.origins)})."
    parts = (opening, *speakers(prospect.reports, notes), Part(f": {clause}{time}{rests}"))
    return Item(Sentence(parts))


def _single(account: Account, notes: Notes) -> Section:
    lead = "Each of these would fall if one speaker, or one document, were withdrawn."
    past = {tie.occurrence.id for tie in account.past}
    items = tuple(Item(_one_origin(each, notes, is_past=each.id in past)) for each in account.single)
    empty = "Nothing asserted here is known to rest on a single origin."
    return _section("Resting on a single origin", lead, empty, items)


def _one_origin(occurrence: Occurrence, notes: Notes, *, is_past: bool) -> Sentence:
    reports = occurrence.asserted
    clause = (verbs.was if is_past else verbs.said)(occurrence, reports)
    words = f"{numbers.capital(clause)}{mark(reports)}: {numbers.counts(reports, 1)}, by "
    return Sentence((Part(words), *speakers(reports, notes), Part(".")))


def _sources(account: Account, notes: Notes) -> Section:
    documents: dict[str, list[Entry]] = {}
    for entry in account.entries:
        documents.setdefault(entry.document.id, []).append(entry)
    items = tuple(_source(entries[0].document, entries, notes) for entries in documents.values())
    return _section("Sources", "The documents behind this brief.", "No document.", items)


def _source(document: Document, entries: Sequence[Entry], notes: Notes) -> Item:
    title = f"“{' '.join(document.title.split())}”" if document.title else "without a title"
    author = f", by {document.author}" if document.author else ""
    published = f"{names.publisher(entries[0])}, {times.published(document)}"
    words = f"{published}: {title}{author}. Document {document.id}; footnotes "
    return Item(Sentence((Part(words, notes.cite(entries)), Part("."))), url=document.url)


def _section(heading: str, lead: str, empty: str, items: tuple[Item, ...]) -> Section:
    return Section(heading, plain(lead if items else empty), items)


def _on(account: Account) -> str:
    return f" as of {times.day(account.as_of)}" if account.as_of is not None else ""


_SECTIONS: tuple[Callable[[Account, Notes], Section], ...] = (
    _ties,
    _earlier,
    _timeline,
    _voices,
    _disputed,
    _ahead,
    _single,
    dependence,
)
