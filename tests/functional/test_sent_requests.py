"""A request that was sent, through a running Wegwijs: its visitor corrects the address, and then withdraws it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.common.server import Server
from tests.functional.test_requests import EMAIL, NAME, command, fill_in, last

RIGHT = "annelies.juist@kanarie-voorbeeld.be"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a folder of its own."""
    running = Server(tmp_path_factory.mktemp("sent"))
    running.start()
    running.wait_ready()
    yield running
    running.stop()


def test_who_corrects_and_withdraws_a_request_really_does(own: Server):
    visitor = own.visitor()
    fill_in(visitor)
    visitor.ask(f"{NAME}, {EMAIL}")
    assert "doorgegeven" in visitor.ask("ja")[-1]["text"]

    visitor.ask("ik heb een fout mailadres gegeven")
    assert visitor.log()[-1]["reply"]["asks"] == "contact"
    status, accepted = visitor.say(f"het moet {RIGHT} zijn")
    assert (status, accepted["sealed"]) == (202, True)
    assert last(visitor.replies(after=accepted["seq"])) == "akkoord"
    assert "is gewijzigd" in visitor.ask("ja")[-1]["text"]
    [request] = [json.loads(one) for one in command(own, "requests", "list").stdout.splitlines()]
    assert request["contact"]["email"] == RIGHT
    assert own.stored("SELECT count(*) FROM contact_details") == [(1,)]

    assert "Wilt u deze aanvraag intrekken" in visitor.ask("annuleer mijn aanvraag")[-1]["text"]
    assert own.stored("SELECT status FROM requests") == [("open",)]
    assert "is ingetrokken" in visitor.ask("ja")[-1]["text"]
    assert own.stored("SELECT count(*) FROM contact_details") == [(0,)]
    assert own.stored("SELECT status, reason FROM requests") == [
        ("refused", "Ingetrokken door de aanvrager.")
    ]
    assert own.stored("SELECT status, reason FROM visits") == [("refused", "ingetrokken")]
    assert own.stored("SELECT outcome FROM outcomes").count(("aanvraag",)) == 1
    assert "al afgesloten" in visitor.ask("trek mijn aanvraag in")[-1]["text"]


def test_another_conversation_knows_of_no_request(own: Server):
    visitor = own.visitor()
    assert "geen aanvraag verzonden" in visitor.ask("annuleer mijn aanvraag")[-1]["text"]
