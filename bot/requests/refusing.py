"""Who would rather not answer a field, does not know yet, or asks why it is asked."""

from __future__ import annotations

import re
from typing import Any

from bot.requests.kinds import SEALED, Field
from bot.requests.options import MOMENTS, PERIODS

_AROUND = r"(?:nee|neen|sorry|maar|dat|dit|het|ik|liever|eigenlijk|toch|u|hier|nu|nog|hoor)"
_REFUSES = re.compile(
    rf"\W*(?:{_AROUND}\b\W*)*(?:liever niet|niet (?:zeggen|geven|delen|invullen|kwijt)|"
    r"(?:zeg|geef|deel|vul|wil|vertel)\b[\w\s]{0,40}\bniet|gaat (?:u|jullie|je) niet aan|gaat niemand aan|privé|"
    r"geheim|geen(?: (?:onderwerp|functie|commentaar))?|sla (?:dit |dat )?over|overslaan|skip|nvt|n\.v\.t\.?|"
    r"niet van toepassing|(?:leg|zeg|vertel|bespreek) ik (?:dan |later |straks |wel |liever )*"
    r"(?:uit|zelf|aan de telefoon|bij het gesprek)?)\b"
    r"(?:\W+(?:zeggen|geven|invullen|delen|uit|aan de telefoon|hoor|wel|dan|mee))*\W*",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    rf"\W*(?:{_AROUND}\b\W*)*(?:geen idee|(?:we |wij )?wee?te?n? (?:ik |we |wij )?(?:het |dat |nog |echt )*"
    r"niet(?: goed| precies| zeker)?|(?:nog )?niet (?:bekend|geweten|beslist|zeker)|onbekend|"
    r"(?:nog )?te (?:bepalen|bekijken|bespreken)|(?:nog )?af te spreken|"
    r"kies(?:t u)? (?:zelf )?maar|(?:zeg|zegt) (?:u|jij|jullie) (?:het )?maar|geen voorkeur|"
    r"wanneer (?:het )?(?:u|jullie|je) past|ntb|n\.t\.b\.?)\b"
    r"(?:\W+(?:nog|eigenlijk|hoor|precies|maar|juist|zelf))*\W*",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\W*(?:en |maar )?(?:hoezo|(?:waarom|waarvoor)"
    r"(?=\W*$| (?:wil|wilt|vraag\w*|vragen|moet\w*|heb\w*|is dat|dat|dit|mijn)\b)|"
    r"is (?:dat|dit) (?:nodig|verplicht|echt nodig)|moet (?:ik )?(?:dat|dit)|"
    r"waar is (?:dat|dit) voor nodig)\b.*",
    re.IGNORECASE,
)
_WHAT_FOR = re.compile(
    r"\W*(?:en |maar )?(?:wat (?:doen|doet|gebeurt|gaan)|wie (?:ziet|leest|krijgt|heeft)|is (?:dat|dit) veilig|"
    r"hoe lang (?:bewaren|bewaart|houden))"
    r".*\b(?:nummer|mail\w*|e-?mail\w*|gsm\w*|telefoon\w*|gegevens|adres|veilig)\b.*",
    re.IGNORECASE,
)
_SEALED = (
    "Ze bewaart uw gegevens versleuteld, los van dit gesprek, en wist ze als de aanvraag afgesloten is. "
    "Zonder kan ik deze aanvraag niet doorgeven."
)

REASONS = {
    Field.GEMEENTE: "Zo weet de helpdesk voor wie ze werkt en welke collega u kan helpen. "
    "Zonder gemeente kan ik deze aanvraag niet doorgeven.",
    Field.ONDERWERP: "Zo kan de helpdesk zich voorbereiden. Enkele woorden volstaan.",
    Field.PERIODE: "Zo kan de helpdesk kijken wie er dan vrij is. Weet u het nog niet? Kies **Later, in overleg**.",
    Field.FUNCTIE: "Zo kan de helpdesk de uitleg aan u aanpassen. Zegt u het liever niet? Typ dan: liever niet.",
    Field.CONTACT: f"Alleen zo kan de helpdesk u antwoorden. {_SEALED}",
    Field.WANNEER: "Zo belt de helpdesk als het u past. Kies **Maakt niet uit** als alles goed is.",
    Field.TELEFOON: f"Alleen zo kan de helpdesk u terugbellen of mailen. {_SEALED}",
}
"""Why each field is asked."""


_UNANSWERED = {
    Field.PERIODE: PERIODS["later"],
    Field.WANNEER: MOMENTS["maakt_niet_uit"],
    Field.FUNCTIE: "niet opgegeven",
}


def refuses(text: str) -> bool:
    """Whether a message is no more than the wish not to answer: "dat zeg ik liever niet"."""
    return _REFUSES.fullmatch(text) is not None


def knows_not(text: str) -> bool:
    """Whether a message says that the answer is not known yet: "geen idee", "kies maar"."""
    return _UNKNOWN.fullmatch(text) is not None


def asks_why(field: Field, text: str) -> bool:
    """Whether a message asks why this field is asked, or what becomes of contact details."""
    return bool(_WHY.fullmatch(text) or (field in SEALED and _WHAT_FOR.fullmatch(text)))


def unanswered(field: Field, *, optional: bool, refused: bool) -> Any:
    """What stands for an answer that is not given; None where the helpdesk needs one."""
    if optional:
        return {"topic": None, "subject": None}
    if field is Field.ONDERWERP and not refused:
        return {"topic": None, "subject": "nog te bepalen"}
    return _UNANSWERED.get(field)
