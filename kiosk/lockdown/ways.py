"""What a terminal may reach: the intake, its devices on the network, name and time servers, updates. Nothing else."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from config.settings import Settings

RESOLVER = Path("/etc/resolv.conf")

PORTS = {"http": 80, "https": 443, "rtsp": 554, "socket": 9100}
"""Where a scheme leads when no port is named; a socket without one is a printer's (drivers.receipt_printer)."""

_NAMESERVER = re.compile(r"(?m)^\s*nameserver\s+(\S+)")


@dataclass(frozen=True)
class Way:
    """Out to one port of a host, for a purpose."""

    purpose: str
    host: str
    protocol: str
    port: int


def ways(settings: Settings, resolver: Path = RESOLVER) -> tuple[Way, ...]:
    """All of them; what is on this machine needs none."""
    found = [*_named(settings), *_system(settings, resolver)]
    return tuple(dict.fromkeys(way for way in found if not _here(way.host)))


def _named(settings: Settings) -> Iterator[Way]:
    yield from _way("intake", settings.intake.url)
    for kind in type(settings.devices).model_fields:
        device = getattr(settings.devices, kind)
        for value in () if device is None else device.options.values():
            yield from _way(kind, str(value))


def _way(purpose: str, url: str) -> Iterator[Way]:
    parts = urlsplit(url)
    if parts.scheme in PORTS and parts.hostname:
        yield Way(purpose, parts.hostname, "tcp", parts.port or PORTS[parts.scheme])


def _system(settings: Settings, resolver: Path) -> Iterator[Way]:
    named = settings.lockdown
    for server in [str(address) for address in named.dns] or _nameservers(resolver):
        yield from (Way("dns", server, protocol, 53) for protocol in ("udp", "tcp"))
    yield from (Way("ntp", host, "udp", 123) for host in named.ntp)
    yield from (Way("updates", host, "tcp", port) for host in named.updates for port in (80, 443))


def _nameservers(resolver: Path) -> list[str]:
    try:
        said = _NAMESERVER.findall(resolver.read_text("utf-8", "replace"))
    except OSError:
        return []
    return [server for server in said if _is_address(server)]


def _is_address(host: str) -> bool:
    """Whether it is one that stands in rules: not one of a single link, which needs the link's name behind it."""
    try:
        return not ipaddress.ip_address(host).is_link_local
    except ValueError:
        return False


def _here(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def looked_up(found: tuple[Way, ...]) -> Mapping[str, tuple[str, ...]]:
    """The addresses of each host; a name that nobody knows just now has none."""
    return {host: _addresses(host) for host in {way.host for way in found}}


def _addresses(host: str) -> tuple[str, ...]:
    if _is_address(host):
        return (host,)
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    # a server that says that the city is on this machine, or nowhere, is not believed
    plain = {str(answer[4][0]) for answer in answers if _is_address(str(answer[4][0]))}
    return tuple(sorted(address for address in plain if not ipaddress.ip_address(address).is_loopback))
