"""A made month, the same each time: contacts, visits, outreach and events, for the example in docs/voorbeelden."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library, load_library
from bot.parliament.answer import Answer, build
from bot.parliament.html import render
from bot.parliament.listing import MunicipalityList
from bot.parliament.paper import write
from bot.registration.events import Participants, register_event, set_participants
from bot.registration.fieldwork import EventKind, Ground, Obstacle, OutreachStatus, Refusal
from bot.registration.models import Channel
from bot.registration.outreach import Outreach, register_outreach
from bot.requests.kinds import Initiative, Status
from bot.settings import PROJECT
from bot.statistics.periods import Month
from tests.common.fieldwork import COLLEAGUE, add_visit
from tests.common.registration import add_contact, add_question

PAGE = PROJECT / "docs/voorbeelden/antwoord_van_een_verzonnen_maand.html"
TEXT = PAGE.with_suffix(".md")
MADE = datetime(2026, 10, 1, 7, 5, tzinfo=UTC)
SEPTEMBER = Month(2026, 9)
LIST = MunicipalityList(
    ("11002", "44021", "12025", "23088", "31005", "73001"), ("regel 4: Nergenshuizen",)
)

CONTACTS = [
    (Channel.WIDGET, Audience.GEMEENTE, "44021", "wat_is_radicalisering", []),
    (Channel.WIDGET, Audience.GEMEENTE, "12025", "casemanager", []),
    (Channel.WIDGET, Audience.GEMEENTE, "11002", "theologische_hulplijn", ["abb"]),
    (Channel.EMAIL, Audience.OCMW, "44021", "vormingsaanbod", ["abb"]),
    (Channel.EMAIL, Audience.STUDENT, None, "thesis", []),
    (Channel.WIDGET, Audience.ONBEKEND, None, "livc", []),
    (Channel.WIDGET, Audience.ONDERWIJS, "31005", "draaiboek_onderwijs", ["departement_onderwijs"]),
    (Channel.EMAIL, Audience.GEMEENTE, "23088", "beveiliging_evenement", ["vvsg_veiligheid"]),
]


def fill(session: Session, library: Library) -> None:
    """Register all that happened."""
    for place, (channel, audience, municipality, topic, refer_to) in enumerate(CONTACTS):
        at = datetime(2026, 9, 2 + 3 * place, 9, tzinfo=UTC)
        contact = add_contact(
            session, at=at, channel=channel, audience=audience, municipality=municipality
        )
        add_question(session, contact, topic, at=at, refer_to=refer_to, contacts=library.contacts)
    _visits(session, library)
    _steps(session, library)
    event = register_event(
        session,
        library,
        kind=EventKind.INFORMATION,
        held_on=date(2026, 9, 22),
        open_to=[Audience.GEMEENTE, Audience.OCMW],
        by=COLLEAGUE,
    )
    came = [
        Participants(4, Audience.GEMEENTE, "11002"),
        Participants(3, Audience.GEMEENTE, "44021"),
        Participants(2, Audience.OCMW, "12025"),
    ]
    set_participants(session, library, event, came, by=COLLEAGUE)
    register_event(
        session, library, kind=EventKind.WORKING_GROUP, held_on=date(2026, 9, 29), by=COLLEAGUE
    )


def _visits(session: Session, library: Library) -> None:
    for municipality, day, status, on, reason in (
        ("44021", 3, Status.DONE, date(2026, 9, 17), None),
        ("11002", 8, Status.PLANNED, date(2026, 10, 12), None),
        ("12025", 10, Status.REFUSED, date(2026, 9, 14), Refusal.CAPACITY),
    ):
        add_visit(
            session,
            library,
            municipality=municipality,
            opened_on=date(2026, 9, day),
            status=status,
            on=on,
            reason=reason,
        )
    add_visit(
        session,
        library,
        municipality="23088",
        initiative=Initiative.OURS,
        ground=Ground.SIGNAL,
        opened_on=date(2026, 9, 9),
        status=Status.DONE,
        on=date(2026, 9, 24),
    )


def _steps(session: Session, library: Library) -> None:
    called = Outreach(
        status=OutreachStatus.CONTACTED,
        on=date(2026, 9, 15),
        channel=Channel.TELEFOON,
        ground=Ground.LIST,
    )
    register_outreach(session, library, "31005", called, by=COLLEAGUE)
    waits = Outreach(status=OutreachStatus.NOT_YET, on=date(2026, 9, 15), reason=Obstacle.NO_SIGNAL)
    register_outreach(session, library, "12025", waits, by=COLLEAGUE)


def answered(library: Library) -> Answer:
    """The answer of the month."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    with Session(engine) as session:
        fill(session, library)
        made = build(session, library, SEPTEMBER.period, LIST, made_at=MADE)
    engine.dispose()
    return made


def page(library: Library) -> str:
    """The same as the page in docs/voorbeelden."""
    return render(write(answered(library), library))


def text(library: Library) -> str:
    """The sentences of the answer as Markdown, to be read where a page is not shown."""
    paper = write(answered(library), library)
    parts = [f"# {paper.title}", f"{paper.days}. {paper.made}. Een verzonnen maand."]
    for part in paper.parts:
        parts.append(f"## {part.id} {part.question}")
        parts += part.said
        parts += [f"*Niet geregistreerd:* {one}" for one in part.missing]
    parts.append(f"De tabellen, met noemer en definitie, staan in [{PAGE.name}]({PAGE.name}).")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    known = load_library(PROJECT / "knowledge")
    PAGE.write_text(page(known), encoding="utf-8")
    TEXT.write_text(text(known), encoding="utf-8")
