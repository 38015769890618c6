"""What would follow from a scenario, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman import words
from dragoman.cli import balance, links, shares
from dragoman.cli.short import short

if TYPE_CHECKING:
    from dragoman import Change, Link, Scenario, WhatIf


#: So many lines of each part are shown; all are in the JSON.
_MOST = 20
#: The ids of more reports than this are not listed.
_LISTED = 400


def lines(of: WhatIf, length: int) -> Iterator[str]:
    """What falls, is at risk, weakens, must be found elsewhere, and turns; then what the answer rests on."""
    fallen, at_risk = of.fallen[:_MOST], of.at_risk[:_MOST]
    of.before.outline(each.link for each in fallen)
    of.after.outline(each.link for each in at_risk)
    if of.scenario.name and not of.scenario.is_empty:
        yield of.scenario.name
    yield f"As of {of.before.as_of or 'no day'}: {len(of.before.links)} links stand, {len(of.after.links)} would."
    if not (of.scenario.is_empty or of.fallen or of.at_risk or of.claims or of.weakened or any(of.shifts())):
        yield "Nothing that stands that day is touched: no such tie, route, membership or source is on record."
    yield from _part("Falls", [f"{_link(each.link, length)} ({each.why})" for each in fallen], len(of.fallen))
    yield from _part(
        "At risk",
        [
            f"{_link(each.link, length)} ({each.over.giver} closed to {each.over.taker}"
            f"{', told in one sentence' if each.together else ''})"
            for each in at_risk
        ],
        len(of.at_risk),
    )
    yield from _part(
        "Weakens",
        [f"{links.arrow(a)} {a.channel}: {links.support(a)}, then {links.support(b)}" for a, b in of.weakened[:_MOST]],
        len(of.weakened),
    )
    yield from _part("Must be found elsewhere", list(_replacements(of)), len(of.lost))
    yield from _part("Depends on others then", [*islice(_exposures(of), _MOST + 1)])
    yield from _part("Triads", list(_turned(of)), of.turned_count)
    yield from _balanced(of)
    foes = [f"{one} and {other}, in {foe}" for one, other, foe in of.common_foes[:_MOST]]
    yield from _part("Lose a common foe", foes, len(of.common_foes))
    apart = [", ".join(group) for group in of.apart[:_MOST]]
    yield from _part("No longer held together with the rest", apart, len(of.apart))
    yield from _part("Loses support", [_claim(each) for each in of.claims[:_MOST]], len(of.claims))
    yield from _resting(of, length)


def _resting(of: WhatIf, length: int) -> Iterator[str]:
    """What the answer rests on."""
    if (reports := of.report_count) > _LISTED:
        yield from (
            "",
            f"Rests on {reports:,} reports of these links, and on the shares of those who depended on them.",
        )
    elif of.rests_on:
        ids = " ".join(short(each, length) for each in of.rests_on)
        yield from ("", f"Rests on {words.counted(len(of.rests_on), 'statement')}: {ids}")


def as_json(of: WhatIf) -> dict[str, Any]:
    """The answer as one JSON object; of a scenario that supposes nothing, the one on record."""
    before, after = of.balances
    return {
        "supposed": scenario(of.scenario),
        "network": links.as_json(of.after),
        "exposures": [shares.as_json(each) for each in of.exposures[1]],
        "balance": balance.as_json(after),
        "falls": [{"link": links.link_json(each.link), "why": each.why} for each in of.fallen],
        "at_risk": [
            {"link": links.link_json(each.link), "over": links.link_json(each.over), "together": each.together}
            for each in of.at_risk
        ],
        "weakens": [{"before": links.link_json(a), "after": links.link_json(b)} for a, b in of.weakened],
        "find_elsewhere": [
            {
                "link": list(each.link.key),
                "shares": {base: shares.range_json(share) for base, share in each.shares},
                "supply_already": list(each.others),
                "supply_others": list(each.elsewhere),
            }
            for each in of.replacements
        ],
        "balance_before": before.share,
        "turned": [
            {
                "parties": list((a or b).parties),  # type: ignore[union-attr]
                "before": a.state if a else None,
                "after": b.state if b else None,
            }
            for a, b in of.turned
        ],
        "common_foes_lost": [{"friends": [one, other], "foe": foe} for one, other, foe in of.common_foes],
        "apart": [list(group) for group in of.apart],
        "claims": [_claim(each) for each in of.claims],
        "rests_on": list(of.rests_on),
    }


def scenario(of: Scenario) -> dict[str, Any]:
    """What is supposed, without what is not."""
    table: dict[str, Any] = {
        "cut": [str(cut) for cut in of.cuts],
        "close": list(of.closed),
        "without": list(of.without),
        "discount": list(of.discounted),
        "share": [
            {"of": f"{each.partner}->{each.party}:{each.channel}", "range": shares.range_json(each.range)}
            for each in of.taken
        ],
    }
    return {key: value for key, value in table.items() if value}


def _part(head: str, found: Sequence[str], count: int | None = None) -> Iterator[str]:
    """The first lines of a part, and how many more there are; without a count that there are more."""
    if not found:
        return
    yield from ("", head, *(f"  {line}" for line in found[:_MOST]))
    more = "" if count is None else f"{count - _MOST:,} "
    if len(found) > _MOST or (count or 0) > _MOST:
        yield f"  and {more}more; --format json gives all"


def _link(link: Link, length: int) -> str:
    first = f" {short(link.report, length)}" if link.report is not None else ""
    return f"{links.arrow(link)} {link.channel}, {links.support(link)}{first}"


def _replacements(of: WhatIf) -> Iterator[str]:
    for each in of.replaced(of.lost[:_MOST]):
        lost = ", ".join(f"{shares.span(share)} of {base}" for base, share in each.shares) or "no share on record"
        others = f"; {', '.join(each.others)} {_supply(each.others)} it already" if each.others else ""
        elsewhere = f"; {', '.join(each.elsewhere)} {_supply(each.elsewhere)} others" if each.elsewhere else ""
        none = "" if each.others or each.elsewhere else "; nobody else on record"
        yield f"{links.arrow(each.link)} {each.link.channel}: {lost}{others}{elsewhere}{none}"


def _supply(who: Sequence[str]) -> str:
    return "supplies" if len(who) == 1 else "supply"


def _exposures(of: WhatIf) -> Iterator[str]:
    """The exposures of other shares than before: those left, and what is unexplained."""
    for _, each in of.shifts():
        if each is not None and each.partners:
            left = ", ".join(f"{partner} {shares.span(share)}" for partner, share in each.partners.items())
            others = f"others {shares.span(each.unexplained)}"
            yield f"{each.party} {each.channel}, of {each.base or 'all'}: {left}; {others}"


def _turned(of: WhatIf) -> Iterator[str]:
    for before, after in of.first_turned(_MOST):
        triad = after or before
        if triad is not None:
            was, then = (each.state if each else "no triad" for each in (before, after))
            yield f"{', '.join(triad.parties)}: {was}, then {then}"


def _balanced(of: WhatIf) -> Iterator[str]:
    before, after = of.balances
    if of.turned_count and before.share is not None and after.share is not None:
        yield f"  balanced {before.share:.0%}, then {after.share:.0%}"


def _claim(change: Change) -> str:
    from dragoman.brief import differences

    return next(sentence for _, sentence in differences([change]))
