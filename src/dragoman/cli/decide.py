"""`dragoman decide`, `dragoman retract` and `dragoman decisions`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import LedgerArgument, one_of, opened
from dragoman.cli.output import put, say, written
from dragoman.cli.short import digits, short
from dragoman.errors import InvalidValue
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman import Workspace
    from dragoman.records import Anchor, Decision

WhoOption = Annotated[str, typer.Option("--who", metavar="NAME", help="Who judges.")]
#: What decisions can be exported as.
_FORMS = ("decisions", "nomenklatura")
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason.")]


def decide(
    ledger: LedgerArgument,
    identities: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Ids of statements, or their beginnings.", show_default=False)
    ],
    who: WhoOption,
    why: WhyOption,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Looked at and right; it stays as it is.")] = False,
    not_stated: Annotated[bool, typer.Option("--not-stated", help="The words do not say this.")] = False,
    turned: Annotated[bool, typer.Option("--turned", help="Who acts here is acted upon.")] = False,
    same: Annotated[bool, typer.Option("--same", help="They are reports of one event or tie.")] = False,
    not_same: Annotated[bool, typer.Option("--not-same", help="They are not reports of one event or tie.")] = False,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="T", help="The right type, with its mode: SANCTION.expel, energy.")
    ] = None,
    party: Annotated[str | None, typer.Option("--party", metavar="A=B", help="B is meant where A was read.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The right date: 2024-05-30, 2024.")
    ] = None,
) -> None:
    """Judge statements: confirmed, not stated, wrong in type, party or date, or of the same event or tie, or not.

    With --same and --not-same the first is judged with each of the others. The decision holds for these words whatever
    a later reader makes of them, and can be undone.
    """
    faults = {"wrong type": type_, "wrong party": party, "wrong date": date}
    given: list[tuple[str, str | None]] = [(fault, change) for fault, change in faults.items() if change is not None]
    flags = {"confirmed": confirmed, "not stated": not_stated, "turned": turned, "same": same, "not the same": not_same}
    given += [(verdict, None) for verdict, flag in flags.items() if flag]
    if len(given) != 1:
        raise InvalidValue(
            "Say one thing: --confirmed, --not-stated, --turned, --same, --not-same, --type T, --party A=B or "
            "--date DATE."
        )
    ((verdict, change),) = given
    with opened(ledger) as workspace:
        # One id that is none must not leave the others half decided.
        for identity in identities:
            workspace.show(identity)
        for identity, decision in _carried_out(workspace, identities, verdict, change, (who, why)):
            say(f"{identity}: {_told(decision)}; undo with `dragoman decisions {ledger} --undo {decision.id}`.")


def _carried_out(
    workspace: Workspace, identities: list[str], verdict: str, change: str | None, by: tuple[str, str]
) -> Iterator[tuple[str, Decision]]:
    who, why = by
    if verdict not in ("same", "not the same"):
        for identity in identities:
            yield identity, workspace.decide(identity, verdict, change=change, who=who, why=why)  # type: ignore[arg-type]
        return
    first, *others = identities
    if not others:
        raise InvalidValue("Two statements are the same or not; give the ids of two or more.")
    judge = workspace.same if verdict == "same" else workspace.not_same
    for other in others:
        yield other, judge(first, other, who=who, why=why)


def retract(
    ledger: LedgerArgument,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="Id of a document, name of a publisher, or name of a quoted source.",
            show_default=False,
        ),
    ],
    scope: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="document|publisher|source",
            callback=one_of("document", "publisher", "source"),
            help="What it is.",
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be lost.")] = False,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who judges.")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="For what reason.")] = None,
) -> None:
    """No longer rely on a document, a publisher or a source; tells first what loses support and what falls.

    What it says stays in the ledger and counts for nothing, nor does what is read of it later. It can be undone.
    """
    from dragoman import brief

    with opened(ledger) as workspace:
        lost = workspace.would_lose(scope, what)  # type: ignore[arg-type]
        length = digits(workspace.counts().statements)
        for change, sentence in brief.differences(lost):
            (entry, *_) = change.before
            put(f"{short(entry.statement.id, length)}  {one_line(sentence)}")
        fallen = sum(change.kind == "gone" for change in lost)
        say(f"{len(lost)} of the events and ties lose support, {fallen} of them altogether.")
        if dry_run:
            return
        if not who or not why:
            raise InvalidValue("A retraction needs --who and --why; add --dry-run to see only what would be lost.")
        decision = workspace.retract(scope, what, who=who, why=why)  # type: ignore[arg-type]
        say(f"Retracted; undo with `dragoman decisions {ledger} --undo {decision.id}`.")


def decisions(
    ledger: LedgerArgument,
    undo: Annotated[str | None, typer.Option("--undo", metavar="ID", help="Take back this decision.")] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who takes it back.")] = None,
    export: Annotated[
        str | None,
        typer.Option("--export", metavar="FILE", help="Write all to a file as JSON Lines; - is standard output."),
    ] = None,
    import_: Annotated[
        str | None,
        typer.Option("--import", metavar="FILE", help="Take those in a file that --export wrote, or nomenklatura did."),
    ] = None,
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="|".join(_FORMS),
            callback=one_of(*_FORMS),
            help="What to export: all decisions, or those on pairs as edges of nomenklatura.",
        ),
    ] = _FORMS[0],
) -> None:
    """List what was decided, with who and why; undo, export or import decisions.

    What nomenklatura joined or told apart, by the ids of `dragoman export --as ftm`, becomes decisions that
    reports are of one event or tie, or not.
    """
    from dragoman.exchange import decisions as exchange
    from dragoman.exchange.graphs import nomenklatura
    from dragoman.words import counted

    if sum(each is not None for each in (undo, export, import_)) > 1:
        raise InvalidValue("Undo, export and import are three things; ask for one at a time.")
    with opened(ledger) as workspace, ExitStack() as stack:
        if undo is not None:
            say(f"Undone: {_told(workspace.undo(undo, who=who))}.")
        elif import_ is not None:
            file = sys.stdin if import_ == "-" else stack.enter_context(_opened(import_))
            given = list(file)
            if any(map(nomenklatura.is_edge, given)):
                new = workspace.take_pairs(nomenklatura.read(given))
            else:
                new = workspace.take_over(list(exchange.read(given)))
            say(f"{counted(new, 'decision')} {'was' if new == 1 else 'were'} new here.")
        elif export is not None:
            are_edges = as_ == "nomenklatura"
            lines = nomenklatura.lines(workspace.pairs()) if are_edges else exchange.lines(workspace.decisions())
            stack.enter_context(written(export, beside=ledger)).writelines(lines)
        else:
            _list(workspace.decisions(undone=True))


def _list(taken: list[Decision]) -> None:
    for each in taken:
        undone = f"  undone {each.superseded[:10]}" if each.superseded else ""
        undone += f" by {one_line(each.undone_by)}" if each.undone_by else ""
        when = (each.recorded or "")[:10]
        put(f"{short(each.id, 8)}  {when}  {one_line(f'{_told(each)} ({each.who}: {each.why})')}{undone}")
    if not taken:
        say("Nothing was decided yet.")


def _told(decision: Decision) -> str:
    if decision.anchor is None:
        return f"{decision.scope} {decision.name} retracted"
    if decision.other is not None:
        as_ = "as" if decision.verdict == "same" else "thing as"
        return f"{_what(decision.anchor)} {decision.verdict} {as_} {_what(decision.other)}"
    change = f", it is {decision.change}" if decision.change else ""
    return f"{_what(decision.anchor)} {decision.verdict}{change}"


def _what(anchor: Anchor) -> str:
    sides = " → ".join(", ".join(side) for side in (anchor.actor, anchor.recipient) if side)
    return f"{sides} {anchor.type}"


def _opened(name: str) -> typer.FileText:
    try:
        return open(name, encoding="utf-8")  # type: ignore[return-value]
    except OSError as error:
        raise InvalidValue(f"{name} cannot be read ({error.strerror}); give a file that --export wrote.") from error
