from __future__ import annotations

import pytest

from dragoman.errors import AddressRefused
from dragoman.fetching.addresses import aimed, onward, refusal


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1", "loopback"), ("127.8.8.8", "loopback"), ("::1", "loopback"), ("0.0.0.0", "no address"),
        ("::", "no address"), ("10.0.0.1", "private"), ("172.16.0.1", "private"), ("192.168.1.1", "private"),
        ("fc00::1", "private"), ("fec0::1", "private"), ("169.254.169.254", "link-local"), ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"), ("224.0.0.1", "multicast"), ("ff02::1", "multicast"),
        ("240.0.0.1", "private"), ("255.255.255.255", "private"), ("100.64.0.1", "not a public"),
        ("192.0.2.1", "private"), ("2001:db8::1", "private"), ("168.63.129.16", "not a public"),
        ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.0.0.1", "private"), ("::ffff:169.254.169.254", "link-local"),
        ("64:ff9b::7f00:1", "loopback"), ("2002:7f00:1::", "loopback"), ("2002:a00:1::", "private"),
        ("::127.0.0.1", "reserved"),
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(address: str, why: str) -> None:
    assert why in str(refusal(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_ones_are_not(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/x", "file:///etc/passwd", "gopher://a.example", "javascript:alert(1)", "a.example/x", "", "http://",
        "http://user@a.example/", "http://a.example\\@127.0.0.1/", "http://user:word@a.example/", "http://a.example:22/",
        "https://a.example:80/", "http://a.example:99999/", "http://a.example:x/", "http://[::1/", "http://a..example/",
        f"http://a.example/{'a' * 2000}",
    ],
)  # fmt: skip
def test_what_is_no_ordinary_address_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        aimed(url)


def test_an_address_is_taken_apart() -> None:
    assert aimed("HTTPS://A.Example:443/x y?q=ə#part").url == "https://a.example/x%20y?q=%C9%99"
    assert aimed("http://bücher.example").url == "http://xn--bcher-kva.example/"
    assert aimed("http://[2606:4700::1111]/").url == "http://[2606:4700::1111]/"
    assert aimed("http://a.example:8080/x", any_port=True).url == "http://a.example:8080/x"


def test_a_redirect_may_be_relative_and_not_lead_to_http() -> None:
    target = aimed("https://a.example/one/two")
    assert onward(target, "../three").url == "https://a.example/three"
    assert onward(target, "//b.example").url == "https://b.example/"
    with pytest.raises(AddressRefused, match="from https to http"):
        onward(target, "http://a.example/")
    with pytest.raises(AddressRefused, match="Only addresses that begin with"):
        onward(target, "file:///etc/passwd")
