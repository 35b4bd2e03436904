"""Empty databases with the newest schema: migrated once a process and copied, which is twenty times as fast."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bot.database.connection import Database
from bot.database.migrate import migrate

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where a commit takes no time."""


def lay_down(path: Path) -> str:
    """Put an empty database at a path and give its address."""
    shutil.copy(_migrated(), path)
    return f"sqlite:///{path}"


@cache
def _migrated() -> Path:
    path = Path(tempfile.mkdtemp(dir=MEMORY)) / "wegwijs.sqlite"
    atexit.register(shutil.rmtree, path.parent)
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path
