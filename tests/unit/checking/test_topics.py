"""The catalogue."""

from __future__ import annotations

import pytest

from .conftest import Planted

TOPICS = "knowledge/topics.yml"
LIVC = "nature: informatie, sample: lokaal_beleid"

FAULTS = [
    # old, new, on the line with, says
    (LIVC, "nature: info, sample: lokaal_beleid", "  livc:", "de aard 'info' bestaat niet"),
    (LIVC, "nature: informatie, sample: beleid", "  livc:", "de categorie 'beleid' bestaat niet"),
    (LIVC, "nature: informatie", "  livc:", "het veld 'sample' ontbreekt"),
    ("  polarisering: Polarisering", "  polarisering:", "  polarisering:", "vul een tekst in"),
    ("count: 9}", "count: negen}", "count: negen", "geheel getal"),
    ("  groet:  ", "  groet: {means: Dag.}\n  groet:  ", "  groet:  ", "twee keer"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), FAULTS)
def test_fields(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(TOPICS, old, new)
    project.finds(TOPICS, project.line(TOPICS, at), says)


def test_a_meaning_belongs_to_one_section(project: Planted) -> None:
    again = '  livc: {means: "Nog eens."}\n  groet:  '
    project.change(TOPICS, "  groet:  ", again)
    line = project.line(TOPICS, "Nog eens")
    project.finds(TOPICS, line, f"staat ook op regel {project.line(TOPICS, '  livc:')}")


def test_a_name_has_no_capitals(project: Planted) -> None:
    project.change(TOPICS, "  livc:  ", "  LIVC:  ")
    found = [one for one in project.problems() if "kan niet" in one.message]
    assert [(one.path, one.line) for one in found] == [(TOPICS, project.line(TOPICS, "LIVC:"))]


def test_a_broken_catalogue_is_one_problem(project: Planted) -> None:
    project.change(TOPICS, "\ntopics:\n", "\ntopics: [\n")
    found = project.problems()
    assert [one.path for one in found] == [TOPICS]
    assert "kan niet gelezen worden" in found[0].message


def test_a_missing_catalogue_is_one_problem(project: Planted) -> None:
    (project.root / TOPICS).unlink()
    project.finds(TOPICS, 1, "dit bestand ontbreekt")
