"""Visitor and colleague each reload, lose the network and switch tabs: no message lost, doubled or out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import Chat
from tests.browser.desk import Desk
from tests.browser.watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.engine]

HIDE = """
away => {
  Object.defineProperty(document, "hidden", { get: () => away, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
AWAY = "ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|net::ERR_ABORTED"


class Talk:
    """A visitor with Anna, each in a browser of their own, who number what they say."""

    def __init__(self, chat: Chat, desk: Desk) -> None:
        self.chat = chat
        self.desk = desk
        self._count = 0

    def visitor_says(self) -> None:
        """A message of the visitor, not waited for."""
        self.chat.type(self.words("bezoeker"))

    def anna_says(self) -> None:
        """A message of Anna, waited for."""
        self.desk.say(self.words("medewerker"))

    def visitor_is_heard(self) -> None:
        """Wait until Anna's page shows the newest message."""
        expect(self.desk.log).to_contain_text(f"nummer {self._count}.")

    def stored(self) -> list[str]:
        """What both said, in the order of the log."""
        rows = self.chat.server.stored(
            "SELECT text FROM entries WHERE conversation_id = ? AND sender IN ('visitor', 'staff') ORDER BY seq",
            self.chat.session["id"],
        )
        return [text for (text,) in rows]

    def check(self) -> None:
        """Both pages and the log hold everything that was said, once and in one order."""
        expect(self.chat.pending).to_have_count(0)
        stored = self.stored()
        assert sorted(int(one.split("nummer ")[1].rstrip(".")) for one in stored) == list(
            range(1, self._count + 1)
        )
        expect(self.chat.said).to_have_text(stored)
        expect(self.desk.said).to_have_text(stored)

    def words(self, who: str) -> str:
        """What one of them says next, with its number."""
        self._count += 1
        return f"{who} zegt nummer {self._count}."


@pytest.fixture
def talk(chat: Chat, far_desk: Desk, watch: Watch) -> Iterator[Talk]:
    """Both have said something already."""
    watch.provoke(AWAY)
    far_desk.watch.provoke(AWAY)
    chat.ask_person()
    far_desk.show(chat.session["id"])
    far_desk.claim()
    opened = Talk(chat, far_desk)
    opened.visitor_says()
    opened.visitor_is_heard()
    opened.anna_says()
    yield opened
    opened.check()
    far_desk.finish()


def test_the_visitor_reloads(talk: Talk):
    talk.visitor_says()
    talk.chat.page.reload()
    talk.anna_says()
    talk.chat.open()
    talk.check()
    talk.visitor_says()
    talk.visitor_is_heard()


def test_what_is_sent_before_the_history_is_read_again_stands_behind_it(talk: Talk):
    network, streams = talk.chat.page.context, []
    network.route("**/messages", lambda route: route.abort("internetdisconnected"))
    talk.visitor_says()
    expect(talk.chat.pending).to_have_count(1)
    network.route("**/events*", lambda route: streams.append(route))
    network.unroute("**/messages")
    talk.chat.page.reload()
    talk.chat.open()
    expect(talk.chat.said).to_have_count(1)
    expect(talk.chat.pending).to_have_count(0)
    for one in streams:
        one.continue_()
    network.unroute("**/events*")
    talk.check()


def test_the_visitor_loses_the_network(talk: Talk):
    network = talk.chat.page.context
    network.set_offline(True)
    for _ in range(2):
        talk.visitor_says()
        talk.anna_says()
    expect(talk.chat.pending).to_have_count(2)
    network.set_offline(False)
    expect(talk.chat.pending).to_have_count(0)
    talk.visitor_is_heard()


def test_the_visitor_switches_tabs(talk: Talk):
    other = Chat(talk.chat.page.context.new_page(), talk.chat.server)
    other.visit()
    other.open()
    expect(other.said).to_have_count(2)
    talk.chat.frame.evaluate(HIDE, True)
    talk.anna_says()
    other.type(talk.words("bezoeker"))
    talk.visitor_is_heard()
    talk.chat.frame.evaluate(HIDE, False)
    talk.visitor_says()
    talk.visitor_is_heard()
    talk.check()
    expect(other.said).to_have_text(talk.stored())
    other.page.close()


def test_the_colleague_reloads(talk: Talk):
    talk.visitor_says()
    talk.desk.page.reload()
    talk.visitor_says()
    talk.visitor_is_heard()
    talk.anna_says()
    talk.desk.page.reload()


def test_the_colleague_loses_the_network(talk: Talk):
    network = talk.desk.page.context
    network.set_offline(True)
    talk.desk.answer.fill(talk.words("medewerker"))
    talk.desk.answer.press("Control+Enter")
    expect(talk.desk.page.locator("#verbinding")).to_contain_text("Geen verbinding")
    talk.visitor_says()
    expect(talk.chat.pending).to_have_count(0)
    network.set_offline(False)
    talk.desk.answer.press("Control+Enter")
    expect(talk.desk.answer).to_have_value("")
    talk.visitor_is_heard()


def test_the_colleague_switches_tabs(talk: Talk):
    other = Desk(talk.desk.page.context.new_page(), talk.chat.server)
    other.show(talk.chat.session["id"])
    expect(other.said).to_have_text(talk.stored())
    talk.desk.page.evaluate(HIDE, True)
    other.say(talk.words("medewerker"))
    talk.visitor_says()
    expect(talk.chat.pending).to_have_count(0)
    talk.desk.page.evaluate(HIDE, False)
    talk.visitor_is_heard()
    talk.anna_says()
    talk.check()
    expect(other.said).to_have_text(talk.stored())
    other.page.close()


def test_an_answer_that_arrived_without_the_colleague_hearing_so_is_stored_once(talk: Talk):
    text = talk.words("medewerker")
    talk.desk.answer.fill(text)
    talk.desk.watch.provoke("ERR_CONNECTION_RESET")
    lost = lost_answers(talk.desk.page)
    talk.desk.answer.press("Control+Enter")
    expect(talk.chat.log).to_contain_text(text)
    lost()
    talk.desk.answer.press("Control+Enter")
    expect(talk.desk.answer).to_have_value("")


def lost_answers(page: Page) -> Callable[[], None]:
    """What is posted arrives, but its answer does not come back; gives what ends that."""

    def deliver_and_lose(route):  # type: ignore[no-untyped-def]
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    page.route("**/antwoord", deliver_and_lose)
    return lambda: page.unroute("**/antwoord")


def test_another_answer_after_one_of_which_the_receipt_was_lost_is_sent_too(talk: Talk):
    page, desk = talk.desk.page, talk.desk

    def swallow(route: Route) -> None:
        route.fetch()
        route.abort("internetdisconnected")

    desk.watch.provoke("antwoord|422")
    page.route("**/antwoord", swallow, times=1)
    desk.answer.fill(talk.words("medewerker"))
    desk.answer.press("Control+Enter")
    expect(page.locator("#verbinding")).to_contain_text("Geen verbinding")
    desk.answer.fill(talk.words("medewerker"))
    desk.answer.press("Control+Enter")
    expect(desk.told).to_contain_text("nog niet verstuurd")
    desk.answer.press("Control+Enter")
    expect(desk.told).to_contain_text("Uw antwoord is verstuurd.")
