"""A real server on this machine, and a door that may go to it."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dragoman.fetching import Bounds, Door

#: What a page of the server is: status, headers, body.
Answer = tuple[int, dict[str, str], bytes]


class Served:
    """Pages by path; `asked` are the paths that were asked for, `headers` those of the last request."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.root = ""

    def put(self, path: str, body: str | bytes, *, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (200, {"Content-Type": kind, **_named(headers)}, content)
        return self.root + path

    def lead(self, path: str, to: str, status: int = 302) -> str:
        self.pages[path] = (status, {"Location": to}, b"")
        return self.root + path


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Served]:
    """A server at `served.root`, gone at the end; with TLS if there is a context for it."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.headers = dict(self.headers.items())
            if self.path == "/drip":
                self._drip()
                return
            status, headers, body = served.pages.get(self.path, (404, {}, b"no"))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _drip(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            try:
                for _ in range(200):
                    self.wfile.write(b"a")
                    time.sleep(0.05)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that goes away, over a certificate for one, is nothing to tell of."""

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    served.root = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def open_door(**bounds: float) -> Door:
    """A door that may go to this machine and to any port."""
    return Door(Bounds(**bounds), any_port=True, refusal=lambda address: None)  # type: ignore[arg-type]


def zipped(body: str | bytes) -> bytes:
    return gzip.compress(body.encode() if isinstance(body, str) else body)
