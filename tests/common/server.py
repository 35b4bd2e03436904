"""A real `wegwijs serve` in a process of its own, with a visitor's client."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

READY_LIMIT = 90.0


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def mail_environment(port: int, **more: str) -> dict[str, str]:
    """The settings of a Wegwijs that mails through a server on loopback."""
    return {
        "WEGWIJS_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "WEGWIJS_MAIL_FROM": "wegwijs@proefgemeente.be",
        "WEGWIJS_MAIL_STAFF": "helpdesk@proefgemeente.be",
        "WEGWIJS_PUBLIC_URL": "https://wegwijs.proefgemeente.be/",
        **more,
    }


class Server:
    """Starts, kills and asks one Wegwijs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database_url = f"sqlite:///{folder / 'wegwijs.sqlite'}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """Settings of the process."""
        return {
            **os.environ,
            "WEGWIJS_VAR": str(self.folder),
            "WEGWIJS_DATABASE_URL": self.database_url,
            # What is tested through a whole server writes faster than people do.
            "WEGWIJS_LIMITS": "off",
        }

    def start(self) -> None:
        """Start and return at once."""
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "serve", "--port", str(self.port)],
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    def wait_ready(self, *, engine: bool = True) -> None:
        """Return once the gateway answers, and the engine too unless told otherwise."""
        deadline = time.monotonic() + READY_LIMIT
        while time.monotonic() < deadline:
            try:
                health = self.get("/health")
            except OSError:
                health = {}
            if health.get("database") and (health.get("engine") or not engine):
                return
            time.sleep(0.05)
        raise TimeoutError((self.folder / "server.log").read_text()[-2000:])

    def stop(self) -> None:
        """Stop as a service manager does."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the gateway without warning."""
        self._signal(signal.SIGKILL)

    @property
    def pid(self) -> int:
        """Process id of the gateway."""
        assert self._process is not None
        return self._process.pid

    @property
    def engine_pids(self) -> list[int]:
        """Process ids of the engines that run now."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        return [int(child) for child in children.read_text().split()] if children.exists() else []

    def kill_engine(self) -> int:
        """End the engine processes without warning; gives how many there were."""
        killed = self.engine_pids
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        return len(killed)

    def stored(self, query: str, *values: Any) -> list[Any]:
        """Rows of the database, read beside the server."""
        path = self.database_url.removeprefix("sqlite:///")
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return database.execute(query, values).fetchall()

    def empty_queue(self) -> None:
        """Give whoever still waits back to the assistant, beside the server."""
        path = self.database_url.removeprefix("sqlite:///")
        with contextlib.closing(sqlite3.connect(path, timeout=10)) as database, database:
            database.execute("UPDATE conversations SET state = 'bot' WHERE state = 'waiting'")

    def get(self, path: str, **headers: str) -> Any:
        """GET a JSON resource."""
        with urllib.request.urlopen(
            urllib.request.Request(self.url + path, headers=headers), timeout=10
        ) as got:
            return json.load(got)

    def visitor(self, **about: Any) -> Visitor:
        """Open a conversation."""
        status, opened = self.send("POST", "/api/conversations", {"site": "demo", **about})
        assert status == 201, opened
        return Visitor(self, opened["id"], opened["token"])

    def send(
        self, method: str, path: str, body: Any = None, token: str | None = None
    ) -> tuple[int, Any]:
        """Send a request; gives its status and its JSON, text or None."""
        data = (
            body
            if isinstance(body, bytes)
            else json.dumps(body).encode()
            if body is not None
            else None
        )
        headers = {"Content-Type": "application/json"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(self.url + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=15) as got:
                return got.status, _content(got.read())
        except urllib.error.HTTPError as error:
            with error:
                return error.code, _content(error.read())

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(number)
            self._process.wait(timeout=30)


class MailingServer(Server):
    """A server that mails through what listens on a port."""

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__(folder)
        self.mail = mail_environment(port)

    @property
    def environment(self) -> dict[str, str]:
        """Settings of the process."""
        return {**super().environment, **self.mail}


@dataclass
class Visitor:
    """One conversation, reached with its token."""

    server: Server
    id: str
    token: str
    seq: int = field(default=0)

    def say(
        self, text: str, *, client_id: str | None = None, choice: str | None = None
    ) -> tuple[int, Any]:
        """Post a message; gives status and body."""
        body = {"client_id": client_id or uuid4().hex, "text": text, "choice": choice}
        return self.server.send("POST", f"/api/conversations/{self.id}/messages", body, self.token)

    def events(
        self, *, after: int = 0, seconds: float = 15, up_to: int | None = None
    ) -> Iterator[dict[str, Any]]:
        """Entries of the stream behind `after`, up to a number or until the stream ends.

        Raises TimeoutError when nothing comes for `seconds`; a typing notice is something.
        """
        headers = {"Authorization": f"Bearer {self.token}", "Last-Event-ID": str(after)}
        request = urllib.request.Request(
            f"{self.server.url}/api/conversations/{self.id}/events", headers=headers
        )
        with urllib.request.urlopen(request, timeout=seconds) as stream:
            kind = ""
            for raw in stream:
                line = raw.decode().rstrip("\n")
                if line.startswith("event: "):
                    kind = line.removeprefix("event: ")
                elif line.startswith("data: ") and kind == "entry":
                    entry: dict[str, Any] = json.loads(line.removeprefix("data: "))
                    self.seq = entry["seq"]
                    yield entry
                    if entry["seq"] == up_to:
                        return

    def replies(self, *, after: int, seconds: float = 15) -> list[dict[str, Any]]:
        """The bot's replies behind a message, read until the engine has answered it."""
        found = []
        for entry in self.events(after=after, seconds=seconds):
            if entry["sender"] in ("bot", "system"):
                found.append(entry["reply"])
            if entry["sender"] == "bot":
                break
        return found

    def log(self) -> list[dict[str, Any]]:
        """The entries that are there now, as a page that was loaded anew gets them."""
        after = self.server.stored("SELECT last_seq FROM conversations WHERE id = ?", self.id)
        return list(self.events(up_to=after[0][0]))

    def ask(self, text: str, **about: Any) -> list[dict[str, Any]]:
        """Post a message and wait for its first reply."""
        status, accepted = self.say(text, **about)
        assert status == 202, accepted
        return self.replies(after=accepted["seq"])


def _content(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw else None
    except json.JSONDecodeError:
        return raw.decode()
