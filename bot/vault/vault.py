"""Sealing and opening with AES-256-GCM: what was sealed for one record opens for that record alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import ConfigurationError
from bot.vault.keyfile import KeyId, Keys, read

Sealed = NewType("Sealed", bytes)
"""Nonce and ciphertext; made by `Vault.seal` alone."""

NONCE = 12
"""Bytes before the ciphertext, as NIST SP 800-38D recommends."""


class CannotOpen(ConfigurationError):
    """The key of a record is missing or wrong, or the record was changed."""


@dataclass(frozen=True)
class Envelope:
    """Sealed bytes with the key that opens them."""

    key_id: KeyId
    sealed: Sealed


class Vault:
    """Reads its keys again when the file was replaced, so that a running server seals with the newest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._keys: Keys | None = None
        self._version: tuple[int, int] | None = None

    @property
    def keys(self) -> Keys:
        """The keys as the file holds them now; raises ConfigurationError (Dutch)."""
        try:
            found = self._path.stat()
        except OSError:
            return read(self._path)
        version = (found.st_mtime_ns, found.st_ino)
        if self._keys is None or version != self._version:
            self._keys, self._version = read(self._path), version
        return self._keys

    def seal(self, data: bytes, *, record: str, kind: str) -> Envelope:
        """Seal for one record with the newest key."""
        keys = self.keys
        nonce = secrets.token_bytes(NONCE)
        cipher = AESGCM(keys.by_id[keys.newest])
        sealed = nonce + cipher.encrypt(nonce, data, _bound(record, kind))
        return Envelope(keys.newest, Sealed(sealed))

    def open(self, envelope: Envelope, *, record: str, kind: str) -> bytes:
        """Open what was sealed for this record; raises CannotOpen (Dutch)."""
        key = self.keys.by_id.get(envelope.key_id)
        if key is None:
            raise CannotOpen(
                f"De sleutel '{envelope.key_id}' staat niet in het sleutelbestand. Zet de juiste kopie terug."
            )
        nonce, content = envelope.sealed[:NONCE], envelope.sealed[NONCE:]
        try:
            return AESGCM(key).decrypt(nonce, content, _bound(record, kind))
        except (InvalidTag, ValueError):
            raise CannotOpen(
                f"De gegevens van {record} gaan niet open met sleutel '{envelope.key_id}': "
                "de sleutel is fout, of de gegevens zijn veranderd."
            ) from None


def _bound(record: str, kind: str) -> bytes:
    return f"{record}|{kind}".encode()
