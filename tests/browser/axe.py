"""What axe finds wrong on a page, or in the frame of the chat, in words."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Each frame is judged by itself: axe cannot look from one origin into another.
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations", "incomplete"], "iframes": False}

FRAMES = "frame-tested"
"""Listed: each frame is judged by itself."""
CONTRAST = "color-contrast"
"""Listed where a menu or a dialog lies over the page (what lies under it is judged in the other states), and where the
visitor's own colours are forced."""

UNROLL = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html, body, main, .log { height: auto !important; overflow: visible !important; flex: none; }");
  document.adoptedStyleSheets = [sheet];
}
"""
"""Shows all of the log at once: axe cannot judge the contrast of what is scrolled away."""


def violations(place: Page | Frame, *listed: str) -> str:
    """What axe finds wrong, or cannot decide without that being listed, to read; empty when that is nothing."""
    found = _found(place)
    undecided = [one for one in found["incomplete"] if one["id"] not in (FRAMES, *listed)]
    return _told([*found["violations"], *undecided])


def certain(place: Page | Frame) -> str:
    """What axe is sure is wrong, to read; empty when that is nothing."""
    return _told(_found(place)["violations"])


def _found(place: Page | Frame) -> dict[str, Any]:
    # Before its styles are there, a page has other sizes.
    place.wait_for_load_state("load")
    if "/panel?" in place.url:
        place.evaluate(UNROLL)
    found: dict[str, Any] = Axe().run(place, options=OPTIONS).response
    return found


def _told(rules: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"{one['id']}: {node['target']} {(node['any'] or [{'message': ''}])[0]['message']}"
        for one in rules
        for node in one["nodes"]
    )
