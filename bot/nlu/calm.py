"""Messages without danger, whatever a model hears in them: a word, a moment, a greeting, going on, stopping.

And what is said about the talk or the work itself. Each sentence here is closed: one word more, and it is heard in
full. What could be said of a life too ("ik kan niet meer terug", "ik heb het niet meer nodig") does not belong here.
"""

from __future__ import annotations

import re

from bot.requests.periods import is_only_period

_GREETING = re.compile(
    r"\W*(?:(?:hallo|hoi|hey|hé|dag|goede?(?:dag|morgen|middag|namiddag|avond)|goeie(?:dag|morgen|middag|namiddag|avond)|"
    r"mevrouw|meneer|iedereen|allemaal|wegwijs)\b\W*)+",
    re.IGNORECASE,
)


_ONE_WORD = re.compile(r"\W*[\w'’-]+\W*")
"""Too little for a model, which heard danger in "hij". The rules name the words that are danger by themselves."""
_THING = (
    r"(?:(?:beleids)?plan|project|voorstel|overleg|vergadering|vorming|opleiding|presentatie|aanvraag|formulier|document|"
    r"brochure|subsidie|oproep|werkgroep|werking|samenwerking|fusie|vraag|gesprek|lijst|reglement|livc(?: ?r)?)"
)
"""What a visitor of the helpdesk has in hand."""
_ONWARD = re.compile(
    r"\W*(?:(?:ok[eé]?|ja|goed|sorry)\W+)*(?:(?:doe|ga|gaan we)\W+(?:maar\W+|eens\W+)?(?:door|verder|voort)|"
    r"(?:(?:ik|wij|we) (?:wil|wou|zou|willen|ga|gaan|doe|doen)|laten we) "
    r"(?:(?:toch|nu|nog|weer|even|eens|wat|graag|liever|later|morgen|straks|het|dat) )*"
    r"(?:verder|voort)(?: ?(?:gaan|doen|invullen))?(?: met (?:dat|de|het|mijn|onze|deze|een) "
    r"(?:aanvraag|formulier|vraag|gesprek|presentatie|document|lijst))?)\W*",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\W*(?:(?:nee|neen|ok[eé]?|sorry|laat maar)\W+)?(?:"
    r"(?:stop|annuleer|wis|verwijder)(?: maar| nu)? (?:alles|dit|dat)|(?:ik|k) hoef (?:dit|dat) niet meer|"
    r"bel (?:maar|gerust) naar (?:het|de) \w+)\W*",
    re.IGNORECASE,
)
"""What is said to a form or of an appointment, and of a life in other words: "het hoeft voor mij niet meer"."""
_ASKER = (
    r"(?:(?:voor|namens) (?:mezelf|mijzelf|mij|mijn werk|(?:mijn|onze|een|de|het|ons) "
    r"(?:collega(?:'s)?|baas|chef|dienst|bestuur|gemeente|stad|school|team|moeder|vader|zus|broer))|"
    r"als (?:mama|papa|moeder|vader|ouder|burger|inwoner|schepen|burgemeester|ambtenaar|leerkracht|student))"
)
_FOR_WHOM = re.compile(
    r"\W*(?:(?:en|nu|dan|nee|neen|ja)\W+)*(?:"
    r"(?:(?:ik vraag|vraag ik|ik doe|(?:het|dat|dit) is) )?(?:(?:het|dat|dit|nu|gewoon|enkel|alleen|even|eigenlijk) )*"
    rf"{_ASKER}(?: (?:zelf|persoonlijk|alleen|dus|hoor))*|"
    rf"{_ASKER} (?:wil|vraag|zou) ik (?:(?:het|dat|dit|graag|ook|wel) )*(?:weten|vragen)?)\W*",
    re.IGNORECASE,
)
"""For whom something is asked: "nu vraag ik het als mama"."""
_UNKNOWN = re.compile(
    r"\W*(?:(?:sorry|nee|euh?|oei)\W+)*(?:ik weet (?:het|dat)(?: (?:eigenlijk|nu|echt|zelf|ook))?|"
    r"(?:dat|het) weet ik(?: nu)?) (?:nog )?niet(?: (?:meer|goed|zeker|precies))?(?: hoor)?\W*",
    re.IGNORECASE,
)
_NO_CALLS = re.compile(
    r"\W*(?:ik|wij|we) (?:wil|willen|wens|wensen|hoef|hoeven) (?:niet (?:meer |langer )?"
    r"(?:gebeld|teruggebeld|opgebeld|gemaild|gecontacteerd)(?: te)? worden|niet (?:meer|langer) wachten op "
    r"(?:een )?(?:antwoord|medewerker|mail|telefoon)|geen (?:telefoons?|telefoontjes|mails?|oproep|afspraak)(?: meer)?"
    r"(?: te)?(?: krijgen)?)\W*"
    r"|\W*(?:(?:sorry|nee|neen|ok[eé]?|dank u|bedankt)\W+)*(?:u|jullie|je|gij|iemand|niemand) "
    r"(?:hoeft|hoeven|moet|moeten) (?:(?:mij|me|ons) )?(?:(?:dan|toch|echt|dus) )*niet meer "
    r"(?:te )?(?:(?:terug|op) ?(?:te )?)?(?:bellen|mailen|contacteren|antwoorden)(?: hoor)?\W*",
    re.IGNORECASE,
)
_WORK = re.compile(
    rf"\W*(?:(?:(?:de|het|ons|onze|mijn) )?[\w'’-]+ (?:zie|ziet|zien) (?:dat|die|deze|dit|ons|onze|de|het) {_THING}"
    r" (?:echt |zo )?niet (?:meer )?zitten|"
    rf"(?:ik|wij|we) (?:heb|hebben) (?:dat|die|deze|dit) {_THING} niet (?:meer|langer) nodig|"
    rf"(?:dat|die|deze|dit|de|het|onze?) {_THING} (?:hoeft (?:voor ons )?niet(?: meer)?|"
    r"(?:is|ligt) (?:op sterven na dood|zo goed als dood|dood en begraven|doodgebloed|op apegapen))|"
    r"dat hoeft (?:niet(?: meer)? voor ons|voor ons niet(?: meer)?))\W*",
    re.IGNORECASE,
)
"""What becomes of a plan or a project: "wij zien dat project niet meer zitten"."""
_ON_SCREEN = re.compile(
    rf"\W*(?:ik|wij|we) (?:kan|kunnen) (?:(?:het|dat|die|de|mijn)(?: {_THING})? )?(?:hier )?niet (?:meer )?"
    r"(?:(?:terug)?vinden|openen|lezen|wijzigen|invullen|inloggen|aanmelden|klikken)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\W*(?:(?:en|wat met|ook|dan|artikels?|art|nummer|punt|paragraaf|keuze)\W+)*"
    r"(?!(?:100|101|106|107|110|112|1813)\b)\d{1,4}(?:bis|ter|quater|quinquies|sexies|septies|octies)?(?:/\d+)?"
    r"(?: (?:dan|ook))?\W*",
    re.IGNORECASE,
)
"""The number of an article or of a choice: "en 137". Not one to call for help."""

_ALWAYS = (_GREETING, _ONE_WORD, _ONWARD, _STOPS, _NO_CALLS, _ON_SCREEN, _NUMBERED)
_UNLESS_BEHIND_A_CARD = (_FOR_WHOM, _UNKNOWN, _WORK)
"""Behind an emergency card "ik vraag het voor mezelf" and "ik weet het niet meer" are about that."""


def is_calm(text: str, *, behind_card: bool = False) -> bool:
    """Whether a text is a word, a moment, a greeting, or closed talk of the work. The rules read it before."""
    patterns = _ALWAYS if behind_card else (*_ALWAYS, *_UNLESS_BEHIND_A_CARD)
    return is_only_period(text) or any(one.fullmatch(text) for one in patterns)
