"""The sentences of Wegwijs that are no article: fixed answers, questions back, cards for danger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.answers.asking import ask_audience, clarify
from bot.answers.handover import handover
from bot.answers.languages import only_dutch
from bot.errors import ConfigurationError
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.safety.card import Danger, card

_WHEN = "*(Hier staat of er nu iemand van de helpdesk is, en anders wanneer wel.)*"
LANGUAGES = {"fr": "Frans", "en": "Engels", "de": "Duits", "tr": "Turks", "ar": "Arabisch"}
_CARDS = {
    Danger.NOODGEVAL: "Bij gevaar voor mensen",
    Danger.ZELFDODING: "Bij gedachten aan zelfdoding",
}


@dataclass(frozen=True)
class FixedText:
    """One sentence or card."""

    title: str
    """When it is shown (Dutch)."""
    text: str
    """Markdown subset."""
    language: str = "nl-BE"


def fixed_answers(domain: Path, topics: Path) -> tuple[FixedText, ...]:
    """The responses of domain.yml, each under what the visitor meant; raises ConfigurationError (Dutch)."""
    try:
        responses, catalogue = (_read(domain)["responses"], _read(topics))
        meant = {
            name: one["means"]
            for section in ("conversation", "safety", "out_of_scope")
            for name, one in catalogue[section].items()
        }
        return tuple(
            FixedText(meant.get(name.removeprefix("utter_"), name), one["text"])
            for name, answers in responses.items()
            for one in answers
            if "text" in one
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ConfigurationError(
            f"{domain.name} is niet in orde; voer uit: wegwijs check"
        ) from error


def spoken(library: Library) -> tuple[FixedText, ...]:
    """What Wegwijs asks or says around the answers."""
    asked = ask_audience()
    choices = ", ".join(one.label for one in asked.choices)
    return (
        FixedText(
            "Wie stelt de vraag? Eén keer per gesprek", f"{asked.text}\n\nKeuzes: {choices}."
        ),
        FixedText("Niet zeker welk onderwerp bedoeld is", clarify(library, ()).text),
        FixedText("Iemand vraagt een medewerker", handover(library, Asked(), _WHEN).text),
        *(
            FixedText(f"Iemand schrijft {name}", only_dutch(code).text, language=code)
            for code, name in LANGUAGES.items()
        ),
    )


def cards() -> tuple[FixedText, ...]:
    """What is shown before anything else when there is danger."""
    return tuple(FixedText(_CARDS[danger], card(danger).text) for danger in Danger)


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))
