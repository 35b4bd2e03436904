"""What a message carries beside its text, client_id and choice, is stored as it is: so none of it may hold anything."""

from __future__ import annotations

import re

from bot.errors import InvalidInput
from bot.gateway.filtering import Filter
from bot.gateway.schemas import NewMessage
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.requests.kinds import FORMS, Field

_UUID = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.IGNORECASE
)


async def check_tokens(body: NewMessage, library: Library, filter: Filter) -> None:
    """Raises InvalidInput for a choice that nothing offers, and for personal data in a choice or a client_id."""
    if body.choice is not None:
        kind, _, value = body.choice.partition(":")
        known = _offered(library).get(kind)
        if (known is not None and value not in known) or await _personal(value, filter):
            raise InvalidInput("Deze keuze bestaat niet.")
    if not _UUID.fullmatch(body.client_id) and await _personal(body.client_id, filter):
        raise InvalidInput("De client_id mag geen persoonsgegeven zijn.")


def _offered(library: Library) -> dict[str, set[str]]:
    """The values of each kind of quick reply; what a form asks (`waarde`) has its own reader in bot.requests."""
    return {
        "onderwerp": set(library.articles),
        "doelgroep": set(Audience),
        "medewerker": {""},
        "wachten": {""},
        "assistent": {""},
        "overslaan": {""},
        "aanvraag": set(FORMS),
        "veld": set(Field),
        "stop": {""},
    }


async def _personal(token: str, filter: Filter) -> bool:
    return bool((await filter.find(token)).spans)
