from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman.errors import AddressRefused, NotFetched
from dragoman.fetching import Bounds, Door
from dragoman.fetching.addresses import refusal
from tests.unit.fetching.served import Served, open_door, serving, zipped

PUBLIC = "93.184.216.34"


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving() as found:
        yield found


def test_a_page_comes_as_it_was_sent(served: Served) -> None:
    url = served.put("/a", "<p>Bakı</p>")
    page = open_door().get(url)
    assert (page.asked, page.url, page.content, page.kind) == (
        url,
        url,
        "<p>Bakı</p>".encode(),
        "text/html; charset=utf-8",
    )
    assert served.headers["User-Agent"].startswith("Dragoman/")
    assert served.headers["Host"] == url.split("/")[2]


def test_what_was_gzipped_is_unpacked(served: Served) -> None:
    url = served.put("/gz", zipped("<p>text</p>"), Content_Encoding="gzip")
    assert open_door().get(url).content == b"<p>text</p>"


def test_redirects_are_followed_five_times(served: Served) -> None:
    served.put("/r5", "<p>there</p>")
    for number in range(5):
        served.lead(f"/r{number}", f"/r{number + 1}", status=(301, 302, 303, 307, 308)[number])
    page = open_door().get(f"{served.root}/r0")
    assert (page.content, page.url) == (b"<p>there</p>", f"{served.root}/r5")
    with pytest.raises(NotFetched, match="more than 5 times"):
        open_door().get(served.lead("/r-1", "/r0"))


def test_what_is_too_large_is_refused_packed_or_not(served: Served) -> None:
    large = b"a" * 3_000_000
    for url in (served.put("/large", large), served.put("/bomb", zipped(large), Content_Encoding="gzip")):
        with pytest.raises(NotFetched, match="sends more than"):
            open_door(size=1_000_000).get(url)
    trailing = served.put("/trailing", zipped("x") + large, Content_Encoding="gzip")
    with pytest.raises(NotFetched, match="sends more than"):
        open_door(size=1_000_000).get(trailing)


def test_a_server_that_sends_a_byte_now_and_then_is_cut_off(served: Served) -> None:
    begun = time.monotonic()
    with pytest.raises(NotFetched, match=r"longer than 0\.5 seconds"):
        open_door(seconds=0.5).get(f"{served.root}/drip")
    assert time.monotonic() - begun < 3


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    def slow(host: str, port: int) -> Sequence[str]:
        time.sleep(2)
        return [PUBLIC]

    with pytest.raises(NotFetched, match="looked up in time"):
        Door(Bounds(seconds=0.2), resolve=slow).get("http://a.example/")


def test_what_breaks_off_and_what_was_not_asked_for_are_refused(served: Served) -> None:
    half = served.put("/half", zipped("<p>text</p>" * 99)[:40], Content_Encoding="gzip")
    brotli = served.put("/br", b"xx", Content_Encoding="br")
    for url, why in ((half, "breaks off"), (brotli, "was not asked for"), (f"{served.root}/none", "answered 404")):
        with pytest.raises(NotFetched, match=why):
            open_door().get(url)


def test_what_is_no_http_is_a_failed_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_garbage, args=(listener,), daemon=True).start()
        with pytest.raises(NotFetched, match="The connection failed"):
            open_door(seconds=5).get(f"http://127.0.0.1:{listener.getsockname()[1]}/")


def _garbage(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(1000)
        connection.sendall(b"\x00\xff garbage\r\n" * 10)


def test_an_ordinary_door_refuses_this_machine_by_any_name(served: Served) -> None:
    port = served.root.rpartition(":")[2]
    before = len(served.asked)
    for host in ("127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):
        with pytest.raises(NotFetched, match=r"only public ones|not known"):
            Door(any_port=True).get(f"http://{host}:{port}/a")
    assert len(served.asked) == before


def test_a_name_with_one_address_that_is_not_public_is_refused() -> None:
    door = Door(resolve=lambda host, port: [PUBLIC, "10.0.0.7"])
    with pytest.raises(AddressRefused, match=r"10\.0\.0\.7, a private address"):
        door.get("http://rebound.example/")


def test_every_redirect_is_judged_anew(served: Served) -> None:
    """The first address is let through by the test's own rule; where it leads is judged as it always is."""

    def only_the_first(address: str) -> str | None:
        return None if address == "127.0.0.1" else refusal(address)

    door = Door(any_port=True, refusal=only_the_first)
    for to in ("http://10.0.0.7/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "//192.168.0.1/"):
        with pytest.raises(AddressRefused, match="only public ones"):
            door.get(served.lead("/away", to))
    with pytest.raises(AddressRefused, match="names port 22"):
        Door(refusal=only_the_first, resolve=lambda host, port: []).get("http://a.example:22/")


def test_the_connection_goes_to_the_address_that_was_judged(served: Served) -> None:
    """A name that stands for another address at each look gets one look, and is connected to where that led."""
    port = served.root.rpartition(":")[2]
    looks: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        looks.append(host)
        return ["127.0.0.1"] if len(looks) == 1 else ["10.0.0.7"]

    served.put("/rebound", "<p>text</p>")
    door = Door(any_port=True, resolve=rebinding, refusal=lambda address: None)
    assert door.get(f"http://rebound.example:{port}/rebound").content == b"<p>text</p>"
    assert looks == ["rebound.example"]
    assert served.headers["Host"] == f"rebound.example:{port}"


def test_the_next_address_is_tried_where_one_does_not_answer(served: Served) -> None:
    url = served.put("/second", "<p>text</p>").replace("127.0.0.1", "two.example")
    door = Door(any_port=True, resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"], refusal=lambda address: None)
    assert door.get(url).content == b"<p>text</p>"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_https_asks_for_a_certificate_that_somebody_vouches_for_and_that_names_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    named = ["-subj", "/CN=herald.example", "-addext", "subjectAltName=DNS:herald.example"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *named]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as served:
        port = served.root.rpartition(":")[2]
        served.put("/a", "<p>text</p>")
        door = Door(
            Bounds(seconds=10), any_port=True, resolve=lambda host, port: ["127.0.0.1"], refusal=lambda address: None
        )
        with pytest.raises(NotFetched, match="certificate verify failed"):
            door.get(f"https://herald.example:{port}/a")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert door.get(f"https://herald.example:{port}/a").content == b"<p>text</p>"
        with pytest.raises(NotFetched, match="certificate verify failed"):
            door.get(f"https://other.example:{port}/a")


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        begun = time.monotonic()
        for scheme in ("http", "https"):
            with pytest.raises(NotFetched, match=r"longer than 0\.3 seconds"):
                open_door(seconds=0.3).get(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/")
        assert time.monotonic() - begun < 5
