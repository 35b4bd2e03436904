"""Whose hand a registration is of: what a colleague registers and its line in the audit log are one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.audit.chain import Audit
from bot.audit.models import Act


@dataclass(frozen=True)
class Signature:
    """A colleague, with the log that says what was done; a function that asks for one cannot leave the line out."""

    audit: Audit
    actor: str
    """Id of the account."""

    def sign(self, session: Session, act: Act, object: str) -> None:
        """Add the line, with the kind and the id of what it was done to."""
        self.audit.note(session, actor=self.actor, act=act, object=object)
