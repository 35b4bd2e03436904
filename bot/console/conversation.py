"""One conversation: what was said and understood, and what a colleague can do with it."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.console import phrases
from bot.console.acting import library, note_view
from bot.console.guard import needs
from bot.console.render import page
from bot.console.talk import read_talk
from bot.conversations.tokens import ConversationId
from bot.gateway.keys import DATABASE, SETTINGS
from bot.knowledge.catalogue import Audience
from bot.privacy.spans import Kind
from bot.registration.models import Outcome
from bot.staff.roles import Right

OUTCOMES = (Outcome.ANSWERED, Outcome.REFERRED, Outcome.OUT_OF_SCOPE, Outcome.CONVERSATION)
"""With what a colleague closes, by the digit that chooses it."""

DONE = {
    "overgenomen": "U hebt dit gesprek overgenomen. De assistent zwijgt.",
    "wachtrij": "Het gesprek staat weer in de wachtrij.",
    "assistent": "De assistent antwoordt weer.",
    "doorgegeven": "Het gesprek is doorgegeven.",
    "antwoord": "Uw antwoord is verstuurd.",
    "nota": "De nota is bewaard. De bezoeker ziet ze niet.",
    "verwezen": "De doorverwijzing is getoond en geteld.",
    "gegevens": "De gegevens zijn aangepast.",
    "onderwerp": "De onderwerpen zijn aangepast.",
    "test": "Aangepast: testgesprekken tellen niet mee in de cijfers.",
    "afgesloten": "Het gesprek is afgesloten.",
    "heropend": "U hebt dit gesprek heropend.",
}
"""What the page says after an act, by the key in its address."""

MASKED = {
    Kind.RIJKSREGISTER: "een rijksregisternummer",
    Kind.IDENTITEITSBEWIJS: "het nummer van een identiteitsbewijs",
    Kind.IBAN: "een rekeningnummer",
    Kind.EMAIL: "een e-mailadres",
    Kind.TELEFOON: "een telefoonnummer",
    Kind.NUMMERPLAAT: "een nummerplaat",
    Kind.SOCIALEMEDIA: "een profiel op sociale media",
    Kind.GEBOORTEDATUM: "een geboortedatum",
    Kind.ADRES: "een adres",
    Kind.NAAM: "een naam",
    Kind.LEEFTIJD: "een leeftijd",
    Kind.SCHOOL: "een school",
}
"""What the privacy filter took out, in words."""


def conversation_id(request: web.Request) -> ConversationId:
    """The conversation that the address names."""
    return ConversationId(request.match_info["id"])


@needs(Right.SEE_CONVERSATIONS)
async def show(request: web.Request) -> web.StreamResponse:
    """The page."""
    await note_view(request, f"gesprek:{conversation_id(request)}")
    return await render(request)


@needs(Right.SEE_CONVERSATIONS)
async def now(request: web.Request) -> web.StreamResponse:
    """The page again, for the script that refreshes it."""
    await note_view(request, f"gesprek:{conversation_id(request)}", refreshed=True)
    return await render(request)


async def render(
    request: web.Request,
    *,
    status: int = 200,
    problem: str = "",
    typed: dict[str, Any] | None = None,
) -> web.Response:
    """The page, after a refused act with why, and with what was typed; raises Unknown."""
    conversation, known = conversation_id(request), library(request)
    folder = request.config_dict[SETTINGS].knowledge
    talk = await request.config_dict[DATABASE].read(
        lambda session: read_talk(session, conversation)
    )
    chosen = request.query.get("sjabloon")
    draft = phrases.phrase(chosen, folder, known, talk) if chosen else ""
    return page(
        request,
        "conversation.html.j2",
        status=status,
        talk=talk,
        line=talk.line,
        library=known,
        audiences=Audience,
        outcomes=OUTCOMES,
        phrases=phrases.titles(folder, known, talk),
        problem=problem,
        just_claimed=request.query.get("gedaan") == "overgenomen",
        said=DONE.get(request.query.get("gedaan", ""), ""),
        masked=_masked(request.query.get("gemaskeerd", "")),
        typed={"antwoord": draft, "nota": "", **(typed or {})},
    )


def _masked(kinds: str) -> list[str]:
    """What the privacy filter took out of the last text, in words."""
    named = kinds.split(",")
    return [words for kind, words in MASKED.items() if kind.value in named]
