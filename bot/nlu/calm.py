"""Messages without danger, whatever a model hears in them: a word, a moment, a greeting, going on, stopping.

And what is said about the talk or the work itself. Each sentence here is closed: one word more, and it is heard in
full. What could be said of a life too ("ik kan niet meer terug", "ik heb het niet meer nodig") does not belong here.
"""

from __future__ import annotations

import re

from bot.knowledge.municipalities import plain_name
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

_LATER = (
    r"(?:(?:(?:op|tot|vanaf|elke|volgende|komende|die|deze) ){0,2}(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"(?:(?:voor|na)?middag|ochtend|avond)?|"
    r"(?:(?:in|de) )?(?:volgende|komende|die) (?:week|dag|maand|(?:voor|na)?middag)|"
    r"in de (?:voor|na)middag|'?s (?:morgens|middags)|(?:op|tot|vanaf) (?:de )?\d{1,2}(?:[/.-]\d{1,2}|de|ste|e)?"
    r"(?: (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))?)"
)
"""A day or a week of the calendar, as an answer to "wanneer kunnen we u bellen?"."""
_OCLOCK = (
    r"(?:om|na|vanaf|tegen|rond|tot) (?:half )?"
    r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?: ?(?:uur|u|h)(?:\d\d)?)?"
)
_BEFORE = r"\W*(?:(?:nee|neen|ja|sorry|oei|maar|helaas|ok[eé]?)\W+)*"
_NOT_THERE = (
    r"(?:er )?(?:helaas |dan )?(?:niet(?: (?:vrij|thuis|beschikbaar|bereikbaar|aanwezig|op kantoor|op het werk))?|"
    r"(?:weg )?(?:met|in|op) (?:verlof|vakantie|vergadering|reis|congé))"
)
_ABSENT = re.compile(
    rf"{_BEFORE}(?:(?:{_LATER}|(?:over)?morgen|dan) (?:ben ik|zijn (?:wij|we)) {_NOT_THERE}|"
    rf"(?:ik ben|(?:wij|we) zijn) (?:er )?(?:{_LATER}|(?:over)?morgen|dan) {_NOT_THERE}|"
    rf"(?:{_LATER}|(?:over)?morgen|dan) (?:kan ik|kunnen (?:wij|we)|gaat|past|lukt)(?: het| dat)?"
    r"(?: helaas| mij)? niet|"
    rf"(?:{_LATER}) (?:kan ik|kunnen (?:wij|we)) niet meer|"
    rf"(?:ik kan|(?:wij|we) kunnen) (?:{_LATER} niet(?: meer)?|niet (?:meer )?{_LATER}|(?:over)?morgen niet)|"
    rf"(?:dan|{_OCLOCK}|{_LATER}) ben ik (?:al |dan )?weg|ik ben (?:al )?weg {_OCLOCK})(?:\W+(?:hoor|sorry))?\W*",
    re.IGNORECASE,
)
"""When somebody cannot be called: "morgen ben ik er niet". Not "niet meer": that is said of a life."""
_FAILS = re.compile(
    rf"{_BEFORE}(?:(?:dat|dit|het) lukt(?: (?:mij|me|ons|hier|nu|weer|precies|vandaag|echt))* niet(?: goed)?|"
    r"(?:dat|dit) gaat(?: (?:mij|ons|nu|echt))* niet(?: voor (?:mij|ons))?|"
    r"(?:dat|dit|het) werkt(?: (?:hier|nu|weer|precies|echt))* niet(?: meer)?|"
    r"ik (?:snap|begrijp|versta) (?:het|dat|dit|u|jullie|(?:de|die|deze) (?:vraag|uitleg))"
    r"(?: (?:hier|nu|echt|zelf))* niet(?: (?:meer|goed|helemaal))?|"
    r"(?:ik|wij|we) (?:wil|willen) (?:(?:hier|er|daar) )?niet (?:meer |langer |zo lang )?(?:op |hierop )?wachten|"
    r"laat maar(?: zitten)?(?:\W+ik stop ermee)?)\W*",
    re.IGNORECASE,
)
"""What does not work, is not clear or takes too long."""
_CHORE = (
    r"(?:(?:dat|dit|het|alles|hier|nog|eens|allemaal|opnieuw|(?:dat|dit|het|die|de) (?:formulier|tekst|vragen)) ){0,4}"
    r"(?:uit te zoeken|in te vullen|te (?:lezen|typen|herhalen|bellen|mailen|antwoorden|zoeken))"
)
_TIRED = re.compile(
    rf"{_BEFORE}(?:ik heb (?:er |daar |nu )?geen (?:puf|fut|zin|energie|tijd)(?: meer)? om {_CHORE}|"
    rf"(?:het|dat) heeft (?:voor (?:mij|ons) )?geen zin(?: meer)? om {_CHORE}|"
    r"ik ben (?:zo |heel |te )?(?:moe|doodop|kapot)\W+ik (?:doe|ga|werk) (?:morgen|later|straks|maandag) (?:wel )?"
    r"(?:voort|verder|door)|ik kan (?:(?:het|dat|u|jullie|de uitleg) )?niet (?:meer |goed )?volgen|"
    r"(?:dat|dit) is de laatste keer dat ik (?:het|dit|dat) (?:nog )?vraag|"
    r"ik zit (?:nu |nog |al )?(?:op|in) de (?:trein|bus|tram)(?: naar (?:het werk|huis|kantoor))?)\W*",
    re.IGNORECASE,
)
"""Too tired for a form, or on the way: said of what is to be filled in, read or called."""
_PERSON = (
    r"(?:hij|zij|ze|(?:een|de|die|onze|mijn) "
    r"(?:jongere|jongen|meisje|leerling|student|gast|cli[eë]nt|deelnemer|zoon|dochter))"
)
_PLACE = (
    r"naar (?:school|(?:de|het|zijn|haar|onze|ons) (?:les|lessen|werk|stage|(?:jeugd)?club|jeugdhuis|training|"
    r"voetbal|scouts|chiro|jeugddienst|opvang|begeleiding|gesprek|overleg))"
)
_CASE = re.compile(
    rf"\W*{_PERSON} (?:(?:zegt|vertelt|zei) dat (?:hij|zij|ze) niet meer {_PLACE} wil|"
    rf"(?:wil|komt|gaat) niet (?:meer )?{_PLACE}|"
    r"(?:wil|werkt) niet (?:meer )?(?:mee(?:werken)?|met (?:ons|mij|de begeleid(?:er|ster)) (?:praten|spreken))|"
    r"wil geen (?:begeleiding|begeleider|gesprek|overleg)(?: meer)?(?: met (?:ons|mij))?|"
    r"wil (?:haar|zijn|hun) (?:zoon|dochter) niet (?:meer|langer) (?:in huis|thuis))\W*",
    re.IGNORECASE,
)
"""What a case is about: "hij wil niet meer naar school"."""
_LAST_QUESTION = re.compile(
    rf"{_BEFORE}(?:(?:dat|dit) (?:was|is) (?:mijn|de) laatste vraag|"
    r"ik heb (?:nu |verder )?geen (?:andere )?vragen(?: meer)?)\W*",
    re.IGNORECASE,
)

