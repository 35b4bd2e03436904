"""Texts of domain.yml and of answers that once said more, or less, than is true."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[3]


def said(response: str) -> str:
    """The text of a response of domain.yml."""
    domain = yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))
    return str(domain["responses"][response][0]["text"])


def short(topic: str) -> str:
    """The section "Kort" of an answer."""
    text = (PROJECT / "knowledge/answers" / f"{topic}.md").read_text(encoding="utf-8")
    return text.split("# Kort\n", 1)[1].split("\n# ", 1)[0]


def test_the_privacy_text_does_not_promise_that_every_name_is_found() -> None:
    text = said("utter_privacy")
    assert "Herkende namen" in text
    assert "Het filter vindt niet alles" in text
    assert "zonder namen" not in text
    assert "alleen cijfers zonder tekst" in text


def test_the_bot_does_not_claim_that_editors_checked_its_answers() -> None:
    text = said("utter_ben_je_een_bot")
    assert "Mijn antwoorden zijn vooraf geschreven, met bronnen." in text
    assert "nagekeken" not in text


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("dreigingsniveau", ["1 laag", "2 gemiddeld", "3 ernstig", "4 zeer ernstig"]),
        ("dreigingsniveau", ["niveau 3", "mogelijk en waarschijnlijk"]),
        ("vormingsaanbod", ["eerstelijnswerkers", "(ABB)", "opvoedingsondersteuning", "(VVSG)"]),
        ("beroepsgeheim", ["casusoverleg", "artikel 353 § 2", "vroeger artikel 458ter"]),
        ("livc", ["geen namenlijst of dossier", "artikel 4 § 3"]),
    ],
)
def test_the_short_answer_says_what_is_asked_most_in_this_order(
    topic: str, words: list[str]
) -> None:
    text = short(topic)
    places = [text.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)
