"""What a message means while a form is open: an answer, a correction, a stop, or a question in between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.knowledge.library import Library
from bot.replies import Choice
from bot.requests.fields import named_municipality, read_field
from bot.requests.kinds import FORMS, OPTIONAL, SEALED, Field, RequestKind
from bot.requests.naming import NAMES, named_wrong
from bot.requests.periods import is_only_period, is_period
from bot.requests.said import Complaint, Said
from bot.requests.stopping import stops

_NO = r"(?:nee|neen|oei|niet|sorry|oeps|fout|correctie|wacht|verbeter\w*|wijzig|verander|pas)"
_ABOUT = re.compile(
    rf"\W*(?:(?:{_NO}|eigenlijk|toch)\W+)*(?:het|dit|mijn vraag|de vraag) gaat "
    r"(?:eigenlijk |toch |wel )?over (?P<value>.+)",
    re.IGNORECASE,
)
""" "Nee sorry, het gaat over …": the subject."""
_PLACE = re.compile(
    r"\b(?:eigenlijk|toch)\W+(?:(?:is (?:het|dit)|(?:het|dit) is)\W+)?(?:wel\W+)?(?:voor|in)\b",
    re.IGNORECASE,
)
""" "Eigenlijk is het voor Damme"."""
_ONLY_PLACE = re.compile(
    r"\W*(?:(?:ja|de|het|'?t|stad|gemeente|in|voor|van|is|dat|da'?s)\W+)*[\w-]+(?:\W+(?:he|hé|hoor|dus|ja))*\W*",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?\s*$|^\W*(?:wat|wie|hoe|waar|waarom|wanneer|welke?|mag|mogen|moet|moeten|kan|kunnen|is|zijn|bestaat|heeft)\b",
    re.IGNORECASE,
)
_QUESTION_MARK = re.compile(r"\?\s*$")
_HOW = re.compile(r"\W*hoe\b", re.IGNORECASE)
"""A subject is often worded so: "hoe omgaan met haatspraak"."""
_PROPOSAL = re.compile(r"\W*(?:kan|mag|past|is|zou|gaat)\b", re.IGNORECASE)
"""Who proposes a time as a question: "kan het in maart?"."""
_PERSON = re.compile(r"\b(?:spreken|praten|iemand|mens|doorverbind\w*)\b", re.IGNORECASE)
_NO_PLACE = (Field.ONDERWERP, Field.PERIODE, Field.WANNEER)
"""Fields that the name of a municipality alone is no answer to."""
_FREE = (Field.ONDERWERP, Field.FUNCTIE)
"""Fields that take nearly any words, so that a question needs to look like one."""


@dataclass(frozen=True)
class Heard:
    """One message with what the pipeline made of it."""

    said: Said
    choice: str | None = None
    decision: str = ""
    intent: str = ""


@dataclass(frozen=True)
class Turn:
    """What a message does to the form."""

    values: dict[Field, Any] = field(default_factory=dict)
    """Fields that change; None asks the field again."""
    complaint: str | None = None
    choices: tuple[Choice, ...] = ()
    stopped: bool = False
    changing: bool = False
    """Whether the visitor wants to change something and did not say what."""
    elsewhere: bool = False
    """Whether the message is none of the form's business: it is answered as always, and the form goes on behind it."""


ELSEWHERE = Turn(elsewhere=True)


def read_turn(
    kind: RequestKind,
    asked: Field | None,
    heard: Heard,
    library: Library,
    *,
    today: date,
    changing: bool = False,
) -> Turn:
    """Read a message behind the question for `asked`; `changing` when that was what should change."""
    name, _, value = (heard.choice or "").partition(":")
    if name == "stop" or (heard.choice is None and stops(heard.said.text)):
        return Turn(stopped=True)
    fields = FORMS[kind].fields
    if name == "veld" and value in fields:
        return _again(Field(value))
    if asked is None or (heard.choice is not None and name != "waarde"):
        return ELSEWHERE
    if heard.choice is None:
        if asked in _FREE and library.spoken.core(heard.said.text) in library.spoken.on:
            return _again(asked)
        wrong = named_wrong(fields, heard.said.text, changing=changing)
        if wrong is not None and asked is not Field.ONDERWERP:
            return _again(wrong)
        corrected = _correction(fields, asked, heard.said)
        if corrected is not None:
            which, said = corrected
            return (
                _again(which)
                if which in SEALED
                else _fill(kind, which, said, library, today, asked)
            )
        if _is_elsewhere(asked, heard, library):
            return ELSEWHERE
    if asked is Field.AKKOORD:
        return _agreed(heard.said, library, today, changing=changing)
    return _fill(kind, asked, heard.said, library, today, asked)


