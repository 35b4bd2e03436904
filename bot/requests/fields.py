"""What each field accepts: a value, or a complaint in Dutch that says what to type instead. No Rasa here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from bot.knowledge.library import Library
from bot.knowledge.municipalities import plain_name
from bot.replies import Choice
from bot.requests.details import LOST
from bot.requests.kinds import Field
from bot.requests.moving import moves
from bot.requests.options import (
    LONGEST_FUNCTION,
    LONGEST_PERIOD,
    LONGEST_SUBJECT,
    MOMENTS,
    PERIODS,
    SKIP,
    SUBJECTS,
    YES,
)
from bot.requests.periods import is_night, is_only_period, is_past, is_period, missing_day
from bot.requests.said import Complaint, Filled, Reading, Said

_REACHED = re.compile(r"\[(?:EMAIL|TELEFOON)-\d+\]")
_SHORT_DAY = re.compile(
    r"\b(?:ma|di|woe?|don?|vr|vrij)\b(?=\W*$|\W+(?:of|en|om|na|voor|rond|vm|nm|voormiddag|namiddag|\d))",
    re.I,
)
""" "Ma of di"."""
_OF_ANOTHER = re.compile(
    r"\b(?:hij|zij|ze|haar|hem|hen|hun|diens|(?<!wij )(?<!we )zijn (?!de\b|het\b|een\b)\w+|"
    r"(?:een|de|die|onze|mijn) (?:man|vrouw|jongen|meisje|gast|kerel|jongere|leerling|buurman|buurvrouw|"
    r"inwoner|burger)|"
    r"(?:vader|moeder|ouders|zoon|dochter|broer|zus|neef|nicht|oom|tante|kind|vriend|vriendin) (?:is|heeft|die)|"
    r"heeft|woont|wilt?|gaat|ging|zit|zat|was|werd|zegt|denkt|dreigt|vertrok|bekeerde)\b",
    re.IGNORECASE,
)
"""What is told of somebody else beside a function: "schepen, en zijn vader is imam"."""
_PERSON = (
    r"(?:jongere|jongen|meisje|man|vrouw|leerling|cli[eë]nt|student|buurman|buurvrouw|zoon|dochter|vader|moeder|broer|zus|"
    r"inwoner|collega|kerel|gast|gezin|koppel|kind)"
)
_OF_A_PERSON = re.compile(
    rf"\b(?:een|één|de|die|deze|onze|mijn|zijn|haar) (?:\w+ ){{0,2}}{_PERSON}\b"
    rf"|\b{_PERSON} (?:die|van \d|van (?:de|het|een|onze)|uit)\b|\bvan \d{{1,2}}(?: jaar)?\b|\b\d{{1,2}}-?jarige\b",
    re.IGNORECASE,
)
""" "Een jongen van 17 die …": of whom the helpdesk keeps nothing."""
_PLACEHOLDER = re.compile(r"\[[A-Z]+-\d+\]")


def read_field(
    field: Field, said: Said, library: Library, *, today: date, optional: bool
) -> Reading:
    """The value of one field in a message."""
    said = replace(said, text=" ".join(said.text.split()))
    if optional and (said.value == SKIP or _declines(said.text)):
        return Filled({"topic": None, "subject": None})
    return _READERS[field](said, library, today)


def named_municipality(text: str, library: Library) -> str | None:
    """NIS code of the municipality whose name is all that a text says, also of before a merger; the lists pass over
    As, Ham or Schoten.
    """
    typed = plain_name(text.strip(" .!")).removeprefix("gemeente ").removeprefix("stad ")
    names = {plain_name(one.name): nis for nis, one in library.municipalities.items()}
    return names.get(typed) or library.former_municipalities.get(typed)


def _by_name(library: Library) -> dict[str, str]:
    return {one.name.casefold(): nis for nis, one in library.municipalities.items()}


def _municipality(said: Said, library: Library, _today: date) -> Reading:
    if said.value in library.municipalities:
        return Filled(said.value)
    named = named_municipality(said.text, library)
    found = (named,) if named is not None else tuple(dict.fromkeys(said.municipalities))
    if len(found) == 1:
        return Filled(found[0])
    names = _by_name(library)
    near = found or tuple(
        names[one] for one in get_close_matches(said.text.casefold(), names, n=3, cutoff=0.75)
    )
    choices = tuple(
        Choice(label=library.municipalities[one].name, value=f"waarde:{one}") for one in near
    )
    if found:
        return Complaint("Ik lees meer dan één gemeente. Voor welke vraagt u dit?", choices)
    if near:
        return Complaint(
            "Die naam staat niet in de lijst van Vlaamse gemeenten. Bedoelt u deze?", choices
        )
    return Complaint(
        "Die naam staat niet in de lijst van de 285 Vlaamse gemeenten. "
        "Typ de naam van uw gemeente voluit, bijvoorbeeld Sint-Niklaas."
    )


def _subject(said: Said, library: Library, _today: date) -> Reading:
    if said.value in SUBJECTS or said.value in library.articles:
        topic = str(said.value)
        return Filled({"topic": topic, "subject": None})
    if said.value is not None:
        return Complaint("Kies een onderwerp, of typ het in enkele woorden.")
    if agrees(said.text):
        return Complaint("Waarover gaat het? Typ het in enkele woorden, of kies hieronder.")
    if _OF_A_PERSON.search(said.text):
        return Complaint(
            "Noem alleen het onderwerp, zonder iets over een persoon, ook niet anoniem. "
            "Bijvoorbeeld: signalen herkennen."
        )
    complaint = _free_text(said.text, LONGEST_SUBJECT, "Het onderwerp")
    words = re.sub(r"^over\s+", "", said.text, flags=re.I)
    return complaint or Filled({"topic": said.topic, "subject": words})


def _asked(text: str) -> str:
    """The time in a message that asks for it: "kan het ook 's avonds?"."""
    return (moves(text) or text) if "?" in text else text


def _period(said: Said, _library: Library, today: date) -> Reading:
    if said.value in PERIODS:
        return Filled(PERIODS[str(said.value)])
    text = _asked(said.text)
    if not is_period(text):
        return Complaint(
            "Daar lees ik geen periode in. Noem een maand, een datum of een seizoen, "
            "bijvoorbeeld: maart, 15 januari of na de zomer."
        )
    if is_past(text, today):
        return Complaint("Die periode is al voorbij. Wanneer past het u wel?")
    return _time(text, "De periode")


def _moment(said: Said, _library: Library, today: date) -> Reading:
    if said.value in MOMENTS:
        return Filled(MOMENTS[str(said.value)])
    text = _asked(said.text)
    if not is_period(text) and not _SHORT_DAY.search(text):
        return Complaint(
            "Daar lees ik geen moment in. Noem een dag of een uur, bijvoorbeeld: dinsdag na 14 uur."
        )
    if is_past(text, today):
        return Complaint("Dat moment is al voorbij. Wanneer past het u wel?")
    if is_night(text):
        return Complaint(
            "Zo laat belt de helpdesk niet. Noem een uur overdag, bijvoorbeeld: 14 uur."
        )
    return _time(text, "Het moment")


def _time(text: str, what: str) -> Reading:
    missing = missing_day(text)
    if missing is not None:
        return Complaint(f"{missing} staat niet op de kalender. Welke dag bedoelt u?")
    return _free_text(text, LONGEST_PERIOD, what, digits=True) or Filled(text)


def _function(said: Said, _library: Library, _today: date) -> Reading:
    text = re.sub(
        r"^(ik ben|ik werk als|mijn functie is|als)\s+(de\s+|een\s+)?",
        "",
        said.text,
        flags=re.I,
    )
    if not re.search(r"[^\W\d_]{3}", text) or agrees(text):
        return Complaint("Noem uw functie in enkele woorden, bijvoorbeeld: preventieambtenaar.")
    if _OF_ANOTHER.search(text):
        return Complaint(
            "Noem alleen uw eigen functie, zonder iets over een ander. Bijvoorbeeld: preventieambtenaar."
        )
    if is_only_period(text):
        return Complaint(
            "Dat lees ik als een tijdstip. Wat is uw functie? Bijvoorbeeld: preventieambtenaar."
        )
    return _free_text(text, LONGEST_FUNCTION, "Uw functie") or Filled(text)


def _contact(said: Said, _library: Library, _today: date) -> Reading:
    if said.contact is not None:
        return Filled(said.contact)
    if _REACHED.search(said.text):
        return Complaint(LOST)
    if re.search(r"@|\[PROFIEL-", said.text):
        return Complaint(
            "Dat e-mailadres is niet volledig. Achter de @ hoort een naam met een punt erin, zoals gemeente.be. "
            "Typ het nog eens voluit, of geef een telefoonnummer."
        )
    return Complaint(
        "Daar vind ik geen geldig e-mailadres of telefoonnummer in. Typ er minstens één voluit, "
        "zoals een adres met een @ of een nummer met alle cijfers."
    )


def _agreement(said: Said, _library: Library, _today: date) -> Reading:
    if said.value == YES or agrees(said.text):
        return Filled(True)
    return Complaint("Klopt alles? Kies **Verzend**, of kies wat u wilt veranderen.")


_READERS: Mapping[Field, Callable[[Said, Library, date], Reading]] = {
    Field.GEMEENTE: _municipality,
    Field.ONDERWERP: _subject,
    Field.PERIODE: _period,
    Field.FUNCTIE: _function,
    Field.CONTACT: _contact,
    Field.WANNEER: _moment,
    Field.TELEFOON: _contact,
    Field.AKKOORD: _agreement,
}


def _free_text(text: str, longest: int, what: str, *, digits: bool = False) -> Complaint | None:
    """Why words are no answer; `digits` may be one without letters: "15/03"."""
    if _PLACEHOLDER.search(text):
        return Complaint(
            f"{what} mag geen namen of gegevens van personen bevatten. Typ het opnieuw zonder die gegevens."
        )
    if len(text) > longest:
        return Complaint(f"{what} is te lang: hoogstens {longest} tekens. Maak het korter.")
    if not re.search(r"[^\W_]" if digits else r"[^\W\d_]{2}", text):
        return Complaint(f"{what} kan ik niet lezen. Typ het in enkele woorden.")
    return None


def _declines(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"\W*(nee|neen|geen|sla over|overslaan|liever niet|geen onderwerp)\W*", text, re.I
        )
    )


_YES = (
    r"ja|jawel|jazeker|yes|oui|ok|oke|oké|okee|prima|perfect|top|super|akkoord|in orde|"
    r"(?:dat |het )?is (?:goed?|in orde|oke?|juist|correct)|"
    r"verstuur (?:het|dat)|verzend (?:het|dat)|(?:dat|alles|het|de rest) klopt|"
    r"(?:dat|alles|het|de rest) is (?:goed|juist|correct|in orde|oke?)|klopt|juist|correct|goed|allemaal|nu|zo|wel|"
    r"verzend|verzenden|verstuur|versturen|stuur|door|doorsturen|envoyer|graag|zeker|hoor|maar|dank u|aub|👍|👌|✅"
)


def agrees(text: str) -> bool:
    """Whether a message is nothing but a yes."""
    return "?" not in text and bool(
        re.fullmatch(rf"\W*(?:(?:{_YES})[\s,.!]*){{1,6}}\W*", text, re.I)
    )
