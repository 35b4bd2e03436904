"""Following the chain of the audit log from its oldest line to its head, and naming each place where it is broken."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.chain import Audit
from bot.audit.models import AuditHead, AuditLine

BATCH = 1000
"""Lines that are read at a time."""


@dataclass(frozen=True)
class Fault:
    """A place where the chain is broken."""

    seq: int
    what: str
    """Dutch."""


def verify(session: Session, audit: Audit) -> list[Fault]:
    """Every broken place, oldest first; empty when the log is whole."""
    head = session.get(AuditHead, 1)
    if head is None:
        lines = session.scalar(select(AuditLine.seq).limit(1))
        return [] if lines is None else [Fault(lines, "het begin van de ketting ontbreekt")]
    faults, expected, before = [], head.kept_from, head.kept_link
    rows = session.scalars(
        select(AuditLine).order_by(AuditLine.seq).execution_options(yield_per=BATCH)
    )
    for line in rows:
        if line.seq != expected:
            faults.append(Fault(expected, _missing(expected, line.seq - 1)))
        elif not audit.fits(line, before):
            faults.append(Fault(line.seq, "deze lijn of de schakel ervoor is veranderd"))
        expected, before = line.seq + 1, line.link
    if expected <= head.seq:
        faults.append(Fault(expected, _missing(expected, head.seq)))
    elif not hmac.compare_digest(before, head.link):
        faults.append(Fault(head.seq, "de laatste schakel klopt niet"))
    if not audit.is_sealed(session, head):
        faults.append(
            Fault(head.seq, "het zegel van begin en einde klopt niet: er kan iets afgeknipt zijn")
        )
    return faults


def _missing(first: int, last: int) -> str:
    return "deze lijn ontbreekt" if first == last else f"lijnen {first} tot {last} ontbreken"
