"""One module for each kind of personal data; the filter only loops over this table.

A recogniser is a function `find(text)` that yields spans of one kind. It sees text folded by
`bot.privacy.folding`. Adding one: write the module with its source, add it here, and give it a test
file and lines in the gold set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.privacy.recognisers import (
    adres,
    email,
    geboortedatum,
    iban,
    identiteitsbewijs,
    leeftijd,
    naam,
    nummerplaat,
    rijksregister,
    school,
    socialemedia,
    telefoon,
)
from bot.privacy.spans import Kind, Span

RECOGNISERS: dict[Kind, Callable[[str], Iterator[Span]]] = {
    Kind.RIJKSREGISTER: rijksregister.find,
    Kind.IDENTITEITSBEWIJS: identiteitsbewijs.find,
    Kind.IBAN: iban.find,
    Kind.EMAIL: email.find,
    Kind.TELEFOON: telefoon.find,
    Kind.NUMMERPLAAT: nummerplaat.find,
    Kind.SOCIALEMEDIA: socialemedia.find,
    Kind.GEBOORTEDATUM: geboortedatum.find,
    Kind.ADRES: adres.find,
    Kind.LEEFTIJD: leeftijd.find,
    Kind.SCHOOL: school.find,
    Kind.NAAM: naam.find,
}
