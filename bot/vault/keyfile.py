"""The file with the keys: several by id, oldest first. The newest seals, all open."""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NewType

from bot.errors import ConfigurationError

KeyId = NewType("KeyId", str)

LENGTH = 32
"""Bytes of a key: AES-256."""


class Keys:
    """Keys by id, in the order in which they were made."""

    def __init__(self, keys: Mapping[KeyId, bytes]) -> None:
        self.by_id: Mapping[KeyId, bytes] = MappingProxyType(dict(keys))

    @property
    def newest(self) -> KeyId:
        """The key that seals."""
        return list(self.by_id)[-1]

    def with_new(self) -> Keys:
        """These keys and a new random one behind them."""
        return Keys({**self.by_id, KeyId(secrets.token_hex(4)): secrets.token_bytes(LENGTH)})

    def only_newest(self) -> Keys:
        """The newest key alone."""
        return Keys({self.newest: self.by_id[self.newest]})


def read(path: Path) -> Keys:
    """The keys in a file; raises ConfigurationError (Dutch) when there are none or it is damaged."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))["keys"]
        keys = {KeyId(one["id"]): base64.b64decode(one["key"], validate=True) for one in stored}
    except FileNotFoundError:
        raise ConfigurationError(
            f"Het sleutelbestand {path.name} ontbreekt. Zet het terug op de plaats die WEGWIJS_KEYS noemt."
        ) from None
    except OSError as error:
        raise ConfigurationError(
            f"Het sleutelbestand {path.name} kan niet gelezen worden ({error.strerror})."
        ) from None
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise damaged(path) from None
    if not keys or len(keys) != len(stored) or any(len(one) != LENGTH for one in keys.values()):
        raise damaged(path)
    return Keys(keys)


def write(path: Path, keys: Keys) -> None:
    """Replace the file in one step, so that a crash leaves the old one or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = [{"id": id, "key": base64.b64encode(key).decode()} for id, key in keys.by_id.items()]
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        json.dump({"keys": stored}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync(path.parent)


def create(path: Path) -> None:
    """Make the file with one random key, unless it is there: the first of two processes wins."""
    if path.exists():
        return
    write(path, Keys({}).with_new())


def damaged(path: Path) -> ConfigurationError:
    """The error for a file that holds no usable keys."""
    return ConfigurationError(
        f"Het sleutelbestand {path.name} is beschadigd. Zet een goede kopie terug; maak geen nieuw bestand."
    )


def _sync(folder: Path) -> None:
    """A name that was replaced is on disk only once its folder is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
