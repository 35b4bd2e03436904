"""A field that a message in a form gives a new value, other than the one that is asked: "nee, de gemeente is Aalst"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.requests.kinds import SEALED, TIMES, Field
from bot.requests.moving import moves
from bot.requests.periods import is_only_period, is_period
from bot.requests.said import Said

_NAMES = {
    Field.GEMEENTE: r"gemeente|stad",
    Field.ONDERWERP: r"onderwerp|thema",
    Field.PERIODE: r"periode|datum|wanneer",
    Field.FUNCTIE: r"functie",
    Field.CONTACT: r"contact\w*|e-?mail\w*|mail\w*|telefoon\w*|gsm\w*",
    Field.WANNEER: r"moment|uur|datum|wanneer(?: bellen)?",
    Field.TELEFOON: r"telefoon\w*|gsm\w*|nummer|e-?mail\w*|mail\w*",
}
"""Names of the fields that a new value may stand behind; fewer than bot.requests.naming knows, as a value is a text."""

_NO = (
    r"(?:nee|neen|oei|niet|sorry|oeps|fout|correctie|wacht|verbeter\w*|wijzig|verander|pas|eigenlijk|toch|liever|"
    r"maar|maak|en|ook)"
)
_IS = r"(?:is|moet zijn|wordt|moet|in|naar|aan naar|:|=)"
_FILLERS = re.compile(r"(?:(?:eigenlijk|toch|wel|liever|nu|dus)\b[\s,]*)+", re.IGNORECASE)
""" "Het onderwerp is eigenlijk online haat"."""
_BEGINNING = re.compile(rf"\W*(?:{_NO}\W+)*(?:de |het |mijn |onze )?", re.IGNORECASE)
_ABOUT = re.compile(
    rf"\W*(?:(?:{_NO})\W+)*(?:het|dit|mijn vraag|de vraag) gaat "
    r"(?:eigenlijk |toch |wel )?over (?P<value>.+)",
    re.IGNORECASE,
)
""" "Nee sorry, het gaat over …": the subject."""
_RATHER_ABOUT = re.compile(
    rf"\W*(?:(?:{_NO}|ja|graag|nog|iets|wat|meer|een|vraag|vragen)\W+)*over (?P<value>.+)",
    re.IGNORECASE,
)
""" "Liever nog iets over online haat"."""
_ONLY_ABOUT = re.compile(r"\W*over\s+", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:eigenlijk|toch)\W+(?:(?:is (?:het|dit)|(?:het|dit) is)\W+)?(?:wel\W+)?(?:voor|in)\b"
    rf"|^\W*(?:(?:{_NO}|ja|ok|oke)\W+)*(?:het|dit|dat|'?t) is\W+(?:wel\W+)?(?:voor|in) "
    r"(?:de )?(?:stad |gemeente )?[\w-]+\W*$",
    re.IGNORECASE,
)
""" "Eigenlijk is het voor Damme"."""
_ONLY_PLACE = re.compile(
    r"\W*(?:(?:ja|de|het|'?t|stad|gemeente|in|voor|van|is|dat|da'?s)\W+)*[\w-]+(?:\W+(?:he|hé|hoor|dus|ja))*\W*",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"\W*(?:(?:{_NO}|het|dat|moet|wordt|doe|mag|maak er|ervan)\W+)*(?P<value>.+?)(?:\W+(?:zijn|worden|van))?\W*",
    re.IGNORECASE,
)
""" "Nee toch liever maandag", "het moet oktober zijn"."""
_JOB = re.compile(
    rf"\W*(?:(?:{_NO})\W+)*(?:ik ben|ik werk als)\s+(?:eigenlijk |toch |wel )*(?P<value>.+)",
    re.IGNORECASE,
)
_NO_PLACE = tuple(one for one in Field if one is not Field.GEMEENTE)
"""Fields that the name of a municipality alone is no answer to."""
_NO_TIME = (Field.FUNCTIE, Field.AKKOORD, *SEALED)
"""Fields that a time is no answer to."""


_INSTEAD = re.compile(
    r"(?P<new>.+?)\W+(?:in plaats van|ipv|i\.p\.v\.|en niet|niet)\W+.+"
    r"|\W*(?:niet|geen) .+?\W+(?:maar|wel) (?P<rather>.+)|.+\W(?:wordt|naar|moet zijn) (?P<then>.+)",
    re.IGNORECASE,
)
""" "Mei in plaats van maart", "niet maart maar mei", "van maart naar mei"."""


_YES_BUT = re.compile(
    r"^\W*(?:(?:ja|ok|oke|klopt|juist|goed|perfect|dat klopt|alles klopt)\W+)+(?:maar|alleen|behalve|enkel|doch)\W+",
    re.IGNORECASE,
)


def correction(fields: tuple[Field, ...], asked: Field, said: Said) -> tuple[Field, Said] | None:
    """The field that the visitor gives a new value, with the words for it."""
    if asked is Field.AKKOORD:
        # "Ja, maar het moet juni zijn": the change comes first.
        said = with_text(said, _YES_BUT.sub("", said.text))
    named = _named(fields, said)
    if named is not None:
        return named
    about = _ABOUT.fullmatch(said.text)
    if about and Field.ONDERWERP in fields and asked is not Field.ONDERWERP:
        return Field.ONDERWERP, Said(about["value"])
    if Field.GEMEENTE in fields and asked is not Field.GEMEENTE and said.municipalities:
        return _municipality(asked, said)
    if asked is Field.FUNCTIE and Field.ONDERWERP in fields and _ONLY_ABOUT.match(said.text):
        return Field.ONDERWERP, with_text(said, _ONLY_ABOUT.sub("", said.text))
    rather = _RATHER_ABOUT.fullmatch(said.text)
    open_to_it = Field.ONDERWERP in fields and asked not in (Field.ONDERWERP, Field.GEMEENTE)
    if rather and open_to_it and not is_period(rather["value"]):
        return Field.ONDERWERP, with_text(said, rather["value"])
    if asked is Field.ONDERWERP:
        return _only_time(fields, said)
    return _by_its_words(fields, asked, said) if asked in _NO_TIME else None


def _only_time(fields: tuple[Field, ...], said: Said) -> tuple[Field, Said] | None:
    """A time where a subject was asked: "zo snel mogelijk". "Overleg" is one by name only."""
    which = next((one for one in TIMES if one in fields), None)
    time = is_only_period(said.text) and "overleg" not in said.text.casefold()
    return (which, said) if which and time else None


def _named(fields: tuple[Field, ...], said: Said) -> tuple[Field, Said] | None:
    """A field by its name: "nee, de functie moet schepen zijn", "wanneer: dinsdag"."""
    rest = said.text[_end(_BEGINNING.match(said.text)) :]
    for which in fields:
        found = re.fullmatch(
            rf"(?:als )?(?P<name>{_NAMES[which]})(?P<is>\s*{_IS}(?:\s|(?<=[:=])))\s*(?:zijn\s+)?(?P<value>.+?)"
            r"(?:\s+(?:zijn|worden))?\W*",
            rest,
            re.IGNORECASE,
        )
        # "Wanneer is de studiedag?" asks.
        asks = found and found["name"].casefold() == "wanneer" and found["is"].strip() not in ":="
        if found and not asks:
            return which, with_text(said, _FILLERS.sub("", found["value"], count=1))
    return _named_alone(fields, said, rest)


def _named_alone(fields: tuple[Field, ...], said: Said, rest: str) -> tuple[Field, Said] | None:
    """A field by its name without a verb, where the value can be nothing else: "en de periode juni"."""
    for which in fields:
        found = re.fullmatch(
            rf"(?P<as>als |voor (?:het |de )?)?(?:{_NAMES[which]})\W+(?:graag |dan |liever )?(?P<value>.+?)\W*",
            rest,
            re.IGNORECASE,
        )
        place = which is Field.GEMEENTE and len(said.municipalities) == 1
        if found and found["as"] and which in (Field.ONDERWERP, Field.FUNCTIE):
            # "En als onderwerp livc".
            return which, with_text(said, found["value"])
        if found and ((which in TIMES and is_only_period(found["value"])) or place):
            return which, with_text(said, found["value"])
    return None


def _municipality(asked: Field, said: Said) -> tuple[Field, Said] | None:
    alone = asked in _NO_PLACE and _ONLY_PLACE.fullmatch(said.text)
    if alone or _PLACE.search(said.text):
        # "Voor Damme, niet voor Brugge": the first is meant.
        return Field.GEMEENTE, replace(said, municipalities=said.municipalities[:1])
    denied = re.fullmatch(rf"\W*{_NO}\b[\s,.:]*(?P<value>.+)", said.text, re.IGNORECASE)
    return (Field.GEMEENTE, with_text(said, denied["value"])) if denied else None


def _by_its_words(fields: tuple[Field, ...], asked: Field, said: Said) -> tuple[Field, Said] | None:
    """A time or a function alone corrects the field that is one, where neither can be the answer."""
    which = next((one for one in TIMES if one in fields), None)
    time = _new_time(said.text)
    if which and time:
        return which, with_text(said, time)
    moved = moves(said.text) if which and asked is Field.AKKOORD else None
    if which and moved:
        return which, with_text(said, moved)
    job = _JOB.fullmatch(said.text)
    return (
        (Field.FUNCTIE, with_text(said, job["value"])) if job and Field.FUNCTIE in fields else None
    )


def _new_time(text: str) -> str | None:
    """The time that a message puts in place of another, when it says nothing else."""
    text = " ".join(text.split())
    instead = _INSTEAD.fullmatch(text)
    new = next((one for one in instead.groups() if one), text) if instead else text
    if new is not text and not is_only_period(re.sub(r"^.*\W(?=\w+\W*$)", "", text)):
        new = text
    found = _TIME.fullmatch(new)
    return found["value"] if found and is_only_period(found["value"]) else None


def with_text(said: Said, text: str) -> Said:
    """The same message with only these words of it."""
    return Said(text, municipalities=said.municipalities, topic=said.topic)


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
