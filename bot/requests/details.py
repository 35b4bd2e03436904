"""Contact details in a message that answers something else: sealed by the gateway, they are never overlooked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.requests.kinds import FORMS, Field, RequestKind
from bot.requests.refusing import unanswered
from bot.requests.said import Said

LOST = "Ik kon uw gegevens niet veilig bewaren. Typ ze nog eens, op één lijn: naam, e-mailadres of telefoon."
_INSTEAD = re.compile(
    r"\b(?:fout\w*|verkeerd\w*|klopt niet|niet juist|niet correct|niet meer|niet langer|in plaats van|ipv|"
    r"vergeet|wis|verwijder|"
    r"niet mailen|niet bellen|liever|niet (?:op|via))\b",
    re.IGNORECASE,
)
ASK_AGAIN = "Uw gegevens zijn bewaard. Stel uw vraag gerust nog eens."
"""A message that asks something and holds details does one thing: the details may not be lost."""

_REACHED = r"\[(?:EMAIL|TELEFOON)-\d+\]"
_PLACE = r"\[(?:EMAIL|TELEFOON|PERSOON)-\d+\]"
_AROUND = (
    r"(?:nee|neen|ja|ok|oke|sorry|oei|oeps|wacht|fout|correctie|eigenlijk|toch|liever|maar|het|de|dat|dit|mijn|onze?|"
    r"juiste?|nieuwe?|ander|is|wordt|moet|zijn|ik|ben|heet|u|je|kunt|kan|mag|mij|me|ons|bel|bellen|mail|mailen|stuur|bereik|"
    r"bereiken|bereikbaar|te|via|op|naar|aan|of|en|met|naam|nummer|e-?mail(?:adres)?|mailadres|adres|telefoon(?:nummer)?|"
    r"tel|gsm(?:-?nummer)?|contact(?:gegevens)?|gegevens|wijzig|verander|pas|in|niet|juist|daarnet|gaf|verkeerd)"
)
_DETAILS = re.compile(
    rf"(?:\b{_AROUND}\b[\s:,.=]*)*{_PLACE}(?:\W*(?:{_PLACE}|(?:en|of|{_AROUND})\b\W*(?={_PLACE})))*",
    re.IGNORECASE,
)
_ONLY_AROUND = re.compile(rf"\W*(?:{_AROUND}\b\W*)*", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:zijn|haar|hun|diens|z'n|d'r) (?:\w+ )?(?:nummer|e-?mail\w*|mail\w*|adres|telefoon\w*|gsm\w*)\b",
    re.IGNORECASE,
)
""" "Haar nummer is" tells of somebody else; "moet zijn" does not."""


def gives_details(said: Said) -> bool:
    """Whether a message holds the speaker's own contact details, sealed."""
    return said.contact is not None and not tells_of_another(said.text)


def tells_of_another(text: str) -> bool:
    """Whether a message gives the number or the address of somebody else."""
    return _OF_OTHERS.search(text) is not None


def come_instead(text: str) -> bool:
    """Whether new contact details come in place of all that were given before: "mijn mailadres klopt niet, bel …"."""
    return _INSTEAD.search(text) is not None


def were_lost(said: Said) -> bool:
    """Whether a message holds details that nobody sealed."""
    return said.contact is None and re.search(_REACHED, said.text) is not None


def without_details(said: Said, role: str | None = None) -> Said:
    """The message without its contact details, the role and the words around them; empty when it says nothing else."""
    text = _DETAILS.sub(" ", said.text)
    if role is not None:
        text = re.sub(rf"(?:\b(?:ik ben|als)\s+(?:een\s+)?)?\b{re.escape(role)}\b\W*", " ", text)
    rest = " ".join(text.split()).strip(" ,;.:-!")
    rest = re.sub(r"^(?:en|maar)\s+|\s+(?:en|maar)$", "", rest, flags=re.IGNORECASE)
    return replace(said, text="" if _ONLY_AROUND.fullmatch(rest) else rest, contact=None)


def function_beside(
    kind: RequestKind, role: str | None, known: Mapping[Field, Any]
) -> dict[Field, Any]:
    """The function of who names a role beside his details, where the form asks one and none was given."""
    none = (None, unanswered(Field.FUNCTIE, optional=False, refused=True))
    asked = Field.FUNCTIE in FORMS[kind].fields and known.get(Field.FUNCTIE) in none
    return {Field.FUNCTIE: role} if role is not None and asked else {}


def with_details(
    values: Mapping[Field, Any], which: Field, contact: str | None
) -> dict[Field, Any]:
    """What a message fills in with its details; a yes beside new ones is no yes to what was shown before."""
    return {
        **{one: value for one, value in values.items() if one is not Field.AKKOORD},
        which: contact,
    }
