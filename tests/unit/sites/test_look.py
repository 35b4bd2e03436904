"""What a site may choose of its look."""

from __future__ import annotations

import pytest

from bot.errors import InvalidInput
from bot.sites.contrast import contrast
from bot.sites.look import Look


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("colour", "text"), [("#0b5a63", "#ffffff"), ("#ffd23f", "#1a1a1a"), ("", "")]
)
def test_colours_that_can_be_read_are_taken(colour: str, text: str):
    assert Look(colour=colour, text_colour=text).checked().colour == colour


def test_colours_that_cannot_be_read_are_refused_with_the_figure():
    with pytest.raises(InvalidInput, match=r"contrast is 4,4 op 1, en minstens 4,5 op 1"):
        Look(colour="#777777", text_colour="#ffffff").checked()


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": "#0b5a63"},
        {"text_colour": "#ffffff"},
        {"colour": "red", "text_colour": "#ffffff"},
        {"colour": "#0b5a63;}", "text_colour": "#ffffff"},
        {"title": ""},
        {"title": " "},
        {"title": "x" * 41},
        {"button": "een\ntwee"},
        {"questions": ("Wat?",) * 5},
        {"questions": ("",)},
        {"questions": ("x" * 121,)},
        {"pages": ("veiligheid",)},
        {"pages": ("https://www.gent.be/veiligheid",)},
        {"pages": ("/a*b",)},
    ],
)
def test_what_could_not_work_is_refused(wrong: dict[str, object]):
    with pytest.raises(InvalidInput):
        Look(**wrong).checked()  # type: ignore[arg-type]


def test_a_look_is_stored_and_read_back():
    look = Look(title="Vraag het Gent", questions=("Wat is een LIVC R?",), pages=("/", "/wonen/*"))
    assert Look.of(look.data()) == look
    assert Look.of(None) == Look()
    assert Look.of({"title": "Gent", "from_a_later_version": 1}).title == "Gent"
