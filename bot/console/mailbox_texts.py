"""Clean texts of mails just decided on: off the disk, and for an hour in memory, to take the decision back."""

from __future__ import annotations

import asyncio

from bot.mailbox.undoing import UNDO_WITHIN


class SettledTexts:
    """By id of the proposal. A restart forgets them: a decision taken back after it comes back without its text."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def keep(self, id: str, text: str | None) -> None:
        """Hold a text as long as its decision can be taken back."""
        if text is not None:
            self._texts[id] = text
            asyncio.get_running_loop().call_later(
                UNDO_WITHIN.total_seconds(), self._texts.pop, id, None
            )

    def of(self, id: str) -> str | None:
        """The text, as long as it is held."""
        return self._texts.get(id)

    def forget(self, id: str) -> None:
        """The text stands in the list again."""
        self._texts.pop(id, None)
