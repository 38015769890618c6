from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from tests.functional.shell import dragoman


def test_addresses_of_this_machine_and_of_others_nearby_are_refused(tmp_path: Path) -> None:
    """Against a server that is really there, so that only the refusal keeps it from being asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        here = f"127.0.0.1:{server.server_address[1]}"
        urls = [f"http://{here}/a", f"http://localhost:{server.server_address[1]}/a", "http://10.0.0.1/"]
        urls += ["http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "http://[::1]/"]
        answer = dragoman("fetch", *urls, "--any-port", "--into", tmp_path / "l", "--format", "json")
        server.shutdown()
        thread.join()
    assert answer.code == 1
    failed = {each["path"]: each["reason"] for each in json.loads(answer.out)["failed"]}
    assert set(failed) == set(urls)
    assert "127.0.0.1, a loopback address" in failed[urls[0]]
    assert "loopback" in failed[urls[1]]
    assert "10.0.0.1, a private address" in failed[urls[2]]
    assert "link-local" in failed[urls[3]]
    assert "begin with http" in failed[urls[4]]
    assert asked == []
    assert not (tmp_path / "l.fetched").exists()


def test_a_port_is_refused_unless_asked_for(tmp_path: Path) -> None:
    answer = dragoman("fetch", "http://herald.example:8080/", "--into", tmp_path / "l")
    assert answer.code == 1
    assert "only 80 is used unless --any-port is given" in answer.out
