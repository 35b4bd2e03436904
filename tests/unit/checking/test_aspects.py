"""Faults in the sides of topics, and in the headings of articles that go with them."""

from __future__ import annotations

import pytest

from .conftest import Planted

PATH = "knowledge/aspects.yml"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("onderwerp: rol_gemeente", "onderwerp: rol_gemente", "rol_gemente", "bestaat niet"),
        ("medewerker.\n  mening: ja", "medewerker.\n  meningen: ja", "meningen", "meningen"),
    ],
)
def test_a_fault_is_told_with_its_line(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(PATH, old, new)
    project.finds(PATH, project.line(PATH, at), says)


def test_an_article_says_nothing_of_a_side_that_does_not_exist(project: Planted) -> None:
    path = "knowledge/answers/livc.md"
    written = (project.root / path).read_text(encoding="utf-8")
    (project.root / path).write_text(f"{written}\n# Over gelden\n\nIets.\n", encoding="utf-8")
    project.finds(path, project.line(path, "# Over gelden"), "is onbekend")
