"""Which addresses of the network lie outside one's own: nobody who writes a feed gets us to ask a machine inside."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# IPv6 addresses that stand for the IPv4 address in their last 32 bits: compatible, mapped, translated (SIIT, NAT64).
_STANDS_FOR_IPV4 = tuple(map(IPv6Network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96")))
_OWN = tuple(map(IPv6Network, ("64:ff9b:1::/48", "fec0::/10")))  # which not every Python knows to be no public ones


def is_public(address: str) -> bool:
    """Whether an IP address (with its zone or without) is a public one of a single machine; ValueError when it is none."""
    found = ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(found, IPv6Address):
        if any(found in own for own in _OWN):
            return False
        found = _meant(found)
    return bool(found.is_global and not found.is_multicast)


def _meant(address: IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address stands for, or itself: a gateway sends what comes for the one to the other."""
    if any(address in network for network in _STANDS_FOR_IPV4):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour or address
