"""How the chat looks and opens on one site. What could not work, or not be read, is refused in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from bot.errors import InvalidInput
from bot.sites.contrast import COLOUR, LEAST, contrast

LONGEST_TITLE = 40
LONGEST_BUTTON = 30
LONGEST_QUESTION = 120
MOST_QUESTIONS = 4
MOST_PAGES = 20

_PAGE = re.compile(r"/[^\s?#*]*\*?")


@dataclass(frozen=True)
class Look:
    """The choices of a site. Empty colours are those of Wegwijs itself, light and dark."""

    title: str = "Wegwijs"
    button: str = "Vraag het Wegwijs"
    colour: str = ""
    text_colour: str = ""
    questions: tuple[str, ...] = ()
    """Offered at the start of each conversation; without any, those of the greeting."""
    pages: tuple[str, ...] = field(default=())
    """Paths on which the chat opens by itself; a star at the end stands for whatever follows."""

    @classmethod
    def of(cls, stored: Mapping[str, Any] | None) -> Self:
        """What a site has stored; what it did not choose is as usual."""
        known = {name: value for name, value in (stored or {}).items() if name in _NAMES}
        for name in ("questions", "pages"):
            if name in known:
                known[name] = tuple(known[name])
        return cls(**known)

    def data(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)

    def checked(self) -> Self:
        """Itself; raises InvalidInput for the first choice that cannot be."""
        _check_text(self.title, LONGEST_TITLE, "De titel")
        _check_text(self.button, LONGEST_BUTTON, "De tekst op de knop")
        _check_colours(self.colour, self.text_colour)
        if len(self.questions) > MOST_QUESTIONS:
            raise InvalidInput(f"Geef hoogstens {MOST_QUESTIONS} startvragen.")
        for question in self.questions:
            _check_text(question, LONGEST_QUESTION, "Een startvraag")
        if len(self.pages) > MOST_PAGES:
            raise InvalidInput(f"Geef hoogstens {MOST_PAGES} pagina's.")
        for page in self.pages:
            if not _PAGE.fullmatch(page):
                raise InvalidInput(
                    f"'{page}' is geen pad zoals /veiligheid of /veiligheid/* (zonder adres van de site)."
                )
        return self


_NAMES = frozenset(Look.__dataclass_fields__)


def _check_text(text: str, most: int, name: str) -> None:
    if not text.strip() or len(text) > most or not text.isprintable():
        raise InvalidInput(f"{name} telt 1 tot {most} tekens, op één regel.")


def _check_colours(colour: str, text: str) -> None:
    if not colour and not text:
        return
    if not colour or not text:
        raise InvalidInput(
            "Kies de kleur van het vlak en die van de tekst samen, of geen van beide."
        )
    for one in (colour, text):
        if not COLOUR.fullmatch(one):
            raise InvalidInput(f"'{one}' is geen kleur zoals #0b5a63.")
    reached = contrast(colour, text)
    if reached < LEAST:
        # Rounded down: 4.49 must not read as 4.5.
        shown = f"{int(reached * 10) / 10:.1f}".replace(".", ",")
        raise InvalidInput(
            f"De tekst ({text}) is op dit vlak ({colour}) moeilijk te lezen: het contrast is {shown} op 1, en minstens "
            "4,5 op 1 is nodig. Kies een donkerder vlak met lichte tekst, of een lichter vlak met donkere tekst."
        )
