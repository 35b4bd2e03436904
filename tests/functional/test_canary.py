"""Known personal data goes in by every entrance, and is found nowhere: what is masked is masked everywhere.

The persons and numbers are invented. What the filter does not recognise is no matter of this test: it looks for a road
around the filter (bot/privacy has its own measurements).
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

import bot.database.tables  # noqa: F401 - a mail refers to the tables of others
from bot.cli.model import model_name
from bot.database.connection import Database
from bot.privacy.cleaning import clean
from bot.privacy.names.loading import latest
from bot.privacy.recognisers import RECOGNISERS
from bot.requests.answering import answer_by_mail
from bot.requests.kinds import Status
from bot.settings import Settings
from bot.vault.vault import Vault
from tests.common.canary import EVERYTHING, SAYINGS, TRACES, Watched, found
from tests.common.mailbox import Kept, mailed
from tests.common.mailserver import in_thread
from tests.common.server import Visitor, free_port

pytestmark = pytest.mark.slow

CONTACT = {"name": "Yassine Benaissa", "email": "kleine.vogel@kanarie-voorbeeld.be"}


def test_every_kind_that_is_recognised_is_tried():
    assert set(SAYINGS) == set(TRACES) == set(RECOGNISERS)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    running = Watched(tmp_path_factory.mktemp("canary"))
    running.mail_port = free_port()
    with in_thread(Kept(running.folder / "mails"), running.mail_port):
        running.start()
        running.wait_ready()
        yield running
        running.stop()


def raw(server: Watched, request: bytes) -> None:
    """Bytes as no client of ours would send them; whatever comes back."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(request)
        with contextlib.suppress(OSError):
            connection.recv(4096)


def fill_in(visitor: Visitor) -> None:
    """A visit request up to the question for contact details."""
    visitor.ask("Gemeente of stad", choice="doelgroep:gemeente")
    visitor.ask("Plaatsbezoek", choice="aanvraag:plaatsbezoek")
    visitor.ask("Aalst")
    visitor.ask("LIVC R", choice="waarde:livc")
    visitor.ask("april")
    visitor.ask("preventieambtenaar")


def test_a_message_of_each_kind_is_stored_masked(own: Watched):
    visitor = own.visitor()
    for kind in RECOGNISERS:
        status, accepted = visitor.say(SAYINGS[kind])
        assert status == 202
        assert kind.value in accepted["masked"], (kind, accepted)
        visitor.replies(after=accepted["seq"])
    for text in (EVERYTHING, EVERYTHING.replace("Yassine Benaissa", "YASSINE BENAISSA")):
        visitor.ask(text)
    preview = f"/api/conversations/{visitor.id}/preview"
    assert own.send("POST", preview, {"text": EVERYTHING}, visitor.token)[0] == 200
    assert own.stored("SELECT count(*) FROM entries WHERE sender = 'visitor'")[0][0] >= 11
    assert found(own.folder) == []


def test_what_is_not_text_carries_nothing_either(own: Watched):
    visitor = own.visitor()
    visitor.ask("wat is OCAD?")
    at = f"/api/conversations/{visitor.id}"
    for canary in ("yassine.benaissa", "0470987654", "BE71096123456769", "1-KNR-237"):
        assert visitor.say("Kies", choice=f"onderwerp:{canary}")[0] == 400
        visitor.say("wat is OCAD?", client_id=canary)
        feedback = {"seq": 3, "useful": False, "reason": canary}
        assert own.send("POST", f"{at}/feedback", feedback, visitor.token)[0] == 400
        assert own.send("POST", "/api/conversations", {"site": canary})[0] in (400, 404)
        assert own.send("GET", f"/api/conversations/{canary}/transcript?q={canary}")[0] >= 400
    own.send("POST", f"{at}/messages", f'{{"text": "{EVERYTHING}'.encode(), visitor.token)
    own.send("POST", f"{at}/messages", {"text": EVERYTHING, EVERYTHING: 1}, visitor.token)
    raw(own, f"GET /{quote(EVERYTHING)} HTTP/1.1\r\nUser-Agent: {EVERYTHING}\r\n\r\n".encode())
    raw(own, f"{EVERYTHING}\r\n\r\n".encode())
    assert found(own.folder) == []


def test_an_engine_that_dies_in_the_middle_leaves_nothing(own: Watched):
    own.wait_ready()
    visitor = own.visitor()
    pids = own.engine_pids
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    _, accepted = visitor.say(EVERYTHING)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    assert visitor.replies(after=accepted["seq"], seconds=60)
    assert found(own.folder) == []


