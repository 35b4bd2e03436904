"""Who calls: the address that limits count by. A header is believed only when a listed proxy wrote it (S12)."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from aiohttp import web

from bot.gateway.keys import SETTINGS
from bot.settings import Network

Address = IPv4Address | IPv6Address

HOME = 64
"""Bits of an IPv6 address that one connection gets; the rest its owner chooses at will."""


def client_address(request: web.Request) -> str:
    """Address of who sent a request; of an IPv6 address the network it belongs to."""
    proxies = request.config_dict[SETTINGS].trusted_proxies
    chain = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")
    return _shown(_client(request.remote or "", chain, proxies))


def _client(peer: str, chain: Sequence[str], proxies: Sequence[Network]) -> Address | None:
    """The peer, or while that is one of our proxies whom it names, read from the right: the left can be forged."""
    client = _address(peer)
    for named in reversed(chain):
        if client is None or not any(client in network for network in proxies):
            break
        before = _address(named)
        if before is None:
            break
        client = before
    return client


def _address(text: str) -> Address | None:
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return found if mapped is None else mapped


def _shown(address: Address | None) -> str:
    if isinstance(address, IPv6Address):
        home: IPv6Network = ip_network((int(address), HOME), strict=False)  # type: ignore[assignment]
        return str(home)
    return str(address)
