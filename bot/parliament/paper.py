"""The answer as a reader gets it: figures, days and shares written out, one model for the page and for the document."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.library import Library
from bot.parliament.answer import Answer, Part, since_words
from bot.statistics.measure import Measure
from bot.statistics.notation import day, made_at, number, percentage
from bot.statistics.report import Row


@dataclass(frozen=True)
class Table:
    """One table."""

    id: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    meaning: str
    """Numerator, base and definition."""


@dataclass(frozen=True)
class Figure:
    """One number with its meaning."""

    id: str
    label: str
    value: str
    meaning: str


@dataclass(frozen=True)
class Answered:
    """One question on paper."""

    id: str
    question: str
    said: tuple[str, ...]
    missing: tuple[str, ...]
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Paper:
    """The whole document."""

    title: str
    days: str
    made: str
    notices: tuple[str, ...]
    parts: tuple[Answered, ...]


CLOSING = (
    "Voor intern gebruik: kleine aantallen zijn niet afgeschermd en gemeenten staan met hun naam vermeld. Lees dit "
    "na vóór u het openbaar maakt. Het bevat geen teksten van gesprekken en geen persoonsgegevens. De som van elke "
    "tabel is bij het maken nagerekend."
)


def write(answer: Answer, library: Library) -> Paper:
    """Put an answer on paper."""
    first, last = day(answer.period.first), day(answer.period.last)
    notices = []
    if answer.preliminary:
        notices.append("Voorlopige cijfers: de periode was nog niet voorbij toen dit gemaakt werd.")
    notices += [since_words(one) for one in answer.since]
    return Paper(
        title="Helpdesk radicalisering: antwoord op de parlementaire vraag",
        days=f"Van {first} tot en met {last}, dagen naar Belgische tijd",
        made=made_at(answer.made_at),
        notices=tuple(notices),
        parts=tuple(_answered(one, answer, library) for one in answer.parts),
    )


def _answered(part: Part, answer: Answer, library: Library) -> Answered:
    tables = [_table(measure, rows) for measure, rows in part.tables]
    if part.question.id == "2d" and answer.places:
        tables.append(_places(answer, library))
    return Answered(
        id=part.question.id,
        question=part.question.text,
        said=tuple(_kept(one) for one in part.words.said),
        missing=tuple(_kept(one) for one in part.words.missing),
        figures=tuple(
            Figure(total.id, total.label, number(value), total.definition)
            for total, value in part.totals
        ),
        tables=tuple(tables),
    )


def _table(measure: Measure, rows: list[Row]) -> Table:
    shown = [one for one in rows if one["base"]]
    return Table(
        id=measure.id,
        label=measure.label,
        columns=("", "Aantal", "Noemer", "Aandeel"),
        rows=tuple(
            (
                one["label"],
                number(one["count"]),
                number(one["base"]),
                _kept(percentage(one["count"], one["base"])),
            )
            for one in shown
        ),
        meaning=f"Teller: {measure.numerator}. Noemer: {measure.denominator}. {measure.definition}",
    )


def _places(answer: Answer, library: Library) -> Table:
    return Table(
        id="listed_municipalities",
        label="De gemeenten op de lijst",
        columns=("Gemeente", "Toestand", "Dag", "Reden"),
        rows=tuple(
            (
                library.municipalities[one.nis].name,
                one.state.label,
                "" if one.on is None else day(one.on),
                ", ".join(one.reasons),
            )
            for one in answer.places
        ),
        meaning="Elke gemeente met het verst gevorderde wat er tot en met de laatste dag van de periode geregistreerd "
        "is, en de dag daarvan of de geplande dag. Een leeg vak is niet geregistreerd.",
    )


def _kept(text: str) -> str:
    """In running text a figure and its sign stay on one line."""
    return text.replace(" %", "\u00a0%")
