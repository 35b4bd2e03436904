"""Reading the forms of the console: what is missing or unknown is refused in Dutch."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bot.errors import InvalidInput
from bot.knowledge.catalogue import TopicId
from bot.knowledge.contacts import Contact
from bot.knowledge.library import Library
from bot.knowledge.municipalities import plain_name

LONGEST = 4000
"""Characters of a text, as for visitors."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Form = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)


def text_of(form: Form, name: str) -> str:
    """A field without the space around it; raises InvalidInput when it is too long."""
    text = str(form.get(name, "")).replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        raise InvalidInput(f"Deze tekst is te lang: hoogstens {LONGEST} tekens.")
    return text


def client_id_of(form: Form) -> str:
    """What tells a form that was sent twice from a second one; as a hash, since it is stored and may hold anything."""
    return hashlib.sha256(text_of(form, "client_id").encode(errors="replace")).hexdigest()[:32]


def choice(kind: type[E], form: Form, name: str) -> E:
    """One of a fixed set; raises InvalidInput."""
    try:
        return kind(text_of(form, name))
    except ValueError:
        raise InvalidInput("Kies een van de mogelijkheden.") from None


def choice_or_none(kind: type[E], form: Form, name: str) -> E | None:
    """One of a fixed set; None for an empty field. Raises InvalidInput."""
    return choice(kind, form, name) if text_of(form, name) else None


def day_of(form: Form, name: str) -> date | None:
    """A day; None for an empty field. Raises InvalidInput."""
    typed = text_of(form, name)
    if not typed:
        return None
    found = day_as_typed(typed)
    if found is None:
        raise InvalidInput("Geef een dag als jjjj-mm-dd.")
    if not 1995 <= found.year <= 2100:
        raise InvalidInput("Deze dag ligt te ver weg.")
    return found


def day_as_typed(typed: str) -> date | None:
    """The day that stands in a text as jjjj-mm-dd and in no other form of ISO 8601; None when it is none."""
    if _DAY.fullmatch(typed) is None:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def municipality_of(form: Form, name: str, library: Library) -> str | None:
    """The NIS code of a municipality that is given by a present or former code or name; None for an empty field.

    Raises InvalidInput.
    """
    typed = text_of(form, name)
    if not typed:
        return None
    if typed in library.municipalities:
        return typed
    if typed in library.former_codes:
        return library.former_codes[typed].now
    nis = library.municipality_names.get(plain_name(typed))
    if nis is not None:
        return nis
    raise InvalidInput(f"'{typed[:60]}' staat niet in de lijst van Vlaamse gemeenten.")


def topic_of(form: Form, name: str, library: Library) -> TopicId | None:
    """A topic of the catalogue; None when the field is empty. Raises InvalidInput."""
    typed = TopicId(text_of(form, name))
    if typed and typed not in library.catalogue.topics:
        raise InvalidInput("Kies een onderwerp uit de lijst.")
    return typed or None


def contact_of(form: Form, name: str, library: Library) -> Contact:
    """A service of the knowledge; raises InvalidInput."""
    for contact in library.contacts.values():
        if contact.id == text_of(form, name):
            return contact
    raise InvalidInput("Kies naar wie u doorverwijst.")
