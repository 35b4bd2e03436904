"""A visitor can see what would be stored before anything is sent."""

from __future__ import annotations

from .conftest import Chat

TEXT = "Sofie Maes maakt zich zorgen, bel 0474 12 34 56"


async def test_a_preview_shows_the_masked_text_and_stores_nothing(chat: Chat):
    shown = await chat.post("preview", {"text": TEXT})
    assert shown.status == 200
    assert await shown.json() == {
        "text": "[PERSOON-1] maakt zich zorgen, bel [TELEFOON-1]",
        "masked": ["naam", "telefoon"],
    }
    told = await chat.client.get(chat.address("transcript"), headers=chat.headers)
    assert "PERSOON" not in await told.text()


async def test_a_preview_needs_the_token_of_the_conversation(chat: Chat):
    refused = await chat.client.post(
        chat.address("preview"), json={"text": TEXT}, headers={"Authorization": "Bearer niets"}
    )
    assert refused.status in (401, 403)


async def test_a_person_keeps_the_number_in_the_next_message(chat: Chat):
    await chat.say("Sofie Maes en Mehmet Yilmaz komen langs")
    again = await chat.post("messages", {"client_id": "twee", "text": "Mehmet belde af"})
    assert (await again.json())["text"] == "[PERSOON-2] belde af"


async def test_a_retry_is_stored_once_with_the_same_numbers(chat: Chat):
    first = await (await chat.say(TEXT)).json()
    assert await (await chat.say(TEXT)).json() == first