def test_contact_details_are_sealed_and_the_key_alone_opens_them(own: Watched):
    visitor = own.visitor()
    fill_in(visitor)
    _, accepted = visitor.say(f"{CONTACT['name']}, {CONTACT['email']}")
    assert accepted["sealed"]
    visitor.replies(after=accepted["seq"])
    assert "doorgegeven" in visitor.ask("ja")[-1]["text"]
    assert found(own.folder) == []
    code, listed = own.command("requests", "list")
    contact = json.loads(listed.splitlines()[-1])["contact"]
    assert (code, contact["name"], contact["email"]) == (0, *CONTACT.values())
    assert found(own.folder, but="-requests.txt") == []
    for one in own.folder.glob("said-*-requests.txt"):
        one.unlink()
    assert mailed(own.folder, "Er is een nieuwe aanvraag")
    assert found(own.folder) == []


def test_mails_to_the_helpdesk_hold_nothing_and_an_answer_only_the_address_it_goes_to(own: Watched):
    waiting = own.visitor()
    waiting.ask(EVERYTHING)
    at = f"/api/conversations/{waiting.id}/handover"
    assert own.send("POST", at, token=waiting.token)[0] == 202
    mailed(own.folder, waiting.id)
    assert found(own.folder) == []
    [(request,)] = own.stored("SELECT id FROM requests WHERE status = 'open'")
    database, vault = Database(own.database_url), Vault(own.folder / "sleutels.json")
    answer = clean("Het draaiboek staat op onze site. " + EVERYTHING).text
    about = {"client_id": "een", "to": Status.DONE, "at": datetime.now(UTC)}
    database.run(lambda session: answer_by_mail(session, vault, request, answer, **about))
    assert found(own.folder) == []
    database.scrub()
    database.close()
    [sent] = mailed(own.folder, "Het draaiboek staat op onze site.")
    told = sent.read_text()
    assert f"To: {CONTACT['email']}" in told
    sent.write_text(told.replace(f"To: {CONTACT['email']}", ""))
    raw = sent.with_suffix(".eml")
    raw.write_bytes(raw.read_bytes().replace(CONTACT["email"].encode(), b"", 1))
    assert found(own.folder) == []


def test_commands_exports_and_backups_hold_nothing(own: Watched):
    said: list[object] = [{"text": text} for text in (*SAYINGS.values(), EVERYTHING)]
    assert own.command("clean", lines=said)[0] == 0
    assert own.command("parse", lines=said)[0] == 0
    assert own.command("chat", lines=[{"turns": list(SAYINGS.values())}])[0] == 0
    assert own.command("erase", "--containing", "kanarie-voorbeeld")[0] == 1
    assert own.command("requests", "set", "yassine", "--status", "done")[0] == 1
    [(month,)] = own.stored("SELECT substr(max(opened_at), 1, 7) FROM contacts")
    for form in ("json", "html"):
        out = str(own.folder / f"verslag.{form}")
        assert own.command("report", "--month", month, "--format", form, "--out", out)[0] == 0
    assert own.command("mail", "list")[0] == 0
    assert own.command("booklet", "--out", str(own.folder / "bundel.html"))[0] == 0
    assert own.command("backup")[0] == 0
    assert own.command("audit", "list")[0] == 0
    assert own.command("purge")[0] == 0
    visitor = own.visitor()
    visitor.ask(EVERYTHING)
    at = f"/api/conversations/{visitor.id}"
    status, kept = own.send("GET", f"{at}/transcript", token=visitor.token)
    (own.folder / "transcript.txt").write_text(kept)
    assert (status, "[PERSOON-1]" in kept) == (200, True)
    assert own.send("DELETE", at, token=visitor.token)[0] == 204
    assert list((own.folder / "backups").iterdir())
    assert found(own.folder) == []


def test_a_backup_that_is_put_back_holds_nothing_and_an_unbroken_log(own: Watched):
    [copy] = (own.folder / "backups").iterdir()
    target = own.folder / "terug.sqlite"
    here, own.database_url = own.database_url, f"sqlite:///{target}"
    assert own.command("restore", str(copy))[0] == 0
    assert own.command("audit", "verify")[0] == 0
    own.database_url = here
    assert found(own.folder) == []


def test_a_filter_that_fails_stores_and_says_nothing(tmp_path: Path):
    models, good = tmp_path / "models", Settings.from_environment()
    models.mkdir()
    engine = f"{model_name(good.knowledge)}.tar.gz"
    (models / engine).symlink_to(good.models / engine)
    names = latest(good.models)
    shutil.copytree(names, models / names.name)
    for part in (one for one in (models / names.name).rglob("*") if one.is_file()):
        if part.name != "words.txt":
            part.write_bytes(b"stuk")
    server = Watched(tmp_path / "server")
    server.folder.mkdir()
    server.models = models
    server.start()
    try:
        server.wait_ready(engine=False)
        visitor = server.visitor()
        status, problem = visitor.say(EVERYTHING)
        assert (status, problem["title"]) == (500, "Bericht niet verwerkt")
        assert server.stored("SELECT count(*) FROM entries WHERE sender = 'visitor'") == [(0,)]
        for name, line in (("clean", {"text": EVERYTHING}), ("chat", {"turns": [EVERYTHING]})):
            assert server.command(name, lines=[line])[0] == 1
        assert found(server.folder) == []
    finally:
        server.stop()
