"""Contacts: the services that a visitor can be referred to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import yaml

from bot.knowledge.articles import Source, Unverified, load_source
from bot.knowledge.catalogue import ContactId


class ReferralGroup(StrEnum):
    """The groups of answer 1d; the value is stored, the label is Dutch."""

    INTERN_VVSG = "intern_vvsg"
    ABB = "abb"
    ONDERWIJS = "onderwijs"
    VLAAMSE_DIENSTEN = "vlaamse_diensten"
    LOKALE_BESTUREN = "lokale_besturen"
    ANDERE = "andere"

    @property
    def label(self) -> str:
        """Dutch label for reports."""
        return _GROUP_LABELS[self]


_GROUP_LABELS = {
    ReferralGroup.INTERN_VVSG: "Intern binnen de VVSG",
    ReferralGroup.ABB: "Agentschap Binnenlands Bestuur",
    ReferralGroup.ONDERWIJS: "Departement Onderwijs en Vorming",
    ReferralGroup.VLAAMSE_DIENSTEN: "Andere Vlaamse diensten",
    ReferralGroup.LOKALE_BESTUREN: "Lokale besturen",
    ReferralGroup.ANDERE: "Andere",
}


@dataclass(frozen=True)
class Contact:
    """A service one can turn to."""

    id: ContactId
    name: str
    group: ReferralGroup
    what_for: str
    url: str
    phone: str | None
    email: str | None
    local: bool
    """Whether it stands for the visitor's own municipality or police zone."""
    local_name: str | None
    """Its name with {gemeente} for the municipality, once that is known."""
    sources: tuple[Source, ...]
    to_verify: tuple[Unverified, ...]
    reviewed: date
    review_by: date


def load_contact(path: Path) -> Contact:
    """Read one contact; raises KeyError or ValueError when a field is missing or wrong."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Contact(
        id=ContactId(path.stem),
        name=data["name"],
        group=ReferralGroup(data["group"]),
        what_for=data["what_for"],
        url=data["url"],
        phone=data.get("phone"),
        email=data.get("email"),
        local=bool(data.get("local", False)),
        local_name=data.get("local_name"),
        sources=tuple(load_source(one) for one in data["sources"]),
        to_verify=tuple(Unverified(one["fact"], one["where"]) for one in data["to_verify"]),
        reviewed=date.fromisoformat(str(data["reviewed"])),
        review_by=date.fromisoformat(str(data["review_by"])),
    )
