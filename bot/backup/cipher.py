"""A file sealed with AES-256-GCM in pieces, so that none has to fit in memory.

The header holds the id of the key and a random start of the nonces. A piece is bound to the header, to its number
and to whether it is the last one: pieces that were swapped, cut off or taken from another file do not open.
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import InvalidInput
from bot.vault.keyfile import KeyId, Keys

MAGIC = b"WEGWIJS1"
PIECE = 1024 * 1024
"""Bytes of a piece before it is sealed."""
TAG = 16
START = 8
"""Random bytes of each nonce; the number of the piece makes up the rest."""
LONGEST_ID = 20


def seal(source: BinaryIO, target: BinaryIO, keys: Keys) -> None:
    """Seal with the newest key."""
    id = keys.newest.encode()
    header = MAGIC + bytes([len(id)]) + id + secrets.token_bytes(START)
    cipher = AESGCM(keys.by_id[keys.newest])
    target.write(header)
    for number, piece, last in _pieces(source, PIECE):
        target.write(cipher.encrypt(_nonce(header, number), piece, _bound(header, last=last)))


def unseal(source: BinaryIO, target: BinaryIO, keys: Keys) -> None:
    """Open what was sealed; raises InvalidInput (Dutch) when it is no backup, was changed, or its key is not here."""
    header = _header(source)
    id = KeyId(header[len(MAGIC) + 1 : -START].decode("ascii", "replace"))
    if id not in keys.by_id:
        raise InvalidInput(
            f"De sleutel '{id}' van deze reservekopie staat niet in het sleutelbestand."
        )
    cipher = AESGCM(keys.by_id[id])
    try:
        for number, piece, last in _pieces(source, PIECE + TAG):
            target.write(cipher.decrypt(_nonce(header, number), piece, _bound(header, last=last)))
    except (InvalidTag, ValueError):
        raise InvalidInput("Deze reservekopie is beschadigd of veranderd.") from None


def _header(source: BinaryIO) -> bytes:
    start = source.read(len(MAGIC) + 1)
    if len(start) <= len(MAGIC) or not start.startswith(MAGIC) or start[-1] > LONGEST_ID:
        raise InvalidInput("Dit bestand is geen reservekopie van Wegwijs.")
    return start + source.read(start[-1] + START)


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, bytes, and whether it is the last; an empty file is one empty piece."""
    number, piece = 0, source.read(size)
    while True:
        following = source.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following


def _nonce(header: bytes, number: int) -> bytes:
    return header[-START:] + struct.pack(">I", number)


def _bound(header: bytes, *, last: bool) -> bytes:
    return header + (b"\1" if last else b"\0")
