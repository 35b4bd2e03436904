"""What visitors say of the answers they got, and why one was of no use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, case, func

from bot.registration.models import QuestionRecord, Reason
from bot.statistics.counting import by, questions
from bot.statistics.measure import Measure, Total
from bot.statistics.periods import Period

USEFUL, NO_REASON = "nuttig", "zonder_reden"


def judged(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Questions of the period whose answer was judged."""
    return lambda period: questions(*columns)(period).where(QuestionRecord.useful.is_not(None))


JUDGED = Total(
    id="judged",
    label="Beoordeelde vragen",
    definition="Een vraag waarvan de vrager zei of het antwoord nuttig was.",
    words="alle beoordeelde vragen van de periode",
    query=judged(func.count(QuestionRecord.id)),
)

USEFULNESS = Measure(
    id="usefulness",
    label="Oordeel van de vragers",
    definition="Elke vraag waarvan het antwoord beoordeeld werd, telt eenmaal, in de periode waarin ze gesteld werd. "
    "Het laatste oordeel geldt. Vragen zonder oordeel tellen niet mee.",
    numerator="vragen met dit oordeel",
    base=JUDGED,
    whole=JUDGED,
    query=by(
        judged,
        case(
            (QuestionRecord.useful.is_(True), USEFUL),
            else_=func.coalesce(QuestionRecord.reason, NO_REASON),
        ),
    ),
    labels=lambda _library: {
        USEFUL: "Nuttig",
        **{one.value: f"Niet nuttig: {one.label[0].lower()}{one.label[1:]}" for one in Reason},
        NO_REASON: "Niet nuttig, zonder reden",
    },
    complete=True,
)
