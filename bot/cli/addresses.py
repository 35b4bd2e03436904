"""Ports and addresses as arguments of a command."""

from __future__ import annotations

from argparse import ArgumentTypeError

HIGHEST = 65535


def port(text: str) -> int:
    """A port to listen on."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= HIGHEST):
        raise ArgumentTypeError(f"'{text}' is geen poort; kies een getal van 1 tot {HIGHEST}")
    return int(text)


def address(text: str) -> tuple[str, int]:
    """HOST:PORT; an IPv6 address stands between square brackets."""
    host, colon, number = text.rpartition(":")
    if not colon or not host:
        raise ArgumentTypeError(f"'{text}' is geen adres; schrijf HOST:PORT, zoals 0.0.0.0:9000")
    return host.removeprefix("[").removesuffix("]"), port(number)
