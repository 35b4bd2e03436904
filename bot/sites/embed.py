"""The code that a web master pastes, made for one site and one server."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from bot.sites.look import Look

ROOM = "<style>wegwijs-chat { display: block; height: 640px; }</style>"
"""Keeps the place free until the script is there: without it the page shifts."""


@dataclass(frozen=True)
class Snippet:
    """One way to put the chat on a page."""

    key: str
    name: str
    what_for: str
    code: str


def snippets(server: str, site: str, look: Look) -> tuple[Snippet, ...]:
    """Every way; `server` is the address of Wegwijs without a path."""
    script = f"{server}/widget/loader.js"
    link = f'<a href="{server}/chat/{site}">{escape(look.button)}</a>'
    return (
        Snippet(
            "knop",
            "Knop op elke pagina",
            "Plak deze regel één keer, net voor </body>, in het sjabloon van de site.",
            f'<script src="{script}" data-site="{site}" defer></script>',
        ),
        Snippet(
            "link",
            "Knop met een link die altijd werkt",
            "De link opent de chat op de pagina zelf. Zonder script leidt hij naar de chat als gewone pagina.",
            f'{link}\n<script src="{script}" data-site="{site}" defer></script>',
        ),
        Snippet(
            "component",
            "Chat in de pagina",
            "De chat staat op zijn plaats in de tekst, zonder knop. De link is er voor wie geen script heeft.",
            f"{ROOM}\n"
            f'<wegwijs-chat site="{site}" inline>{link}</wegwijs-chat>\n'
            f'<script src="{script}" defer></script>',
        ),
        Snippet(
            "taal",
            "Op een Franse, Engelse of Duitse pagina",
            "De chat blijft Nederlands en zegt dat; wat eromheen staat, is in de taal die u opgeeft: fr, en of de.",
            f'<a href="{server}/chat/{site}?lang=fr">{escape(look.button)}</a>\n'
            f'<script src="{script}" data-site="{site}" data-lang="fr" defer></script>',
        ),
        Snippet(
            "nonce",
            "Met een nonce",
            "Voor een site die elk script een nonce geeft. Vervang NONCE door de waarde van dat antwoord.",
            f'<script src="{script}" data-site="{site}" nonce="NONCE" defer></script>',
        ),
    )


def policy(server: str) -> str:
    """What the content security policy of the page must allow, and nothing besides."""
    return f"script-src {server}; frame-src {server}"
