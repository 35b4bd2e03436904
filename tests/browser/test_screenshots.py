"""Pictures of every state in .build/screenshots/, for people to look at. Nothing is compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.chat import Chat
from tests.browser.states import STATES
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

SIZES = {"desktop": (1280, 800), "phone": (375, 812)}
NAMES = {
    "closed": "dicht",
    "open": "open",
    "answer": "antwoord",
    "referral": "doorverwijzing",
    "safety": "gevaar",
    "clarify": "keuze",
    "waiting": "wachten-op-iemand",
    "ended": "afgesloten",
    "menu": "menu",
    "erasing": "wissen",
    "searching": "zoeken",
    "offline": "zonder-verbinding",
    "too long": "te-lang",
    "personal": "persoonsgegeven",
    "judged": "niet-nuttig",
    "soon over": "bijna-afgesloten",
}


@pytest.mark.parametrize("size", SIZES)
def test_every_state_is_pictured(
    size: str, page: Page, watch: Watch, server: Server, screenshots: Path
):
    assert NAMES.keys() == STATES.keys()
    watch.provoke("ERR_INTERNET_DISCONNECTED|ERR_ABORTED")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for state, reach in STATES.items():
        picture(Chat(page, server), reach, screenshots / f"widget-{size}-{NAMES[state]}.png")


def picture(chat: Chat, reach: Callable[[Chat], None], path: Path) -> None:
    """A new conversation in one state."""
    chat.visit()
    reach(chat)
    chat.page.screenshot(path=path)
    chat.page.context.set_offline(False)
    for frame in chat.page.frames:
        if "/panel?" in frame.url:
            frame.evaluate("localStorage.clear(); sessionStorage.clear()")
