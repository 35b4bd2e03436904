"""The key of the chain: in a file beside the database, never in it, so that who changes a line cannot make it fit."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from sqlalchemy.orm import Session

from bot.audit.chain import Audit, begun
from bot.errors import ConfigurationError

LENGTH = 32
"""Bytes of the key."""


def open_audit(session: Session, path: Path) -> Audit:
    """The audit log with the key in a file; raises ConfigurationError (Dutch).

    The file is made for the first line only. Later a new key would make every line seem changed, and hide that the
    old one is gone.
    """
    if not path.exists() and begun(session):
        raise ConfigurationError(
            f"De sleutel van het logboek ({path.name}) ontbreekt. Zet de kopie terug op de plaats die "
            "WEGWIJS_AUDIT_KEY noemt. Er is niets gedaan."
        )
    return Audit(key_in(path, of="het logboek"))


def key_in(path: Path, *, of: str) -> bytes:
    """The key in a file, which is made when it is not there; raises ConfigurationError (Dutch)."""
    try:
        return _read(path) or _create(path)
    except OSError as error:
        raise ConfigurationError(
            f"De sleutel van {of} ({path.name}) kan niet gelezen worden ({error.strerror})."
        ) from error
    except ValueError as error:
        raise ConfigurationError(
            f"De sleutel van {of} ({path.name}) is beschadigd. Zet een goede kopie terug."
        ) from error


def _read(path: Path) -> bytes | None:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        return None
    if len(key) != LENGTH:
        raise ValueError
    return key


def _create(path: Path) -> bytes:
    """Make the file whole or not at all; of two processes the first wins, and both use its key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(LENGTH) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
    key = _read(path)
    if key is None:
        raise ValueError
    return key
