"""Answering a request by mail: the answer is queued and the request moves on in one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.errors import Conflict, InvalidInput, Unknown
from bot.mail.answers import is_queued, queue_answer
from bot.privacy.text import CleanText
from bot.requests.kinds import Status
from bot.requests.models import RequestRecord
from bot.requests.sealing import open_details
from bot.requests.store import change_status, details_of
from bot.vault.vault import Vault

BEHIND = (Status.DONE, Status.PLANNED)
"""What a request may be once it is answered."""

_OPEN = (Status.OPEN, Status.PLANNED)


def answerable(session: Session, request: str) -> RequestRecord:
    """A request that can be answered by mail; raises Unknown or Conflict (Dutch)."""
    found = session.get(RequestRecord, request, with_for_update=True)
    if found is None:
        raise Unknown("Deze aanvraag bestaat niet.")
    if found.status not in _OPEN:
        raise Conflict("Deze aanvraag is al afgesloten.")
    details = details_of(session, request)
    if details is None or not details.email:
        raise _without_address()
    return found


def answer_by_mail(
    session: Session,
    vault: Vault,
    request: str,
    text: CleanText,
    *,
    client_id: str,
    to: Status,
    at: datetime,
) -> None:
    """Send an answer to the address that a request left, unseen; a form that comes twice does nothing the second time.

    Raises Unknown, Conflict or InvalidInput (Dutch).
    """
    if is_queued(session, request=request, client_id=client_id):
        return
    if to not in BEHIND:
        raise InvalidInput("Kies een van de mogelijkheden.")
    answerable(session, request)
    sealed = details_of(session, request)
    if sealed is None:
        raise _without_address()
    details = open_details(vault, record=sealed.id, key_id=sealed.key_id, sealed=sealed.sealed)
    if details.email is None:
        raise _without_address()
    queue_answer(
        session,
        vault,
        request=request,
        client_id=client_id,
        address=details.email,
        text=text,
        at=at,
    )
    change_status(session, request, to)


def _without_address() -> Conflict:
    return Conflict("Van deze aanvraag is er geen e-mailadres (meer).")
