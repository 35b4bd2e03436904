"""What a visitor who waits is told of the wait."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.database.connection import Database
from bot.handover import presence
from bot.handover.opening import Closure, Opening
from bot.handover.standing import Standing, standing
from bot.staff import accounts
from bot.staff.roles import Role
from bot.staff.sessions import open_session
from tests.unit.conversations.talk import Talk

OPEN = Opening(
    week=(((time(9), time(17)),),) * 5 + ((), ()),
    on_holidays=False,
    on_11_july=False,
    on_bridge_days=False,
    closures=(Closure(date(2026, 12, 1), date(2026, 12, 2), "studiedag"),),
)
WEDNESDAY = datetime(2026, 11, 25, 10, tzinfo=UTC)


def stand(talk: Talk, at: datetime = WEDNESDAY) -> Standing | None:
    return talk.database.run(lambda session: standing(session, talk.id, OPEN, at=at))


def test_who_does_not_wait_stands_nowhere(database: Database):
    assert stand(Talk(database)) is None


def test_with_nobody_there_it_is_said_when_somebody_comes(database: Database):
    talk = Talk(database)
    talk.hand_over()
    told = stand(talk, WEDNESDAY.replace(month=12, day=2))
    assert told == Standing(
        1,
        None,
        "Er is nu niemand van de helpdesk (studiedag). Wij zijn er morgen om 9 uur weer.",
    )


def test_the_place_moves_up_when_who_was_first_goes_back_to_the_assistant(database: Database):
    first, second = Talk(database), Talk(database)
    first.hand_over()
    second.hand_over()
    before = stand(second)
    first.say("Ga verder met de assistent", choice="assistent")
    after = stand(second)
    assert before is not None
    assert after is not None
    assert (before.place, after.place) == (2, 1)


def test_with_a_colleague_there_nobody_is_absent(database: Database):
    talk = Talk(database)
    talk.hand_over()

    def arrive(session):
        account = accounts.create(session, login="anna", name="Anna", role=Role.MEDEWERKER)
        open_session(session, account.id, at=WEDNESDAY)
        presence.arrive(session, account.id, at=WEDNESDAY)

    database.run(arrive)
    assert stand(talk) == Standing(1, None, None)
