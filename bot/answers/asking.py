"""Questions that Wegwijs asks back: who is asking, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library
from bot.replies import Choice, Kind, Reply

PERSON = Choice(label="Ik wil een medewerker spreken", value="medewerker")
SKIP = Choice(label="Liever niet zeggen", value="overslaan")


def ask_audience() -> Reply:
    """Who is asking, once in a conversation, with buttons."""
    known = (one for one in Audience if one is not Audience.ONBEKEND)
    return Reply(
        kind=Kind.FORM,
        text="Voor wie vraagt u dit? Zo past het antwoord bij u, en weet de helpdesk wie vragen stelt.",
        choices=(*(Choice(label=one.label, value=f"doelgroep:{one}") for one in known), SKIP),
    )


def ask_municipality() -> Reply:
    """Whose local government asks, once in a conversation."""
    return Reply(
        kind=Kind.FORM,
        text="Van welke gemeente bent u? U mag de naam typen, of gewoon uw volgende vraag stellen.",
        choices=(SKIP,),
    )


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


def clarify(library: Library, options: Iterable[TopicId]) -> Reply:
    """Which of these topics was meant?"""
    return Reply(
        kind=Kind.CLARIFY,
        text="Ik ben niet zeker dat ik u goed begrijp. Bedoelt u een van deze onderwerpen?",
        choices=(*_topics(library, options), PERSON),
    )


def out_of_scope(library: Library, options: Sequence[TopicId]) -> Reply:
    """Say what this helpdesk is for, and offer what may have been meant all the same."""
    meant = "\n\nBedoelde u toch een van deze onderwerpen?" if options else ""
    return Reply(
        kind=Kind.SMALLTALK,
        text="Ik denk dat deze helpdesk daar niet over gaat. Ik beantwoord vragen van lokale besturen over "
        f"radicalisering en polarisering. Voor andere vragen kunt u terecht bij uw gemeente.{meant}",
        choices=(*_topics(library, options), PERSON) if options else (),
    )


def not_understood(
    library: Library, hits: Sequence[TopicId], *, misses: int, call_back: tuple[Choice, ...] = ()
) -> Reply:
    """Say so and offer what a search found; after the second time in a row, offer a person or a call first."""
    if misses >= 2:
        return Reply(
            kind=Kind.FALLBACK,
            text="Ik begrijp u opnieuw niet goed, sorry. Een medewerker van de helpdesk kan u verder helpen.",
            choices=(PERSON, *call_back, *_topics(library, hits)),
        )
    found = "Bedoelt u een van de onderwerpen hieronder? " if hits else ""
    return Reply(
        kind=Kind.FALLBACK,
        text=f"Dat heb ik niet begrepen. {found}U kunt het ook in andere woorden vragen. "
        "Typ geen namen of gegevens van personen.",
        choices=(*_topics(library, hits), PERSON),
    )


def _topics(library: Library, options: Iterable[TopicId]) -> tuple[Choice, ...]:
    return tuple(
        Choice(label=library.articles[one].question, value=f"onderwerp:{one}") for one in options
    )
