"""A chat outlives a reload, a lost network, and the end of every process behind it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import DANGER, DESPAIR, QUESTION, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

RESTART_LIMIT = 60_000
"""Milliseconds in which what died answers again, on a busy machine too."""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Server]:
    """A server that a test may end."""
    started = Server(tmp_path)
    started.start()
    started.wait_ready(engine=False)
    yield started
    started.stop()


def hold_engine(server: Server) -> None:
    """Keep the engine from answering, so that a question is surely under way when it dies."""
    process = server._process
    assert process is not None
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGSTOP)


def test_a_reload_keeps_the_chat_and_does_not_announce_it_again(chat: Chat):
    chat.say(QUESTION)
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    chat.settle()
    before = chat.contents()
    chat.reload()
    expect(chat.entries).to_have_count(len(before))
    assert chat.contents() == before
    expect(chat.log).to_have_attribute("aria-live", "polite")
    assert chat.announced == []
    chat.say("Bedankt!")
    assert len(chat.announced) == 2


def test_an_engine_killed_in_mid_question_still_answers_once(chat: Chat):
    before = chat.entries.count()
    hold_engine(chat.server)
    chat.type(QUESTION)
    expect(chat.status).to_have_text("Wegwijs zoekt een antwoord…")
    expect(chat.entries).to_have_count(before + 1)
    assert chat.server.kill_engine() > 0
    expect(chat.replies.locator(".sources")).to_have_count(1, timeout=RESTART_LIMIT)
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    chat.settle()
    assert chat.transcript().count(QUESTION) == 1
    expect(chat.log.get_by_role("heading", name="Dreigingsniveau")).to_have_count(1)


def test_a_gateway_that_restarts_finds_the_panel_back_with_nothing_lost_or_doubled(
    own: Server, page: Page, watch: Watch
):
    watch.allow(own.port)
    watch.provoke("ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET")
    watch.provoke("ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED")
    chat = Chat(page, own)
    chat.visit()
    chat.open()
    expect(chat.say(DANGER).locator(".safety")).to_be_visible()
    before = chat.contents()
    own.kill()
    expect(chat.status).to_have_text("Geen verbinding. Wij proberen het opnieuw…")
    # Both messages get a card, which needs no engine: this test waits for a gateway alone.
    chat.type(DESPAIR)
    expect(chat.pending).to_contain_text("nog niet verzonden, wij proberen het opnieuw")
    own.start()
    expect(chat.pending).to_have_count(0, timeout=RESTART_LIMIT)
    # The card comes over the stream, which may still wait for its next try.
    expect(chat.log.locator(".safety")).to_have_count(2, timeout=RESTART_LIMIT)
    expect(chat.status).not_to_contain_text("Geen verbinding", timeout=RESTART_LIMIT)
    shown = chat.contents()
    assert shown[: len(before)] == before
    assert len(shown) == len(before) + 2
    assert shown.count(DESPAIR) == 1
    chat.reload()
    expect(chat.entries).to_have_count(len(shown))
    assert chat.contents() == shown


def test_a_message_sent_offline_waits_and_goes_out_once(chat: Chat, watch: Watch):
    watch.provoke("ERR_INTERNET_DISCONNECTED")
    before = chat.entries.count()
    chat.page.context.set_offline(True)
    chat.type(QUESTION)
    expect(chat.pending).to_contain_text("nog niet verzonden, wij proberen het opnieuw")
    expect(chat.status).to_have_text("Geen verbinding. Wij proberen het opnieuw…")
    chat.page.context.set_offline(False)
    expect(chat.behind(before).locator(".sources")).to_be_visible()
    expect(chat.log.get_by_text(QUESTION)).to_have_count(1)
    assert chat.transcript().count(QUESTION) == 1
