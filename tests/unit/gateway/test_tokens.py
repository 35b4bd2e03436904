"""What a message carries beside its text is no way around the privacy filter."""

from __future__ import annotations

import asyncio
import uuid

import pytest

from bot.gateway.filtering import Filter
from bot.gateway.schemas import NewMessage
from bot.gateway.tokens import check_tokens
from bot.knowledge.library import load_library
from bot.settings import PROJECT
from tests.unit.gateway.conftest import Chat
from tests.unit.gateway.test_danger import DANGER
from tests.unit.gateway.test_problems import check


@pytest.mark.parametrize(
    "choice",
    [
        "onderwerp",
        "onderwerp:nergens",
        "onderwerp:85073003328",
        "doelgroep:nergens",
        "doelgroep",
        "medewerker:jan",
        "overslaan:x",
        "aanvraag:nergens",
        "veld:naam",
        "stop:x",
        "waarde:85073003328",
    ],
)
async def test_a_choice_that_nothing_offers_is_refused(chat: Chat, choice: str):
    await check(await chat.say("Kies", choice=choice), 400, "keuze")


@pytest.mark.parametrize(
    "choice",
    [
        "onderwerp:ocad",
        "doelgroep:gemeente",
        "medewerker",
        "overslaan",
        "veld:contact",
        "waarde:44021",
        "stop",
    ],
)
async def test_a_choice_that_is_offered_is_taken(chat: Chat, choice: str):
    assert (await chat.say("Kies", choice=choice)).status == 202


@pytest.mark.parametrize("client_id", ["85.07.30-033.28", "0474.12.34.56", "BE68539007547034"])
async def test_personal_data_as_client_id_is_refused(chat: Chat, client_id: str):
    await check(await chat.say("wat is OCAD?", client_id=client_id), 400, "client_id")


async def test_no_random_client_id_is_taken_for_personal_data():
    library = load_library(PROJECT / "knowledge")
    made = [uuid.uuid4() for _ in range(300)]
    await asyncio.gather(
        *(
            check_tokens(NewMessage(client_id=written, text="x"), library, Filter())
            for one in made
            for written in (str(one), one.hex, str(one).upper())
        )
    )


async def test_a_refused_choice_with_danger_in_its_text_gets_the_numbers(chat: Chat):
    refused = await chat.say(DANGER, choice="onderwerp:nergens")
    assert "112" in (await refused.json())["detail"]
