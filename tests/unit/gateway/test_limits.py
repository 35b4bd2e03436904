"""A flood costs who sends it, a town hall behind one address costs nobody anything (RELIABILITY.md S11, S12)."""

from __future__ import annotations

import random
import time

import pytest
from aiohttp.test_utils import TestClient, make_mocked_request

from bot.errors import Overloaded
from bot.gateway.addresses import client_address
from bot.gateway.app import create_app
from bot.gateway.limits import Limits
from bot.settings import Settings
from tests.unit.gateway.conftest import Chat
from tests.unit.gateway.test_danger import DANGER
from tests.unit.gateway.test_problems import check

TOWN_HALL = "192.0.2.1"


class Clock:
    """Time as a test wants it."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


async def say(chat: Chat, count: int, text: str = "wat is OCAD?") -> list[int]:
    """Post messages as fast as they go; gives each status."""
    return [(await chat.say(text, client_id=f"nr{i}")).status for i in range(count)]


async def test_a_sixth_message_within_five_seconds_is_refused_with_the_time_to_wait(chat: Chat):
    assert await say(chat, 5) == [202] * 5
    refused = await chat.say("en LIVC?", client_id="zes")
    await check(refused, 429, "wacht even")
    assert 1 <= int(refused.headers["Retry-After"]) <= 5


async def test_a_refused_message_that_holds_danger_gets_the_numbers(chat: Chat):
    await say(chat, 5)
    refused = await chat.say(DANGER, client_id="zes")
    assert refused.status == 429
    assert "112" in (await refused.json())["detail"]


async def test_who_lacks_the_token_uses_up_nobodys_share(chat: Chat):
    stranger = Chat(chat.client, chat.id, "geraden")
    assert await say(stranger, 6) == [401] * 6
    assert (await chat.say("wat is OCAD?")).status == 202


async def test_a_minute_takes_twenty_messages_of_one_conversation(clock: Clock):
    limits, taken = Limits(), 0
    for _ in range(60):
        clock.now += 1
        try:
            limits.message("gesprek", TOWN_HALL, "demo")
            taken += 1
        except Overloaded as refusal:
            refused = refusal
    assert taken == 20
    clock.now += refused.retry_after
    limits.message("gesprek", TOWN_HALL, "demo")


def test_one_address_opens_thirty_conversations_a_minute_on_a_site(clock: Clock):
    limits = Limits()
    for _ in range(30):
        limits.opening(TOWN_HALL, "demo")
    with pytest.raises(Overloaded):
        limits.opening(TOWN_HALL, "demo")
    limits.opening(TOWN_HALL, "andere-site")
    limits.opening("192.0.2.2", "demo")
    clock.now += 61
    limits.opening(TOWN_HALL, "demo")


def test_many_conversations_of_one_address_send_three_hundred_messages_a_minute(clock: Clock):
    limits = Limits()
    for number in range(300):
        limits.message(f"gesprek {number}", TOWN_HALL, "demo")
    with pytest.raises(Overloaded):
        limits.message("gesprek 300", TOWN_HALL, "demo")


def test_two_hundred_people_behind_one_address_chat_an_hour_unhindered(clock: Clock):
    """Each opens a chat at some moment of a busy quarter and asks ten questions, 20 to 90 seconds apart."""
    dice, limits = random.Random(7), Limits()
    moments = []
    for person in range(200):
        at = dice.uniform(0, 900)
        moments.append((at, person, True))
        for _ in range(10):
            at += dice.uniform(20, 90)
            moments.append((at, person, False))
    began = clock.now
    for at, person, opens in sorted(moments):
        clock.now = began + at
        if opens:
            limits.opening(TOWN_HALL, "demo")
        else:
            limits.message(f"gesprek {person}", TOWN_HALL, "demo")


async def test_streams_and_transcripts_are_counted_generously(chat: Chat):
    statuses = [
        (await chat.client.get(chat.address("transcript"), headers=chat.headers)).status
        for _ in range(121)
    ]
    assert statuses == [200] * 120 + [429]
    events = await chat.client.get(chat.address("events"), headers=chat.headers)
    await check(events, 429, "wacht even")


async def test_opening_in_a_loop_is_refused_in_words(client: TestClient):
    for _ in range(30):
        assert (await client.post("/api/conversations", json={})).status == 201
    await check(await client.post("/api/conversations", json={}), 429, "netwerk")


def test_limits_can_be_widened_and_taken_away():
    for width, most in ((2, 60), (0, 500)):
        limits = Limits(width)
        for _ in range(most):
            limits.opening(TOWN_HALL, "demo")


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "6.6.6.6, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1, kanarie", "10.0.0.5"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("::ffff:10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
    ],
)
def test_a_forwarded_address_counts_only_when_a_listed_proxy_names_it(
    peer: str, forwarded: str, client: str
):
    app = create_app(Settings.from_environment({"WEGWIJS_TRUSTED_PROXIES": "10.0.0.0/8"}))
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = make_mocked_request("GET", "/", headers=headers, app=app).clone(remote=peer)
    assert client_address(request) == client
