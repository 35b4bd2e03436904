"""The keys of what is sealed in the database: at the start of a server, and when they are replaced.

Whatever stops a rotation halfway, each record opens with a key that is still in the file.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.errors import ConfigurationError
from bot.requests.sealed import keys_in_use, older_than, open_record, records, reseal
from bot.vault.keyfile import Keys, change, create, read
from bot.vault.vault import CannotOpen, Vault


def open_vault(session: Session, path: Path) -> Vault:
    """Raises ConfigurationError (Dutch) when the keys of stored records are missing: a new file would hide that."""
    used = keys_in_use(session)
    if not used:
        create(path)
    vault = Vault(path)
    missing = used - set(vault.keys.by_id)
    if missing:
        raise ConfigurationError(
            f"In het sleutelbestand {path.name} ontbreken sleutels van bewaarde gegevens "
            f"({', '.join(sorted(missing))}). Zet de juiste kopie terug."
        )
    return vault


def rotate(database: Database, path: Path, *, at: datetime, keep_old: bool = True) -> int:
    """Make a key, reseal every record with it, retire the older keys; gives the number of records.

    A retired key opens the backups from before, until `drop_retired`; with `keep_old` false it goes at once. The new
    key is on disk before anything is sealed with it, and an old one goes only after the commit. Raises CannotOpen
    (Dutch) when a record does not open: then nothing is resealed and no key goes.
    """
    change(path, Keys.with_new)
    vault = Vault(path)
    resealed = database.run(lambda session: _reseal_all(session, vault))
    database.run(lambda session: _retire_old(session, path, at, keep_old=keep_old))
    return resealed


def drop_retired(session: Session, path: Path, *, before: datetime) -> int:
    """Let go of the keys that were retired before a moment, unless a record still needs one; gives how many."""
    if not path.exists():
        return 0
    had = set(read(path).by_id)
    going = had - set(read(path).without_retired(before).by_id)
    if not going or going & keys_in_use(session):
        return 0
    return len(had) - len(change(path, lambda keys: keys.without_retired(before)).by_id)


def _reseal_all(session: Session, vault: Vault) -> int:
    """In one transaction. SQLite has one writer, so a server that seals meanwhile did so before or does so after."""
    resealed = 0
    for one in records(session):
        reseal(vault, one)
        resealed += 1
    return resealed


def _retire_old(session: Session, path: Path, at: datetime, *, keep_old: bool) -> None:
    if not older_than(session, read(path).newest):
        change(path, lambda keys: keys.retiring(at) if keep_old else keys.only_newest())


def unopened(session: Session, vault: Vault) -> tuple[int, list[str]]:
    """The number of records, and what is wrong with those that do not open (Dutch)."""
    count, problems = 0, []
    for one in records(session):
        count += 1
        try:
            open_record(vault, one)
        except CannotOpen as error:
            problems.append(error.detail)
    return count, problems
