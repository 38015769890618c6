"""Pages that take their time: their head is sent while the rest is made, so that something is seen at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dragoman.errors import DragomanError
from dragoman.web import failing

#: Seconds after which a page is begun that is not made yet; what cannot be asked at all is told before that.
PATIENCE: Final = 0.08
#: What begins that part of a page which tells one from another.
_MAIN: Final = '<main id="main"'


def begun(
    make: Callable[[Request], Response], head: Callable[[Request], str | None]
) -> Callable[[Request], Awaitable[Response]]:
    """A way to answer with the page that `make` gives, its head first if it takes its time.

    `head` gives a page of the same title, of which all before its main part is taken; `None` if that is not known yet.
    """

    async def answer(request: Request) -> Response:
        making = asyncio.ensure_future(run_in_threadpool(make, request))
        await asyncio.wait({making}, timeout=PATIENCE)
        first = None if making.done() else head(request)
        if first is None:
            return await making
        return StreamingResponse(_parts(request, first, making), media_type="text/html")

    return answer


async def _parts(request: Request, first: str, making: Awaitable[Response]) -> AsyncIterator[str]:
    yield first.partition(_MAIN)[0]
    try:
        answer = await making
    except DragomanError as error:
        answer = await failing.failed(request, error)
    except Exception as error:
        yield _main(await failing.broke(request, error))
        raise
    yield _main(answer)


def _main(answer: Response) -> str:
    _, main, rest = bytes(answer.body).decode().partition(_MAIN)
    return main + rest
