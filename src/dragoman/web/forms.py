"""What comes back from a form."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.web.access.users import user_of
from dragoman.web.desk import Desk

#: The name of the hidden field that every form carries.
FIELD = "form"
#: The name of the field that says who decides.
WHO = "who"
#: No form of the desk's has as much to say, in bytes and in fields.
_MOST, _FIELDS = 64 * 1024, 64


async def fields(request: Request, desk: Desk) -> dict[str, str]:
    """The fields of a form that is one of this desk's; raises `HTTPException` (400, 403, 413, 415) if it is not.

    Who decides (`who`) is the user, where users sign in.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(415, "This takes a form.")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST:
            raise HTTPException(413, f"A form can hold {_MOST:,} bytes at most.")
    try:
        found = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS))
    except ValueError as error:
        raise HTTPException(400, "That is no form that can be read.") from error
    if not desk.wrote(found.pop(FIELD, ""), request.cookies.get(desk.cookie)):
        raise HTTPException(403, "This form is not one of this run of the desk; load the page again and send it anew.")
    user = user_of(request)
    # Who has signed in decides under that name, whatever a form says.
    return {**found, WHO: user.name} if user is not None else found
