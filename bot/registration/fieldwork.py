"""The tables of what the helpdesk does outside its office: visits, outreach, events. No text in them, and no names."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Key


class Refusal(StrEnum):
    """Why a visit did not go through."""

    CAPACITY = "capaciteit"
    NO_DATE = "geen_datum"
    WITHDRAWN = "ingetrokken"
    REFERRED = "doorverwezen"
    OUT_OF_SCOPE = "buiten_opdracht"
    OTHER = "andere"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _REFUSAL_LABELS[self]


_REFUSAL_LABELS = {
    Refusal.CAPACITY: "Geen medewerker vrij",
    Refusal.NO_DATE: "Geen datum die voor beide past",
    Refusal.WITHDRAWN: "Ingetrokken door de gemeente",
    Refusal.REFERRED: "Doorverwezen naar een andere dienst",
    Refusal.OUT_OF_SCOPE: "Valt buiten de opdracht van de helpdesk",
    Refusal.OTHER: "Andere reden",
}


class Ground(StrEnum):
    """What made the helpdesk take the first step."""

    RISK_ANALYSIS = "risicoanalyse"
    SIGNAL = "signaal"
    LIST = "lijst"
    OTHER = "andere"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _GROUND_LABELS[self]


_GROUND_LABELS = {
    Ground.RISK_ANALYSIS: "Een risicoanalyse",
    Ground.SIGNAL: "Een signaal over de gemeente",
    Ground.LIST: "Een lijst van gemeenten, zoals een bekendmaking van cijfers",
    Ground.OTHER: "Een andere aanleiding",
}


class OutreachStatus(StrEnum):
    """How far the helpdesk is with a municipality that it wants to reach by itself."""

    CONTACTED = "gecontacteerd"
    PLANNED = "gepland"
    NOT_YET = "nog_niet"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _OUTREACH_STATUS_LABELS[self]


_OUTREACH_STATUS_LABELS = {
    OutreachStatus.CONTACTED: "Gecontacteerd",
    OutreachStatus.PLANNED: "Gepland",
    OutreachStatus.NOT_YET: "Nog niet gecontacteerd",
}


class Obstacle(StrEnum):
    """Why a municipality was not contacted yet."""

    CAPACITY = "capaciteit"
    NO_SIGNAL = "geen_signaal"
    OWN_APPROACH = "eigen_aanpak"
    DECLINED = "niet_gewenst"
    OTHER = "andere"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _OBSTACLE_LABELS[self]


_OBSTACLE_LABELS = {
    Obstacle.CAPACITY: "Nog geen medewerker vrij",
    Obstacle.NO_SIGNAL: "Nog geen vraag of signaal van de gemeente",
    Obstacle.OWN_APPROACH: "De gemeente heeft een eigen aanpak",
    Obstacle.DECLINED: "De gemeente wenst geen contact",
    Obstacle.OTHER: "Andere reden",
}


class EventKind(StrEnum):
    """What is organised for several municipalities at once, or for those who work there."""

    STUDY_DAY = "studiedag"
    INFORMATION = "infomoment"
    WORKING_GROUP = "werkgroep"
    SESSION = "sessie"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _EVENT_KIND_LABELS[self]


_EVENT_KIND_LABELS = {
    EventKind.STUDY_DAY: "Studiedag",
    EventKind.INFORMATION: "Infomoment",
    EventKind.WORKING_GROUP: "Werkgroep",
    EventKind.SESSION: "Toelichting of vorming",
}


class VisitRecord(Base):
    """One visit or presentation that somebody asked for, or that the helpdesk offered by itself."""

    __tablename__ = "visits"

    id: Mapped[Key] = mapped_column(
        primary_key=True,
        comment="id of the request in a conversation that it came from, or its own",
    )
    contact_id: Mapped[str | None] = mapped_column(
        ForeignKey("contacts.id", ondelete="CASCADE"),
        index=True,
        comment="counted contact in which it was asked; null when a colleague registered it",
    )
    municipality: Mapped[str | None] = mapped_column(
        String(5), comment="NIS code; null when unknown"
    )
    initiative: Mapped[str] = mapped_column(String(10), comment="key of Initiative")
    ground: Mapped[str | None] = mapped_column(
        String(20), comment="key of Ground, for an initiative of ours"
    )
    topic: Mapped[str | None] = mapped_column(String(40), comment="id in the catalogue")
    nature: Mapped[str | None] = mapped_column(
        String(40), comment="nature of the topic when registered"
    )
    status: Mapped[str] = mapped_column(String(10), comment="key of Status")
    reason: Mapped[str | None] = mapped_column(
        String(20), comment="key of Refusal, when refused and told"
    )
    opened_on: Mapped[date] = mapped_column(index=True, comment="day in Belgium: asked or offered")
    planned_for: Mapped[date | None] = mapped_column(comment="day that was agreed")
    settled_on: Mapped[date | None] = mapped_column(
        index=True, comment="day of the visit, or of the refusal"
    )


class OutreachRecord(Base):
    """One proactive contact with a municipality, made, planned or not made yet."""

    __tablename__ = "outreach"

    id: Mapped[Key] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(String(5), index=True, comment="NIS code")
    status: Mapped[str] = mapped_column(String(20), comment="key of OutreachStatus")
    channel: Mapped[str | None] = mapped_column(
        String(20), comment="key of Channel, when contacted"
    )
    ground: Mapped[str | None] = mapped_column(String(20), comment="key of Ground, when told")
    reason: Mapped[str | None] = mapped_column(String(20), comment="key of Obstacle, when not yet")
    on: Mapped[date] = mapped_column(
        "on_day", index=True, comment="day in Belgium: of the contact, or of noting the rest"
    )
    planned_for: Mapped[date | None] = mapped_column(comment="day that is aimed at, when planned")


class EventRecord(Base):
    """One study day, information moment, meeting of a working group or session."""

    __tablename__ = "events"

    id: Mapped[Key] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), comment="key of EventKind")
    topic: Mapped[str | None] = mapped_column(String(40), comment="id in the catalogue")
    held_on: Mapped[date] = mapped_column(index=True, comment="day in Belgium")


class EventOpening(Base):
    """An audience that may register for an event."""

    __tablename__ = "event_openings"

    event_id: Mapped[Key] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True
    )
    audience: Mapped[str] = mapped_column(String(20), primary_key=True, comment="key of Audience")


class ParticipantsRecord(Base):
    """How many participants of one audience came to an event from one municipality."""

    __tablename__ = "event_participants"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[Key] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    municipality: Mapped[str | None] = mapped_column(
        String(5), comment="NIS code; null when unknown or of no municipality"
    )
    audience: Mapped[str] = mapped_column(String(20), comment="key of Audience")
    number: Mapped[int] = mapped_column(comment="people")
