"""The firewall as nftables reads it: out only along the ways, nothing in."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping, Sequence

from kiosk.lockdown.ways import Way

TABLE = "inet kiosk"

_TEXT = """\
# Made by `kiosk lockdown firewall` from the configuration; changed there, not here.
table {table}
delete table {table}
table {table} {{
    chain input {{
        type filter hook input priority filter; policy drop;
        iif "lo" accept
        ct state established,related accept
        icmpv6 type {{ nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert }} accept
        udp sport 67 udp dport 68 accept comment "dhcp"
{into}    }}
    chain forward {{
        type filter hook forward priority filter; policy drop;
    }}
    chain output {{
        type filter hook output priority filter; policy drop;
        oif "lo" accept
        ct state established,related accept
        icmpv6 type {{ nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert, mld2-listener-report }} accept
        udp sport 68 udp dport 67 accept comment "dhcp"
{out}        reject with icmpx admin-prohibited
    }}
}}
"""
"""One transaction: the table as it was, or as it is now. Out is refused, not dropped: a mistake shows at once."""


def ruleset(
    ways: Sequence[Way],
    addresses: Mapping[str, Sequence[str]],
    maintenance: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network] = (),
) -> str:
    """The rules for these ways, whose hosts have these addresses."""
    return _TEXT.format(table=TABLE, into="".join(_in(maintenance)), out="".join(_out(ways, addresses)))


def _in(maintenance: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> Iterator[str]:
    for network in maintenance:
        yield f'        {_family(network.version)} saddr {network} tcp dport 22 accept comment "maintenance"\n'


def _out(ways: Sequence[Way], addresses: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for way in ways:
        for address in addresses.get(way.host, ()):
            family = _family(ipaddress.ip_address(address).version)
            to = f"{family} daddr {address} {way.protocol} dport {way.port}"
            yield f'        {to} accept comment "{way.purpose}"\n'


def _family(version: int) -> str:
    return "ip" if version == 4 else "ip6"
