"""A mailbox whose mails are files, so that they can be looked through like every other file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.common.mailserver import Mailbox


class Kept(Mailbox):
    """A mailbox in a folder: each mail as it came, and as one reads it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        folder.mkdir()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        mail, name = self.mails[-1], f"mail-{len(self.mails)}"
        (self.folder / f"{name}.eml").write_bytes(envelope.content)
        (self.folder / f"{name}.txt").write_text(
            "\n".join([*(f"{key}: {value}" for key, value in mail.items()), mail.get_content()])
        )
        return answer


def mailed(folder: Path, said: str) -> list[Path]:
    """The mails under a folder that say something, once there is one."""
    for _ in range(300):
        files = sorted((folder / "mails").glob("*.txt"))
        if told := [one for one in files if said in one.read_text()]:
            return told
        time.sleep(0.1)
    raise TimeoutError(said)