_ALWAYS = (_GREETING, _ONE_WORD, _ONWARD, _STOPS, _NO_CALLS, _ON_SCREEN, _NUMBERED)
_UNLESS_BEHIND_A_CARD = (_FOR_WHOM, _UNKNOWN, _WORK, _ABSENT, _FAILS, _TIRED, _CASE, _LAST_QUESTION)
"""Behind an emergency card "ik vraag het voor mezelf" and "morgen ben ik er niet" are about that."""


def is_calm(text: str, *, behind_card: bool = False) -> bool:
    """Whether a text is a word, a moment, a greeting, or closed talk of the work. The rules read it before."""
    patterns = _ALWAYS if behind_card else (*_ALWAYS, *_UNLESS_BEHIND_A_CARD)
    return is_only_period(text) or any(one.fullmatch(text) for one in patterns)


_BEFORE_TOWNS = re.compile(
    r"\W*(?:(?:ja|nee|ik|wij|we|ben|zijn|het|dat|is|voor|in|van|uit|bij|de|gemeente|gemeenten|stad|zowel)\b\W*)*",
    re.IGNORECASE,
)
_BETWEEN_TOWNS = re.compile(r"[,;/&+]|\b(?:en(?: ook)?|of|samen met|als)\b", re.IGNORECASE)
"""No "in": "Schoten in Herent" are shots."""


def only_towns(text: str, towns: frozenset[str], *, asked: bool) -> bool:
    """Whether a text is nothing but municipalities, by their `plain_name`: "Edegem en Herent".

    "Schoten" alone is the municipality with its capital, or where one was asked; "schoten" are shots.
    """
    whole = text.strip(" .,!")
    if not asked and (whole[:1].islower() or "!" in text):
        return False
    if plain_name(whole) in towns:
        return True
    opening = _BEFORE_TOWNS.match(text)
    rest = text[opening.end() if opening else 0 :]
    pieces = [one.strip(" .-") for one in _BETWEEN_TOWNS.split(rest)]
    named = [one for one in pieces if one]
    return bool(named) and all(plain_name(one) in towns for one in named)
