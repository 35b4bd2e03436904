"""Known personal data goes in by every entrance, and is found nowhere: what is masked is masked everywhere.

The persons and numbers are invented. What the filter does not recognise is no matter of this test: it looks for a road
around the filter (bot/privacy has its own measurements).
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
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
from bot.privacy.spans import Kind
from bot.requests.answering import answer_by_mail
from bot.requests.kinds import Status
from bot.settings import Settings
from bot.vault.vault import Vault
from tests.common.mailbox import Kept, mailed
from tests.common.mailserver import in_thread
from tests.common.server import Server, Visitor, free_port, mail_environment

pytestmark = pytest.mark.slow

SAYINGS = {
    Kind.NAAM: "Yassine Benaissa praat over vertrekken, wat doe ik?",
    Kind.RIJKSREGISTER: "zijn rijksregisternummer is 85.07.30-033 28",
    Kind.EMAIL: "mail naar kleine.vogel@kanarie-voorbeeld.be",
    Kind.TELEFOON: "bel hem op 0470 98 76 54",
    Kind.IBAN: "het geld komt van BE71 0961 2345 6769",
    Kind.NUMMERPLAAT: "hij rijdt met nummerplaat 1-KNR-237",
    Kind.ADRES: "hij woont in de Kanariestraat 412 in Aalst",
    Kind.GEBOORTEDATUM: "hij is geboren op 17/03/2009",
    Kind.SOCIALEMEDIA: "zie instagram.com/gele_vogel2009",
}
TRACES = {
    Kind.NAAM: ("yassine", "benaissa"),
    Kind.RIJKSREGISTER: ("85.07.30", "033 28", "85073003328"),
    Kind.EMAIL: ("kleine.vogel", "kanarie-voorbeeld"),
    Kind.TELEFOON: ("0470 98 76", "470987654"),
    Kind.IBAN: ("0961 2345", "be71096123456769"),
    Kind.NUMMERPLAAT: ("1-knr-237", "1knr237"),
    Kind.ADRES: ("kanariestraat",),
    Kind.GEBOORTEDATUM: ("17/03/2009", "2009-03-17"),
    Kind.SOCIALEMEDIA: ("gele_vogel2009",),
}
EVERYTHING = ". ".join(SAYINGS[kind] for kind in RECOGNISERS)
CONTACT = {"name": "Yassine Benaissa", "email": "kleine.vogel@kanarie-voorbeeld.be"}


def test_every_kind_that_is_recognised_is_tried():
    assert set(SAYINGS) == set(TRACES) == set(RECOGNISERS)


class Watched(Server):
    """A server of which every file that it writes, temporary ones too, lies in one folder."""

    models: Path | None = None
    mail_port: int | None = None

    @property
    def environment(self) -> dict[str, str]:
        """As other servers have it, with whatever may be logged."""
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        more = {} if self.models is None else {"WEGWIJS_MODELS": str(self.models)}
        return {
            **super().environment,
            "TMPDIR": str(temporary),
            "WEGWIJS_LOG_LEVEL": "DEBUG",
            **({} if self.mail_port is None else mail_environment(self.mail_port)),
            **more,
        }

    def command(self, *arguments: str, lines: list[object] | None = None) -> tuple[int, str]:
        """A command on the same database; what it says is kept in a file as well, and looked through."""
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments],
            env=self.environment,
            input="".join(f"{json.dumps(one)}\n" for one in lines or ()),
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        said = self.folder / f"said-{len(list(self.folder.glob('said-*')))}-{arguments[0]}.txt"
        said.write_text(done.stdout + done.stderr)
        return done.returncode, done.stdout


def found(folder: Path, *, but: str = "-") -> list[str]:
    """File and trace, for every trace of a canary: as text in any case, in base64, in an address."""
    files = [one for one in folder.rglob("*") if one.is_file() and not one.name.endswith(but)]
    assert {"wegwijs.sqlite", "server.log"} <= {one.name for one in files}
    told = []
    for one in files:
        content = one.read_bytes()
        for trace in (trace for kind in RECOGNISERS for trace in TRACES[kind]):
            forms = {trace.encode(), quote(trace).lower().encode()}
            if any(form in content.lower() for form in forms) or _encoded(trace, content):
                told.append(f"{one.name}: {trace}")
    return told


def _encoded(trace: str, content: bytes) -> bool:
    return base64.b64encode(trace.encode())[: len(trace) * 4 // 3 - 1] in content


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    running = Watched(tmp_path_factory.mktemp("canary"))
    running.mail_port = free_port()
    with in_thread(Kept(running.folder / "mails"), running.mail_port):
        running.start()
        running.wait_ready()
        yield running
        running.stop()


def raw(server: Server, request: bytes) -> None:
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
