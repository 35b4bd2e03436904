"""The file with the keys: several by id, oldest first. The newest seals, all open.

A key that sealed nothing any more stays for a while, retired: backups from before still open with it.
"""

from __future__ import annotations

import base64
import binascii
import fcntl
import json
import os
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import NewType

from bot.errors import ConfigurationError

KeyId = NewType("KeyId", str)

LENGTH = 32
"""Bytes of a key: AES-256."""


class Keys:
    """Keys by id, in the order in which they were made, and since when those that seal nothing are retired."""

    def __init__(
        self, keys: Mapping[KeyId, bytes], retired: Mapping[KeyId, datetime] | None = None
    ) -> None:
        self.by_id: Mapping[KeyId, bytes] = MappingProxyType(dict(keys))
        self.retired: Mapping[KeyId, datetime] = MappingProxyType(dict(retired or {}))

    @property
    def newest(self) -> KeyId:
        """The key that seals."""
        return list(self.by_id)[-1]

    def with_new(self) -> Keys:
        """These keys and a new random one behind them."""
        new = {KeyId(secrets.token_hex(4)): secrets.token_bytes(LENGTH)}
        return Keys({**self.by_id, **new}, self.retired)

    def only_newest(self) -> Keys:
        """The newest key alone."""
        return Keys({self.newest: self.by_id[self.newest]})

    def retiring(self, at: datetime) -> Keys:
        """These keys, of which all but the newest are retired, at the latest now."""
        older = [id for id in self.by_id if id != self.newest]
        return Keys(self.by_id, {id: self.retired.get(id, at) for id in older})

    def without_retired(self, before: datetime) -> Keys:
        """The keys that seal or were retired at that moment or later."""
        gone = {id for id, at in self.retired.items() if at < before}
        return Keys(
            {id: key for id, key in self.by_id.items() if id not in gone},
            {id: at for id, at in self.retired.items() if id not in gone},
        )


def read(path: Path) -> Keys:
    """The keys in a file; raises ConfigurationError (Dutch) when there are none or it is damaged."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))["keys"]
        keys = {KeyId(one["id"]): base64.b64decode(one["key"], validate=True) for one in stored}
        retired = {
            KeyId(one["id"]): datetime.fromisoformat(one["retired"])
            for one in stored
            if "retired" in one
        }
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
    if any(at.tzinfo is None for at in retired.values()) or list(keys)[-1] in retired:
        raise damaged(path)
    return Keys(keys, retired)


def write(path: Path, keys: Keys) -> None:
    """Replace the file in one step, so that a crash leaves the old one or the new one, whole."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    stored = [
        {"id": id, "key": base64.b64encode(key).decode()}
        | ({"retired": keys.retired[id].isoformat()} if id in keys.retired else {})
        for id, key in keys.by_id.items()
    ]
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        json.dump({"keys": stored}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync(path.parent)


def change(path: Path, how: Callable[[Keys], Keys]) -> Keys:
    """Replace the keys by what `how` makes of them; of two processes one waits, so that no new key is written over."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        before = read(path)
        after = how(before)
        if (after.by_id, after.retired) != (before.by_id, before.retired):
            write(path, after)
        return after
    finally:
        os.close(folder)


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
