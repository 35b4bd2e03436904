"""The tables of counted facts. None of them holds a text, so they outlive the conversation they came from."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class Channel(StrEnum):
    """How a contact reached the helpdesk."""

    WIDGET = "widget"
    EMAIL = "email"
    TELEFOON = "telefoon"
    OVERLEG = "overleg"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return {"widget": "Chat", "email": "E-mail", "telefoon": "Telefoon", "overleg": "Overleg"}[
            self.value
        ]


class Outcome(StrEnum):
    """What came of one message of the asker."""

    ANSWERED = "beantwoord"
    REFERRED = "doorverwezen"
    CLARIFIED = "verduidelijking"
    NOT_UNDERSTOOD = "niet_begrepen"
    OUT_OF_SCOPE = "buiten_bereik"
    OTHER_LANGUAGE = "andere_taal"
    SAFETY = "veiligheid"
    PERSON = "medewerker"
    REQUEST = "aanvraag"
    CONVERSATION = "gesprek"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _OUTCOME_LABELS[self]


_OUTCOME_LABELS = {
    Outcome.ANSWERED: "Beantwoord",
    Outcome.REFERRED: "Doorverwezen",
    Outcome.CLARIFIED: "Verduidelijking gevraagd",
    Outcome.NOT_UNDERSTOOD: "Niet begrepen",
    Outcome.OUT_OF_SCOPE: "Buiten het bereik van de helpdesk",
    Outcome.OTHER_LANGUAGE: "Andere taal",
    Outcome.SAFETY: "Noodkaart getoond",
    Outcome.PERSON: "Medewerker gevraagd",
    Outcome.REQUEST: "Aanvraag ingediend",
    Outcome.CONVERSATION: "Gesprek (groet, dank)",
}


class Reason(StrEnum):
    """Why an answer was not useful: one of these, never a text, so that it may outlive the conversation."""

    NOT_ASKED = "niet_gevraagd"
    UNCLEAR = "onduidelijk"
    INCOMPLETE = "onvolledig"
    WRONG = "onjuist"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _REASON_LABELS[self]


_REASON_LABELS = {
    Reason.NOT_ASKED: "Gaat niet over de vraag",
    Reason.UNCLEAR: "Moeilijk te begrijpen",
    Reason.INCOMPLETE: "Er ontbreekt iets",
    Reason.WRONG: "Klopt niet",
}


class ContactRecord(Base):
    """One conversation in any channel with at least one message of the asker."""

    __tablename__ = "contacts"

    id: Mapped[Key] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20), comment="key of Channel")
    audience: Mapped[str] = mapped_column(
        String(20), comment="key of Audience; onbekend until told"
    )
    municipality: Mapped[str | None] = mapped_column(
        String(5), comment="NIS code; null when unknown"
    )
    site: Mapped[str | None] = mapped_column(String(40), comment="site whose widget was used")
    opened_at: Mapped[datetime] = mapped_column(
        Instant, index=True, comment="first message of the asker, UTC"
    )
    test: Mapped[bool] = mapped_column(default=False, comment="test conversations never count")


class QuestionRecord(Base):
    """One topic asked in one contact; asking it twice is one question."""

    __tablename__ = "questions"
    __table_args__ = (UniqueConstraint("contact_id", "topic"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[Key] = mapped_column(
        ForeignKey("contacts.id", ondelete="CASCADE"), index=True
    )
    topic: Mapped[Key] = mapped_column(comment="id in the catalogue")
    asked_at: Mapped[datetime] = mapped_column(Instant, index=True, comment="first asked, UTC")
    useful: Mapped[bool | None] = mapped_column(comment="the visitor's verdict on the answer")
    reason: Mapped[str | None] = mapped_column(
        String(20), comment="key of Reason, when the answer was not useful and the visitor said why"
    )


class ReferralRecord(Base):
    """One question whose answer was a contact to turn to."""

    __tablename__ = "referrals"
    __table_args__ = (UniqueConstraint("question_id", "contact"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), index=True
    )
    contact: Mapped[Key] = mapped_column(comment="id of a file in knowledge/contacts")
    group: Mapped[str] = mapped_column(
        "referral_group", String(20), comment="key of ReferralGroup when given"
    )
    by: Mapped[str] = mapped_column("given_by", String(10), comment="bot or staff")
    at: Mapped[datetime] = mapped_column(Instant)


class HandoverEnd(StrEnum):
    """How a wait for a person, or a talk with one, came to an end."""

    CANCELLED = "geannuleerd"
    RETURNED = "teruggegeven"
    CLOSED = "afgesloten"


class HandoverRecord(Base):
    """One time that a person was asked for."""

    __tablename__ = "handovers"

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[str | None] = mapped_column(
        ForeignKey("contacts.id", ondelete="CASCADE"),
        index=True,
        comment="null when a person was asked for before anything else",
    )
    asked_at: Mapped[datetime] = mapped_column(Instant, index=True)
    claimed_at: Mapped[datetime | None] = mapped_column(
        Instant, comment="when a colleague came; null when none did"
    )
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_as: Mapped[str | None] = mapped_column(String(20), comment="key of HandoverEnd")


class OutcomeRecord(Base):
    """What came of one message of the asker."""

    __tablename__ = "outcomes"

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[Key] = mapped_column(
        ForeignKey("contacts.id", ondelete="CASCADE"), index=True
    )
    outcome: Mapped[str] = mapped_column(String(20), comment="key of Outcome")
    at: Mapped[datetime] = mapped_column(Instant, index=True)
