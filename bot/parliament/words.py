"""The sentences of question 1: how often, who, about what, referred where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.parliament.facts import Facts
from bot.statistics.measures import UNKNOWN
from bot.statistics.notation import day, enumeration, number, percentage, plural
from bot.statistics.report import Row


@dataclass(frozen=True)
class Words:
    """What an answer says, and what it cannot say."""

    said: tuple[str, ...]
    missing: tuple[str, ...] = ()
    """What is not registered: told, never filled in."""

    @property
    def text(self) -> str:
        """Both, as one text."""
        return "\n".join([*self.said, *(f"Niet geregistreerd: {one}" for one in self.missing)])


def ranked(rows: Sequence[Row]) -> str:
    """Every row that counts something, the largest first, what is unknown left out."""
    known = [one for one in rows if one["count"] and one["id"] != UNKNOWN]
    shown = sorted(known, key=lambda one: -one["count"])
    return enumeration(
        [
            f"{one['label']} ({number(one['count'])}; {percentage(one['count'], one['base'])})"
            for one in shown
        ]
    )


def how_often(facts: Facts) -> Words:
    """Answer 1a."""
    contacts, questions = facts.total("contacts"), facts.total("questions")
    until = (
        f"nu toe ({day(facts.today)})"
        if facts.still_running
        else f"en met {day(facts.period.last)}"
    )
    days = f"Van {day(facts.period.first)} tot {until}"
    if contacts == 0 and questions == 0:
        said = [f"{days} is geen enkel contact geregistreerd."]
    else:
        said = [
            f"{days} werd de helpdesk {plural(contacts, 'keer', 'keer')} gecontacteerd, "
            f"met {plural(questions, 'vraag', 'vragen')}."
        ]
    used = ranked(facts.rows("channels"))
    if used:
        said.append(f"Per kanaal: {used}.")
    return Words(tuple(said), tuple(_gaps(facts)))


def _gaps(facts: Facts) -> list[str]:
    gaps = []
    began = facts.first_contact
    if began is None:
        gaps.append("er is nog nooit een contact geregistreerd.")
    elif began > facts.period.last:
        gaps.append(f"de registratie begon pas op {day(began)}, na deze periode.")
    elif began > facts.period.first:
        gaps.append(
            f"het eerste contact dat ooit geregistreerd werd, is van {day(began)}; "
            "over de dagen daarvoor is niets bekend."
        )
    silent = [one["label"].lower() for one in facts.rows("channels") if one["count"] == 0]
    if silent:
        gaps.append(
            f"langs {enumeration(silent)} staat er niets genoteerd. Of er geen contacten waren, of dat ze niet "
            "genoteerd werden, is niet bekend."
        )
    return gaps


def who(facts: Facts) -> Words:
    """Answer 1b."""
    contacts, unknown = facts.total("contacts"), facts.count("audiences", UNKNOWN)
    if contacts == 0:
        return Words(("Er zijn geen contacten geregistreerd in deze periode.",))
    towns = facts.count("audiences", "gemeente")
    others = [one for one in facts.rows("audiences") if one["id"] != "gemeente"]
    named = ranked(others)
    said = [
        f"{plural(towns, 'contact', 'contacten')} van de {number(contacts)} "
        f"({percentage(towns, contacts)}) {'kwam' if towns == 1 else 'kwamen'} van een gemeente of stad."
    ]
    said.append(f"Andere actoren: {named}." if named else "Andere actoren zijn niet geregistreerd.")
    places = facts.total("contact_municipalities")
    said.append(
        f"De contacten waarvan de gemeente bekend is, kwamen uit "
        f"{plural(places, 'gemeente', 'verschillende gemeenten')}."
    )
    missing: tuple[str, ...] = ()
    if unknown:
        missing = (
            f"bij {plural(unknown, 'contact', 'contacten')} ({percentage(unknown, contacts)}) is niet bekend wie "
            "het was; dat deel is niet over de andere verdeeld.",
        )
    return Words(tuple(said), missing)


def what(facts: Facts) -> Words:
    """Answer 1c."""
    if facts.total("questions") == 0:
        return Words(("Er zijn geen vragen geregistreerd in deze periode.",))
    return Words(
        (
            f"In volgorde van belang: {ranked(facts.rows('natures'))}.",
            f"Volgens de indeling van de steekproef: {ranked(facts.rows('samples'))}.",
        )
    )


def where(facts: Facts) -> Words:
    """Answer 1d."""
    referred, questions = facts.total("referred"), facts.total("questions")
    if questions == 0:
        return Words(
            ("Er zijn geen vragen geregistreerd in deze periode, dus ook geen doorverwijzingen.",)
        )
    if referred == 0:
        return Words((f"Geen van de {plural(questions, 'vraag', 'vragen')} werd doorverwezen.",))
    verb = "werd" if referred == 1 else "werden"
    return Words(
        (
            f"{number(referred)} van de {plural(questions, 'vraag', 'vragen')} "
            f"({percentage(referred, questions)}) {verb} doorverwezen.",
            f"Naar groep van diensten: {ranked(facts.rows('referral_groups'))}.",
        ),
        ("of de vrager ook echt contact opnam met de dienst waarnaar verwezen werd.",),
    )
