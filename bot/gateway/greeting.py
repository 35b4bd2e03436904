"""The first line of every conversation: it is an automated assistant (EU AI Act art. 50), and no names please."""

from __future__ import annotations

from bot.replies import START, Choice, Kind, Reply
from bot.sites.look import Look

GREETING = Reply(
    kind=Kind.NOTICE,
    text="Dag, ik ben Wegwijs, een **automatische assistent**. Ik beantwoord algemene vragen van lokale besturen over "
    "radicalisering en polarisering.\n\n"
    "Typ geen namen of gegevens van personen. Is er nu gevaar? Bel **112** of **101**.",
)


QUESTIONS = (
    "Wat betekent het dreigingsniveau?",
    "Wat is een LIVC R?",
    "Wie geeft een vorming over radicalisering?",
    "Kunt u bij ons een presentatie geven?",
)
"""To start with where a site chose no questions of its own: who sees what can be asked, asks sooner."""


def greeting(look: Look) -> Reply:
    """The first line with the questions to start with."""
    choices = tuple(Choice(label=one, value=START) for one in look.questions or QUESTIONS)
    return GREETING.model_copy(update={"choices": choices})
