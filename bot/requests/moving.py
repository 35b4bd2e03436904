"""A time that a message puts in place of another: "kan het in juni in plaats van mei?", "morgen lukt niet"."""

from __future__ import annotations

import re

from bot.requests.periods import is_only_period

_LONGEST = 200
"""Characters of such a message, at most."""
_LEAD = (
    r"(?:nee|neen|ja|oei|oeps|sorry|wacht|hallo|eigenlijk|toch|maar|en|of|dus|hm|ah|dan|liever|liefst|beter|best|graag|nog|"
    r"ook|misschien|gewoon|eventueel|alsnog|aub|alstublieft|alsjeblieft|het|dat|dit|we|wij|ik|u|je|jullie|iemand|kan|"
    r"kunnen|kunt|mag|mogen|zou|zouden|wil|willen|wou|moet|is|wel|om|te|past|lukt|mij|me|ons|doe|maak|er|van|zet|plan|"
    r"noteer|verander|wijzig|pas|aan|verplaats|verzet|verschuif|stel|uit|bel|belt|terug|verplaatsen|verzetten|verschuiven|uitstellen|"
    r"naar|tot|op|in|de|periode|datum|"
    r"moment|afspraak|bezoek|presentatie|aanvraag|mijn|onze|terugbellen|bellen)"
)
_BEFORE = re.compile(rf"\W*(?:{_LEAD}\b[^\w'’]*)*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\W+(?:verplaatsen|verzetten|verschuiven|uitstellen|wijzigen|veranderen|aanpassen|plannen|doen|zetten|laten|"
    r"worden|zijn|doorgaan|komen|bellen|terugbellen|van|aub|graag|alstublieft|beter|liever|ook|past|lukt|kan|mij|me|ons|"
    r"wel|uit|goed|mogelijk|haalbaar))*\W*$",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:liever|toch|beter|in plaats van|ipv|i\.p\.v\.|verander\w*|wijzig\w*|pas\b.*\baan|aanpas\w*|verplaats\w*|"
    r"verzet\w*|verschui\w*|uitstel\w*|stel\b.*\buit|vervroeg\w*|maak|bedoel\w*|doe maar|zet|noteer|niet|eigenlijk|"
    r"oei|oeps|sorry|mogelijk|haalbaar|kan|kunnen|mag|mogen|zou|zouden|moet)\b",
    re.IGNORECASE,
)
"""Without one of these a time is no change."""
_WEAK = re.compile(
    r"\W*(?:(?:nu|direct|snel|meteen|altijd|later|straks|overleg|flexibel|dag|dagen|uur|jaar|zo|mogelijk|binnenkort|\w)\b\W*)+",
    re.IGNORECASE,
)
""" "Moet dat nu?" moves nothing."""
_CALENDAR = re.compile(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zomer|herfst|najaar|"
    r"winter|lente|voorjaar|\d{1,2}[/.-]\d{1,2})\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?P<new>.+?)\W+(?:in plaats van|ipv|i\.p\.v\.|en niet|niet)\W+(?P<old>.+)", re.IGNORECASE
)
_RATHER = re.compile(r".*?\bniet\W+(?P<old>.+?)\W+(?:maar|wel)\W+(?P<new>.+)", re.IGNORECASE)
_MEANT = re.compile(
    r"\W*(?:ik|we|wij) (?:had |heb |hebben |hadden )?(?:zei |schreef |typte )?(?P<old>.+?)"
    r"(?: gezegd| geschreven| ingevuld| opgegeven)?,? maar (?:ik |we |wij )?bedoel\w*\W+(?P<new>.+)",
    re.IGNORECASE,
)
""" "Ik had maart gezegd maar ik bedoelde mei"."""
_MADE = re.compile(
    r"\W*(?:maak|verander|wijzig)\W+(?:er |het |dat )?van (?P<old>.+?)\W+(?:naar |in |tot )?(?P<new>.+)",
    re.IGNORECASE,
)
""" "Maak van maart april"."""
_FAILS = re.compile(
    r"(?P<old>.+?)\W+(?:lukt|past|gaat|kan|werkt|komt|schikt)\b(?P<how>[^,.;?!]{0,30}?)"
    r"\b(?:niet|slecht|moeilijk)\b(?:\W(?:meer|goed|uit|langer|zo goed|door))*(?:\W+(?P<new>.+))?",
    re.IGNORECASE,
)
""" "Morgen lukt niet, liever vrijdag"."""
_AWAY = re.compile(
    r"(?:ik ben|we zijn|wij zijn|ik kan|we kunnen|wij kunnen) (?:dan )?(?P<old>.*?)"
    r"\b(?:niet|onbereikbaar|onbeschikbaar|weg|afwezig|met verlof|in vergadering)\b"
    r"(?:\W+(?:bereikbaar|beschikbaar|vrij|aanwezig|op kantoor|meer|er|dan|in|op)\b)*"
    r"(?P<after>[^,.;!?]{0,20})(?:[,.;!?]\W*(?P<new>.+))?",
    re.IGNORECASE,
)
""" "Ik ben morgen niet bereikbaar", "ik kan niet in februari"."""
_CLAUSE = re.compile(r"[,;.!]\s+|\s(?=(?:maar|dus)\s)")


def moves(text: str) -> str | None:
    """The time that a message moves something to; empty when only the old one will not do, None for no move."""
    if len(text) > _LONGEST or not _MOVES.search(text):
        return None
    new = new_time(text)
    return None if new is None or (new and _WEAK.fullmatch(new)) else new


def new_time(text: str) -> str | None:
    """The time that a message moves something to; empty when it only says that the time will not do."""
    text = " ".join(text.split())
    for words in (_FAILS, _AWAY):
        failing = words.fullmatch(text)
        if failing and _is_time(failing["old"] or failing.groupdict().get("after") or ""):
            new = _bare(failing["new"] or "")
            return new if is_only_period(new) else ""
    pieces = [*_instead(text), text, *_CLAUSE.split(text)[-1:]]
    bare = (_bare(one) for one in pieces)
    return next((one for one in bare if is_only_period(one)), None)


def _instead(text: str) -> list[str]:
    """The words for the new time, where a message names the old one beside it."""
    found = (words.fullmatch(text) for words in (_MEANT, _MADE, _RATHER, _INSTEAD))
    return [one["new"] for one in found if one and _is_time(one["old"])]


def says_only_when(text: str) -> bool:
    """Whether a message says no more than that a request is for another time: no danger can be in it.

    "Morgen lukt niet meer" may be said by who is tired of living; "februari lukt niet meer" is not.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST or new_time(text) is None:
        return False
    failing = _FAILS.fullmatch(text)
    if failing:
        rest = failing["new"] or ""
        return _CALENDAR.search(failing["old"]) is not None and (not rest or _is_time(rest))
    return any(_is_time(one) for one in (*_instead(text), text))


def _is_time(text: str) -> bool:
    bare = _bare(text)
    return is_only_period(bare) and not _WEAK.fullmatch(bare)


def _bare(text: str) -> str:
    """Words without those around a time."""
    opening = _BEFORE.match(text)
    text = text[opening.end() if opening else 0 :]
    behind = _BEHIND.search(text)
    return text[: behind.start()] if behind else text
