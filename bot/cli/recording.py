"""Commands in the audit log: what they show, export, change or erase is a line there, also when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from bot.audit.key import open_audit
from bot.audit.models import Act
from bot.database.connection import Database
from bot.errors import WegwijsError
from bot.settings import Settings

T = TypeVar("T")

ACTOR = "opdrachtregel"
"""Who types a command is known to the system, not to Wegwijs."""


class Recorder:
    """Does the work of a command and notes it. A line holds the id of what there is, never what was typed."""

    def __init__(self, database: Database, settings: Settings) -> None:
        """Raises ConfigurationError (Dutch) when the key of the audit log cannot be used: no act without a line."""
        self._database = database
        self.audit = database.run(lambda session: open_audit(session, settings.audit_key))

    def run(
        self,
        act: Act,
        kind: str,
        work: Callable[[Session], T],
        *,
        id_of: Callable[[T], str] | None = None,
    ) -> T:
        """Work and line in one transaction; `id_of` gives the id of what it was done to. A refusal is raised on."""

        def noted(session: Session) -> T:
            result = work(session)
            object = kind if id_of is None else f"{kind}:{id_of(result)}"
            self.audit.note(session, actor=ACTOR, act=act, object=object)
            return result

        try:
            return self._database.run(noted)
        except WegwijsError:
            self.note(act, kind, allowed=False)
            raise

    def outside(self, act: Act, object: str, do: Callable[[], T]) -> T:
        """For what is no single transaction: the line comes behind it."""
        try:
            done = do()
        except WegwijsError:
            self.note(act, object, allowed=False)
            raise
        self.note(act, object)
        return done

    def note(self, act: Act, object: str, *, allowed: bool = True) -> None:
        """Add the line alone."""
        self._database.run(
            lambda session: self.audit.note(
                session, actor=ACTOR, act=act, object=object, allowed=allowed
            )
        )
