"""What a visitor keeps of a conversation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.conversations import log
from bot.conversations.transcript import transcript
from bot.replies import ContactCard, Kind, Reply, SourceCard
from tests.unit.conversations.talk import Talk

REPLY = Reply(
    kind=Kind.ANSWER,
    text="Kort.",
    detail="Lang.",
    sources=(SourceCard(title="Omzendbrief", publisher="ABB", url="https://a.be/o"),),
    contacts=(
        ContactCard(id="abb", name="ABB", what_for="Beleid", url="https://a.be"),
        ContactCard(id="unia", name="Unia", what_for="Discriminatie"),
    ),
)


def read(talk: Talk) -> str:
    return talk.read(lambda session: transcript(session, talk.id))


def test_everything_that_was_said_stands_in_order(talk: Talk):
    talk.say("eerst")
    talk.answer(text="Antwoord.")
    talk.close()
    words = ("Dag.", "U:\neerst", "Wegwijs:\nAntwoord.", "Dit gesprek is afgesloten.")
    places = [read(talk).index(one) for one in words]
    assert places == sorted(places)


def test_an_answer_has_its_detail_its_contacts_and_its_sources(talk: Talk):
    talk.say()
    talk.answer(replies=(REPLY,))
    assert read(talk).endswith(
        "Wegwijs:\nKort.\nLang.\nContact: ABB https://a.be\nContact: Unia\nBron: Omzendbrief, ABB, https://a.be/o\n"
    )


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "[02/07/2026 00:30] U:"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "[25/10/2026 02:30] U:"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "[25/10/2026 02:30] U:"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "[01/01/2027 00:00] U:"),
    ],
)
def test_times_are_those_of_belgium(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, moment: datetime, shown: str
):
    monkeypatch.setattr(log, "now", lambda: moment)
    talk.say()
    assert shown in read(talk)
