"""The lists that the import of a mailbox reads."""

from __future__ import annotations

import pytest

from .conftest import Planted

DOMAINS = "knowledge/email_domains.csv"
PHRASES = "knowledge/referral_phrases.yml"

ROWS = [
    # old, new, on the line with, says
    ("\naalst.be,gemeente,", "\naalst,gemeente,", "aalst,", "'aalst' is geen domein"),
    ("\naalst.be,gemeente,", "\nAalst.be,gemeente,", "Aalst.be", "kleine letters"),
    ("\naalst.be,gemeente,", "\ninfo@aalst.be,gemeente,", "info@", "zonder @"),
    ("\naalter.be,", "\naalst.be,", ",44084,", "staat ook op regel 2"),
    ("\naalst.be,gemeente,", "\naalst.be,stad,", "aalst.be", "'stad' bestaat niet"),
    ("\naalst.be,gemeente,41002", "\naalst.be,gemeente,41999", "aalst.be", "'41999' staat niet"),
    ("\naalst.be,gemeente,41002", "\naalst.be,gemeente", "aalst.be", "vul de 4 kolommen"),
    (
        '41002,"afspraak: naam.be, niet nagegaan"',
        '41002,""',
        "aalst.be",
        "waar dit vandaan komt",
    ),
    ("domain,audience", "domein,audience", "domein", "de eerste regel moet zijn"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), ROWS)
def test_domains(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(DOMAINS, old, new)
    project.finds(DOMAINS, project.line(DOMAINS, at), says)


def test_words_for_a_service_that_is_not_there(project: Planted) -> None:
    project.change(PHRASES, "\nabb:\n", "\nabc:\n")
    project.finds(PHRASES, project.line(PHRASES, "abc:"), "geen bestand contacts/abc.yml")


def test_a_service_without_words(project: Planted) -> None:
    project.change(PHRASES, "\n  - departement Onderwijs\n", " []\n")
    project.finds(PHRASES, project.line(PHRASES, "departement_onderwijs"), "te kort")


@pytest.mark.parametrize("path", [DOMAINS, PHRASES])
def test_who_imports_no_mailbox_needs_neither(project: Planted, path: str) -> None:
    (project.root / path).unlink()
    assert project.problems() == []
