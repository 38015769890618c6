"""The section on how far parties depend on others, by the shares on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.analysis import Account, Exposure, Link, Range, exposures
from dragoman.analysis.exposure import SUPPLIES
from dragoman.analysis.network import joined
from dragoman.brief import numbers
from dragoman.brief.brief import Item, Part, Section, Sentence
from dragoman.brief.names import called
from dragoman.brief.notes import Notes
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Entry
from dragoman.words import counted

HEADING = "Dependence"
_LEAD = (
    "What the shares on record come to: ranges from the least to the greatest bound, nothing averaged; what they leave "
    "is of others, named or not."
)
_OF_SOME = (
    "What the shares on record that they have of one another come to: ranges from the least to the greatest bound, "
    "nothing averaged; the shares of others, which may narrow these, are not looked at here."
)
_OF_ONE = (
    f"{_LEAD} Of what others have from {{party}} only its own shares are looked at here; the shares of third parties, "
    "which may narrow these, are not."
)
_EMPTY = "No share of a supply that stands is on record."
_SEVERAL = 2
_CUT = "Not worked out, as not all statements are told here; `dragoman exposure` answers it."


def dependence(account: Account, notes: Notes) -> Section:
    """What the party of the account has from others, and they from it; of several what they have from one another."""
    if account.whole is not None:
        return Section(HEADING, Sentence((Part(_CUT),)))
    asked = tuple(_asked(account))
    items = tuple(_item(each, account, notes) for each in asked)
    lead = _LEAD if _is_whole(asked, account) else _OF_SOME
    if len(account.parties) == 1 and not _is_whole(asked, account):
        lead = _OF_ONE.format(party=called(account.parties[0]))
    return Section(HEADING, Sentence((Part(lead if items else _EMPTY),)), items)


def _asked(account: Account) -> Iterator[Exposure]:
    """The exposures that the statements tell of: of the party and of each party in a channel in full; of others to the
    party, and of several parties to one another, so far as shares of these are told.
    """
    of = joined(account.ties, account.as_of)
    found = [
        each
        for each in exposures(of, channel=account.channel if account.channel in SUPPLIES else None)
        if each.shares and (len(account.parties) < _SEVERAL or each.party in account.parties)
    ]
    # What the party itself has from others comes first.
    yield from sorted(found, key=lambda each: bool(account.parties) and not _is_told_in_full(each, account))


def _is_told_in_full(of: Exposure, account: Account) -> bool:
    """Whether all suppliers are looked at, and not only some."""
    return not account.parties or account.parties == (of.party,)


def _is_whole(asked: Sequence[Exposure], account: Account) -> bool:
    return all(_is_told_in_full(each, account) for each in asked)


def _item(of: Exposure, account: Account, notes: Notes) -> Item:
    parts = [Part(f"{numbers.capital(called(of.party))}, {of.base}: ")]
    for place, (partner, share) in enumerate(of.partners.items()):
        figures = [each.entry for one in of.shares if partner in one.partners for each in one.reports]
        parts += [Part("; ")] * bool(place) + [Part(f"{called(partner)} {span(share)}", notes.cite(figures))]
    if of.fits:
        parts.append(Part(f"; others {span(of.unexplained)}"))
    parts.append(Part("." if of.fits else "; these cannot all hold at once."))
    return Item(Sentence(tuple(parts)), CHANNELS[of.channel].label, tuple(_more(of, account, notes)))


def _more(of: Exposure, account: Account, notes: Notes) -> Iterator[Sentence]:
    """What bears on the shares, where all suppliers are looked at and not only some."""
    if not _is_told_in_full(of, account):
        return
    if of.fits:
        index = f"{of.concentration.low:.2f}–{of.concentration.high:.2f}"
        scale = "from 0, many small suppliers, to 1, a single one"
        yield Sentence((Part(f"Concentration (Herfindahl–Hirschman index, {scale}): {index}.", _all(of, notes)),))
    if of.without:
        unknown = [link for link in of.links if {link.giver, link.taker} & {*of.without}]
        names = numbers.listed([called(each) for each in of.without])
        yield Sentence((Part(f"Without a share on record: {names}.", notes.cite(_reports(unknown))),))
    for route in of.routes:
        words = f"Over {called(route.over)}, which {called(route.user)} uses."
        yield Sentence((Part(words, notes.cite(route.link.reports)),))
    if of.origins is not None:
        origins = counted(of.origins, "independent origin")
        yield Sentence((Part(f"The best supported supply rests on {origins}.", notes.cite(_reports(of.links))),))


def _all(of: Exposure, notes: Notes) -> tuple[int, ...]:
    return notes.cite(each.entry for each in of.figures)


def _reports(links: Sequence[Link]) -> Iterator[Entry]:
    return (entry for link in links for entry in link.reports)


def span(share: Range) -> str:
    """`36–44 %`, `22 %`."""
    low, high = numbers.number(share.low), numbers.number(share.high)
    return f"{low} %" if low == high else f"{low}–{high} %"
