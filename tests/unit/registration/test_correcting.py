"""Corrections of what was counted, by a colleague."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.errors import Unknown
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import load_library
from bot.registration.correcting import correct_asker, correct_topics, mark_as_test, topics_of
from bot.registration.models import ContactRecord, QuestionRecord, ReferralRecord
from tests.common.registration import NOON, add_contact, add_question

CONTACTS = load_library(Path("knowledge").resolve()).contacts


@pytest.fixture
def contact(database: Database) -> str:
    def add(session: Session) -> str:
        id = add_contact(session, audience=Audience.GEMEENTE, municipality="44021")
        add_question(session, id, "ocad", refer_to=["abb", "unia"], contacts=CONTACTS)
        add_question(session, id, "livc", refer_to=["abb"], contacts=CONTACTS)
        return id

    return database.run(add)


def correct(database: Database, contact: str, wrong: str | None, right: str | None) -> list[str]:
    def change(session: Session) -> list[str]:
        correct_topics(
            session,
            contact,
            wrong=None if wrong is None else TopicId(wrong),
            right=None if right is None else TopicId(right),
            at=NOON,
        )
        session.flush()
        return list(topics_of(session, contact))

    return database.run(change)


def given(database: Database) -> list[tuple[str, str]]:
    rows = select(QuestionRecord.topic, ReferralRecord.contact).join(QuestionRecord)
    return database.run(lambda session: sorted(tuple(row) for row in session.execute(rows)))


def test_a_topic_is_replaced_with_its_referrals(database: Database, contact: str):
    assert correct(database, contact, "ocad", "polarisering") == ["polarisering", "livc"]
    assert ("polarisering", "unia") in given(database)


def test_a_topic_that_is_there_already_takes_over_the_referrals_once(
    database: Database, contact: str
):
    assert correct(database, contact, "ocad", "livc") == ["livc"]
    assert given(database) == [("livc", "abb"), ("livc", "unia")]


def test_a_topic_is_added_or_taken_away(database: Database, contact: str):
    assert correct(database, contact, None, "polarisering") == ["ocad", "livc", "polarisering"]
    assert correct(database, contact, "livc", None) == ["ocad", "polarisering"]
    assert given(database) == [("ocad", "abb"), ("ocad", "unia")]


def test_a_topic_in_its_own_place_changes_nothing(database: Database, contact: str):
    before = given(database)
    assert correct(database, contact, "ocad", "ocad") == ["ocad", "livc"]
    assert given(database) == before


def test_a_topic_that_was_not_asked_cannot_be_replaced(database: Database, contact: str):
    with pytest.raises(Unknown):
        correct(database, contact, "polarisering", "livc")


def test_who_asked_may_become_unknown_again(database: Database, contact: str):
    database.run(lambda s: correct_asker(s, contact, audience=Audience.ONBEKEND, municipality=None))
    database.run(lambda s: mark_as_test(s, contact, test=True))
    record = database.run(lambda s: s.get_one(ContactRecord, contact))
    assert (record.audience, record.municipality, record.test) == ("onbekend", None, True)


def test_what_is_not_counted_cannot_be_corrected(database: Database):
    with pytest.raises(Unknown):
        database.run(lambda s: mark_as_test(s, "niemand", test=True))
