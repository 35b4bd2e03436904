"""Making a backup of a running database and putting it back; only sealed bytes reach the folder of the backups.

The copy in the clear lies for a moment in a folder that only this account can read, beside the database itself.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.backup.cipher import seal, unseal
from bot.errors import InvalidInput, why
from bot.vault.keyfile import Keys


def database_file(url: str) -> Path:
    """The file of a SQLite database; raises InvalidInput (Dutch) for another kind, which has its own tools."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        raise InvalidInput(
            "Deze databank is PostgreSQL. Maak een reservekopie met pg_dump en zet ze terug met pg_restore; "
            "versleutel het bestand, en verwijder het na WEGWIJS_KEEP_BACKUP_DAYS dagen."
        )
    if not address.database or address.database == ":memory:":
        raise InvalidInput("Deze databank staat in het geheugen en heeft geen bestand.")
    return Path(address.database)


def make(database: Path, out: Path, keys: Keys) -> int:
    """Copy a database that may be in use, seal it into `out`, which must not be there; gives its size in bytes."""
    try:
        out.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _clear_copy(database.parent) as copy:
            _copy(database, copy)
            opened = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(opened, "wb") as target, copy.open("rb") as source:
                seal(source, target, keys)
                target.flush()
                os.fsync(target.fileno())
    except FileExistsError:
        raise InvalidInput(f"{out} bestaat al.") from None
    except OSError as error:
        raise InvalidInput(f"kan {out} niet schrijven ({why(error)})") from None
    return out.stat().st_size


def put_back(backup: Path, database: Path, keys: Keys) -> None:
    """Open a backup, check it, and make it the database. Nothing may have that open meanwhile.

    Raises InvalidInput (Dutch) when it does not open or is not whole; the database is untouched then.
    """
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _clear_copy(database.parent) as copy:
            with backup.open("rb") as source, copy.open("wb") as target:
                unseal(source, target, keys)
            _verify(copy)
            copy.chmod(0o600)
            _replace(copy, database)
    except OSError as error:
        raise InvalidInput(f"kan {backup} niet terugzetten ({why(error)})") from None


@contextmanager
def _clear_copy(folder: Path) -> Iterator[Path]:
    """A place for the copy in the clear; it goes whatever happens."""
    with tempfile.TemporaryDirectory(prefix=".kopie-", dir=folder) as private:
        yield Path(private) / "wegwijs.sqlite"


def _copy(database: Path, copy: Path) -> None:
    if not database.is_file():
        raise InvalidInput(f"De databank {database.name} bestaat nog niet.")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    _verify(copy)


def _verify(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as opened:
            found = opened.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError:
        found = []
    if found != [("ok",)]:
        raise InvalidInput("De kopie van de databank is niet heel.")


def _replace(copy: Path, database: Path) -> None:
    """In one step. The journal of the old database goes first: SQLite would play it into the new one."""
    if database.exists():
        _let_go(database)
    for end in ("-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)
    copy.replace(database)


def _let_go(database: Path) -> None:
    """Raises InvalidInput when a process has the database open: only the last one may take its journal away."""
    try:
        with closing(sqlite3.connect(database, timeout=0)) as opened:
            opened.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        # A database that is damaged is what one restores over.
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise InvalidInput("De databank is in gebruik. Stop Wegwijs eerst.") from None
