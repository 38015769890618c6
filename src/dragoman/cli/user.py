"""`dragoman user`."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import Annotated, Literal

import typer

from dragoman.errors import InvalidValue


def user(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="The name to sign in with, which stands beside decisions.", show_default=False
        ),
    ],
    role: Annotated[
        Literal["reader", "analyst"],
        typer.Option("--role", help="A reader looks; an analyst also judges and adds documents."),
    ] = "reader",
) -> None:
    """Print the line of a user for the file that `dragoman serve --users` takes.

    It asks for a password, twice and without showing it, or reads one line of what is piped into it. Only its Argon2
    hash is printed. It needs the extra web.
    """
    from dragoman.web import user_line

    print(user_line(name, role, _password()))


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.buffer.readline().decode("utf-8", "surrogateescape").rstrip("\r\n")
    password = getpass("Password: ")
    if getpass("Once more: ") != password:
        raise InvalidValue("The two are not the same; begin again.")
    return password
