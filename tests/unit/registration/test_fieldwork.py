"""Visits, outreach and events, as colleagues register them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from bot.audit.models import AuditLine
from bot.database.connection import Database
from bot.database.migrate import SCRIPTS
from bot.errors import InvalidInput, Unknown
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library, load_library
from bot.registration.events import Participants, register_event, remove_event, set_participants
from bot.registration.fieldwork import (
    EventKind,
    EventOpening,
    Ground,
    Obstacle,
    OutreachRecord,
    OutreachStatus,
    ParticipantsRecord,
    Refusal,
    VisitRecord,
)
from bot.registration.models import Channel
from bot.registration.outreach import Outreach, change_outreach, register_outreach
from bot.registration.visits import (
    count_requested_visit,
    follow_request,
    register_visit,
    settle_visit,
)
from bot.requests.kinds import Initiative, Status
from bot.settings import PROJECT
from tests.common.fieldwork import COLLEAGUE, DAY, add_visit


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(PROJECT / "knowledge")


def lines(session: Session) -> list[tuple[str, str, str]]:
    """Who did what to what kind of thing, as the audit log tells."""
    return [
        (one.actor, one.act, str(one.object).split(":")[0])
        for one in session.scalars(select(AuditLine).order_by(AuditLine.seq))
    ]


# --- visits --------------------------------------------------------------------------------------------------------


def test_a_visit_is_registered_with_the_nature_of_its_topic_and_a_line_in_the_log(
    session: Session, library: Library
):
    id = add_visit(session, library, topic="handelingskader_toelichting")
    visit = session.get_one(VisitRecord, id)
    assert (visit.status, visit.opened_on, visit.initiative) == ("open", DAY, "theirs")
    assert visit.nature == library.catalogue.topics[TopicId("handelingskader_toelichting")].nature
    assert lines(session) == [("collega-1", "geregistreerd", "bezoek")]


def test_a_visit_is_planned_and_then_done(session: Session, library: Library):
    id = add_visit(session, library, status=Status.PLANNED, on=date(2026, 12, 1))
    visit = session.get_one(VisitRecord, id)
    assert (visit.status, visit.planned_for, visit.settled_on) == (
        "planned",
        date(2026, 12, 1),
        None,
    )
    settle_visit(session, id, Status.DONE, on=date(2026, 12, 2), by=COLLEAGUE)
    assert (visit.status, visit.settled_on) == ("done", date(2026, 12, 2))
    assert [act for _, act, _ in lines(session)] == ["geregistreerd", "gewijzigd", "gewijzigd"]


def test_a_refused_visit_says_why_and_one_that_is_opened_again_no_longer(
    session: Session, library: Library
):
    id = add_visit(session, library, status=Status.REFUSED, reason=Refusal.CAPACITY)
    visit = session.get_one(VisitRecord, id)
    assert (visit.reason, visit.settled_on) == ("capaciteit", DAY)
    settle_visit(session, id, Status.OPEN, by=COLLEAGUE)
    assert (visit.status, visit.reason, visit.settled_on) == ("open", None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"municipality": "99999"},
        {"topic": "bestaat_niet"},
        {"ground": Ground.SIGNAL},
        {"status": Status.DONE, "reason": Refusal.CAPACITY},
        {"status": Status.DONE, "on": date(2026, 11, 9)},
    ],
)
def test_a_visit_that_cannot_be_is_refused(session: Session, library: Library, wrong):
    with pytest.raises(InvalidInput):
        add_visit(session, library, **wrong)


def test_a_visit_that_is_not_there_is_unknown(session: Session):
    with pytest.raises(Unknown):
        settle_visit(session, "geen", Status.DONE, by=COLLEAGUE)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_visit_asked_in_a_conversation_counts_on_the_day_of_belgium(
    session: Session, at: datetime, day: date
):
    count_requested_visit(
        session, "r1", contact=None, municipality="44021", topic=None, nature=None, at=at
    )
    assert session.get_one(VisitRecord, "r1").opened_on == day


def test_a_request_of_another_kind_has_no_visit_to_follow(session: Session):
    follow_request(session, "terugbelverzoek", Status.DONE)
    assert session.scalar(select(func.count(VisitRecord.id))) == 0


def test_requests_from_before_are_counted_by_the_migration(tmp_path: Path):
    from alembic import command
    from alembic.config import Config

    database = Database(f"sqlite:///{tmp_path / 'oud.sqlite'}")
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))

    def to(revision: str) -> None:
        with database.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)

    to("0014")
    insert = text(
        "INSERT INTO requests (id, kind, municipality, topic, nature, initiative, status, reason, opened_at,"
        " closed_at) VALUES (:id, :kind, '44021', 'livc', 'informatie', 'theirs', 'refused', 'tekst',"
        " '2026-10-24 22:30:00', '2026-11-01 10:00:00')"
    )
    with database.engine.begin() as connection:
        connection.execute(insert, {"id": "r1", "kind": "plaatsbezoek"})
        connection.execute(insert, {"id": "r2", "kind": "terugbellen"})
    to("0019")
    [visit] = database.run(lambda session: session.scalars(select(VisitRecord)).all())
    assert (visit.id, visit.opened_on, visit.settled_on) == (
        "r1",
        date(2026, 10, 25),
        date(2026, 11, 1),
    )
    assert (visit.status, visit.reason, visit.municipality) == ("refused", None, "44021")
    database.close()


# --- outreach ------------------------------------------------------------------------------------------------------


def test_a_municipality_is_not_yet_contacted_and_later_it_is(session: Session, library: Library):
    waits = Outreach(status=OutreachStatus.NOT_YET, on=DAY, reason=Obstacle.CAPACITY)
    id = register_outreach(session, library, "44021", waits, by=COLLEAGUE)
    record = session.get_one(OutreachRecord, id)
    assert (record.status, record.reason) == ("nog_niet", "capaciteit")
    done = Outreach(
        status=OutreachStatus.CONTACTED,
        on=date(2026, 12, 1),
        channel=Channel.TELEFOON,
        ground=Ground.LIST,
    )
    change_outreach(session, id, done, by=COLLEAGUE)
    assert (record.status, record.reason, record.on) == ("gecontacteerd", None, date(2026, 12, 1))
    assert [act for _, act, _ in lines(session)] == ["geregistreerd", "gewijzigd"]


@pytest.mark.parametrize(
    "wrong",
    [
        Outreach(status=OutreachStatus.PLANNED, on=DAY, channel=Channel.EMAIL),
        Outreach(status=OutreachStatus.CONTACTED, on=DAY, reason=Obstacle.OTHER),
        Outreach(status=OutreachStatus.NOT_YET, on=DAY, planned_for=DAY),
    ],
)
def test_outreach_that_contradicts_itself_is_refused(
    session: Session, library: Library, wrong: Outreach
):
    with pytest.raises(InvalidInput):
        register_outreach(session, library, "44021", wrong, by=COLLEAGUE)


def test_outreach_needs_a_municipality_that_exists(session: Session, library: Library):
    step = Outreach(status=OutreachStatus.CONTACTED, on=DAY)
    with pytest.raises(InvalidInput):
        register_outreach(session, library, "00000", step, by=COLLEAGUE)
    with pytest.raises(Unknown):
        change_outreach(session, "geen", step, by=COLLEAGUE)


# --- events --------------------------------------------------------------------------------------------------------


def test_an_event_has_participants_by_municipality_and_audience(session: Session, library: Library):
    event = register_event(
        session,
        library,
        kind=EventKind.STUDY_DAY,
        held_on=DAY,
        topic=TopicId("livc"),
        open_to=[Audience.GEMEENTE, Audience.OCMW, Audience.GEMEENTE],
        by=COLLEAGUE,
    )
    came = [
        Participants(2, Audience.GEMEENTE, "44021"),
        Participants(1, Audience.GEMEENTE, "44021"),
        Participants(4),
        Participants(0, Audience.PERS),
    ]
    set_participants(session, library, event, came, by=COLLEAGUE)
    set_participants(session, library, event, came, by=COLLEAGUE)
    rows = session.scalars(select(ParticipantsRecord).order_by(ParticipantsRecord.number)).all()
    assert [(one.municipality, one.audience, one.number) for one in rows] == [
        ("44021", "gemeente", 3),
        (None, "onbekend", 4),
    ]
    openings = select(EventOpening.audience).order_by(EventOpening.audience)
    assert list(session.scalars(openings)) == ["gemeente", "ocmw"]
    assert [act for _, act, _ in lines(session)] == ["geregistreerd", "gewijzigd", "gewijzigd"]


def test_an_event_that_did_not_take_place_goes_with_all_that_belongs_to_it(tmp_path: Path, library):
    from bot.database.migrate import migrate

    database = Database(f"sqlite:///{tmp_path / 'w.sqlite'}")
    migrate(database)

    def held(session: Session) -> str:
        event = register_event(
            session,
            library,
            kind=EventKind.SESSION,
            held_on=DAY,
            open_to=[Audience.HULPVERLENER],
            by=COLLEAGUE,
        )
        set_participants(session, library, event, [Participants(3)], by=COLLEAGUE)
        return event

    event = database.run(held)
    database.run(lambda session: remove_event(session, event, by=COLLEAGUE))
    left = [
        database.run(
            lambda session, table=table: session.scalar(select(func.count()).select_from(table))
        )
        for table in (EventOpening, ParticipantsRecord)
    ]
    assert left == [0, 0]
    database.close()


def test_participants_of_nowhere_or_of_less_than_nobody_are_refused(
    session: Session, library: Library
):
    event = register_event(session, library, kind=EventKind.INFORMATION, held_on=DAY, by=COLLEAGUE)
    for wrong in (Participants(1, Audience.GEMEENTE, "99999"), Participants(-1)):
        with pytest.raises(InvalidInput):
            set_participants(session, library, event, [wrong], by=COLLEAGUE)
    with pytest.raises(Unknown):
        set_participants(session, library, "geen", [], by=COLLEAGUE)


def test_every_key_has_a_label_of_its_own():
    for keys in (Refusal, Ground, Obstacle, OutreachStatus, EventKind):
        assert len({one.label for one in keys}) == len(keys)
        assert [keys(one.value) for one in keys] == list(keys)


def test_a_topic_may_be_unknown(session: Session, library: Library):
    id = register_visit(
        session,
        library,
        municipality=None,
        initiative=Initiative.OURS,
        topic=None,
        opened_on=DAY,
        ground=Ground.RISK_ANALYSIS,
        by=COLLEAGUE,
    )
    visit = session.get_one(VisitRecord, id)
    assert (visit.topic, visit.nature, visit.ground) == (None, None, "risicoanalyse")
