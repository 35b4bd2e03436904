"""Questions that Wegwijs asks back: who is asking, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library
from bot.replies import Choice, ContactCard, Kind, Reply

PERSON = Choice(label="Ik wil een medewerker spreken", value="medewerker")
SKIP = Choice(label="Liever niet zeggen", value="overslaan")

_WORKPLACES = ("ocmw", "het ocmw", "ons ocmw", "sociaal huis", "sociale dienst")

JUST_ASKED, ASKED_BEFORE = "net", "eerder"
"""Values of the slot of a question: right behind it, and from the next message on."""

MISSES = 2
"""Times in a row that Wegwijs may fail before it offers a person."""


@dataclass(frozen=True)
class WayOut:
    """What is there for who was not helped."""

    misses: int
    """Times in a row, this one included."""
    contacts: tuple[ContactCard, ...] = ()
    """Whom to turn to."""
    call_back: tuple[Choice, ...] = ()
    """The form for a call, for whom it is meant."""


WHICH_TOPIC = "Bedoelt u een van deze onderwerpen?"

NOTED = "Dank u, ik hou er rekening mee."
"""The answer to who tells who asks."""


def ask_audience(*, unclear: bool = False, again: bool = False) -> Reply:
    """Who is asking, once in a conversation, with buttons; `unclear` when a function was told and no organisation.

    `again` when the answer was a yes.
    """
    known = (one for one in Audience if one is not Audience.ONBEKEND)
    told = "Dank u. Bij welke organisatie is dat? Kies hieronder, dan past het antwoord bij u."
    asks = (
        "Voor wie vraagt u dit? Zo past het antwoord bij u, en weet de helpdesk wie vragen stelt."
    )
    which = "Met ja weet ik nog niet voor wie u vraagt. Kies hieronder, of typ bijvoorbeeld: gemeente, OCMW of politie."
    return Reply(
        kind=Kind.FORM,
        text=told if unclear else which if again else asks,
        choices=(*(Choice(label=one.label, value=f"doelgroep:{one}") for one in known), SKIP),
    )


def goes_on_unknown() -> Reply:
    """The question for who asks got no answer twice: it is left."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="Goed, ik vraag het niet opnieuw. Typ gerust waar u werkt, of stel uw volgende vraag. "
        "Wilt u een medewerker spreken? Zeg het dan.",
    )


def ask_municipality() -> Reply:
    """Whose local government asks, once in a conversation."""
    return Reply(
        kind=Kind.FORM,
        text="Van welke gemeente bent u? U mag de naam typen, of gewoon uw volgende vraag stellen.",
        choices=(SKIP,),
    )


def is_workplace(word: str) -> bool:
    """Whether a word for who asks names the OCMW alone; a function ("ocmw-voorzitter") tells the role as well."""
    return word.casefold() in _WORKPLACES


def ask_role() -> Reply:
    """An OCMW counts by role (DESIGN.md §4): its board as a local government, its social workers as first line."""
    return Reply(
        kind=Kind.FORM,
        text="Wat is uw rol bij het OCMW? Een hulpverlener verwijs ik altijd door naar de eigen sector.",
        choices=(
            Choice(label="Bestuur of beleid", value=f"doelgroep:{Audience.OCMW}"),
            Choice(label="Hulpverlening", value=f"doelgroep:{Audience.HULPVERLENER}"),
        ),
    )


def clarify(
    library: Library, options: Iterable[TopicId], department: tuple[ContactCard, ...] = ()
) -> Reply:
    """Which of these topics was meant? A first-line worker is referred to the department meanwhile."""
    always = (
        "Als hulpverlener kunt u altijd terecht bij het contact hieronder. " if department else ""
    )
    return Reply(
        kind=Kind.CLARIFY,
        text=f"Ik ben niet zeker dat ik u goed begrijp. {always}{WHICH_TOPIC}",
        contacts=department,
        choices=(*_topics(library, options), PERSON),
    )


