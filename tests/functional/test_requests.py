"""A whole request through a running Wegwijs: kept through kills and reloads, and nobody's address on the disk."""

from __future__ import annotations

import base64
import contextlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.common.server import Server, Visitor, free_port

NAME, EMAIL, PHONE = "Annelies Vandecanarie", "annelies.vdc@kanarie-voorbeeld.be", "0470 98 76 54"
TRACES = (
    "annelies",
    "vandecanarie",
    "kanarie-voorbeeld",
    PHONE,
    PHONE.replace(" ", ""),
    "470987654",
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a folder of its own, to look through."""
    running = Server(tmp_path_factory.mktemp("requests"))
    running.start()
    running.wait_ready()
    yield running
    running.stop()


def last(replies: list[dict[str, Any]]) -> Any:
    return replies[-1]["asks"]


def fill_in(visitor: Visitor) -> None:
    """A visit request up to the question for contact details."""
    visitor.ask("Gemeente of stad", choice="doelgroep:gemeente")
    assert last(visitor.ask("Plaatsbezoek", choice="aanvraag:plaatsbezoek")) == "gemeente"
    assert last(visitor.ask("Aalst")) == "onderwerp"
    assert last(visitor.ask("LIVC R", choice="waarde:livc")) == "periode"
    assert last(visitor.ask("april")) == "functie"
    assert last(visitor.ask("preventieambtenaar")) == "contact"


def command(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of Wegwijs on the database of the server."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        env=server.environment,
        capture_output=True,
        text=True,
        check=False,
    )


def traces(folder: Path) -> list[str]:
    """Files that hold anything of the canary, in any case, as text or as base64."""
    needles = [one.casefold().encode() for one in TRACES]
    needles += [base64.b64encode(one.encode())[:-4] for one in (NAME, EMAIL)]
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert {"wegwijs.sqlite", "wegwijs.sqlite-wal", "server.log"} <= {one.name for one in files}
    return [
        f"{one.name}: {needle.decode()}"
        for one in files
        for needle in needles
        if needle in one.read_bytes().lower() or needle in one.read_bytes()
    ]


def test_a_visit_request_reaches_the_helpdesk_and_no_file_holds_the_address(own: Server):
    visitor = own.visitor()
    fill_in(visitor)
    status, accepted = visitor.say(f"{NAME}, {EMAIL} of {PHONE}")
    assert (status, accepted["sealed"]) == (202, True)
    assert accepted["text"] == "[PERSOON-1] [EMAIL-1] [TELEFOON-1]"
    assert last(visitor.replies(after=accepted["seq"])) == "akkoord"
    assert "doorgegeven" in visitor.ask("ja")[-1]["text"]
    assert traces(own.folder) == []
    listed = command(own, "requests", "list")
    [request] = [json.loads(one) for one in listed.stdout.splitlines()]
    assert (request["kind"], request["municipality"], request["topic"]) == (
        "plaatsbezoek",
        "41002",
        "livc",
    )
    assert request["contact"] == {"name": NAME, "email": EMAIL, "telephone": PHONE}
    outcomes = own.stored("SELECT outcome FROM outcomes")
    assert ("aanvraag",) in outcomes


def test_a_closed_request_keeps_no_contact_details(own: Server):
    before = own.stored("SELECT count(*) FROM contact_details")
    [(id,)] = own.stored("SELECT id FROM requests WHERE kind = 'plaatsbezoek' LIMIT 1")
    assert command(own, "requests", "set", id, "--status", "done").returncode == 0
    assert before == [(1,)]
    assert own.stored("SELECT count(*) FROM contact_details") == [(0,)]
    assert own.stored("SELECT status FROM requests WHERE id = ?", id) == [("done",)]


def test_keys_are_replaced_while_the_server_runs(own: Server):
    visitor = own.visitor()
    fill_in(visitor)
    assert last(visitor.ask(EMAIL)) == "akkoord"
    rotated = command(own, "keys", "rotate")
    assert rotated.returncode == 0, rotated.stderr
    checked = command(own, "keys", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    visitor.ask("Wijzig: contact", choice="veld:contact")
    assert last(visitor.ask(f"{NAME} {EMAIL}")) == "akkoord"
    assert "doorgegeven" in visitor.ask("verzend")[-1]["text"]
    shown = [json.loads(one) for one in command(own, "requests", "list").stdout.splitlines()]
    assert shown[-1]["contact"]["email"] == EMAIL


def test_a_form_survives_the_death_of_server_and_engine(own: Server):
    visitor = own.visitor()
    fill_in(visitor)
    own.kill()
    own.start()
    own.wait_ready()
    assert last(visitor.ask(EMAIL)) == "akkoord"
    assert "Aalst" in visitor.log()[-1]["reply"]["text"]


def test_a_form_that_was_left_for_a_question_goes_on_after_a_reload_and_half_an_hour(own: Server):
    visitor = own.visitor()
    fill_in(visitor)
    assert last(visitor.ask(EMAIL)) == "akkoord"
    visitor.ask("Wat is OCAD?")
    assert visitor.log()[-1]["reply"]["asks"] == "akkoord"
    own.stop()
    with contextlib.closing(sqlite3.connect(own.folder / "wegwijs.sqlite")) as database:
        for table, column in (("conversations", "changed_at"), ("contact_details", "created_at")):
            # SQLite keeps moments as text, which half an hour earlier stays the same in form.
            database.execute(
                f"UPDATE {table} SET {column} = strftime('%Y-%m-%d %H:%M:%f000', {column}, '-30 minutes')"
            )
        database.commit()
    own.start()
    own.wait_ready()
    reloaded = visitor.log()
    assert reloaded[-1]["reply"]["asks"] == "akkoord"
    assert "Aalst" in reloaded[-1]["reply"]["text"]
    assert last(visitor.ask("wijzig: wanneer")) == "periode"
    assert "is nu mei" in visitor.ask("mei")[-1]["text"]
    assert "doorgegeven" in visitor.ask("ja")[-1]["text"]
    linked = (
        "SELECT count(*) FROM contact_details WHERE request_id IS NOT NULL AND conversation_id = ?"
    )
    assert own.stored(linked, visitor.id) == [(1,)]


def test_details_that_were_replaced_are_not_kept(own: Server):
    held = "SELECT count(*) FROM contact_details WHERE conversation_id = ?"
    visitor = own.visitor()
    fill_in(visitor)
    visitor.ask(EMAIL)
    assert last(visitor.ask("het mailadres is fout")) == "contact"
    assert "nieuwe gegevens" in visitor.ask(PHONE)[-1]["text"]
    assert own.stored(held, visitor.id) == [(1,)]
    own.send("POST", f"/api/conversations/{visitor.id}/close", token=visitor.token)
    assert own.stored(held, visitor.id) == [(0,)]


def test_a_stopped_or_erased_form_leaves_no_sealed_record(own: Server):
    linked = "SELECT count(*) FROM contact_details WHERE request_id IS NULL AND conversation_id = ?"
    stopped, erased = own.visitor(), own.visitor()
    for visitor in (stopped, erased):
        fill_in(visitor)
        visitor.ask(EMAIL)
        assert own.stored(linked, visitor.id) == [(1,)]
    assert "gestopt" in stopped.ask("stop")[-1]["text"]
    own.send("DELETE", f"/api/conversations/{erased.id}", token=erased.token)
    for visitor in (stopped, erased):
        assert own.stored(linked, visitor.id) == [(0,)]
    assert own.stored("SELECT count(*) FROM contact_details WHERE conversation_id IS NULL") == [
        (0,)
    ]


def test_a_server_without_its_keys_does_not_start_and_says_why(own: Server):
    visitor = own.visitor()
    fill_in(visitor)
    visitor.ask(EMAIL)
    own.stop()
    keys = own.folder / "sleutels.json"
    kept = keys.read_bytes()
    keys.unlink()
    refused = command(own, "serve", "--port", str(free_port()))
    assert refused.returncode == 1
    assert "Het sleutelbestand sleutels.json ontbreekt" in refused.stderr
    assert not keys.exists()
    keys.write_bytes(kept)
    own.start()
    own.wait_ready()
    assert last(visitor.ask("ja")) is None
