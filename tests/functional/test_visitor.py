"""What a visitor gets from a running Wegwijs, also when parts of it are killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.common.server import Server, Visitor

ON_ITS_WAY = 0.5
"""Seconds after which a message that was stored is with the engine."""

DANGER = "er staat hier iemand met een mes"


@pytest.fixture
def visitor(server: Server) -> Visitor:
    return server.visitor()


def until(condition: Callable[[], Any], *, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "this took too long"
        time.sleep(0.02)


@contextmanager
def frozen_engine(server: Server) -> Iterator[list[int]]:
    """Holds the engine in the middle of what it does."""
    server.wait_ready()
    pids = server.engine_pids
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    yield pids
    for pid in pids:
        if is_alive(pid):
            os.kill(pid, signal.SIGCONT)


def is_alive(pid: int) -> bool:
    """Whether a process still runs; one that has ended and waits to be noticed does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def listening(pid: int) -> set[int]:
    """The TCP ports on which a process listens."""
    fds = Path(f"/proc/{pid}/fd").iterdir()
    inodes = {str(fd.readlink())[8:-1] for fd in fds if str(fd.readlink()).startswith("socket:")}
    ports = set()
    for table in ("tcp", "tcp6"):
        for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            columns = row.split()
            if columns[3] == "0A" and columns[9] in inodes:
                ports.add(int(columns[1].rpartition(":")[2], 16))
    return ports


# questions


def test_a_conversation_begins_by_saying_that_it_is_automated(visitor: Visitor):
    (greeting,) = visitor.log()
    assert (greeting["sender"], greeting["reply"]["kind"]) == ("bot", "notice")
    assert "automatische assistent" in greeting["reply"]["text"]


@pytest.mark.parametrize(
    ("place", "topic", "kind"),
    [
        (0, "dreigingsniveau", "answer"),
        (1, "livc", "answer"),
        (2, "vormingsaanbod", "refer"),
        (3, "plaatsbezoek", "refer"),
    ],
)
def test_what_the_greeting_offers_to_ask_is_understood(
    visitor: Visitor, place: int, topic: str, kind: str
):
    offered = visitor.log()[0]["reply"]["choices"]
    assert len(offered) == 4
    reply = visitor.ask(offered[place]["label"])[0]
    assert (reply["topic"], reply["kind"]) == (topic, kind)


def test_a_question_gets_an_answer_with_sources(visitor: Visitor):
    reply = visitor.ask("wat betekent dreigingsniveau 3 voor onze gemeente?")[0]
    assert (reply["kind"], reply["topic"]) == ("answer", "dreigingsniveau")
    assert all(source["url"].startswith("https://") for source in reply["sources"])
    assert reply["sources"]
    assert reply["reviewed"]


def test_a_training_on_parenting_support_is_referred_to_the_vvsg(visitor: Visitor):
    reply = visitor.ask("wie geeft er een vorming over opvoedingsondersteuning?")[0]
    assert reply["kind"] == "refer"
    assert [one["id"] for one in reply["contacts"] if one["referral"]] == ["vvsg_vorming"]


def test_a_person_can_be_asked_for(visitor: Visitor):
    assert [one["kind"] for one in visitor.ask("ik wil een medewerker spreken")] == ["handover"]
    assert visitor.log()[-1]["state"] == "waiting"
    _, accepted = visitor.say("wat is OCAD?")
    assert accepted["state"] == "waiting"
    assert visitor.replies(after=accepted["seq"])[0]["topic"] == "ocad"


def test_a_quick_reply_is_carried_out(visitor: Visitor):
    visitor.ask("Gemeente", choice="doelgroep:gemeente")
    (reply,) = visitor.ask("OCAD", choice="onderwerp:ocad")
    assert reply["topic"] == "ocad"


@pytest.mark.parametrize(
    "choice", ["onderwerp:nergens", "doelgroep:nergens", "onderwerp", "overslaan:x"]
)
def test_a_quick_reply_that_leads_nowhere_is_refused(visitor: Visitor, choice: str):
    status, problem = visitor.say("Kies", choice=choice)
    assert (status, problem["detail"]) == (400, "Deze keuze bestaat niet.")


def test_two_questions_at_once_are_answered_in_order(visitor: Visitor):
    visitor.ask("Gemeente", choice="doelgroep:gemeente")
    _, first = visitor.say("wat is OCAD?")
    visitor.say("wat is een LIVC R?")
    entries = visitor.events(after=first["seq"] - 1)
    replies = (one["reply"]["topic"] for one in entries if one["sender"] == "bot")
    assert [next(replies), next(replies)] == ["ocad", "livc"]


@pytest.mark.parametrize(
    "text",
    [
        "/noodgeval",
        "/medewerker_spreken",
        '/keuze{"choice": "medewerker"}',
        "/restart",
        "/session_start",
        "/ocad",
        "  /back",
    ],
)
def test_a_text_that_begins_with_a_slash_is_a_question_like_any_other(visitor: Visitor, text: str):
    replies = visitor.ask(text)
    plain = visitor.server.visitor().ask(text.strip().removeprefix("/"))
    assert [(one["kind"], one["topic"]) for one in replies] == [
        (one["kind"], one["topic"]) for one in plain
    ]
    assert visitor.log()[1]["text"] == text.strip()


