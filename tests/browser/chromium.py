"""A real Chromium, as tests and benchmarks start it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright

DESKTOP = {"width": 1280, "height": 800}

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The panel is an iframe of another origin. Debian's Chromium blocks third-party cookies by default,
# and with them the localStorage of such an iframe: the widget then keeps the chat in memory, and a
# reload begins a new one. Most tests ask what the widget does where storage is allowed.
PREFERENCES: dict[str, Any] = {
    "profile": {"cookie_controls_mode": 0, "block_third_party_cookies": False}
}


def launch(
    playwright: Playwright, profile: Path, preferences: dict[str, Any] = PREFERENCES
) -> BrowserContext:
    """A browser with a profile of its own, as a Flemish civil servant has it."""
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(preferences))
    browser = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium"),
        args=ARGUMENTS,
        locale="nl-BE",
        timezone_id="Europe/Brussels",
        viewport=DESKTOP,
        reduced_motion="reduce",
    )
    browser.set_default_timeout(15_000)
    return browser
