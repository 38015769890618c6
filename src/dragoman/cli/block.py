"""A statement in three lines."""

from __future__ import annotations

from rich.text import Text

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import one_line, shortened
from dragoman.records import Entry, Standing

#: Characters of the evidence that a block shows.
EVIDENCE = 200


def block(entry: Entry, digits: int) -> list[Text]:
    """What, who and when; figures and by whose account; the words. `digits` of the id are shown."""
    statement = entry.statement
    account = [
        *(each.phrase for each in statement.quantities),
        words.chain(statement.chain),
        words.origin(entry.document),
    ]
    return [
        _head(entry, digits),
        Text("  " + " · ".join(one_line(each) for each in account if each)),
        Text(f"  > {shortened(statement.evidence.text, EVIDENCE)}", "italic"),
    ]


def _head(entry: Entry, digits: int) -> Text:
    statement = entry.statement
    head = Text(short(statement.id, digits), "cyan")
    head.append(f"  {words.when(statement.occurred)}  ", "default")
    head.append(one_line(words.who(statement)), "bold default")
    head.append(f"  {words.type_of(statement)}", "default")
    if statement.standing is not Standing.ASSERTED:
        head.append(f"  {statement.standing}", "yellow")
    if entry.superseded is not None:
        head.append(f"  superseded {entry.superseded[:10]}", "red")
    return head
