"""Where a host may lead: private, loopback and reserved addresses are refused unless they are allowed.

A host is resolved once and the request goes to the address that was looked at: a name that changes its answer between the
look and the request leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(Exception):
    """The address may not be visited; the words say why."""


class UnresolvedError(Exception):
    """The host has no address."""


def is_public(address: Address) -> bool:
    """Whether an address is one of the open network, and so is every other one that it stands for."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(part is not None and not is_public(part) for part in inner):
            return False
        if address.ipv4_mapped:
            return True
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve(host: str, port: int, private: bool) -> str:
    """One address of `host`; RefusedError where any of its addresses is not public, UnresolvedError where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnresolvedError(host) from None
    addresses = list(dict.fromkeys(str(item[4][0]).partition("%")[0] for item in found))
    if not addresses:
        raise UnresolvedError(host)
    if not private and not all(is_public(ipaddress.ip_address(address)) for address in addresses):
        raise RefusedError(f"{host} leads to a private address")
    return min(addresses, key=lambda address: ":" in address)
