"""What a visitor keeps of a conversation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.conversations import log
from bot.conversations.transcript import page, transcript
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


MARKED = Reply(
    kind=Kind.ANSWER,
    text="**Wie zit erin?**\n\n- de burgemeester\n- de [politie](https://a.be/p)",
    detail="Zie <b>niet</b> https://a.be.",
)


def test_the_marks_of_a_reply_are_not_read_as_text(talk: Talk):
    talk.say("ik typ **sterren** en <i>zo</i>")
    talk.answer(replies=(MARKED,))
    text = read(talk)
    assert (
        "Wie zit erin?\n\n- de burgemeester\n- de politie (https://a.be/p)\nZie <b>niet</b> https://a.be."
        in text
    )
    assert "ik typ **sterren** en <i>zo</i>" in text
    html = talk.read(lambda session: page(session, talk.id))
    assert "<strong>Wie zit erin?</strong>" in html
    assert '<li>de <a href="https://a.be/p">politie</a></li>' in html
    assert "&lt;b&gt;niet&lt;/b&gt;" in html
    assert "ik typ **sterren** en &lt;i&gt;zo&lt;/i&gt;" in html


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
