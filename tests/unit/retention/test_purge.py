"""What is past its time goes, from the disk too; what was counted stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.audit.chain import Audit
from bot.audit.models import Act, AuditLine
from bot.audit.verify import verify
from bot.backup.files import name_at
from bot.conversations.lifecycle import erase
from bot.conversations.log import Draft, append
from bot.conversations.models import Conversation, Sender
from bot.database.connection import Database
from bot.mailbox.models import MailProposal
from bot.registration.models import ContactRecord, QuestionRecord
from bot.retention.daily import purge_if_due
from bot.retention.purge import TOGETHER, Purged, purge
from bot.settings import Settings
from tests.common.proposals import add_proposal
from tests.unit.conversations.talk import Talk

NOW = datetime.now(UTC)
AUDIT = Audit(b"k" * 32)


def settings_of(database: Database) -> Settings:
    folder = Path(database.engine.url.database or "").parent
    return Settings.from_environment({"WEGWIJS_VAR": str(folder)})


def purge_now(database: Database) -> Purged:
    return purge(database, settings_of(database), AUDIT, actor="systeem", at=NOW)


def silent_for(talk: Talk, days: float) -> None:
    moment = NOW - timedelta(days=days)
    talk.database.run(
        lambda session: session.execute(
            update(Conversation).where(Conversation.id == talk.id).values(changed_at=moment)
        )
    )


def count(database: Database, table: type) -> int:
    return database.run(lambda session: session.scalar(select(func.count()).select_from(table)))


def conversation(database: Database, text: str = "Wat is OCAD?") -> Talk:
    talk = Talk(database)
    talk.say(text)
    talk.answer()
    return talk


def traces(folder: Path, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_a_conversation_goes_after_thirty_days_and_its_figures_stay(database: Database):
    old, young = conversation(database), conversation(database)
    silent_for(old, 30.5)
    silent_for(young, 29.5)
    assert purge_now(database).conversations == 1
    assert database.run(lambda session: session.scalars(select(Conversation.id)).all()) == [
        young.id
    ]
    assert (count(database, ContactRecord), count(database, QuestionRecord)) == (2, 2)


@pytest.mark.parametrize(("days", "kept"), [(31, True), (89.5, True), (90.5, False)])
def test_a_conversation_with_a_colleague_is_kept_for_ninety_days(
    database: Database, days: float, kept: bool
):
    talk = conversation(database)
    database.run(
        lambda session: append(session, talk.id, [Draft(Sender.STAFF, text="Ik help u verder.")])
    )
    silent_for(talk, days)
    purge_now(database)
    assert (count(database, Conversation) == 1) is kept


def test_more_conversations_than_fit_one_transaction_all_go(database: Database):
    for _ in range(TOGETHER + 3):
        silent_for(Talk(database), 40)
    assert purge_now(database).conversations == TOGETHER + 3


def test_of_a_hundred_chats_the_fifty_erased_leave_nothing_on_disk(
    database: Database, tmp_path: Path
):
    talks = [conversation(database, f"kanarie-{place:03}-{'x' * 90}") for place in range(100)]
    for talk in talks[::2]:
        database.run(lambda session, one=talk: erase(session, one.id, one.token))
    database.scrub()
    found = [place for place in range(100) if traces(tmp_path, f"kanarie-{place:03}-")]
    assert found == list(range(1, 100, 2))
    whole = [talk.entries()[1]["text"] for talk in talks[1::2]]
    assert whole == [f"kanarie-{place:03}-{'x' * 90}" for place in range(1, 100, 2)]


def test_the_purge_of_a_day_runs_once(database: Database):
    silent_for(conversation(database), 40)
    settings = settings_of(database)
    assert purge_if_due(database, settings, AUDIT, "een", NOW)
    assert not purge_if_due(database, settings, AUDIT, "twee", NOW)
    assert count(database, Conversation) == 0


def test_a_purge_is_a_line_of_the_system_and_forgets_the_lines_of_two_years_ago(
    database: Database,
):
    for days in (731, 729):
        at = NOW - timedelta(days=days)
        database.run(
            lambda session, at=at: AUDIT.note(session, actor="anna", act=Act.VIEWED, at=at)
        )
    assert purge_now(database).audit_lines == 1
    lines = database.run(
        lambda session: [(one.actor, one.act) for one in session.scalars(select(AuditLine))]
    )
    assert lines == [("anna", "bekeken"), ("systeem", "opgeruimd")]
    assert database.run(lambda session: verify(session, AUDIT)) == []


def test_backups_go_after_a_week_and_other_files_stay(database: Database):
    folder = settings_of(database).backups
    folder.mkdir()
    for name in (name_at(NOW - timedelta(days=8)), name_at(NOW - timedelta(days=6)), "x.kopie"):
        (folder / name).write_bytes(b"x")
    assert purge_now(database).backups == 1
    left = sorted(one.name for one in folder.iterdir())
    assert left == [name_at(NOW - timedelta(days=6)), "x.kopie"]


@pytest.mark.parametrize(("days", "kept"), [(29.5, True), (30.5, False)])
def test_the_text_of_a_proposal_goes_after_thirty_days_and_the_proposal_stays(
    database: Database, days: float, kept: bool
):
    at = NOW - timedelta(days=days)
    id = database.run(lambda session: add_proposal(session, at=at))
    assert purge_now(database).mail_texts == (not kept)
    text = database.run(lambda session: session.get_one(MailProposal, id).text)
    assert (text is not None) is kept
