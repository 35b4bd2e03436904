"""knowledge/contacts: the services that one can be referred to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.checking.claims import read_claims
from bot.checking.emergency import CONTACT, check_emergency, check_short_numbers
from bot.checking.persons import PUBLIC, check_persons
from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, CONTACTS, ROUTING, Project
from bot.checking.rules import (
    SOURCE,
    TO_VERIFY,
    day,
    email,
    fields,
    https,
    is_id,
    items,
    one_of,
    phone,
    review_dates,
    text,
    yes_or_no,
)
from bot.checking.statements import check_contact_statements
from bot.checking.values import Value
from bot.knowledge.contacts import ReferralGroup

REQUIRED = (
    "abb",
    "departement_onderwijs",
    "departement_welzijn",
    "departement_jeugd",
    "vvsg_vorming",
    "vvsg_veiligheid",
    "vvsg_helpdesk",
    "lokaal_bestuur",
    "lokale_politie",
    "fod_binnenlandse_zaken",
    "unia",
    "safe_brussels",
    "justitiehuis",
    "nooddiensten",
)
"""DESIGN.md §4; more may be added."""

SHAPE = fields(
    {
        "name": text,
        "group": one_of([one.value for one in ReferralGroup], "de groep"),
        "what_for": text,
        "url": https,
        "reviewed": day,
        "review_by": day,
        "sources": items(SOURCE, least=1),
        "to_verify": items(TO_VERIFY),
    },
    {"phone": phone, "email": email, PUBLIC: yes_or_no, "local": yes_or_no, "local_name": text},
)


def check_contacts(project: Project) -> Iterator[Problem]:
    """Every contact that must be there, and the fields of each."""
    there = project.stems(CONTACTS, ".yml")
    claims = yield from read_claims(project)
    for name in REQUIRED:
        if name not in there:
            message = f"het contact '{name}' ontbreekt; zet dit bestand terug"
            yield Problem(f"{CONTACTS}/{name}.yml", 1, message)
    used = _used(project)
    for path in project.files(CONTACTS, ".yml"):
        if not is_id(Path(path).stem):
            message = "de bestandsnaam kan niet; gebruik kleine letters, cijfers en _"
            yield Problem(path, 1, message)
        elif used is not None and Path(path).stem not in used:
            hint = f"zet het in {ROUTING} of bij 'more' van een artikel, of verwijder dit bestand"
            yield Problem(path, 1, f"niets verwijst naar dit contact; {hint}")
        contact = project.yaml(path)
        if contact is not None:
            for line, message in (
                *SHAPE(contact),
                *review_dates(contact),
                *check_persons(contact),
                *check_contact_statements(claims, contact),
                *_local_name(contact),
                *_numbers(Path(path).stem, contact),
            ):
                yield Problem(path, line, message)


def _numbers(name: str, contact: Value) -> Iterator[tuple[int, str]]:
    """The short numbers that people call."""
    told = contact.get("what_for")
    yield from check_short_numbers([(told.line, told.text)] if told is not None else [])
    yield from check_emergency(contact) if name == CONTACT else ()


def _local_name(contact: Value) -> Iterator[tuple[int, str]]:
    """The one place of a local name that is filled in."""
    name = contact.get("local_name")
    if name is not None and name.text and re.findall(r"{[^}]*}?|}", name.text) != ["{gemeente}"]:
        yield name.line, "'local_name' moet één keer {gemeente} bevatten, en geen andere accolades"


def _used(project: Project) -> frozenset[str] | None:
    """Every contact that somebody is sent to; None when that cannot be told."""
    routing = project.yaml(ROUTING)
    if routing is None:
        return None
    articles = (project.article(path) for path in project.files(ANSWERS, ".md"))
    named = (one.text for article in articles if article for one in article.meta.each("more"))
    return frozenset((*REQUIRED, *named, *_words(routing)))


def _words(value: Value) -> Iterator[str]:
    """Every text in a value, however deep."""
    if value.text:
        yield value.text
    inner = value.data.values() if isinstance(value.data, dict) else value.each()
    for one in inner:
        yield from _words(one)
