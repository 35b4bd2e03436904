"""Cuts the network again and again in one chat in a real Chromium: nothing may be lost, doubled or out of order.

python -m benchmarks.cuts [--cuts 100] [--seed 8]
"""

from __future__ import annotations

import argparse
import copy
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chat import Chat
from tests.browser.chromium import launch
from tests.common.server import Server
from tests.common.wire import Wire, wire

BACK = 60_000
"""Milliseconds in which everything must have arrived after the last cut."""


@dataclass(frozen=True)
class Outcome:
    """What was left of a chat whose network was cut."""

    cuts: int
    connections: int
    """Open connections that were broken off by the cuts."""
    typed: list[str]
    stored: list[str]
    """What the log holds of the visitor, in order."""
    shown: list[str]
    """What the panel shows of the visitor, in order."""
    entries: int
    """Entries of the log, of everyone."""
    last_seq: int
    shown_entries: int
    seconds: float

    @property
    def is_whole(self) -> bool:
        """Nothing lost, doubled, out of order or missing a number, in the log and in the panel."""
        return (
            self.typed == self.stored == self.shown
            and self.entries == self.last_seq == self.shown_entries
        )


def run(page: Page, server: Server, network: Wire, *, cuts: int, seed: int) -> Outcome:
    """Ask one question a cut, and cut at a random moment of its journey."""
    chance, began = random.Random(seed), time.monotonic()  # noqa: S311
    chat = Chat(page, through(server, network))
    chat.visit()
    chat.open()
    typed = [f"Wat is dreigingsniveau {number}?" for number in range(1, cuts + 1)]
    for text in typed:
        chat.type(text)
        page.wait_for_timeout(chance.uniform(0, 400))
        network.is_down = chance.random() < 0.5
        network.cut()
        page.wait_for_timeout(chance.uniform(0, 600))
        network.is_down = False
    expect(chat.pending).to_have_count(0, timeout=BACK)
    return _outcome(chat, network, typed, cuts, began)


def through(server: Server, network: Wire) -> Server:
    """The server as who comes over this network reaches it."""
    reached = copy.copy(server)
    reached.port, reached.url = network.port, f"http://127.0.0.1:{network.port}"
    return reached


def _outcome(chat: Chat, network: Wire, typed: list[str], cuts: int, began: float) -> Outcome:
    conversation = chat.session["id"]
    unanswered = "SELECT count(*) FROM entries WHERE conversation_id = ? AND unanswered"
    deadline = time.monotonic() + BACK / 1000
    while chat.server.stored(unanswered, conversation) != [(0,)] and time.monotonic() < deadline:
        chat.page.wait_for_timeout(100)
    rows = chat.server.stored(
        "SELECT seq, sender, text FROM entries WHERE conversation_id = ? ORDER BY seq", conversation
    )
    expect(chat.entries).to_have_count(len(rows), timeout=BACK)
    return Outcome(
        cuts=cuts,
        connections=network.cuts,
        typed=typed,
        stored=[text for _, sender, text in rows if sender == "visitor"],
        shown=chat.said.all_text_contents(),
        entries=len(rows),
        last_seq=rows[-1][0],
        shown_entries=chat.entries.count(),
        seconds=time.monotonic() - began,
    )


def main() -> int:
    """Run and print; exit code 1 when something was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        try:
            server.wait_ready()
            browser = launch(playwright, Path(folder) / "chromium")
            with wire(server.port) as network:
                outcome = run(browser.new_page(), server, network, cuts=asked.cuts, seed=asked.seed)
            browser.close()
        finally:
            server.stop()
    print(
        f"{outcome.cuts} cuts ({outcome.connections} open connections) in {outcome.seconds:.0f} s: "
        f"typed {len(outcome.typed)}, stored {len(outcome.stored)}, shown {len(outcome.shown)}; "
        f"log {outcome.entries} entries, last number {outcome.last_seq}, shown {outcome.shown_entries}: "
        + ("nothing lost or doubled" if outcome.is_whole else "NOT WHOLE")
    )
    return 0 if outcome.is_whole else 1


if __name__ == "__main__":
    raise SystemExit(main())
