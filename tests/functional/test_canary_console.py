"""What colleagues type at the console, in a text, a form, a search or an address, is kept nowhere as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest

from tests.common.canary import EVERYTHING, Watched, found
from tests.common.colleague import Colleague
from tests.common.mailbox import Kept
from tests.common.mailserver import in_thread
from tests.common.server import Visitor, free_port

pytestmark = pytest.mark.slow

NAME = "Yassine Benaissa"
TYPED = (NAME, "yassine.benaissa", "0470987654", "kleine.vogel@kanarie-voorbeeld.be", "1-KNR-237")
"""Canaries of the length of an id, a login or a field."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    running = Watched(tmp_path_factory.mktemp("canary"))
    running.mail_port = free_port()
    with in_thread(Kept(running.folder / "mails"), running.mail_port):
        running.start()
        running.wait_ready()
        yield running
        running.stop()


@pytest.fixture(scope="module")
def colleague(own: Watched) -> Colleague:
    return Colleague.at(own)


@pytest.fixture
def taken(own: Watched, colleague: Colleague) -> Visitor:
    """A conversation that the colleague has."""
    visitor = own.visitor()
    visitor.ask("wat is OCAD?")
    at = f"/api/conversations/{visitor.id}/handover"
    assert own.send("POST", at, token=visitor.token)[0] == 202
    assert colleague.post(f"/gesprek/{visitor.id}/overnemen")[0] == 303
    return visitor


def test_answers_and_notes_are_stored_masked(own: Watched, colleague: Colleague, taken: Visitor):
    at = f"/gesprek/{taken.id}"
    assert colleague.post(f"{at}/antwoord", antwoord=EVERYTHING, client_id=NAME)[0] == 303
    assert colleague.post(f"{at}/nota", nota=EVERYTHING)[0] == 303
    status, html = colleague.get(at)
    # The note comes second: without the visitor's token nobody is known again.
    assert (status, "[PERSOON-1]" in html, "[PERSOON-2]" in html) == (200, True, True)
    [(said,)] = own.stored("SELECT text FROM entries WHERE sender = 'staff'")
    assert "[PERSOON-1]" in said
    assert found(own.folder) == []


def test_a_request_that_is_answered_or_refused_keeps_nothing(own: Watched, colleague: Colleague):
    visitor = own.visitor()
    for text, choice in (
        ("Gemeente of stad", "doelgroep:gemeente"),
        ("Plaatsbezoek", "aanvraag:plaatsbezoek"),
        ("Aalst", None),
        ("LIVC R", "waarde:livc"),
        ("april", None),
        ("preventieambtenaar", None),
        (f"{NAME}, kleine.vogel@kanarie-voorbeeld.be", None),
        ("ja", None),
    ):
        visitor.ask(text, **({"choice": choice} if choice else {}))
    [(request,)] = own.stored("SELECT id FROM requests WHERE status = 'open'")
    assert NAME in colleague.post(f"/aanvragen/{request}/contact")[1]
    status, html = colleague.post(
        f"/aanvragen/{request}/antwoord", antwoord=EVERYTHING, client_id=NAME, toestand="done"
    )
    assert (status, "[PERSOON-1]" in html) == (200, True)
    refusal = {"toestand": "refused", "reden": f"{NAME} belde 0470 98 76 54"}
    assert colleague.post(f"/aanvragen/{request}/toestand", **refusal)[0] == 303
    assert own.stored("SELECT status FROM requests WHERE id = ?", request) == [("refused",)]
    assert found(own.folder) == []


def test_searches_fields_and_addresses_leave_nothing(
    own: Watched, colleague: Colleague, taken: Visitor
):
    for typed in TYPED:
        for field in ("gemeente", "onderwerp", "doelgroep", "van", "nummer"):
            colleague.get(f"/zoeken?{urlencode({field: typed})}")
        for field in ("onderwerp", "gemeente", "doelgroep", "afloop", "collega", "contact"):
            for act in ("verwijzen", "vrager", "onderwerp", "afsluiten", "doorgeven"):
                colleague.post(f"/gesprek/{taken.id}/{act}", **{field: typed, "client_id": typed})
        for page in ("gesprek", "aanvragen", "mails", "mailbox", "accounts"):
            path = f"/{page}/{quote(typed)}"
            assert colleague.get(path)[0] >= 400
            for act in (
                "",
                "/nu",
                "/antwoord",
                "/toestand",
                "/contact",
                "/opnieuw",
                "/aanvaarden",
                "/verwerpen",
            ):
                colleague.post(f"{path}{act}", antwoord="Dag.", nota="Dag.", toestand="done")
        assert Colleague(own).post("/aanmelden", login=typed, password=typed)[0] >= 400
        colleague.get(f"/logboek?{urlencode({'wie': typed, 'van': typed})}")
        colleague.get(f"/{quote(typed)}")
    assert found(own.folder) == []
