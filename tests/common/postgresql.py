"""A PostgreSQL of its own for a test, in a scratch folder and on no port; it goes with the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LEAVES_NO_LOG = "wal_recycle=off min_wal_size=32MB fsync=off listen_addresses="


def programs() -> Path | None:
    """The folder with initdb, of the newest PostgreSQL of this machine."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).parent if found else None


@dataclass(frozen=True)
class Cluster:
    """A running server and where its files are."""

    folder: Path

    @property
    def url(self) -> str:
        """As WEGWIJS_DATABASE_URL takes it."""
        return f"postgresql+psycopg://wegwijs@/postgres?host={self.folder}"

    def holders(self, text: str) -> set[str]:
        """The parts of its files that hold a text: base (the tables), pg_wal (the write-ahead log)."""
        files = [one for one in self.folder.rglob("*") if one.is_file()]
        held = [one for one in files if text.encode() in one.read_bytes()]
        return {one.relative_to(self.folder).parts[0] for one in held}


@contextmanager
def running(bin: Path) -> Iterator[Cluster]:
    """Start a new server; as the account postgres when this is root, with whom it refuses to run."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    options = " ".join(f"-c {one}" for one in _LEAVES_NO_LOG.split())
    start = [
        "-w",
        "-l",
        str(folder / "log"),
        "-o",
        f"{options} -c unix_socket_directories={folder}",
    ]

    def do(program: str, *arguments: str) -> None:
        command = [*user, str(bin / program), "-D", str(folder), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    try:
        do("initdb", "-A", "trust", "-U", "wegwijs", "--no-sync", "-E", "UTF8")
        do("pg_ctl", "start", *start)
        try:
            yield Cluster(folder)
        finally:
            do("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
