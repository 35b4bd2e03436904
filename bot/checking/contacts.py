"""knowledge/contacts: the services that one can be referred to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checking.claims import read_claims
from bot.checking.problem import Problem
from bot.checking.project import CONTACTS, Project
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
    {"phone": phone, "email": email, "local": yes_or_no},
)


def check_contacts(project: Project) -> Iterator[Problem]:
    """Every contact that must be there, and the fields of each."""
    there = project.stems(CONTACTS, ".yml")
    claims = yield from read_claims(project)
    for name in REQUIRED:
        if name not in there:
            message = f"het contact '{name}' ontbreekt; zet dit bestand terug"
            yield Problem(f"{CONTACTS}/{name}.yml", 1, message)
    for path in project.files(CONTACTS, ".yml"):
        if not is_id(Path(path).stem):
            message = "de bestandsnaam kan niet; gebruik kleine letters, cijfers en _"
            yield Problem(path, 1, message)
        contact = project.yaml(path)
        if contact is not None:
            for line, message in (
                *SHAPE(contact),
                *review_dates(contact),
                *check_contact_statements(claims, contact),
            ):
                yield Problem(path, line, message)