def _agreed(said: Said, library: Library, today: date, *, changing: bool) -> Turn:
    """The yes to the summary. Anything else wants a change; a yes behind that shows the summary again first."""
    reading = read_field(Field.AKKOORD, said, library, today=today, optional=False)
    if isinstance(reading, Complaint):
        return Turn({Field.AKKOORD: None}, changing=True)
    return Turn({Field.AKKOORD: None if changing else reading.value})


def _fill(
    kind: RequestKind, which: Field, said: Said, library: Library, today: date, asked: Field
) -> Turn:
    optional = (kind, which) in OPTIONAL
    reading = read_field(which, said, library, today=today, optional=optional)
    if not isinstance(reading, Complaint):
        return Turn({which: reading.value})
    # A correction that cannot be read leaves the value that was there; the field that is asked stays open.
    return Turn({asked: None}, complaint=reading.text, choices=reading.choices)


def _again(which: Field) -> Turn:
    """Ask a field anew, and the summary behind it."""
    return Turn({which: None, Field.AKKOORD: None})


def _correction(fields: tuple[Field, ...], asked: Field, said: Said) -> tuple[Field, Said] | None:
    """A field that the visitor names with a new value: "nee, de gemeente is Aalst"; or just "nee, Aalst"."""
    for which in fields:
        match = re.fullmatch(
            rf"\W*(?:{_NO}\W+)*(?:de |het |mijn |onze )?(?:{NAMES[which]})\s*"
            rf"(?:is|moet zijn|wordt|moet|in|naar|:|=)\s*(?:zijn\s+)?(?P<value>.+)",
            said.text,
            re.IGNORECASE,
        )
        if match:
            return which, _with_text(said, match["value"])
    about = _ABOUT.fullmatch(said.text)
    if about and Field.ONDERWERP in fields and asked is not Field.ONDERWERP:
        return Field.ONDERWERP, Said(about["value"])
    if said.municipalities and Field.GEMEENTE in fields and asked is not Field.GEMEENTE:
        alone = asked in _NO_PLACE and _ONLY_PLACE.fullmatch(said.text)
        if alone or _PLACE.search(said.text):
            # "Voor Damme, niet voor Brugge": the first is meant.
            return Field.GEMEENTE, Said(said.text, municipalities=said.municipalities[:1])
    denied = re.fullmatch(rf"\W*{_NO}\b[\s,.:]*(?P<value>.+)", said.text, re.IGNORECASE)
    if denied and said.municipalities and Field.GEMEENTE in fields and asked is not Field.GEMEENTE:
        return Field.GEMEENTE, _with_text(said, denied["value"])
    return None


def _with_text(said: Said, text: str) -> Said:
    return Said(text, municipalities=said.municipalities, topic=said.topic)


def _is_elsewhere(asked: Field, heard: Heard, library: Library) -> bool:
    if heard.decision == "safety":
        # Schoten is a town, and "morgen in de voormiddag" a time; the rules of danger come first and know that too.
        if asked in (Field.PERIODE, Field.WANNEER):
            return not is_only_period(heard.said.text)
        named = named_municipality(heard.said.text, library)
        return asked is not Field.GEMEENTE or named is None
    if heard.said.contact is not None:
        return False
    if heard.intent == "medewerker_spreken":
        if asked is Field.WANNEER and is_period(heard.said.text):
            return False  # "Bel mij morgen maar" says when.
        return asked not in _FREE or bool(_PERSON.search(heard.said.text))
    if heard.decision not in ("answer", "conversation", "other_language"):
        return False
    if asked in (Field.PERIODE, Field.WANNEER) and _PROPOSAL.match(heard.said.text):
        return not is_period(heard.said.text)
    asks = _QUESTION_MARK if asked is Field.ONDERWERP and _HOW.match(heard.said.text) else _QUESTION
    return bool(asks.search(heard.said.text))
