"""Every example of docs/nl/chat-op-uw-site.md, as it stands there, on a page of another origin."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.settings import PROJECT
from tests.browser.hosts import TEXT, HostSite, choose, serve_host
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

GUIDE = (PROJECT / "docs/nl/chat-op-uw-site.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(html|twig|php)\n(.*?)```", GUIDE, re.DOTALL)
POLICIES = re.findall(r"```\n(script-src.*?)\n```", GUIDE)


@pytest.fixture(scope="module")
def host(server: Server) -> Iterator[HostSite]:
    """The web site of the guide."""
    with serve_host() as site:
        choose(server, "add", "mijngemeente", "--origin", site.origin, "--municipality", "44021")
        yield site


def on_page(kind: str, example: str, server: Server) -> str:
    """What a browser gets of an example: of PHP the line that it writes."""
    if kind == "php":
        example = "".join(re.findall(r"echo '(.*?)';", example))
    return example.replace("https://chat.voorbeeld.be", server.url)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_gives_the_chat(
    number: int, page: Page, watch: Watch, server: Server, host: HostSite
):
    watch.allow(host.port, "127.0.0.2")
    kind, example = EXAMPLES[number]
    policy = "script-src 'nonce-NONCE'; frame-src " + server.url if "nonce=" in example else None
    page.goto(host.put("/", TEXT + on_page(kind, example, server), policy=policy))
    if "inline" not in example:
        page.get_by_role("button", name="Vraag het Wegwijs").click()
    log = page.frame_locator("iframe").get_by_role("log")
    expect(log).to_contain_text("automatische assistent")


def test_the_policy_of_the_guide_is_enough(
    page: Page, watch: Watch, server: Server, host: HostSite
):
    watch.allow(host.port, "127.0.0.2")
    policy = POLICIES[0].replace("https://chat.voorbeeld.be", server.url)
    page.goto(
        host.put(
            "/",
            TEXT + on_page(*EXAMPLES[0], server),
            policy=f"default-src 'none'; img-src data:; {policy}",
        )
    )
    page.get_by_role("button", name="Vraag het Wegwijs").click()
    log = page.frame_locator("iframe").get_by_role("log")
    expect(log).to_contain_text("automatische assistent")