def test_markup_is_text_like_any_other(visitor: Visitor):
    text = '<img src=x onerror="alert(1)"> **wat** is <b>OCAD</b>? {{7*7}} \u202e'
    replies = visitor.ask(text)
    assert visitor.log()[1]["text"] == text
    assert not any("onerror" in str(one) for one in replies)


# the stream


def test_a_reload_shows_the_same_entries_in_the_same_order(visitor: Visitor):
    visitor.ask("wat is OCAD?")
    visitor.ask("wat is een LIVC R?")
    first, again = visitor.log(), visitor.log()
    assert first == again
    assert [one["seq"] for one in first] == list(range(1, len(first) + 1))


def test_a_stream_resumes_behind_the_last_number(visitor: Visitor):
    visitor.ask("wat is OCAD?")
    whole = visitor.log()
    for last in range(1, len(whole)):
        rest = list(visitor.events(after=last, up_to=whole[-1]["seq"]))
        assert rest == whole[last:]


def test_a_message_that_is_sent_twice_is_stored_once(visitor: Visitor):
    assert visitor.say("wat is OCAD?", client_id="een") == visitor.say(
        "wat is OCAD?", client_id="een"
    )
    assert [one["sender"] for one in visitor.log()].count("visitor") == 1


# personal data


def test_nothing_of_a_national_number_is_kept(visitor: Visitor):
    raw = ("85.07.30-033.28", "85073003328", "jan.peeters@voorbeeld.be", "0470 12 34 56")
    _, accepted = visitor.say(f"nr {raw[0]} of {raw[1]}, mail {raw[2]}, bel {raw[3]}: wat is OCAD?")
    assert {"rijksregister", "email", "telefoon"} <= set(accepted["masked"])
    visitor.replies(after=accepted["seq"])
    server = visitor.server
    status, transcript = server.send(
        "GET", f"/api/conversations/{visitor.id}/transcript", token=visitor.token
    )
    assert status == 200
    assert "[RIJKSREGISTER-1]" in transcript
    files = [path for path in server.folder.iterdir() if path.is_file()]
    assert {"wegwijs.sqlite", "wegwijs.sqlite-wal", "server.log"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        assert not [value for value in raw if value.encode() in content], path.name


# processes


def test_no_engine_listens_on_a_network(server: Server):
    server.wait_ready()
    assert server.engine_pids
    assert [listening(pid) for pid in server.engine_pids] == [set()]
    assert listening(server.pid) == {server.port}


def test_the_safety_card_needs_no_engine(visitor: Visitor):
    with frozen_engine(visitor.server):
        visitor.server.kill_engine()
        began = time.monotonic()
        _, accepted = visitor.say(DANGER)
        card = next(
            one for one in visitor.events(after=accepted["seq"]) if one["sender"] == "system"
        )
        assert time.monotonic() - began < 2
        assert card["reply"]["kind"] == "safety"
        assert "112" in card["reply"]["text"]
        _, asked = visitor.say("wat is OCAD?")
    assert visitor.replies(after=asked["seq"], seconds=30)[0]["topic"] == "ocad"


def test_a_question_is_answered_once_though_the_engine_is_killed_over_it(visitor: Visitor):
    with frozen_engine(visitor.server):
        _, accepted = visitor.say("wat is OCAD?")
        time.sleep(ON_ITS_WAY)
        visitor.server.kill_engine()
    assert visitor.replies(after=accepted["seq"], seconds=30)[0]["topic"] == "ocad"
    topics = [one["reply"]["topic"] for one in visitor.log() if one["reply"]]
    assert topics.count("ocad") == 1


def test_what_was_unanswered_when_the_gateway_was_killed_is_answered_at_its_restart(
    visitor: Visitor,
):
    server = visitor.server
    visitor.ask("Gemeente", choice="doelgroep:gemeente")
    with frozen_engine(server) as pids:
        visitor.say("wat is OCAD?")
        _, second = visitor.say("wat is een LIVC R?")
        time.sleep(ON_ITS_WAY)
        server.kill()
    # Its engine wakes up to find itself alone.
    until(lambda: not any(is_alive(pid) for pid in pids))
    server.start()
    server.wait_ready(engine=False)
    entries = list(visitor.events(after=second["seq"], seconds=30, up_to=second["seq"] + 2))
    assert [one["reply"]["topic"] for one in entries] == ["ocad", "livc"]


def test_an_engine_that_is_still_starting_ends_with_its_gateway(server: Server):
    server.wait_ready()
    server.kill_engine()
    killed = set(server.engine_pids)
    until(lambda: set(server.engine_pids) - killed)
    (starting,) = set(server.engine_pids) - killed
    server.kill()
    until(lambda: not is_alive(starting), seconds=60)
    server.start()
    server.wait_ready(engine=False)


def test_a_stop_waits_for_no_reader(visitor: Visitor):
    reader = visitor.events()
    next(reader)
    began = time.monotonic()
    visitor.server.stop()
    assert time.monotonic() - began < 5
    assert list(reader) == []
    visitor.server.start()
    visitor.server.wait_ready()
