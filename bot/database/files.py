"""The files of an SQLite database: for the account that runs Wegwijs alone, whatever the umask."""

from __future__ import annotations

import os
from pathlib import Path

from bot.errors import ConfigurationError, why

PRIVATE = 0o600
PRIVATE_FOLDER = 0o700


def keep_private(database: Path) -> None:
    """Make the folder and the file when they are not there, and close to others what is; a folder that is there stays.

    SQLite gives the journal the mode of the file. Raises ConfigurationError when the folder cannot be made.
    """
    folder = database.parent
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"De map {folder} van de databank kan niet gemaakt worden ({why(error)})."
        ) from error
    try:
        os.close(os.open(database, os.O_RDWR | os.O_CREAT, PRIVATE))
        for end in ("", "-wal", "-shm"):
            _close_to_others(database.with_name(database.name + end))
    except OSError:
        # Whether the database can be used at all is found, and told, when it is opened.
        return


def _close_to_others(file: Path) -> None:
    if file.exists() and file.stat().st_mode & 0o077:
        file.chmod(PRIVATE)
