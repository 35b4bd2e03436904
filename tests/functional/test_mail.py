"""From a visitor's request through a whole Wegwijs to a real mail server: once each, killed or doubled as it may be."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.mail.models import MailState
from tests.common.mailserver import PASSWORD, Mailbox, in_thread
from tests.common.server import MailingServer, Server, Visitor, free_port

SETTLED = 12.0
"""Seconds in which every sender has looked into the outbox twice."""


class Deadly(Mailbox):
    """Takes a mail and kills the server that sent it, before that hears of it."""

    victim: Server | None = None

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        if self.victim is not None:
            os.kill(self.victim.pid, signal.SIGKILL)
            self.victim = None
        return answer


@pytest.fixture
def box() -> Deadly:
    return Deadly()


@pytest.fixture
def own(tmp_path: Path, box: Deadly) -> Iterator[MailingServer]:
    port = free_port()
    running = MailingServer(tmp_path, port)
    with in_thread(box, port):
        running.start()
        running.wait_ready(engine=False)
        yield running
        running.stop()


def hand_over(server: Server) -> Visitor:
    visitor = server.visitor()
    place = f"/api/conversations/{visitor.id}/handover"
    assert server.send("POST", place, token=visitor.token)[0] == 202
    return visitor


def wait(true: Callable[[], bool], *, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def states(server: Server) -> list[str]:
    return [one for (one,) in server.stored("SELECT state FROM outgoing_mail")]


def test_a_handover_and_a_request_reach_the_staff_mailbox_as_links(own: MailingServer, box: Deadly):
    waiting = hand_over(own)
    own.wait_ready()
    visitor = own.visitor()
    visitor.ask("Gemeente of stad", choice="doelgroep:gemeente")
    visitor.ask("Bel mij terug", choice="aanvraag:terugbellen")
    visitor.ask("Subsidies", choice="waarde:overslaan")
    visitor.ask("dinsdag na 14 uur")
    visitor.ask("An Peeters, 0470 12 34 56, an.peeters@proefgemeente.be")
    assert "doorgegeven" in visitor.ask("ja")[-1]["text"]
    wait(lambda: len(box.mails) == 2)
    told = {one["Subject"]: one.get_content() for one in box.mails}
    assert f"/console/gesprek/{waiting.id}" in told["Iemand wacht op een medewerker"]
    [(request,)] = own.stored("SELECT id FROM requests")
    assert f"/console/aanvragen#r{request}" in told["Nieuwe aanvraag"]
    for one in told.values():
        assert not any(part in one for part in ("Peeters", "0470", "dinsdag", visitor.token))


def test_a_gateway_killed_while_the_server_has_the_mail_never_sends_it_again(
    own: MailingServer, box: Deadly
):
    box.victim = own
    hand_over(own)
    wait(lambda: len(box.mails) == 1)
    own._process.wait(timeout=30)  # type: ignore[union-attr]
    own.start()
    own.wait_ready(engine=False)
    second = hand_over(own)
    wait(lambda: len(box.mails) == 2)
    time.sleep(SETTLED)
    assert len(box.mails) == 2
    assert second.id in box.mails[1].get_content()
    assert sorted(states(own)) == [MailState.HANDED, MailState.SENT]


def test_two_gateways_on_one_database_send_each_mail_once(own: MailingServer, box: Deadly):
    folder = own.folder / "tweede"
    folder.mkdir()
    other = MailingServer(folder, int(own.mail["WEGWIJS_SMTP_URL"].rpartition(":")[2]))
    other.database_url = own.database_url
    for name in ("sleutels.json", "audit.sleutel"):
        (folder / name).write_bytes((own.folder / name).read_bytes())
    other.start()
    try:
        other.wait_ready(engine=False)
        for _ in range(15):
            hand_over(own)
            hand_over(other)
        wait(lambda: len(box.mails) >= 30)
        time.sleep(SETTLED)
    finally:
        other.stop()
    assert len({one["Message-ID"] for one in box.mails}) == len(box.mails) == 30
    assert set(states(own)) == {MailState.SENT}


def test_a_wrong_setting_stops_the_start_in_dutch_without_the_password(tmp_path: Path):
    server = MailingServer(tmp_path, 25)
    server.mail["WEGWIJS_SMTP_URL"] = f"smtp://wegwijs:{PASSWORD}@mail.proefgemeente.be:poort"
    server.start()
    server._process.wait(timeout=30)  # type: ignore[union-attr]
    said = (tmp_path / "server.log").read_text()
    assert "WEGWIJS_SMTP_URL is geen adres van een mailserver" in said
    assert PASSWORD not in said
