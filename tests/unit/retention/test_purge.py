"""What is past its time goes, from the disk too; what was counted stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.audit.chain import Audit
from bot.audit.models import Act, AuditLine
from bot.audit.verify import verify
from bot.backup.files import name_at
from bot.conversations.lifecycle import erase
from bot.conversations.log import Draft, append
from bot.conversations.models import Conversation, Sender
from bot.database.connection import Database
from bot.engine.protocol import Dialogue
from bot.mailbox.models import MailProposal
from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line
from bot.registration.models import ContactRecord, QuestionRecord
from bot.requests.kinds import FORM, KIND_SLOT, Field, Status
from bot.requests.models import ContactDetails, RequestRecord
from bot.requests.sealing import OfferedContact
from bot.requests.store import change_status
from bot.retention.daily import drop_unsent_details, purge_if_due
from bot.retention.purge import TOGETHER, Purged, purge
from bot.settings import Settings
from bot.vault.keyfile import create
from bot.vault.vault import Vault
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


def test_details_of_a_form_that_was_never_sent_go_once_a_day_is_over(
    database: Database, tmp_path: Path
):
    create(tmp_path / "sleutels.json")
    talk = Talk(database)
    talk.say("een aanvraag")
    asked = {KIND_SLOT: "plaatsbezoek", "requested_slot": Field.CONTACT.slot}
    talk.answer(dialogue=Dialogue(slots=asked, active_loop=FORM), questions=())
    cleaned = clean("an@voorbeeld.be")
    line = contact_line("an@voorbeeld.be", cleaned)
    assert line is not None
    talk.say(cleaned.text, contact=OfferedContact(line, Vault(tmp_path / "sleutels.json")))
    day = datetime.now(UTC) + timedelta(days=1)
    assert drop_unsent_details(database, day - timedelta(minutes=20)) == 0
    assert count(database, ContactDetails) == 1
    # The job looks four times an hour.
    assert drop_unsent_details(database, day + timedelta(minutes=15)) == 1
    assert count(database, ContactDetails) == 0
    assert count(database, Conversation) == 1


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


def closed_request(database: Database, talk: Talk | None, days: float) -> str:
    """A request of a conversation, or of one that is gone, refused some days ago."""

    def write(session: Session) -> str:
        id = uuid4().hex
        session.add(
            RequestRecord(
                id=id,
                kind="plaatsbezoek",
                municipality="44021",
                subject="kanarie",
                period="na kanarie",
                function="kanarie",
                reason="te druk",
                initiative="theirs",
                status="refused",
                opened_at=NOW - timedelta(days=200),
                closed_at=NOW - timedelta(days=days),
                conversation_id=None if talk is None else talk.id,
            )
        )
        return id

    return database.run(write)


def words(database: Database, id: str) -> list[str | None]:
    def read(session: Session) -> list[str | None]:
        one = session.get_one(RequestRecord, id)
        assert (one.kind, one.municipality, one.status) == ("plaatsbezoek", "44021", "refused")
        return [one.subject, one.period, one.function, one.reason]

    return database.run(read)


KEPT = ["kanarie", "na kanarie", "kanarie", "te druk"]


@pytest.mark.parametrize(("days", "kept"), [(89.5, KEPT), (90.5, [None] * 4)])
def test_the_words_of_a_request_go_ninety_days_after_it_was_closed_and_the_request_stays(
    database: Database, tmp_path: Path, days: float, kept: list[str | None]
):
    id = closed_request(database, Talk(database), days)
    assert purge_now(database).request_texts == (kept != KEPT)
    assert words(database, id) == kept
    assert traces(tmp_path, "kanarie") is (kept == KEPT)


def test_what_the_asker_typed_goes_at_once_when_the_conversation_is_gone(database: Database):
    id = closed_request(database, None, 1)
    assert purge_now(database).request_texts == 1
    assert words(database, id) == [None, None, None, "te druk"]


@pytest.mark.parametrize("erased_first", [True, False])
def test_an_erased_conversation_keeps_the_words_of_a_request_until_it_is_closed(
    database: Database, erased_first: bool
):
    talk = conversation(database)
    id = closed_request(database, talk, 1)

    def wipe() -> None:
        database.run(lambda session: erase(session, talk.id, talk.token))

    def settle(status: Status) -> None:
        database.run(lambda session: change_status(session, id, status))

    if erased_first:
        settle(Status.OPEN)
        wipe()
        assert database.run(lambda session: session.get_one(RequestRecord, id).subject)
        settle(Status.REFUSED)
    else:
        wipe()
    assert words(database, id)[:3] == [None, None, None]
