"""The keys of what is sealed in the database: at the start of a server, and when they are replaced.

Whatever stops a rotation halfway, each record opens with a key that is still in the file.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.errors import ConfigurationError
from bot.requests.sealed import keys_in_use, older_than, open_record, records, reseal
from bot.vault.keyfile import create, read, write
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


def rotate(database: Database, path: Path) -> int:
    """Make a key, reseal every record with it, drop the older keys; gives the number of records.

    The new key is on disk before anything is sealed with it, and an old one goes only after the commit. Raises
    CannotOpen (Dutch) when a record does not open: then nothing is resealed and no key goes.
    """
    write(path, read(path).with_new())
    vault = Vault(path)
    resealed = database.run(lambda session: _reseal_all(session, vault))
    database.run(lambda session: _drop_old(session, path))
    return resealed


def _reseal_all(session: Session, vault: Vault) -> int:
    """In one transaction. SQLite has one writer, so a server that seals meanwhile did so before or does so after."""
    resealed = 0
    for one in records(session):
        reseal(vault, one)
        resealed += 1
    return resealed


def _drop_old(session: Session, path: Path) -> None:
    keys = read(path)
    if not older_than(session, keys.newest):
        write(path, keys.only_newest())


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
