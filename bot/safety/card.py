"""The emergency card (facts.md §7.1): shown before any other answer, also when the engine is down."""

from __future__ import annotations

from enum import StrEnum

from bot.replies import ContactCard, Kind, Reply


class Danger(StrEnum):
    """What the card is about; the value is the intent of the catalogue."""

    NOODGEVAL = "noodgeval"
    ZELFDODING = "zelfdoding"


_TEXTS = {
    Danger.NOODGEVAL: "**Is er nu gevaar? Bel meteen 112 of 101.**\n\n"
    "- **112**: ambulance en brandweer, of als u niet weet wie u nodig hebt\n"
    "- **101**: dringende hulp van de politie\n"
    "- **1813**: Zelfmoordlijn, als iemand aan zelfdoding denkt\n\n"
    "Wacht niet op een antwoord in deze chat. Niemand leest hier dringende meldingen mee.",
    Danger.ZELFDODING: "**Denkt u, of iemand bij u in de buurt, aan zelfdoding? "
    "U hoeft er niet alleen mee te blijven.**\n\n"
    "- **1813**: Zelfmoordlijn, dag en nacht, ook via [zelfmoord1813.be](https://www.zelfmoord1813.be)\n"
    "- **112**: bij direct levensgevaar\n"
    "- **101**: dringende hulp van de politie\n\n"
    "Bel nu, ook als u twijfelt. Deze chat kan die hulp niet geven.",
}


def card(danger: Danger) -> Reply:
    """The card for one kind of danger: 112, 101 and 1813 in each, the line that fits best first."""
    return Reply(
        kind=Kind.SAFETY,
        text=_TEXTS[danger],
        contacts=(
            ContactCard(
                id="nooddiensten",
                name="Nooddiensten",
                what_for="Dringende hulp bij gevaar voor mensen.",
                phone="1813" if danger is Danger.ZELFDODING else "112",
                referral=True,
            ),
        ),
    )
