"""Contact details outside a form: whose they are, whether they are to be used, and for whom they are kept."""

from __future__ import annotations

import re

from bot.knowledge.catalogue import Audience
from bot.requests.calling import wants_call
from bot.requests.details import tells_of_another
from bot.requests.kinds import FORMS, KIND_SLOT, RequestKind, asks_contact, takes_contact

_PLACE = r"\[(?:TELEFOON|EMAIL)-\d+\]"
_PIECES = re.compile(r"(?<=[?!])\s+|(?<=\w{4}\.)\s+|(?<=[\])]\.)\s+|\n")
_REACHES = (
    r"(?:(?:terug|op)?bel(?:t|len)?|(?:terug|op)?gebeld|telefone\w+|telefoontje|belletje|seintje|contact\w*|"
    r"gecontacteerd|bereik\w*|mail|mailt|mailen|mailtje|gemaild|e-?mail\w*|sms\w*|whatsapp\w*|stuurt?|sturen|antwoord\w*|"
    r"weten|hoor|horen|verwittig\w*|spreken)"
)
_GIVES = re.compile(
    rf"\b(?:mijn|ons|onze)\b[^.?!]{{0,40}}{_PLACE}"
    rf"|\b(?:ik ben|ik heet|mijn naam is)\b[^?!]{{0,120}}{_PLACE}"
    rf"|\b{_REACHES}\b[^?!]{{0,60}}{_PLACE}"
    rf"|{_PLACE}[^.?!]{{0,20}}\b{_REACHES}\b"
    rf"|\b(?:tel|telefoon|gsm|telefoonnummer|gsm-?nummer|nummer|mailadres)\b\W{{0,4}}{_PLACE}",
    re.IGNORECASE,
)
"""Words by which someone is to be reached, and where."""
_US = r"(?:mij|me|ons)"
_INVITES = re.compile(
    rf"\b{_US}\b[^.?!]{{0,60}}\b{_REACHES}\b|\b{_REACHES}\b[^.?!]{{0,60}}\b{_US}\b", re.I
)
""" "Kan u contact met mij opnemen?" """
_ONLY_DETAILS = re.compile(
    r"\W*(?:(?:mijn|nummer|is|mail|e-?mail|adres|gsm|tel|telefoon|op|bel|mij|me|maar|en|of|dit|het)\b\W*|\[PERSOON-\d+\]\W*)*"
    r"\[(?:TELEFOON|EMAIL)-\d+\]\W*(?:\W*(?:en|of|\[(?:TELEFOON|EMAIL|PERSOON)-\d+\]))*\W*",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:hij|hem|haar|hun|hen|diens|belde\w*|mailde\w*|stuurde\w*|gestuurd|kre(?:eg|gen)|krijg\w*|dreig\w*|bedreig\w*|"
    rf"verdacht\w*|account|profiel)\b|\b(?:wie|welke?)\b[^.?!]{{0,60}}{_PLACE}|{_PLACE}\W{{0,3}}(?:van )?wie\b|"
    r"\bzijn (?:\w+ )?(?:nummer|gsm|telefoon|mail|e-?mail|adres)\w*"
    r"|\b(?:bel|bellen|belt|contacteer|mail|bereiken) (?:de|een|die|naar)\b"
    r"|\b(?:de|die) (?!helpdesk)\w+ (?:op)?bellen\b"
    r"|\b(?:mijn|onze|een|de|die|deze) (?:zoon|dochter|man|vrouw|partner|broer|zus|vader|moeder|neef|nicht|leerling|"
    rf"klant|cliënt|pati[eë]nt|jongere|jongen|meisje|buurman|buurvrouw|vriend|vriendin|inwoner)\b[^.?!]{{0,60}}{_PLACE}"
    rf"|\b(?:van|door|afzender|is) {_PLACE}\W*(?:is|komt|juist|correct|van)\b"
    rf"|\b(?:door|afzender|(?:nummer|mails?|berichten?|oproep|telefoon) van) {_PLACE}",
    re.IGNORECASE,
)
"""Whose number or address it is that is no visitor's."""
_OWN = re.compile(
    rf"(?<!op )(?<!via )\b(?:mijn|onze?) (?:\w+ )?(?:(?:telefoon|gsm)?-?nummer|gsm|telefoon|tel|e-?mail(?:adres)?|"
    rf"mail(?:adres)?|adres)\b\W{{0,3}}(?:is\W{{1,3}})?{_PLACE}"
    rf"|\b(?:bel|mail|contacteer|bereik|sms) (?:mij|me|ons)\b[^.?!;,]{{0,20}}{_PLACE}"
    rf"|\b(?:bel|mail|sms)(?: (?:dringend|snel|meteen|gerust|best|dan|op)){{0,3}} {_PLACE}",
    re.IGNORECASE,
)
"""What says that it is the visitor's, whoever else the sentence is about: "hij dreigt, bel mij op …"."""


def holds_details(text: str) -> bool:
    """Whether a message holds a number or an address, which nobody keeps outside a form."""
    return re.search(_PLACE, text) is not None


def gives_details(text: str) -> bool:
    """Whether a message gives the speaker's own number or address to be reached at, in whatever words."""
    if not holds_details(text):
        return False
    pieces = _PIECES.split(text)
    for place, piece in enumerate(pieces):
        if not holds_details(piece) or _of_others(piece):
            continue
        before = pieces[place - 1] if place else ""
        if _GIVES.search(piece) or wants_call(text) or _INVITES.search(before):
            return True
    return False


def may_be_called(audience: object) -> bool:
    """Whether the helpdesk calls or mails this asker back; who did not say who asks may be one of those."""
    return audience in (None, Audience.ONBEKEND, *FORMS[RequestKind.TERUGBELLEN].audiences)


def asks_call(text: str, *, answered: bool) -> bool:
    """Whether a message opens the form for a call: it asks for one, or gives details and asks nothing else."""
    return wants_call(text) or (gives_details(text) and not answered)


def only_details(text: str) -> bool:
    """Whether a message is contact details and no more: "An, [TELEFOON-1]"."""
    return _ONLY_DETAILS.fullmatch(text) is not None


def loses_details(text: str) -> bool:
    """Whether a message holds a number or an address that may be the speaker's own: that it is not kept, is said."""
    return any(holds_details(one) and not _of_others(one) for one in _PIECES.split(text))


def _of_others(piece: str) -> bool:
    """Whether a sentence tells of somebody else's number or address, and of none of the speaker."""
    return _OF_OTHERS.search(piece) is not None and _OWN.search(piece) is None


def keeps_details(text: str, slots: dict[str, object], active_loop: str | None) -> bool:
    """Whether the contact details in a message are sealed: for the form that is open, or to be reached at."""
    if active_loop is not None:
        own = asks_contact(slots, active_loop) or not tells_of_another(text)
        return takes_contact(slots, active_loop) and own
    wanted = bool(slots.get("person_asked")) or slots.get(KIND_SLOT) == RequestKind.TERUGBELLEN
    given = gives_details(text) or (wanted and only_details(text))
    return given and may_be_called(slots.get("known_audience"))
