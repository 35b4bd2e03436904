"""Contacts: fields and the ones that must be there."""

from __future__ import annotations

import pytest

from .conftest import Planted

UNIA = "knowledge/contacts/unia.yml"

FAULTS = [
    # old, new, on the line with, says
    ("name: Unia\n", "", "group:", "het veld 'name' ontbreekt"),
    ("name: Unia\n", "name: Unia\nfax: '02'\n", "fax:", "het veld 'fax' is onbekend"),
    ("group: andere", "group: overige", "group:", "de groep 'overige' bestaat niet"),
    ("group: andere\n", "group: andere\nlocal: ja\n", "local:", "true of false"),
    ("url: https://www.unia.be\nphone", "url: www.unia.be\nphone", "url: www", "https://"),
    ('phone: "0800 12 800"', "phone: 112", "phone:", "aanhalingstekens"),
    ('phone: "0800 12 800"', 'phone: "bel ons"', "phone:", "telefoonnummer"),
    ("info@unia.be", "info.unia.be", "email:", "e-mailadres"),
    ("info@unia.be", "lies.claes@unia.be", "email:", "één persoon"),
    ("info@unia.be", "jan@unia.be", "email:", "één persoon"),
    ("name: Unia\n", "name: Jan Peeters van Unia\n", "name:", "naam van een persoon"),
    ("what_for: ", "what_for: Vraag naar mevrouw Claes. ", "what_for:", "naam van een persoon"),
    ("review_by: 2027-05-23", "review_by: 2028-05-23", "review_by:", "twaalf maanden"),
    ("to_verify: []", "to_verify:", "to_verify:", "schrijf []"),
    ("to_verify: []", "to_verify:\n  - fact: Het nummer.", "  - fact:", "'where' ontbreekt"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), FAULTS)
def test_fields(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(UNIA, old, new)
    project.finds(UNIA, project.line(UNIA, at), says)


def test_what_has_still_to_come_was_not_reviewed(project: Planted) -> None:
    project.change(UNIA, "reviewed: 2026-11-23", "reviewed: 2999-01-01")
    project.change(UNIA, "review_by: 2027-05-23", "review_by: 2999-05-23")
    project.finds(UNIA, project.line(UNIA, "reviewed:"), "in de toekomst")


def test_a_contact_needs_a_source(project: Planted) -> None:
    text = (project.root / UNIA).read_text(encoding="utf-8")
    head, rest = text.split("sources:\n")
    text = f"{head}sources: []\nto_verify{rest.split('to_verify')[1]}"
    (project.root / UNIA).write_text(text, encoding="utf-8")
    project.finds(UNIA, project.line(UNIA, "sources:"), "minstens 1")


def test_a_contact_that_must_be_there_is_missed_wherever_it_is_named(project: Planted) -> None:
    (project.root / UNIA).unlink()
    found = project.problems()
    assert UNIA in {one.path for one in found}
    routing = [one for one in found if one.path == "knowledge/routing.yml"]
    assert [one.line for one in routing] == [
        project.line("knowledge/routing.yml", "verwijs_wie: [unia]")
    ]
    assert all("'unia'" in one.message for one in found)


def test_a_name_that_is_no_id(project: Planted) -> None:
    (project.root / UNIA).with_name("Mijn-Unia.yml").write_bytes((project.root / UNIA).read_bytes())
    project.finds("knowledge/contacts/Mijn-Unia.yml", 1, "bestandsnaam")


@pytest.mark.parametrize(
    "address",
    [
        "radicalisering@unia.be",
        "deradicalisering.onderwijs@unia.be",
        "info-pers@unia.be",
        "abb@unia.be",
    ],
)
def test_the_address_of_a_service_is_welcome(project: Planted, address: str) -> None:
    project.change(UNIA, "info@unia.be", address)
    assert project.problems() == []


def test_the_address_of_a_person_passes_when_it_is_said_to_be_public(project: Planted) -> None:
    project.change(UNIA, "info@unia.be", "lies.claes@unia.be\nemail_public: true")
    assert project.problems() == []
