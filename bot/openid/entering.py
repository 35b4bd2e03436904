"""Whose account it is: one that a manager linked, or where roles are mapped one that the groups call for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.openid.settings import OpenId
from bot.openid.token import Identity
from bot.staff import accounts, linking
from bot.staff.models import Account
from bot.staff.roles import Role

NOT_LINKED = (
    "U bent bij uw organisatie aangemeld, maar daar hoort hier geen account bij. "
    "Geef deze code aan een beheerder van Wegwijs, die uw account ermee koppelt:"
)
CLOSED = "Uw account is gesloten. Vraag het aan een beheerder."
NO_ROLE = (
    "Uw organisatie geeft u geen rol in Wegwijs. Vraag het aan de beheerder van uw organisatie."
)


@dataclass(frozen=True)
class Verdict:
    """What a login leads to."""

    account: str | None
    """Id of the account, also when it is refused."""
    refusal: str = ""
    """Dutch for why not; empty when it may enter."""
    code: str = ""
    """The subject, to give to a manager."""
    changed: bool = False
    """Whether the account was made, linked, or given another role."""


def enter(session: Session, who: Identity, settings: OpenId) -> Verdict:
    """Find the account, link or make it where that is allowed; raises Conflict when it is the last manager's role."""
    account = linking.by_subject(session, who.issuer, who.subject)
    waiting = None if account or who.email is None else linking.by_email(session, who.email)
    mapped = role_of(who, settings)
    found = account or waiting
    if found is not None and found.disabled:
        return Verdict(found.id, CLOSED)
    if settings.role_claim is not None and mapped is None:
        return Verdict(None if found is None else found.id, NO_ROLE)
    changed = account is None
    if found is None:
        if mapped is None:
            return Verdict(None, NOT_LINKED, code=who.subject)
        found = _make(session, who, mapped)
    elif waiting is not None:
        linking.link(session, waiting, issuer=who.issuer, subject=who.subject)
    if mapped is not None and found.role != mapped.value:
        accounts.set_role(session, found.login, mapped)
        changed = True
    return Verdict(found.id, changed=changed)


def role_of(who: Identity, settings: OpenId) -> Role | None:
    """The role that the provider's claim gives; None when it gives none, or none is mapped."""
    if settings.role_claim is None:
        return None
    told = who.claims.get(settings.role_claim)
    values = {one for one in told if isinstance(one, str)} if isinstance(told, list) else {told}
    return next((Role(role) for value, role in settings.roles if value in values), None)


def _make(session: Session, who: Identity, role: Role) -> Account:
    """An account without a password; its login tells nothing and is never taken over from the token."""
    drawn = hashlib.sha256(f"{who.issuer} {who.subject}".encode()).hexdigest()[:12]
    made = accounts.create(
        session, login=f"org-{drawn}", name=(who.name or "Medewerker")[:80], role=role
    )
    linking.link(session, made, issuer=who.issuer, subject=who.subject)
    return made
