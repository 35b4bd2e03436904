"""The wish to go back to the question before, to leave its answer as it was, to go on, and to send before the end."""

from __future__ import annotations

import re

_AROUND = (
    r"(?:nee|neen|sorry|oeps|wacht|ok|oke|ik|wil|wou|kan|mag|graag|even|eens|nog|toch|ga|gaan|gaat|keer|keren|we|naar|"
    r"de|het|een|aub|alsjeblieft|alstublieft|maar|nu)"
)
_BACK = re.compile(
    rf"\W*(?:{_AROUND}\b\W*)*"
    r"(?:(?:stap|stapje|vraag) terug|terug(?:keren|gaan)?|vorige?(?: (?:stap|vraag|scherm))?|back|undo)"
    rf"(?:\W+(?:{_AROUND}|vorige|vraag|stap)\b)*\W*",
    re.IGNORECASE,
)


def goes_back(text: str) -> bool:
    """Whether a message is nothing but the wish to go back: "vorige", "stap terug"."""
    return _BACK.fullmatch(text) is not None


_KEEPS = re.compile(
    r"\W*(?:(?:nee|neen|ok|oke|ja|sorry|eigenlijk|toch|maar|dan)\b\W*)*"
    r"(?:laat (?:het |dat |die |deze |ze |maar |toch )*(?:zo|staan|zitten)|laat maar|"
    r"hou(?:d|den)? (?:het |dat )?(?:zo|hierbij)|zo laten|laten staan|behoud(?:en)?|ongewijzigd(?: laten)?|"
    r"niet (?:wijzigen|veranderen|aanpassen)|blijft (?:zo|hetzelfde|gelijk)|"
    r"(?:dat |het |die )?klopt(?: wel| toch| al)?|"
    r"(?:dat|het) is (?:goed|juist|in orde)|in orde|ok|oke|ja|hetzelfde|verder|ga verder|volgende|doorgaan)\b"
    r"\W*(?:zo|maar|hoor|aub)?\W*",
    re.IGNORECASE,
)


def keeps(text: str) -> bool:
    """Whether a message behind a question that was answered before leaves that answer as it is."""
    return _KEEPS.fullmatch(text) is not None


_REQUEST = r"(?:de|het|mijn|onze|uw|deze|dit|die) (?:aanvraag|formulier|verzoek)"
_RESUMES = re.compile(
    r"\W*(?:(?:ja|ok|oke|sorry|nee|ik|we|wij|wil|willen|wou|zou|kan|kunnen|mag|ga|gaan|laten|laat|ons|graag|toch|nu|ook|"
    r"weer|nog|even|eens|maar|liever|alsnog|terug)\b\W*)*"
    rf"(?:(?:verder|verdergaan|doorgaan|door|voort|voortgaan)(?: (?:gaan|doen|doe))? met {_REQUEST}|"
    rf"(?:hervat|hervatten|herneem|hernemen|vervolledig|vervolledigen|voltooi|voltooien) {_REQUEST}|"
    rf"{_REQUEST}(?: \b(?:toch|nog|graag|alsnog|nu|weer|dan|verder)\b)* "
    r"(?:hervatten|hernemen|verderzetten|afwerken|afmaken|vervolledigen|voltooien|verder (?:invullen|zetten|doen)|"
    rf"voortzetten|invullen|indienen)|(?:naar|bij) {_REQUEST}|waar waren we(?: gebleven)? met {_REQUEST}|"
    rf"(?:zet|maak|werk) {_REQUEST}(?: \w+)? (?:verder|voort|af))"
    r"(?:\W+(?:gaan|doen|aub|graag|nu|toch|hoor))*\W*",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\W*(?:(?:ja|ok|oke|nu|maar|graag)\b\W*)*(?:verzend(?:en)?|verstuur|versturen|doorsturen|indienen|dien in|"
    r"stuur (?:maar |het )*(?:door|op))(?:\W+(?:maar|nu|aub|graag))*\W*",
    re.IGNORECASE,
)


_PAUSES = re.compile(
    r"\W*(?:(?:ok|oke|ja|nee|sorry|en|maar|kan|mag|wil|zou|ik|we|wij|u|dit|dat|het|graag|ook)\b\W*)*"
    r"(?:(?:later|straks|morgen|nadien|een andere keer|op een ander moment)\W+(?:nog\W+|ook\W+|hier\W+|pas\W+)*"
    r"(?:verder|voort|terug|afwerken|invullen)"
    r"(?:\W*(?:doen|gaan|werken|invullen|komen|zetten|afwerken|met de aanvraag))*|"
    r"pauze(?:ren)?|even pauze(?:ren)?|(?:kom|komen) (?:straks|later|morgen) terug)\W*",
    re.IGNORECASE,
)


def pauses(text: str) -> bool:
    """Whether a message is the wish to go on at another time: "kan ik later verder doen"."""
    return _PAUSES.fullmatch(text) is not None


def resumes(text: str) -> bool:
    """Whether a message is the wish to go on with the form: "ik wil verder met mijn aanvraag"."""
    return _RESUMES.fullmatch(text) is not None


def sends(text: str) -> bool:
    """Whether a message is the wish to send the form."""
    return _SENDS.fullmatch(text) is not None
