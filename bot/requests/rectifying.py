"""What a message puts right in a request that was sent, with the new value: "kan het in juni in plaats van mei?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.engine.protocol import SentRequest
from bot.requests.correcting import correction
from bot.requests.kinds import FORMS, SEALED, TIMES, Field, RequestKind
from bot.requests.moving import moves
from bot.requests.said import Said


@dataclass(frozen=True)
class Rectified:
    """The field that gets another value, with the words for it; none when only the old value is called wrong."""

    field: Field
    words: str


_LONGEST = 200
"""Characters of such a message, at most."""
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
_JOB = re.compile(
    r"\W*(?:(?:nee|neen|oei|oeps|sorry|en|maar)\b\W*)*(?:(?:mijn |de )?functie(?: is| moet|\W*[:=])|"
    r"ik ben (?:eigenlijk|toch))"
    r"\W+(?:(?:eigenlijk|toch|wel|een|de)\b\W*)*(?P<new>[^,.;?]{2,60}?)(?: zijn)?\W*"
    r"|\W*(?:(?:nee|neen|oei|oeps|sorry)\b\W*)*ik ben (?:een |de )?(?P<rather>[^,.;?]{2,60}?),? (?:en )?geen .{2,60}",
    re.IGNORECASE,
)
""" "Ik ben eigenlijk schepen", "functie: schepen", "ik ben schepen en geen preventieambtenaar"."""
_PLACE = re.compile(
    r"\W*(?:(?:nee|neen|oei|oeps|sorry|maar|eigenlijk|toch|ik|heb|mij|me|vergist|van|bedoel|bedoelde|het|dit|dat|is|was|moet|"
    r"de|mijn|onze|"
    r"presentatie|bezoek|aanvraag|gemeente|stad|voor|in|zijn|worden|wel)\b\W*)*[\w-]+(?:\W+(?:zijn|worden|hoor))*\W*",
    re.IGNORECASE,
)
_PLACE_MEANT = re.compile(
    r"\bbedoel\w*\b|\bmoet\b|\b(?:is|was)\b.*\bvoor\b|\beigenlijk\b|\btoch (?:voor|in)\b|\bvergist\b"
    r"|^\W*(?:de )?gemeente\W*[:=]",
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
    new = None if which is None else moves(said.text)
    return None if which is None or new is None else Rectified(which, new)


def _subject(said: Said, _request: SentRequest, _denied: str | None) -> Rectified | None:
    found = _SUBJECT.fullmatch(said.text)
    if found is None and _ABOUT_IT.search(said.text):
        found = _ABOUT.fullmatch(said.text)
    return None if found is None else Rectified(Field.ONDERWERP, found["value"])


def _function(said: Said, request: SentRequest, _denied: str | None) -> Rectified | None:
    if request.function is None:
        return None
    told = _JOB.fullmatch(said.text)
    if told is not None:
        return Rectified(Field.FUNCTIE, (told["new"] or told["rather"]).strip())
    found = _OTHER_JOB.fullmatch(said.text)
    if found is None:
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
