"""The door to the network: the one module that connects to anything."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from typing import Final

from dragoman.errors import AddressRefused, NotFetched
from dragoman.fetching.addresses import PORTS, Target, aimed, onward, refusal

AGENT: Final = "Dragoman"
_MEBIBYTE: Final = 2**20
_PIECE: Final = 2**16
#: Seconds that a time-out has at least; none at all would mean not to wait.
_SHORTEST: Final = 0.1
_LED_ON: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one address may cost: bytes of what is sent once unpacked, seconds in all, redirects."""

    size: int = 20 * _MEBIBYTE
    seconds: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the address asked for and the one that answered, the bytes (unpacked), their media type."""

    asked: str
    url: str
    content: bytes
    kind: str


class Door:
    """Fetches addresses, each within bounds, from public addresses only.

    A name is resolved once, all that it resolves to is judged, and the connection is made to the very address judged.
    `resolve` gives the IP addresses of a host and port; `refusal` says why one is refused. They are there for tests,
    whose server is on their own machine; nothing else passes them.
    """

    def __init__(
        self,
        bounds: Bounds | None = None,
        *,
        any_port: bool = False,
        resolve: Callable[[str, int], Sequence[str]] | None = None,
        refusal: Callable[[str], str | None] = refusal,
    ) -> None:
        self._bounds = bounds or Bounds()
        self._any_port = any_port
        self._resolve = resolve or _resolved
        self._refusal = refusal

    def get(self, url: str) -> Page:
        """What the server at the address sends, over at most so many redirects; raises `NotFetched`.

        No proxy is used and no cookie kept.
        """
        ends = time.monotonic() + self._bounds.seconds
        target = aimed(url, any_port=self._any_port)
        for _ in range(self._bounds.redirects + 1):
            found = self._ask(target, url, ends)
            if isinstance(found, Page):
                return found
            target = onward(target, found, any_port=self._any_port)
        raise NotFetched(url, f"The server leads on more than {self._bounds.redirects} times.")

    def _ask(self, target: Target, asked: str, ends: float) -> Page | str:
        """One request: what was sent, or the address that it leads on to."""
        with closing(_Connection(target, self._judged(target, ends), ends)) as connection:
            # What keeps sending a byte now and then is cut off; a time-out alone would start anew with each.
            watchdog = threading.Timer(max(0.0, ends - time.monotonic()), connection.cut)
            watchdog.daemon = True
            watchdog.start()
            try:
                found = self._answer(connection, target, asked)
                self._check_time(target, ends)
                return found
            except (http.client.HTTPException, OSError, ValueError, zlib.error) as error:
                self._check_time(target, ends)
                raise NotFetched(target.url, f"The connection failed ({_said(error)}); try again later.") from error
            finally:
                watchdog.cancel()

    def _answer(self, connection: _Connection, target: Target, asked: str) -> Page | str:
        connection.request("GET", target.path, headers=_headers())
        with connection.getresponse() as answer:
            return self._read(answer, target, asked)

    def _read(self, answer: http.client.HTTPResponse, target: Target, asked: str) -> Page | str:
        location = answer.getheader("Location")
        if answer.status in _LED_ON and location:
            # Headers are taken for Latin-1, and hold UTF-8 where a server does not encode its addresses.
            return location.encode("latin-1", "replace").decode("utf-8", "replace")
        if answer.status != HTTPStatus.OK:
            raise NotFetched(target.url, f"The server answered {answer.status}{_phrase(answer.status)}.")
        content = self._content(answer, target)
        return Page(asked, target.url, content, answer.getheader("Content-Type") or "")

    def _content(self, answer: http.client.HTTPResponse, target: Target) -> bytes:
        packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip"):
            raise NotFetched(target.url, "The server packed what it sent by a method that was not asked for.")
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packing != "identity" else None
        content, sent = bytearray(), 0
        while piece := answer.read(_PIECE):
            sent += len(piece)
            content += unpacker.decompress(piece, self._bounds.size + 1 - len(content)) if unpacker else piece
            if max(sent, len(content)) > self._bounds.size:
                most = self._bounds.size / _MEBIBYTE
                raise NotFetched(target.url, f"The server sends more than {most:g} MB, which no article has.")
        if answer.length or (unpacker is not None and not unpacker.eof):
            raise ConnectionError("what was sent breaks off")
        return bytes(content)

    def _judged(self, target: Target, ends: float) -> Sequence[str]:
        """The IP addresses of the target; raises `AddressRefused` if any that its name stands for is refused."""
        found = _in_time(lambda: self._resolve(target.host, target.port), target, ends)
        if not found:
            raise NotFetched(target.url, "The host is not known; check the address and the connection.")
        for address in found:
            why = self._refusal(address)
            if why is not None:
                raise AddressRefused(target.url, f"The host is at {address}, {why}; only public ones are fetched from.")
        return found

    def _check_time(self, target: Target, ends: float) -> None:
        if time.monotonic() >= ends:
            raise NotFetched(target.url, f"The server took longer than {self._bounds.seconds:g} seconds.")


class _Connection(http.client.HTTPConnection):
    """A connection to the first of some IP addresses that answers, whatever the host's name may by now stand for; with
    TLS for https.
    """

    def __init__(self, target: Target, addresses: Sequence[str], ends: float) -> None:
        super().__init__(target.host, target.port, timeout=max(_SHORTEST, ends - time.monotonic()))
        self.default_port = PORTS[target.scheme]
        self._addresses = addresses
        self._ends = ends
        self._encrypted = target.scheme == "https"
        #: The socket, which the library lets go of while the answer is still being read from it.
        self._line: socket.socket | None = None

    def connect(self) -> None:
        self._line = self.sock = self._connected()
        self.sock.settimeout(max(_SHORTEST, self._ends - time.monotonic()))
        if self._encrypted:
            # The hands are shaken only when the socket stands where `cut` finds it.
            self._line = self.sock = ssl.create_default_context().wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def _connected(self) -> socket.socket:
        fault: OSError = ConnectionError("no address answers")
        for number, address in enumerate(self._addresses):
            left = (self._ends - time.monotonic()) / (len(self._addresses) - number)
            try:
                return socket.create_connection((address, self.port), max(_SHORTEST, left))
            except OSError as error:
                fault = error
        raise fault

    def cut(self) -> None:
        """End it from another thread."""
        if self._line is not None:
            try:
                self._line.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def _resolved(host: str, port: int) -> Sequence[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _in_time(work: Callable[[], Sequence[str]], target: Target, ends: float) -> Sequence[str]:
    """What the work gives, in the time there is; the resolver of the system knows no limit of its own."""
    found: list[Sequence[str]] = []
    thread = threading.Thread(target=lambda: found.append(work()), daemon=True)
    thread.start()
    thread.join(max(0.0, ends - time.monotonic()))
    if not found:
        raise NotFetched(target.url, "The host could not be looked up in time; check the connection.")
    return found[0]


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{version('dragoman')} (reads single articles at a person's request)",
        "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/pdf,*/*;q=0.5",
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }


def _phrase(status: int) -> str:
    """What a status means, from the standard and not from the server."""
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
