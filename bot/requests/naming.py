"""The names that visitors give the fields of a form, and the field that they say is wrong."""

from __future__ import annotations

import re

from bot.requests.kinds import Field

NAMES = {
    Field.GEMEENTE: r"gemeente(?:naam)?|stad",
    Field.ONDERWERP: r"onderwerp|thema",
    Field.PERIODE: r"periode|datum|data|wanneer|tijdstip|moment|maand",
    Field.FUNCTIE: r"functie|job|beroep|rol",
    Field.CONTACT: r"contact\w*|e-?mail\w*|mail\w*|telefoon\w*|gsm\w*|nummer|gegevens|naam",
    Field.WANNEER: r"moment|uur|wanneer(?: bellen)?|datum|dag|tijdstip|tijd",
    Field.TELEFOON: r"telefoon\w*|gsm\w*|nummer|e-?mail\w*|mail\w*|contact\w*|gegevens|naam",
}

_AROUND = (
    r"(?:nee|neen|sorry|oeps|oei|ja|ik|wil|wou|zou|graag|toch|nog|even|eens|maar|de|het|mijn|ons|onze|uw|is|zijn|was|wordt|"
    r"dat|er|in|aan|klopt|kan|kunt|mag|moet|u|of|en|voor|aub|alsjeblieft|alstublieft|opnieuw)"
)
_WRONG = (
    r"(?:niet(?: juist| correct| goed)?|fout|foutief|fouten|verkeerd|onjuist|anders|wijzig\w*|verander\w*|aanpassen|"
    r"pas aan|pas|aangepast|verbeter\w*|corrig\w+|wisselen|herzien|mis)"
)


_ALL_WRONG = re.compile(
    r"\W*(?:(?:nee|neen|sorry|oei|oeps|maar|ja)\b\W*)*"
    r"(?:(?:dat|dit|het|alles) (?:is|klopt|was) (?:helemaal |toch |allemaal )?"
    r"(?:niet(?: juist| correct| waar| goed)?|fout|foutief|verkeerd|onjuist)|"
    r"er (?:is|zit) (?:iets|een fout|iets fout)(?: fout| mis| in)?|niet juist|niet correct|"
    r"ik wil (?:iets|nog iets) (?:wijzigen|veranderen|aanpassen))\W*",
    re.IGNORECASE,
)
_STRICTLY = re.compile(
    r"\b(?:niet|fout|foutief|verkeerd|onjuist|wijzig|wijzigen|verander|veranderen|aanpassen|pas)\b",
    re.IGNORECASE,
)


def says_wrong(text: str) -> bool:
    """Whether a message calls something wrong and does not say what: "dat is niet juist"."""
    return _ALL_WRONG.fullmatch(text) is not None


def named_wrong(
    fields: tuple[Field, ...], text: str, *, changing: bool = False, strictly: bool = False
) -> Field | None:
    """The field that a message calls wrong without a new value: "het onderwerp klopt niet".

    When `changing`, the visitor was asked which, and the name alone will do; `strictly` where the words may be a
    subject: "veranderingen in de stad".
    """
    if strictly and not _STRICTLY.search(text):
        return None
    return next((one for one in fields if _is_wrong(one, text, changing=changing)), None)


def _is_wrong(field: Field, text: str, *, changing: bool) -> bool:
    words = rf"(?:{_AROUND}|{_WRONG}|(?P<name>{NAMES[field]})|{'|'.join(NAMES.values())})"
    if text.strip(" .!").casefold() == f"wijzig: {field.label}".casefold():
        return True
    found = re.fullmatch(rf"\W*(?:{words}\b\W*)+", text, re.IGNORECASE)
    if found is None or found["name"] is None:
        return False
    return changing or bool(re.search(rf"\b{_WRONG}\b", text, re.IGNORECASE))
