"""Which statements are wanted, as options of a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.arguments import check_order, first_day, last_day, one_of
from dragoman.errors import InvalidValue

if TYPE_CHECKING:
    from dragoman import Filters, Workspace
    from dragoman.records import Standing

Command = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options as typed; what is not given is no condition."""

    party: Annotated[
        list[str] | None,
        typer.Option("--party", metavar="NAME", help="A party on either side; given twice, both take part."),
    ] = None
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Who acts, supplies, threatens.")] = None
    recipient: Annotated[str | None, typer.Option(metavar="NAME", help="Who is acted upon.")] = None
    kind: Annotated[
        str | None,
        typer.Option(metavar="event|tie", callback=one_of("event", "tie"), help="Events or ties only."),
    ] = None
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="T", help="A PLOVER type (CONSULT) or channel (energy); any of several."),
    ] = None
    standing: Annotated[
        list[str] | None,
        typer.Option(
            "--standing",
            metavar="S",
            help="asserted, denied, planned, predicted, possible, requested, hypothetical; any of several.",
        ),
    ] = None
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="As the document names it.")] = None
    document: Annotated[str | None, typer.Option(metavar="ID", help="Id of a document, or its beginning.")] = None
    since: Annotated[str | None, typer.Option(metavar="DATE", help="May have occurred on this day or later.")] = None
    until: Annotated[str | None, typer.Option(metavar="DATE", help="May have occurred on this day or before.")] = None
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Begun by this day; of ties those that stood on it."),
    ] = None
    certainty: Annotated[float | None, typer.Option(min=0, max=1, metavar="X", help="At least so sure, 0 to 1.")] = None
    words: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Words of the evidence; 'a \"phrase\" and start*' are understood."),
    ] = None
    superseded: Annotated[bool, typer.Option("--superseded", help="Show superseded statements too.")] = False

    def filters(self, workspace: Workspace) -> Filters:
        """What the workspace understands; raises `UnknownName`, `UnknownId` or `InvalidValue`."""
        from dragoman import Filters
        from dragoman.codebook.names import code

        since, until = first_day(self.since), last_day(self.until)
        check_order(since, until)
        return Filters(
            parties=tuple(code(name) for name in self.party or ()),
            actor=code(self.actor) if self.actor is not None else None,
            recipient=code(self.recipient) if self.recipient is not None else None,
            kind=self.kind,
            types=tuple(_type(each) for each in self.type or ()),
            standings=tuple(_standing(each) for each in self.standing or ()),
            publisher=self.publisher,
            document=workspace.document(self.document).id if self.document is not None else None,
            since=since,
            until=until,
            as_of=last_day(self.as_of),
            certainty=self.certainty,
            words=self.words,
            superseded=self.superseded,
        )


def with_wanted(command: Command) -> Command:
    """The command with an option for each field of `Wanted` in place of its parameter `wanted`."""
    options = inspect.signature(Wanted, eval_str=True).parameters
    own = inspect.signature(command, eval_str=True)
    parameters: list[inspect.Parameter] = []
    for parameter in own.parameters.values():
        taken = options.values() if parameter.name == "wanted" else [parameter]
        parameters += [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in taken]

    @wraps(command)
    def run(**given: Any) -> None:
        wanted = Wanted(**{name: given.pop(name) for name in options})
        command(wanted=wanted, **given)

    # Typer reads the options of a command from its signature.
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run


def _type(typed: str) -> str:
    from dragoman.codebook.events import EVENT_TYPES
    from dragoman.codebook.ties import CHANNELS

    for known, asked in ((EVENT_TYPES, typed.upper()), (CHANNELS, typed.lower())):
        if asked in known:
            return asked
    several = " For several give --type once for each." if "," in typed else ""
    events, ties = _listed(EVENT_TYPES), _listed(CHANNELS)
    raise InvalidValue(f"No type is called {typed!r}. Events are {events}; ties are {ties}.{several}")


def _standing(typed: str) -> Standing:
    from dragoman.records import Standing

    try:
        return Standing(typed.lower())
    except ValueError as error:
        several = " For several give --standing once for each." if "," in typed else ""
        raise InvalidValue(
            f"No standing is called {typed!r}. There are {_listed(each.value for each in Standing)}.{several}"
        ) from error


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}"
