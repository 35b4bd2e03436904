"""States change by compare-and-set; asking twice for the same changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.conversations import exchange, lifecycle
from bot.conversations.lifecycle import change_state, open_conversation
from bot.conversations.models import Conversation, Entry, State
from bot.conversations.tokens import digest
from bot.database.connection import Database
from bot.database.tables import METADATA
from bot.errors import Conflict, NotAuthorised, Unknown
from bot.registration.models import (
    ContactRecord,
    OutcomeRecord,
    QuestionRecord,
    Reason,
    ReferralRecord,
)
from bot.replies import Kind, Reply
from tests.unit.conversations.talk import Talk, referral

ACTS = (Talk.hand_over, Talk.close, Talk.erase)


# opening


def test_a_site_that_is_not_registered_opens_no_conversation(database: Database):
    with pytest.raises(Unknown):
        database.run(lambda session: open_conversation(session, site="elsewhere", greeting=()))


def test_only_a_digest_of_the_token_is_stored(talk: Talk):
    stored = talk.read(lambda session: session.get_one(Conversation, talk.id).token_hash)
    assert stored == digest(talk.token)
    assert talk.token not in stored


def test_ids_and_tokens_are_long_and_never_the_same(talk: Talk):
    other = Talk(talk.database)
    assert len({talk.id, other.id, talk.token, other.token}) == 4
    assert len(talk.token) >= 43  # 256 bits in base 64


def test_the_embed_code_tells_the_municipality_before_the_site_does(database: Database):
    talk = Talk(database, municipality="44021")
    assert talk.read(lambda session: session.get_one(Conversation, talk.id).municipality) == "44021"


# changing state


def test_a_state_changes_from_those_that_are_allowed_only(talk: Talk):
    def change(to: State, *among: State) -> bool:
        return talk.database.run(lambda session: change_state(session, talk.id, to=to, among=among))

    assert not change(State.STAFF, State.WAITING)
    assert talk.state == "bot"
    assert change(State.WAITING, State.BOT, State.STAFF)
    assert talk.state == "waiting"


def test_one_of_many_colleagues_claims_a_conversation(talk: Talk):
    talk.hand_over()
    with ThreadPoolExecutor(8) as threads:
        claims = [threads.submit(_claim, talk) for _ in range(20)]
    assert sum(one.result() for one in claims) == 1


def _claim(talk: Talk) -> bool:
    return talk.database.run(
        lambda session: change_state(session, talk.id, to=State.STAFF, among=(State.WAITING,))
    )


# handing over


def test_asking_for_a_person_is_announced_and_counted(talk: Talk):
    talk.say()
    talk.answer()
    talk.hand_over()
    last = talk.entries()[-1]
    assert (last["sender"], last["state"], last["reply"]["kind"]) == (
        "system",
        "waiting",
        "handover",
    )
    assert talk.outcomes() == ["beantwoord", "medewerker"]


def test_asking_for_a_person_twice_changes_nothing(talk: Talk):
    talk.say()
    talk.hand_over()
    talk.hand_over()
    assert len(talk.texts("system")) == 1
    assert talk.outcomes() == ["medewerker"]


def test_asking_for_a_person_who_is_there_changes_nothing(talk: Talk):
    talk.claim()
    talk.hand_over()
    assert talk.state == "staff"
    assert talk.texts("system") == []


def test_asking_for_a_person_before_the_first_message_counts_no_contact(talk: Talk):
    talk.hand_over()
    assert talk.state == "waiting"
    assert talk.contact() is None


def test_a_closed_conversation_is_handed_to_nobody(talk: Talk):
    talk.close()
    with pytest.raises(Conflict):
        talk.hand_over()


# closing


def test_closing_is_announced_once(talk: Talk):
    talk.close()
    talk.close()
    assert [one["state"] for one in talk.entries()] == [None, "closed"]


@pytest.mark.parametrize("before", [Talk.hand_over, Talk.claim])
def test_a_conversation_can_be_closed_whoever_speaks(talk: Talk, before):
    before(talk)
    talk.close()
    assert talk.state == "closed"


def test_closing_leaves_nothing_to_answer(talk: Talk):
    talk.say()
    talk.close()
    assert talk.waits() == []


# erasing


def test_erasing_leaves_no_text_and_keeps_what_was_counted(talk: Talk):
    talk.say()
    talk.answer()
    talk.erase()
    assert talk.all(Entry.seq, Entry.conversation_id == talk.id) == []
    assert talk.read(lambda session: session.get(Conversation, talk.id)) is None
    assert talk.contact() is not None
    assert (talk.questions(), talk.outcomes()) == (["ocad"], ["beantwoord"])


def test_nothing_that_stays_after_erasing_names_the_conversation(talk: Talk):
    talk.say()
    talk.answer(referrals=(referral(),))
    talk.erase()
    kept = talk.read(
        lambda session: [
            str(row) for table in METADATA.sorted_tables for row in session.execute(select(table))
        ]
    )
    assert talk.contact() is not None
    assert not [row for row in kept if talk.id in row]


def test_only_the_day_of_what_was_counted_stays_after_erasing(talk: Talk, monkeypatch):
    monkeypatch.setattr(exchange, "now", lambda: datetime(2026, 10, 31, 23, 30, 7, tzinfo=UTC))
    talk.say()
    talk.answer(referrals=(referral(),))
    talk.erase()
    columns = (
        ContactRecord.opened_at,
        QuestionRecord.asked_at,
        ReferralRecord.at,
        OutcomeRecord.at,
    )
    # It was past midnight in Brussels.
    assert [talk.all(one) for one in columns] == [[datetime(2026, 11, 1, 12, tzinfo=UTC)]] * 4


def test_erasing_a_conversation_without_a_message_is_no_trouble(talk: Talk):
    talk.erase()
    assert talk.contact() is None


def test_erasing_one_conversation_leaves_the_times_of_the_others(talk: Talk, monkeypatch):
    moment = datetime(2026, 11, 10, 9, 30, 7, tzinfo=UTC)
    monkeypatch.setattr(exchange, "now", lambda: moment)
    other = Talk(talk.database)
    for one in (talk, other):
        one.say()
        one.answer()
    talk.erase()
    contact = other.contact()
    assert contact is not None
    assert contact.opened_at == moment


def test_erasing_one_conversation_leaves_the_others(talk: Talk):
    other = Talk(talk.database)
    other.say()
    talk.erase()
    assert len(other.entries()) == 2


def test_an_erased_conversation_is_unknown(talk: Talk):
    talk.erase()
    for act in (Talk.say, *ACTS):
        with pytest.raises(Unknown):
            act(talk)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_done_with_a_wrong_token(talk: Talk, act):
    talk.token = "wrong"
    with pytest.raises(NotAuthorised):
        act(talk)
    assert (talk.state, len(talk.entries())) == ("bot", 1)


# judging


def judge(talk: Talk, seq: int, *, useful: bool, reason: Reason | None = None) -> None:
    talk.database.run(
        lambda session: lifecycle.judge(
            session, talk.id, talk.token, seq=seq, useful=useful, reason=reason
        )
    )


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.REFER])
def test_a_verdict_stands_on_the_answer_and_on_the_question(talk: Talk, kind: Kind):
    talk.say()
    talk.answer(replies=(Reply(kind=kind, text="Antwoord.", topic="ocad"),))
    judge(talk, 3, useful=False)
    assert talk.entries()[-1]["useful"] is False
    assert talk.all(QuestionRecord.useful) == [False]


def test_a_reason_stands_on_the_question_until_the_verdict_changes(talk: Talk):
    talk.say()
    talk.answer()
    judge(talk, 3, useful=False)
    judge(talk, 3, useful=False, reason=Reason.INCOMPLETE)
    assert talk.all(QuestionRecord.reason) == ["onvolledig"]
    judge(talk, 3, useful=True)
    assert talk.all(QuestionRecord.reason) == [None]


@pytest.mark.parametrize("seq", [1, 2, 99])
def test_what_is_no_answer_gets_no_verdict(talk: Talk, seq: int):
    talk.say()
    talk.answer()
    with pytest.raises(Unknown):
        judge(talk, seq, useful=True)


@pytest.mark.parametrize("kind", [one for one in Kind if one not in (Kind.ANSWER, Kind.REFER)])
def test_only_an_answer_or_a_referral_gets_a_verdict(talk: Talk, kind: Kind):
    talk.say()
    talk.answer(replies=(Reply(kind=kind, text="Iets anders."),))
    with pytest.raises(Unknown):
        judge(talk, 3, useful=True)
    assert talk.entries()[-1]["useful"] is None
