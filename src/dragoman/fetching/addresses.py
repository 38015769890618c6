"""Which addresses may be fetched."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from dragoman.errors import AddressRefused

PORTS: Final = {"http": 80, "https": 443}
#: Where a network without IPv4 puts the addresses of the network with it (RFC 6052).
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
#: Addresses that look public and are a cloud's own, answered to each of its machines.
_INSIDE: Final = frozenset({"168.63.129.16"})
_LONGEST: Final = 2_000
_KEPT: Final = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `http` or `https`, host in ASCII, port, and path with query, percent-encoded."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address, its port only where it is not that of the scheme."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def aimed(url: str, *, any_port: bool = False) -> Target:
    """The target of an address; raises `AddressRefused` unless it is http(s), at the usual port unless `any_port`."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise AddressRefused(url, f"The address cannot be understood ({error}); give https://… .") from error
    if len(url) > _LONGEST or parts.scheme not in PORTS or not host:
        raise AddressRefused(url, "Only addresses that begin with http:// or https:// and a host are fetched.")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(url, "The address holds a name or a password; give it without.")
    usual = PORTS[parts.scheme]
    if port not in (None, usual) and not any_port:
        raise AddressRefused(url, f"The address names port {port}; only {usual} is used unless --any-port is given.")
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return Target(
        parts.scheme, host.lower(), usual if port is None else port, quote(parts.path or "/", safe=_KEPT) + query
    )


def onward(target: Target, location: str, *, any_port: bool = False) -> Target:
    """Where a redirect leads; raises `AddressRefused` as `aimed` does, and if it leads from https to http."""
    found = aimed(urljoin(target.url, location), any_port=any_port)
    if target.scheme == "https" and found.scheme == "http":
        raise AddressRefused(target.url, "The server leads on from https to http, where anybody may listen.")
    return found


def refusal(address: str) -> str | None:
    """Why an IP address must not be connected to, as a noun ("a loopback address"); `None` if it is a public one.

    An IPv6 address that stands for an IPv4 one is judged by that.
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return refusal(str(ip.ipv4_mapped))
        if ip in _TRANSLATED:
            return refusal(str(IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.sixtofour is not None and (why := refusal(str(ip.sixtofour))):
            return why
        if ip.is_site_local:
            return "a private address"
    kinds = (
        (ip.is_unspecified, "no address at all"),
        (ip.is_loopback, "a loopback address"),
        (ip.is_link_local, "a link-local address"),
        (ip.is_multicast, "a multicast address"),
        (ip.is_private, "a private address"),
        (ip.is_reserved, "a reserved address"),
        (not ip.is_global or str(ip) in _INSIDE, "not a public address"),
    )
    return next((why for holds, why in kinds if holds), None)
