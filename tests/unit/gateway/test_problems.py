"""Every bad input gets a problem document (RFC 9457) with a Dutch explanation that repeats none of it."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from yarl import URL

from bot.conversations.tokens import ConversationId
from bot.errors import FilterFailed, Unavailable
from bot.gateway import conversations, filtering
from bot.gateway.app import LARGEST_REQUEST
from bot.gateway.keys import DATABASE, WAKEUPS
from bot.gateway.schemas import LONGEST_TEXT
from tests.unit.gateway.conftest import Chat

CANARY = "kanarie"
"""Stands in every bad input, and must not stand in any answer."""

DUTCH = {"het", "de", "een", "dit", "deze", "is", "niet", "geen", "typ", "bericht", "gesprek"}

TITLES = {
    "Ongeldige invoer", "Geen toegang", "Niet gevonden", "Nu niet mogelijk", "Botsende gegevens",
    "Bericht niet verwerkt", "Tijdelijk niet beschikbaar", "Er ging iets mis", "Bewerking bestaat niet", "Te groot",
    "Te veel pogingen",
}  # fmt: skip


async def check(response: Any, status: int, *words: str) -> None:
    """The response is a problem of this status, in Dutch, with these words and without its input."""
    assert (response.status, response.content_type) == (status, "application/problem+json")
    assert response.headers["Cache-Control"] == "no-store"
    raw = await response.text()
    found = json.loads(raw)
    assert set(found) == {"type", "title", "status", "detail"}
    assert (found["type"], found["status"]) == ("about:blank", status)
    detail = found["detail"].lower()
    assert DUTCH & set(detail.replace(".", "").split())
    assert found["title"] in TITLES
    for word in words:
        assert word in detail
    assert CANARY not in raw


def message(**about: Any) -> bytes:
    return json.dumps({"client_id": "een", "text": "wat is OCAD?", **about}).encode()


BODIES = {
    "no text": (message(text=""), "bericht"),
    "only spaces": (message(text=" \n\t\u00a0 "), "bericht"),
    "text missing": (b'{"client_id": "een"}', "bericht"),
    "text too long": (message(text=CANARY * LONGEST_TEXT), "4000"),
    "text one too long": (message(text="x" * (LONGEST_TEXT + 1)), "4000"),
    "text a number": (message(text=5), "text"),
    "text null": (message(text=None), "text"),
    "text a list": (message(text=[CANARY]), "text"),
    "escaped NUL": (message(text=f"{CANARY}\x00"), "text"),
    "client_id missing": (b'{"text": "wat is OCAD?"}', "client_id"),
    "client_id empty": (message(client_id=""), "client_id"),
    "client_id too long": (message(client_id=CANARY * 10), "client_id"),
    "client_id with NUL": (message(client_id=f"{CANARY}\x00"), "client_id"),
    "unknown field": (message(**{CANARY: 1}), "niet bekend"),
    "bad choice": (message(choice=f"noodgeval:{CANARY}"), "choice"),
    "choice with a payload": (message(choice='keuze{"x": 1}'), "choice"),
    "choice with a newline": (message(choice="medewerker\n/restart"), "choice"),
    "choice too long": (message(choice="onderwerp:" + "a" * 80), "choice"),
    "not JSON": (CANARY.encode(), "json"),
    "no body": (b"", "json"),
    "half JSON": (message()[:-3], "json"),
    "raw NUL": (b'{"client_id": "een", "text": "a\x00b"}', "json"),
    "not UTF-8": (b'{"client_id": "een", "text": "\xff\xfe"}', "json"),
    "half a surrogate": (rb'{"client_id": "een", "text": "\ud800"}', "json"),
    "deep JSON": (b"[" * 20_000 + b"]" * 20_000, "json"),
    "deep text": (
        b'{"client_id": "een", "text": ' + b'{"a":' * 5000 + b"1" + b"}" * 5001,
        "json",
    ),
    "a list": (b'["kanarie"]', ""),
    "a string": (b'"kanarie"', ""),
    "a number": (b"1e999", ""),
    "null": (b"null", ""),
}


@pytest.mark.parametrize("name", BODIES)
async def test_a_message_that_cannot_be_read_is_explained(chat: Chat, name: str):
    body, word = BODIES[name]
    response = await chat.client.post(chat.address("messages"), data=body, headers=chat.headers)
    await check(response, 400, word)
    text = await (await chat.client.get(chat.address("transcript"), headers=chat.headers)).text()
    assert text.count("\n\n") == 1  # the greeting alone, which has one empty line


@pytest.mark.parametrize(
    "text", ["x" * LONGEST_TEXT, "😀" * LONGEST_TEXT, " x ", "<b>x</b>", "/restart"]
)
async def test_a_message_within_the_limits_is_taken(chat: Chat, text: str):
    assert (await chat.say(text)).status == 202


async def test_a_request_that_is_too_large_is_explained(chat: Chat):
    body = CANARY.encode() * (LARGEST_REQUEST // 7 + 1)
    response = await chat.client.post(chat.address("messages"), data=body, headers=chat.headers)
    await check(response, 413, "te groot")


@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        (b"{", 400, "json"),
        (b'{"site": ""}', 400, "site"),
        (b'{"site": "kanarie"}', 404, "site"),
        (b'{"site": "kanarie\\u0000"}', 404, "site"),
        (b'{"site": {"a": "kanarie"}}', 400, "site"),
        (b'{"municipality": "99999"}', 400, "gemeente"),
        (b'{"municipality": "kanarie"}', 400, "municipality"),
        ('{"municipality": "٤٤٠٢١"}'.encode(), 400, "gemeente"),
        (b'{"municipality": 44021}', 400, "municipality"),
        (b'{"kanarie": 1}', 400, "niet bekend"),
    ],
)
async def test_a_conversation_that_cannot_be_opened_is_explained(
    client: TestClient, body: bytes, status: int, word: str
):
    await check(await client.post("/api/conversations", data=body), status, word)


@pytest.mark.parametrize(
    "body",
    [{}, {"seq": 0, "useful": True}, {"seq": "kanarie", "useful": True}, {"seq": 1, "useful": "kanarie"},
     {"seq": 10**30, "useful": True}, {"seq": 2**31, "useful": True}, {"seq": 1.5, "useful": True},
     {"seq": 1, "useful": False, "reason": "kanarie"}, {"seq": 1, "useful": False, "reason": "Te lang."}],
)  # fmt: skip
async def test_a_verdict_that_cannot_be_read_is_explained(chat: Chat, body: dict[str, Any]):
    await check(await chat.post("feedback", body), 400)


async def test_a_verdict_on_what_is_no_answer_is_explained(chat: Chat):
    await check(await chat.post("feedback", {"seq": 99, "useful": True}), 404, "antwoord")


ACTS = [
    ("POST", "messages"),
    ("GET", "events"),
    ("POST", "feedback"),
    ("POST", "handover"),
    ("POST", "close"),
    ("GET", "transcript"),
    ("DELETE", ""),
]
GOOD = {"messages": json.loads(message()), "feedback": {"seq": 1, "useful": True}}


@pytest.mark.parametrize(("method", "act"), ACTS)
async def test_an_unknown_conversation_is_explained(chat: Chat, method: str, act: str):
    for id in (CANARY, CANARY * 500, "%00kanarie", "..%2fkanarie", "kanarie'--", "%ff", "🙂"):
        chat.id = id
        response = await chat.client.request(
            method, chat.address(act), json=GOOD.get(act), headers=chat.headers
        )
        await check(response, 404)


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer kanarie",
        "Basic kanarie",
        "kanarie",
        "Bearer k\u00e4narie",
        "Bearer \udcff",
    ],
)
@pytest.mark.parametrize(("method", "act"), ACTS)
async def test_a_wrong_or_missing_token_is_explained(
    chat: Chat, method: str, act: str, authorization: str | None
):
    headers = {} if authorization is None else {"Authorization": authorization}
    response = await chat.client.request(
        method, chat.address(act), json=GOOD.get(act), headers=headers
    )
    await check(response, 401, "sleutel")
    assert response.headers["WWW-Authenticate"] == "Bearer"


async def test_the_token_in_the_address_opens_nothing(chat: Chat):
    await check(await chat.client.get(f"{chat.address('transcript')}?token={chat.token}"), 401)


@pytest.mark.parametrize("cursor", [CANARY, "-1", "1.5", "", "9" * 13, "²", "٣", "1; DROP"])
async def test_a_cursor_that_is_no_number_is_explained(chat: Chat, cursor: str):
    headers = {**chat.headers, "Last-Event-ID": cursor}
    await check(await chat.client.get(chat.address("events"), headers=headers), 400, "getal")


@pytest.mark.parametrize("act", ["messages", "handover"])
async def test_acting_in_a_closed_conversation_is_explained(chat: Chat, act: str):
    await chat.post("close")
    await check(await chat.post(act, GOOD.get(act)), 409, "afgesloten")


async def test_a_client_id_that_belongs_to_another_text_is_explained(chat: Chat):
    await chat.say("wat is OCAD?")
    await check(await chat.say(CANARY), 422, "client_id")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/conversations", "POST"),
        ("PUT", "/api/conversations/kanarie/messages", "POST"),
        ("POST", "/api/conversations/kanarie/transcript", "GET,HEAD"),
        ("POST", "/health", "GET,HEAD"),
        ("OPTIONS", "/api/conversations", "POST"),
    ],
)
async def test_a_method_that_is_not_allowed_is_explained(
    client: TestClient, method: str, path: str, allowed: str
):
    response = await client.request(method, path)
    await check(response, 405, "bewerking")
    assert response.headers["Allow"].replace(" ", "") == allowed


@pytest.mark.parametrize(
    "path",
    [
        "/kanarie",
        "/api/kanarie",
        "/api/conversations/a/b/kanarie",
        "/demo/kanarie",
        "/panel/",
        "/.git/config",
        "/docs",
    ],
)
async def test_an_address_that_leads_nowhere_is_explained(client: TestClient, path: str):
    await check(await client.get(path), 404)


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2fpyproject.toml", "%2e%2e%2fdemo.html", "..%5cdemo.html", "%2fetc%2fpasswd", "loader.js%00.css",
        "panel.html", "demo.html", "dist%2floader.js", "LOADER.JS", "%252e%252e%252fpackage.json", "loader.js.map",
    ],
)  # fmt: skip
async def test_a_file_of_the_widget_is_reached_by_its_name_only(client: TestClient, name: str):
    response = await client.get(URL(f"/widget/{name}", encoded=True))
    await check(response, 404)


async def test_a_database_that_does_not_answer_is_explained(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
):
    def refuse(_: object) -> None:
        raise Unavailable("De databank antwoordt niet.")

    monkeypatch.setattr(chat.client.app[DATABASE], "write", refuse)
    response = await chat.say(CANARY)
    await check(response, 503, "databank")
    assert response.headers["Retry-After"] == "2"
    health = await chat.client.get("/health")
    assert (health.status, await health.json()) == (503, {"database": False, "engine": False})


async def test_a_filter_that_breaks_lets_nothing_through(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
):
    def fail(_: str) -> None:
        raise FilterFailed("Uw bericht is niet bewaard.")

    monkeypatch.setattr(filtering, "find", fail)
    await check(await chat.say(CANARY), 500, "niet bewaard")
    text = await (await chat.client.get(chat.address("transcript"), headers=chat.headers)).text()
    assert CANARY not in text


async def test_an_error_that_nobody_foresaw_tells_nothing(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fail(text: str) -> None:
        raise RuntimeError(f"binnenkant {text}")

    monkeypatch.setattr(conversations, "check", fail)
    response = await chat.say(CANARY)
    await check(response, 500)
    assert "binnenkant" not in await response.text()
    assert CANARY not in caplog.text


async def test_a_stream_ends_cleanly_when_the_database_goes_away(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
):
    """The reader connects again and resumes; an error page in the middle of a stream would be garbage."""

    async def refuse(_: object) -> None:
        raise Unavailable("De databank antwoordt niet.")

    async with chat.client.get(chat.address("events"), headers=chat.headers) as stream:
        assert (await stream.content.readline()) == b"id: 1\n"
        monkeypatch.setattr(chat.client.app[DATABASE], "read", refuse)
        chat.client.app[WAKEUPS].notify(ConversationId(chat.id))
        rest = await asyncio.wait_for(stream.content.read(), 5)
    assert b"HTTP/1.1" not in rest


async def test_a_stream_ends_when_the_server_stops(chat: Chat):
    async with chat.client.get(chat.address("events"), headers=chat.headers) as stream:
        assert (await stream.content.readline()) == b"id: 1\n"
        await chat.client.app.shutdown()
        await asyncio.wait_for(stream.content.read(), 2)
