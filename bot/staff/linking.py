"""Linking an account to a person at the organisation's OpenID Connect provider. Only a manager does this."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import Conflict, InvalidInput
from bot.staff.models import Account
from bot.staff.sessions import close_all

LONGEST_SUBJECT = 255


def by_subject(session: Session, issuer: str, subject: str) -> Account | None:
    """The account of a subject; one subject of two issuers is two people."""
    return session.scalar(
        select(Account).where(Account.issuer == issuer, Account.subject == subject)
    )


def by_email(session: Session, email: str) -> Account | None:
    """The account that waits for the first login with an address; none once it is linked."""
    return session.scalar(
        select(Account).where(Account.email == email.casefold(), Account.subject.is_(None))
    )


def link(session: Session, account: Account, *, issuer: str, subject: str) -> None:
    """Give an account to a subject; raises InvalidInput, or Conflict when another account has it."""
    subject = subject.strip()
    if not 1 <= len(subject) <= LONGEST_SUBJECT:
        raise InvalidInput(f"Een code van de organisatie telt 1 tot {LONGEST_SUBJECT} tekens.")
    owner = session.scalar(select(Account).where(Account.subject == subject))
    if owner is not None and owner.id != account.id:
        if owner.issuer == issuer:
            raise Conflict(f"Deze code hoort al bij het account '{owner.login}'.")
        # Its provider is no longer the organisation's: that link opens nothing.
        owner.issuer = owner.subject = None
        session.flush()
    account.issuer, account.subject = issuer, subject
    session.flush()


def expect(session: Session, account: Account, *, email: str) -> None:
    """Link an account at the first login with this address, once the provider has verified it.

    Raises InvalidInput, or Conflict when another account has the address.
    """
    try:
        address = validate_email(email, check_deliverability=False).normalized.casefold()
    except EmailNotValidError:
        raise InvalidInput("Dit is geen geldig e-mailadres.") from None
    owner = session.scalar(select(Account).where(Account.email == address))
    if owner is not None and owner.id != account.id:
        raise Conflict(f"Dit e-mailadres hoort al bij het account '{owner.login}'.")
    account.issuer = account.subject = None
    account.email = address
    session.flush()


def unlink(session: Session, account: Account) -> None:
    """Take the link away; every session of the person ends."""
    account.issuer = account.subject = account.email = None
    close_all(session, account.id)