def out_of_scope(library: Library, options: Sequence[TopicId], way_out: WayOut) -> Reply:
    """Say what this helpdesk is for, and offer what may have been meant all the same; the second time also a person."""
    again = way_out.misses >= MISSES
    meant = "\n\nBedoelde u toch een van deze onderwerpen?" if options else ""
    department = tuple(one for one in way_out.contacts if one.referral)
    if department:
        meant = (
            "\n\nIs dit een vraag uit uw werk als hulpverlener? Dan helpt het contact hieronder u verder."
            + meant
        )
    elif again and not options:
        meant = "\n\nGaat uw vraag daar toch over? Dan kan een medewerker van de helpdesk u verder helpen."
    return Reply(
        kind=Kind.SMALLTALK,
        text="Ik denk dat deze helpdesk daar niet over gaat. Ik beantwoord vragen van lokale besturen over "
        f"radicalisering en polarisering. Voor andere vragen kunt u terecht bij uw gemeente.{meant}",
        contacts=department,
        choices=(
            *_topics(library, options),
            *((PERSON,) if options or again else ()),
            *(way_out.call_back if again else ()),
        ),
    )


def about_abroad(library: Library, country: str, options: Sequence[TopicId]) -> Reply:
    """Say that only Flanders is known here; what Flanders does about the same may be of use."""
    meant = "\n\nWilt u weten hoe het in Vlaanderen gaat?" if options else ""
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"Ik weet niet hoe dat zit in {country}: deze helpdesk kent alleen de aanpak in Vlaanderen. "
        f"Vraag het aan een overheidsdienst in {country}.{meant}",
        choices=(*_topics(library, options), PERSON),
    )


def not_understood(library: Library, hits: Sequence[TopicId], way_out: WayOut) -> Reply:
    """Say so and offer what a search found; after the second time in a row, everyone gets a person first."""
    if way_out.misses >= MISSES:
        return Reply(
            kind=Kind.FALLBACK,
            text="Ik begrijp u opnieuw niet goed, sorry. Een medewerker van de helpdesk kan u verder helpen. "
            "U kunt ook zelf terecht bij het contact hieronder.",
            contacts=way_out.contacts,
            choices=(PERSON, *way_out.call_back, *_topics(library, hits)),
        )
    found = "Bedoelt u een van de onderwerpen hieronder? " if hits else ""
    return Reply(
        kind=Kind.FALLBACK,
        text=f"Dat heb ik niet begrepen. {found}U kunt het ook in andere woorden vragen. "
        "Typ geen namen of gegevens van personen.",
        contacts=tuple(one for one in way_out.contacts if one.referral),
        choices=(*_topics(library, hits), PERSON),
    )


def none_of_these() -> Reply:
    """None of the buttons was meant."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="Begrepen. Wilt u uw vraag in andere woorden stellen? U kunt ook een medewerker spreken.",
        choices=(PERSON,),
    )


def which_one(options: Sequence[Choice]) -> Reply:
    """A yes came to a question with more than one button."""
    return Reply(kind=Kind.CLARIFY, text="Welke van deze bedoelt u?", choices=(*options, PERSON))


def too_short() -> Reply:
    """A single letter was typed, by accident or to see what happens."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="Dat is te kort voor mij: ik lees maar één letter. Typ uw vraag in enkele woorden, dan zoek ik het "
        "antwoord.",
    )


def no_appointment(call_back: tuple[Choice, ...]) -> Reply:
    """A day or an hour was told that nobody asked for."""
    way = "Wilt u dat de helpdesk u belt?" if call_back else "Wilt u een medewerker spreken?"
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"Een afspraak kan ik hier niet noteren. {way} Kies dan hieronder. "
        "Hebt u een vraag? Dan mag u die gewoon typen.",
        choices=call_back or (PERSON,),
    )


def not_kept(call_back: tuple[Choice, ...]) -> Reply:
    """Contact details were typed where no form asked for them."""
    way = (
        "Wilt u dat de helpdesk u belt of mailt?" if call_back else "Wilt u een medewerker spreken?"
    )
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"Uw gegevens heb ik niet bewaard: ik vroeg er niet om. {way} Kies dan hieronder.",
        choices=call_back or (PERSON,),
    )


def _topics(library: Library, options: Iterable[TopicId]) -> tuple[Choice, ...]:
    return tuple(
        Choice(label=library.articles[one].question, value=f"onderwerp:{one}") for one in options
    )
