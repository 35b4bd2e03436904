"""A contact is a service and no person: its texts name nobody, and its address is one that colleagues share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from bot.checking.rules import Finding
from bot.checking.values import Value
from bot.privacy import wordlists
from bot.privacy.recognisers import telefoon

PUBLIC = "email_public"
"""Field that says that an address with a name in it may be public."""

_TEXTS = ("name", "what_for", "local_name")
_TITLED = re.compile(r"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]evr\.|[Dd]hr\.|[Dd]e heer) [A-Z]\w+")
_TWO = re.compile(
    r"\b([A-Z][\w'-]+) (?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Ee]l|[Bb]en) )*([A-Z][\w'-]+)"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PART = re.compile(r"[^\W\d_]+")
_FUNCTIONAL = frozenset(
    "info contact contacteer helpdesk onthaal secretariaat dienst team meldpunt algemeen mail post vragen vraag loket "  # noqa: SIM905
    "balie steunpunt aanspreekpunt kabinet directie bestuur communicatie pers preventie veiligheid radicalisering "
    "deradicalisering polarisatie polarisering vorming onderwijs welzijn jeugd subsidie subsidies politie lokale "
    "gemeente stad support noreply klachten juridisch integratie inburgering".split()
)
"""Words of an address that many read."""


def check_persons(contact: Value) -> Iterator[Finding]:
    """No name of a person in the texts, no address of one person unless it is said to be public."""
    for field in _TEXTS:
        value = contact.get(field)
        named = None if value is None else _person(value.text)
        if value is not None and named is not None:
            yield (
                value.line,
                f"veld '{field}': '{named}' lijkt de naam van een persoon; noem de dienst",
            )
    address, public = contact.get("email"), contact.get(PUBLIC)
    if address is None or (public is not None and public.data is True):
        return
    if _is_personal(address.text):
        yield (
            address.line,
            f"veld 'email': '{address.text}' lijkt het adres van één persoon; neem het adres van de dienst, zoals "
            f"radicalisering@voorbeeld.be. Is het toch openbaar, zet er dan '{PUBLIC}: true' onder",
        )


def check_persons_in(lines: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    """No name, number or address of one person in the text of an answer; contacts have files of their own."""
    for line, text in lines:
        named = _person(text)
        if named is not None:
            yield line, f"'{named}' lijkt de naam van een persoon; noem de dienst"
        for span in telefoon.find(text):
            number = text[span.start : span.end]
            yield (
                line,
                f"'{number}' is een telefoonnummer; zet het bij een contact in knowledge/contacts",
            )
        for address in _ADDRESS.findall(text):
            if _is_personal(address):
                yield (
                    line,
                    f"'{address}' lijkt het adres van één persoon; zet een contact in knowledge/contacts",
                )


def _person(text: str) -> str | None:
    titled = _TITLED.search(text)
    if titled is not None:
        return titled[0]
    return next(
        (one[0] for one in _TWO.finditer(text) if one[1].casefold() in _first_names()), None
    )


def _is_personal(address: str) -> bool:
    parts = [one.casefold() for one in _PART.findall(address.partition("@")[0])]
    if any(one in _FUNCTIONAL for one in parts):
        return False
    return len(parts) > 1 or any(one in _first_names() for one in parts)


@cache
def _first_names() -> frozenset[str]:
    folder = Path(wordlists.__file__).parent / "lists" / "namen"
    lists = (wordlists.words(f"namen/{one.stem}") for one in folder.glob("voornaam-*.txt"))
    return frozenset().union(*lists) - wordlists.words("namen/ook-woord")
