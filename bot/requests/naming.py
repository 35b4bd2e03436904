"""The names that visitors give the fields of a form, and the field that they say is wrong."""

from __future__ import annotations

import re

from bot.requests.kinds import Field

NAMES = {
    Field.GEMEENTE: r"gemeente|stad",
    Field.ONDERWERP: r"onderwerp",
    Field.PERIODE: r"periode|datum",
    Field.FUNCTIE: r"functie",
    Field.CONTACT: r"contact\w*|e-?mail\w*|mail\w*",
    Field.WANNEER: r"moment|uur",
    Field.TELEFOON: r"telefoon\w*|gsm\w*|nummer",
}

_AROUND = (
    r"(?:nee|neen|sorry|oeps|ja|ik|wil|wou|zou|graag|toch|nog|even|maar|de|het|mijn|ons|onze|uw|is|zijn|was|wordt|"
    r"dat|er|in|aan|klopt)"
)
_WRONG = (
    r"(?:niet(?: juist| correct| goed)?|fout|foutief|verkeerd|onjuist|anders|wijzig\w*|verander\w*|aanpassen|"
    r"pas aan|aangepast|verbeter\w*|corrigeren|wisselen)"
)


def named_wrong(fields: tuple[Field, ...], text: str, *, changing: bool = False) -> Field | None:
    """The field that a message calls wrong without a new value: "het onderwerp klopt niet".

    When `changing`, the visitor was asked which, and the name alone will do.
    """
    return next((one for one in fields if _is_wrong(one, text, changing=changing)), None)


def _is_wrong(field: Field, text: str, *, changing: bool) -> bool:
    words = rf"(?:{_AROUND}|{_WRONG}|(?P<name>{NAMES[field]}))"
    found = re.fullmatch(rf"\W*(?:{words}\b\W*)+", text, re.IGNORECASE)
    if found is None or found["name"] is None:
        return False
    return changing or bool(re.search(rf"\b{_WRONG}\b", text, re.IGNORECASE))
