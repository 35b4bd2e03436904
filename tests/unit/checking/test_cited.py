"""Laws and judgments in a text: a slip in a date or a number is found, because no source bears it."""

import pytest

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"
SAID = "De burgemeester **richt** het op."


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Dat staat in het decreet van 22 mei 2024.", "decreet van 22 mei 2024"),
        ("De wet van 31 juli 2018 regelt dat.", "wet van 31 juli 2018"),
        ("Dat zei het Hof in arrest nr. 45/2019.", "arrest nr. 45/2019"),
        (
            "Arrest nr. 52/2021 van 2 april 2021 zegt dat.",
            "arrest nr. 52/2021 van 2 april 2021",
        ),
    ],
)
def test_what_no_source_bears_is_found(project: Planted, said: str, named: str) -> None:
    project.change(LIVC, SAID, said)
    project.finds(LIVC, project.line(LIVC, said), f"geen bron gaat over '{named}'")


def test_a_law_that_another_article_rests_on_may_be_named(project: Planted) -> None:
    project.change(LIVC, SAID, "Dat staat ook in het decreet van 22 maart 2024.")
    assert project.problems() == []


def test_a_judgment_must_be_a_source_of_the_article_itself(project: Planted) -> None:
    project.change(LIVC, SAID, "Dat zei het Grondwettelijk Hof in arrest nr. 52/2021.")
    project.finds(
        LIVC, project.line(LIVC, "Dat zei het"), "geen bron gaat over 'arrest nr. 52/2021'"
    )
