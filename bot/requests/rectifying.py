"""What a message puts right in a request that was sent, with the new value: "kan het in juni in plaats van mei?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.engine.protocol import SentRequest
from bot.requests.correcting import correction
from bot.requests.kinds import FORMS, SEALED, TIMES, Field, RequestKind
from bot.requests.periods import is_only_period
from bot.requests.said import Said


@dataclass(frozen=True)
class Rectified:
    """The field that gets another value, with the words for it; none when only the old value is called wrong."""

    field: Field
    words: str


_LONGEST = 200
"""Characters of such a message, at most."""
_LEAD = (
    r"(?:nee|neen|ja|oei|oeps|sorry|wacht|hallo|eigenlijk|toch|maar|en|of|dus|hm|ah|dan|liever|liefst|beter|best|graag|nog|"
    r"ook|misschien|gewoon|eventueel|alsnog|aub|alstublieft|alsjeblieft|het|dat|dit|we|wij|ik|u|je|jullie|iemand|kan|"
    r"kunnen|kunt|mag|mogen|zou|zouden|wil|willen|wou|moet|is|wel|om|te|past|lukt|mij|me|ons|doe|maak|er|van|zet|plan|"
    r"noteer|verander|wijzig|pas|aan|verplaats|verzet|verschuif|stel|uit|bel|belt|terug|verplaatsen|verzetten|verschuiven|uitstellen|naar|tot|op|in|de|periode|datum|"
    r"moment|afspraak|bezoek|presentatie|aanvraag|mijn|onze|terugbellen|bellen)"
)
_BEFORE = re.compile(rf"\W*(?:{_LEAD}\b\W*)*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\W+(?:verplaatsen|verzetten|verschuiven|uitstellen|wijzigen|veranderen|aanpassen|plannen|doen|zetten|laten|"
    r"worden|zijn|doorgaan|komen|bellen|terugbellen|van|aub|graag|alstublieft|beter|liever|ook|past|lukt|kan|mij|me|ons|"
    r"wel|uit|goed|mogelijk|haalbaar))*\W*$",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:liever|toch|beter|in plaats van|ipv|i\.p\.v\.|verander\w*|wijzig\w*|pas\b.*\baan|aanpas\w*|verplaats\w*|"
    r"verzet\w*|verschui\w*|uitstel\w*|stel\b.*\buit|vervroeg\w*|maak er|doe maar|zet|noteer|niet|eigenlijk|oei|oeps|"
    r"sorry|mogelijk|haalbaar|kan|kunnen|mag|mogen|zou|zouden|moet)\b",
    re.IGNORECASE,
)
"""Without one of these a time is no change."""
_WEAK = re.compile(
    r"\W*(?:(?:nu|direct|snel|meteen|altijd|later|straks|overleg|flexibel|dag|dagen|uur|jaar|zo|mogelijk|binnenkort|\w)\b\W*)+",
    re.IGNORECASE,
)
""" "Moet dat nu?" moves nothing."""
_INSTEAD = re.compile(
    r"(?P<new>.+?)\W+(?:in plaats van|ipv|i\.p\.v\.|en niet|niet)\W+(?P<old>.+)", re.IGNORECASE
)
_RATHER = re.compile(r".*?\bniet\W+(?P<old>.+?)\W+(?:maar|wel)\W+(?P<new>.+)", re.IGNORECASE)
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
_ABOUT = re.compile(
    r"\W*(?:(?:nee|neen|oei|oeps|sorry|maar|en|het|dit|dat|de|mijn|presentatie|bezoek|aanvraag|gesprek|kan|kunnen|mag|moet|"
    r"zou|zouden|wil|willen|we|wij|ik|toch|eigenlijk|liever|beter|ook|wel|gaat|nog)\b\W*)*"
    r"\bover (?P<value>.+?)(?: gaan| hebben| zijn| mogen)*\W*",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:liever|toch|eigenlijk|moet|kan|mag|zou|oei|oeps|sorry|nee)\b.*\bover\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\W*(?:kan|mag|zou|moet)\W+(?:het |ons |mijn )?(?:onderwerp|thema) (?:toch |ook |eigenlijk |beter )*"
    r"(?P<value>.+?)(?: zijn| worden)\W*",
    re.IGNORECASE,
)
_OTHER_JOB = re.compile(
    r"\W*(?:(?:nee|neen|oei|oeps|sorry|maar|eigenlijk)\b\W*)*ik ben (?:hier |toch |eigenlijk )?geen "
    r"(?P<old>[^,.;]{2,60}?)\W+(?:(?:maar|wel|ik ben)\b\W*)+(?:een |de )?(?P<new>[^,.;?]{2,60})\W*",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\W*(?:(?:nee|neen|oei|oeps|sorry|maar|eigenlijk|toch|ik|bedoel|bedoelde|het|dit|dat|is|was|moet|de|mijn|onze|"
    r"presentatie|bezoek|aanvraag|gemeente|stad|voor|in|zijn|worden|wel)\b\W*)*[\w-]+(?:\W+(?:zijn|worden|hoor))*\W*",
    re.IGNORECASE,
)
_PLACE_MEANT = re.compile(
    r"\bbedoel\w*\b|\bmoet\b|\b(?:is|was)\b.*\bvoor\b|\beigenlijk\b|\btoch (?:voor|in)\b",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"\b(?:gebruik\w*|neem|liever|beter|voortaan|in plaats van|ipv|niet (?:meer|langer)|nieuwe?|ander)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[(?:EMAIL|TELEFOON)-\d+\]")
_OF_OTHERS = re.compile(r"\b(?:hij|zij|zijn|haar|hun|hem|wie|diens|welke?)\b", re.IGNORECASE)


def rectified(said: Said, request: SentRequest, *, denied: str | None = None) -> Rectified | None:
    """What a message puts right in this request; `denied` is the municipality that it names as wrong."""
    fields = FORMS[RequestKind(request.kind)].fields
    if len(said.text) > _LONGEST:
        return None
    if _PLACEHOLDER.search(said.text):
        other = _REACH.search(said.text) and not _OF_OTHERS.search(said.text)
        return Rectified(next(one for one in fields if one in SEALED), "") if other else None
    for reads in (_municipality, _time, _subject, _function, _named):
        found = reads(said, request, denied)
        if found is not None and found.field in (Field.GEMEENTE, *fields):
            return found
    return None


def _municipality(said: Said, request: SentRequest, denied: str | None) -> Rectified | None:
    if not said.municipalities:
        return None
    instead = denied is not None and denied == request.municipality
    alone = len(said.municipalities) == 1 and _PLACE.fullmatch(said.text)
    meant = alone and "?" not in said.text and _PLACE_MEANT.search(said.text)
    return Rectified(Field.GEMEENTE, said.text) if instead or meant else None


def _time(said: Said, request: SentRequest, _denied: str | None) -> Rectified | None:
    which = next((one for one in FORMS[RequestKind(request.kind)].fields if one in TIMES), None)
    if which is None or not _MOVES.search(said.text):
        return None
    new = new_time(said.text)
    return None if new is None or (new and _WEAK.fullmatch(new)) else Rectified(which, new)


def new_time(text: str) -> str | None:
    """The time that a message moves something to; empty when it only says that the time will not do."""
    text = " ".join(text.split())
    for words in (_FAILS, _AWAY):
        failing = words.fullmatch(text)
        if failing and _is_time(failing["old"] or failing.groupdict().get("after") or ""):
            new = _bare(failing["new"] or "")
            return new if is_only_period(new) else ""
    pieces = [text]
    for words in (_RATHER, _INSTEAD):
        found = words.fullmatch(text)
        if found and is_only_period(_bare(found["old"])):
            pieces.append(found["new"])
    pieces += _CLAUSE.split(text)[-1:]
    bare = (_bare(one) for one in pieces)
    return next((one for one in bare if is_only_period(one)), None)


def _is_time(text: str) -> bool:
    bare = _bare(text)
    return is_only_period(bare) and not _WEAK.fullmatch(bare)


def _bare(text: str) -> str:
    """Words without those around a time."""
    opening = _BEFORE.match(text)
    text = text[opening.end() if opening else 0 :]
    behind = _BEHIND.search(text)
    return text[: behind.start()] if behind else text


def _subject(said: Said, _request: SentRequest, _denied: str | None) -> Rectified | None:
    found = _SUBJECT.fullmatch(said.text)
    if found is None and _ABOUT_IT.search(said.text):
        found = _ABOUT.fullmatch(said.text)
    return None if found is None else Rectified(Field.ONDERWERP, found["value"])


def _function(said: Said, request: SentRequest, _denied: str | None) -> Rectified | None:
    found = _OTHER_JOB.fullmatch(said.text)
    if found is None or request.function is None:
        return None
    same = found["old"].casefold() in request.function.casefold()
    return Rectified(Field.FUNCTIE, found["new"]) if same else None


_NAMED = re.compile(
    r"\b(?:verander\w*|wijzig\w*|pas|zet|maak|moet|wordt|is (?:eigenlijk|toch|nu)|klopt niet)\b",
    re.IGNORECASE,
)


def _named(said: Said, request: SentRequest, _denied: str | None) -> Rectified | None:
    """A field by its name: "verander het onderwerp naar subsidies"."""
    if "?" in said.text or not _NAMED.search(said.text):
        return None
    fields = tuple(one for one in FORMS[RequestKind(request.kind)].fields if one not in SEALED)
    found = correction(fields, Field.AKKOORD, said)
    return None if found is None else Rectified(found[0], found[1].text)
