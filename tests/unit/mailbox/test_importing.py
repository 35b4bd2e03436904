"""A thread becomes one proposal, once; it counts when it is accepted, once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.cli.import_mailbox import summary
from bot.database.connection import Database
from bot.errors import Conflict, FilterFailed
from bot.knowledge.library import load_library
from bot.mailbox import proposing, store
from bot.mailbox.importing import LeftOut, Tally, gather
from bot.mailbox.models import KnownMail, MailProposal
from bot.mailbox.own import Own
from bot.mailbox.problems import MailKind, Problem
from bot.mailbox.undoing import undo
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord
from tests.unit.mailbox.conftest import KNOWLEDGE, Import
from tests.unit.mailbox.letters import NOW, OWN, letter, mail, mbox

LATER = "Wed, 11 Nov 2026 10:00:00 +0100"
LIBRARY = load_library(KNOWLEDGE)


def count(database: Database, table: type) -> int:
    return database.run(lambda session: session.scalar(select(func.count()).select_from(table)))


def only(database: Database) -> MailProposal:
    def read(session: Session) -> MailProposal:
        found = session.scalars(select(MailProposal)).one()
        session.expunge(found)
        return found

    return database.run(read)


def test_a_proposal_counts_nowhere(database: Database, import_: Import):
    import_([mail("Wat is een LIVC?")])
    assert only(database).topics == ["livc"]
    assert count(database, ContactRecord) == 0


def test_an_accepted_proposal_is_a_contact_by_mail_on_the_day_of_the_mail(
    database: Database, import_: Import
):
    import_([mail("Wat is een LIVC? En de thesis?")], accept=True)
    contact = database.run(lambda session: session.scalars(select(ContactRecord)).one())
    assert (contact.channel, contact.audience, contact.municipality) == (
        "email",
        "gemeente",
        "12025",
    )
    assert contact.opened_at.isoformat() == "2026-11-10T09:00:00+00:00"
    assert count(database, QuestionRecord) == 2
    assert only(database).text is None


def test_what_is_read_again_changes_nothing(database: Database, import_: Import):
    mails = [mail("LIVC?"), mail("OCAD?", id="twee@x.be", subject="Nog iets")]
    for accept in (False, True, True, False):
        import_(mails, accept=accept)
    assert (count(database, MailProposal), count(database, ContactRecord)) == (2, 2)
    assert count(database, QuestionRecord) == 2


def test_half_a_mailbox_and_then_the_whole_is_the_whole_once(database: Database, import_: Import):
    mails = [mail("LIVC?", id=f"{one}@x.be", subject=f"{one}") for one in range(6)]
    import_(mails[:3], accept=True)
    import_(mails, accept=True)
    assert count(database, ContactRecord) == 6


def test_nothing_raw_is_stored(database: Database, import_: Import, tmp_path: Path):
    asked = mail(
        "LIVC? Bel Karel Verbeeck op 0470 12 34 56.\n\nMvg\nGeheimenaam",
        subject="Dossier Verbeeck",
        sender="Zonderlinge <zonderling@mechelen.be>",
        id="geheim-nummer@mechelen.be",
    )
    import_([asked])
    text = only(database).text or ""
    assert "LIVC" in text
    stored = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    for secret in ("Verbeeck", "0470", "Geheimenaam", "zonderling", "geheim-nummer"):
        assert secret not in text
        assert secret.encode() not in stored


def test_the_mails_of_a_thread_are_one_contact_with_every_question(
    database: Database, import_: Import
):
    import_([mail("LIVC?", id="a@x"), mail("En OCAD?", id="b@x", before="a@x", date=LATER)])
    assert only(database).topics == ["livc", "ocad"]
    assert only(database).messages == 2


def test_a_thread_that_goes_on_joins_the_proposal_that_waits(database: Database, import_: Import):
    first = mail("LIVC?", id="a@x")
    import_([first])
    import_([first, mail("En OCAD?", id="b@x", before="a@x", date=LATER)])
    assert only(database).topics == ["livc", "ocad"]


def test_a_thread_that_goes_on_adds_new_questions_to_the_contact_that_is_counted(
    database: Database, import_: Import
):
    import_([mail("LIVC?", id="a@x")], accept=True)
    import_([mail("LIVC? En OCAD?", id="b@x", before="a@x", date=LATER)], accept=True)
    assert (count(database, ContactRecord), count(database, QuestionRecord)) == (1, 2)


def test_a_decision_is_not_taken_back_once_a_later_mail_asked_the_same(
    database: Database, import_: Import
):
    import_([mail("LIVC? OCAD?", id="a@x")], accept=True)
    (sequel,) = import_([mail("En vorming?", id="b@x", before="a@x", date=LATER)], accept=True)
    assert sequel is not None
    import_([mail("Die vorming dus?", id="c@x", before="b@x", date=LATER)])
    assert count(database, MailProposal) == 2
    with pytest.raises(Conflict, match="latere mail van deze draad"):
        database.run(lambda session: undo(session, sequel.proposal.id, text=None, at=NOW))
    assert count(database, QuestionRecord) == 3


def test_a_decision_is_taken_back_when_later_mails_asked_something_else(
    database: Database, import_: Import
):
    import_([mail("LIVC?", id="a@x")], accept=True)
    (sequel,) = import_([mail("En vorming?", id="b@x", before="a@x", date=LATER)], accept=True)
    assert sequel is not None
    import_([mail("LIVC dus, super!", id="c@x", before="b@x", date=LATER)])
    database.run(lambda session: undo(session, sequel.proposal.id, text=None, at=NOW))
    assert count(database, QuestionRecord) == 1


def test_thanks_in_a_thread_that_is_counted_propose_nothing(database: Database, import_: Import):
    import_([mail("LIVC?", id="a@x")], accept=True)
    import_([mail("Super!", id="b@x", before="a@x", date=LATER)])
    assert count(database, MailProposal) == 1


def test_a_later_answer_without_ids_is_known_by_subject_and_person(
    database: Database, import_: Import
):
    import_([mail("LIVC?", id="a@x")])
    import_([mail("En OCAD?", id="b@x", subject="Re: vraag", date=LATER)])
    assert only(database).topics == ["livc", "ocad"]


def test_a_mail_that_was_only_referred_to_is_read_when_it_comes(
    database: Database, import_: Import
):
    import_([mail("En OCAD?", id="b@x", before="a@x", date=LATER)])
    import_([mail("LIVC?", id="a@x")])
    assert only(database).topics == ["ocad", "livc"]


def test_a_rejected_thread_stays_rejected(database: Database, import_: Import):
    import_([mail("LIVC?", id="a@x")])
    id = only(database).id
    database.run(lambda session: store.reject(session, id, at=NOW))
    import_([mail("LIVC?", id="a@x"), mail("OCAD?", id="b@x", before="a@x")], accept=True)
    assert (only(database).state, count(database, ContactRecord)) == ("verworpen", 0)


def test_an_answer_of_the_helpdesk_tells_to_whom_it_referred(database: Database, import_: Import):
    text = "Dag, hiervoor kan u terecht bij ABB."
    answer = mail(text, id="b@x", before="a@x", sender="helpdesk@vvsg.be", date=LATER)
    import_([mail("Welke vorming?", id="a@x"), answer], accept=True)
    referral = database.run(lambda session: session.scalars(select(ReferralRecord)).one())
    assert (referral.contact, referral.group, referral.by) == ("abb", "abb", "staff")
    outcome = database.run(lambda session: session.scalars(select(OutcomeRecord.outcome)).one())
    assert outcome == "doorverwezen"


@pytest.mark.parametrize(("answered", "outcomes"), [(True, 1), (False, 0)])
def test_without_an_answer_in_the_mailbox_nothing_is_said_of_the_outcome(
    database: Database, import_: Import, answered: bool, outcomes: int
):
    answer = mail(
        "Dag, zie bijlage.", id="b@x", before="a@x", sender="helpdesk@vvsg.be", date=LATER
    )
    import_([mail("LIVC?", id="a@x"), *([answer] if answered else [])], accept=True)
    assert (count(database, OutcomeRecord), count(database, ReferralRecord)) == (outcomes, 0)


def test_what_the_helpdesk_itself_began_is_no_contact(database: Database, import_: Import):
    tally = Tally()
    assert import_([mail("LIVC?", sender="helpdesk@vvsg.be")], tally=tally) == []
    assert tally.without_question == 1


def test_a_proposal_is_settled_once(database: Database, import_: Import):
    import_([mail("LIVC?")], accept=True)
    id = only(database).id
    with pytest.raises(Conflict):
        database.run(lambda session: store.accept(session, id, None, LIBRARY, at=NOW))
    with pytest.raises(Conflict):
        database.run(lambda session: store.reject(session, id, at=NOW))


def test_when_the_filter_fails_nothing_is_stored_and_the_next_time_it_is_tried_again(
    database: Database, import_: Import, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise FilterFailed("stuk")

    tally = Tally()
    with monkeypatch.context() as patch:
        patch.setattr(proposing, "clean", broken)
        assert import_([mail("LIVC?")], tally=tally) == [None]
    assert tally.problems == {Problem.FILTER: 1}
    assert (count(database, MailProposal), count(database, KnownMail)) == (0, 0)
    import_([mail("LIVC?")])
    assert count(database, MailProposal) == 1


def test_a_mail_that_breaks_the_model_does_not_stop_the_others(
    database: Database, import_: Import, caplog: pytest.LogCaptureFixture
):
    tally = Tally()
    import_([mail("ontplof met geheim"), mail("LIVC?", id="b@x", subject="Iets")], tally=tally)
    assert tally.problems == {Problem.NOT_CLASSIFIED: 1}
    assert only(database).topics == ["livc"]
    assert "geheim" not in caplog.text


def test_without_any_date_the_proposal_says_so(database: Database, import_: Import):
    import_([mail(date=None)])
    assert (only(database).date_known, only(database).opened_at) == (False, NOW)


def test_a_very_long_mail_is_cut_behind_the_filter(database: Database, import_: Import):
    import_([mail("LIVC? " + "Bel 0470 12 34 56 gerust. " * 900)])
    text = only(database).text or ""
    assert len(text) < proposing.LONGEST + 100
    assert "0470" not in text


def test_texts_go_after_their_time_and_the_proposal_can_still_be_accepted(
    database: Database, import_: Import
):
    import_([mail("LIVC?")])
    assert (
        database.run(lambda session: store.drop_texts(session, before=NOW + timedelta(days=1))) == 1
    )
    assert only(database).text is None
    import_([mail("LIVC?")], accept=True)
    assert count(database, QuestionRecord) == 1


def test_who_gets_most_mails_is_the_helpdesk_when_the_settings_know_nobody(tmp_path: Path):
    asked = [letter(id=f"{one}@x", to="hulp@elders.be") for one in range(6)]
    answer = letter(id="z@x", sender="hulp@elders.be", to="an@mechelen.be")
    (tmp_path / "box.mbox").write_bytes(mbox(*asked, answer))
    tally = Tally()
    found = gather(tmp_path, Own.of(["vvsg.be"]), tally, now=NOW)
    assert tally.own_guessed
    assert [one.kind for one in found] == [MailKind.MESSAGE] * 6 + [MailKind.OWN]


def test_what_is_left_out_is_told_by_place_date_and_reason_alone(tmp_path: Path):
    away = letter(id="weg@x", subject="Automatisch antwoord: Vraag")
    (tmp_path / "a.mbox").write_bytes(mbox(letter(), away))
    (tmp_path / "b.eml").write_bytes(b"\x00\x01 geen mail")
    tally = Tally()
    gather(tmp_path, OWN, tally, now=NOW)
    assert tally.left_out == [
        LeftOut(2, date(2026, 11, 10), MailKind.AUTO_REPLY),
        LeftOut(3, None, Problem.UNREADABLE),
    ]
    told = summary(tally, [])["left_out"]
    assert told[0] == {"mail": 2, "date": "2026-11-10", "reason": "automatisch_antwoord"}


def test_problems_are_told_by_number(tmp_path: Path):
    (tmp_path / "a.eml").write_bytes(letter(date=None).as_bytes())
    (tmp_path / "b.eml").write_bytes(b"\x00\x01 geen mail")
    tally = Tally()
    gather(tmp_path, OWN, tally, now=NOW)
    assert tally.mails == 2
    assert tally.problems == {Problem.NO_DATE: 1, Problem.UNREADABLE: 1, Problem.LONG_TEXT: 0}
