"""What a visitor says of a request that was sent: it must go, it must change, a contact detail in it is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.requests.kinds import FORMS, Field, RequestKind
from bot.requests.naming import named_wrong


class Wish(StrEnum):
    """What is to become of a request; the value is the kind of its button (bot.replies.CHOICE)."""

    WITHDRAW = "intrekken"
    CHANGE = "wijzig"


STAYS = "nee"
"""Behind Wish.WITHDRAW: the visitor was asked whether to withdraw, and did not want to."""

SURE = "_ja"
"""Behind the place of a request: the visitor was asked, and wants it withdrawn."""

CONTACT = "contact"
"""Behind Wish.CHANGE: the contact details are what is wrong."""

_OWN = r"(?:mijn|m'n|onze|ons|mij|uw|die|deze|de|het|dit|dat|een)"
_REQUEST = r"(?:aanvra(?:ag|gen)|aanvraagformulier|formulier|(?:terugbel)?verzoek)"
_MINE = re.compile(rf"\b(?:mijn|m'n|onze|ons)(?: \w+)? {_REQUEST}\b", re.IGNORECASE)
_THE = re.compile(
    rf"\b{_OWN}(?: \w+)? (?:{_REQUEST}|presentatie|plaatsbezoek|bezoek|afspraak)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:subsidie\w*|toestemming|vergunning\w*|erkenning\w*|premie|betoging|manifestatie|burgers?|inwoners?|"
    r"verenigingen|iemands|hij|man|vrouw|jongen|meisje|kerel)\b",
    re.IGNORECASE,
)
""" "Mag ik een aanvraag voor een betoging weigeren?" is a question."""
_UNDOES = (
    r"(?:annul+(?:eer|eert|eren|eerde)|annulatie|annulering|geannuleerd|intrek(?:ken|t)?|ingetrokken|in te trekken|"
    r"trek(?:t|ken)?\b.{0,60}\b(?:in|terug)|terugtrek\w*|teruggetrokken|terug te trekken|"
    r"afzeg\w*|afgezegd|af te zeggen|(?:doe|gooi)\b.{0,40}\bweg|laat\b.{0,40}\bvallen|"
    r"zeg(?:t|gen)?\b.{0,60}\baf|schrap(?:pen|t)?|geschrapt|cancel\w*|gecanceld|herroep\w*|afblazen|ongedaan|"
    r"verwijder\w*|wis(?:sen)?|delete\w*|stopzetten|zet\b.{0,60}\bstop|"
    r"afzien|af te zien|zie(?:n)?\b.{0,20}\baf|laten vallen|"
    r"(?:mag|hoeft|moet|moeten)\b.{0,40}\bweg|vervalt|vervallen|stop(?:pen)?|"
    r"(?:is|hoeft|moet|mag|gaat|kan|zal|heb|hebben)\b.{0,60}\bniet (?:meer|langer)(?: (?:door|nodig|doorgaan))?"
    r"(?=\W*$|[,.]| want)|"
    r"(?:gaat|mag)\b.{0,40}\bniet door(?:gaan)?)"
)
_UNDO = re.compile(rf"\b{_UNDOES}\b", re.IGNORECASE)
_AROUND = (
    r"(?:ja|nee|neen|sorry|oei|oeps|ok|oke|hallo|en|of|maar|ik|wij|we|wil|willen|wou|zou|zouden|kan|kunnen|kunt|"
    r"u|je|jullie|"
    r"mag|mogen|moet|graag|dan|toch|nog|even|nu|terug|weer|eigenlijk|bij nader inzien|gewoon|alsnog|liever|best|aub|"
    r"alsjeblieft|alstublieft|zonet|daarnet|net|hoe|te|om|is|het mogelijk|mogelijk|allemaal|helemaal|beter|die|ze|hem|"
    r"het|dit|dat|deze|alles|er|wat ik (?:verzond|verstuurde|stuurde|doorgaf))"
)
_POINTS = r"(?:die|ze|hem|het|dit|dat|deze|alles|wat ik (?:verzond|verstuurde|stuurde|doorgaf))"
_DOES = r"(?:(?:terug|op)?(?:bellen|bel)|mailen|contacteren|nalezen|na te lezen|(?:langs)?komen|telefoneren)"
_NOT_WANTED = re.compile(
    rf"\b(?:hoef\w*|moet\w*|mag|mogen)\b.{{0,30}}\bniet (?:meer |langer )?(?:(?:op|terug|langs|na) )?(?:te )?{_DOES}\b"
    rf"|\bbel(?:t|len)? (?:mij|me|ons) (?:\w+ ){{0,2}}niet\b|\bniet (?:meer )?(?:terug)?bellen\b"
    r"|\b(?:dat|het|die|dit) (?:telefoontje|telefoon|belletje|gesprek|nalezen|terugbellen|bezoek|presentatie)\b.{0,20}"
    r"\b(?:hoeft|moet|mag)\b.{0,15}\b(?:niet|weg)\b"
    r"|^\W*(?:laat maar,? )?(?:het|dat) hoeft (?:al )?niet (?:meer|langer)\W*$"
    r"|^\W*(?:we|wij|ik) (?:zien|zie) ervan af\W*$|^\W*bel (?:maar )?niet(?: meer)?\b[^?]{0,40}$"
    r"|\bniet (?:meer|langer) (?:gecontacteerd|gebeld|teruggebeld|gemaild)\b"
    r"|^\W*(?:laat maar,? )?vergeet (?:het|dat|mijn vraag)(?: maar)?\W*$"
    rf"|\b(?:haal|vergeet|trek(?:ken)?)\b.{{0,20}}\b{_OWN} (?:{_REQUEST}|vraag)\b"
    rf"|\b(?:wis|wissen|verwijder\w*|schrap\w*)\b.{{0,15}}\b(?:mijn|m'n|onze?) (?:\w+ )?"
    r"(?:nummer|telefoonnummer|gsm-?nummer|mailadres|e-?mailadres|adres|contactgegevens|gegevens)\b",
    re.IGNORECASE,
)
"""In words of what was asked for, or of the details that it keeps: "u hoeft niet meer te bellen", "wis mijn nummer"."""
_UNDO_IT = re.compile(
    rf"\W*(?:{_AROUND}\b\W*)*(?:(?:annul+(?:eer|eren)|geannuleerd|annulatie|intrekken|ingetrokken|in te trekken|"
    rf"afzeggen|schrappen|cancel(?:en|len)?|herroepen|ongedaan maken)|"
    rf"(?:trek|zeg|schrap)\b\W*(?:{_AROUND}\b\W*)*(?:\b{_POINTS}\b\W*)(?:{_AROUND}\b\W*)*(?:in|terug|af)?|"
    rf"trek (?:maar )?in)\b\W*"
    rf"(?:{_AROUND}\b\W*)*",
    re.IGNORECASE,
)
""" "Ik wil ze intrekken", "trek ze maar in": only where a request was sent."""
_CHANGES = (
    r"(?:wijzig\w*|gewijzigd|te wijzigen|verander\w*|aanpas\w*|aangepast|aan te passen|pas\b.{0,60}\baan|"
    r"verbeter\w*|"
    r"corrig\w*|gecorrigeerd|bijwerk\w*|aanvul\w*|aangevuld|vul\b.{0,60}\baan|"
    r"toevoeg\w*|toe te voegen|voeg\b.{0,60}\btoe|"
    r"fout\w*|klopt niet|niet juist|niet correct|verkeerd\w*|onjuist\w*|vergist|tikfout\w*|typfout\w*|vergeten|vergat|"
    r"recht ?zet\w*|verplaats\w*|verzet\w*|uitstel\w*|uitgesteld|verschuif\w*|verschuiven|anders|ander|andere|nieuwe?)"
)
_CHANGE = re.compile(rf"\b{_CHANGES}\b", re.IGNORECASE)
_DETAIL = (
    r"(?:e-?mail(?:adres)?|mail(?:adres|tje)?|adres|(?:telefoon|gsm|tel)[- ]?(?:nummer)?|nummer|"
    r"contactgegevens|gegevens|contactadres)"
)
_MY_DETAIL = re.compile(rf"\b(?:mijn|m'n|onze?)(?: \w+)? {_DETAIL}\b", re.IGNORECASE)
_GAVE = re.compile(
    rf"\b(?:ik|we|wij)\b.*\b{_DETAIL}\b.*\b(?:gegeven|ingevuld|getypt|doorgegeven|opgegeven|gezet|vermeld|geschreven|"
    rf"ingegeven|achtergelaten|gestuurd)\b|\b(?:gaf|typte|schreef|tikte|vulde|vergiste?)\b.*\b{_DETAIL}\b"
    rf"|\bvergist\b.*\b{_DETAIL}\b|^\W*(?:(?:sorry|oei|oeps|nee)\W+)*(?:fout|verkeerd)e? {_DETAIL}\W*$"
    rf"|\b(?:ik|we|wij) heb(?:ben)?\b.*\b(?:ander|nieuwe?) {_DETAIL}\b"
    rf"|^\W*(?:(?:sorry|oei|oeps|nee)\W+)*(?:dat |het )(?:e-?mailadres|mailadres|nummer)\b.*\b{_CHANGES}\b",
    re.IGNORECASE,
)
_RIGHT_ONE = re.compile(
    r"\b(?:moet|juiste?|correcte?|fout|verkeerd|bedoel\w*|eigenlijk|nieuwe?|ander|klopt niet)\b.*"
    r"\[(?:EMAIL|TELEFOON)-\d+\]"
    r"|\[(?:EMAIL|TELEFOON)-\d+\].*\b(?:moet|juiste?|fout|verkeerd|was|klopt niet)\b",
    re.IGNORECASE,
)
""" "Het moet an@aalst.be zijn"; the filter has taken the address out."""
_OF_OTHERS = re.compile(r"\b(?:zijn|haar|hun|diens) (?:\w+ )?" + _DETAIL, re.IGNORECASE)
_LONGEST = 40
"""Words of a message about a request, at most."""


def wish_of_sent(text: str, *, sent: Sequence[RequestKind]) -> tuple[Wish, str] | None:
    """What a message wants of a request, with the field it names or nothing; `sent` are those of this conversation.

    Where none was sent only "mijn aanvraag" is one, so that the visitor hears that there is none.
    """
    if len(text.split()) > _LONGEST or _OTHER.search(text) or _OF_OTHERS.search(text):
        return None
    about = (_THE if sent else _MINE).search(text)
    if about and _UNDO.search(text):
        return Wish.WITHDRAW, ""
    if sent and (_UNDO_IT.fullmatch(text) or _NOT_WANTED.search(text)):
        return Wish.WITHDRAW, ""
    if sent and _wrong_detail(text):
        return Wish.CHANGE, CONTACT
    named = _named(text, sent, whole=about is None)
    if named is not None or (about and _CHANGE.search(text) and _speaks_of_own(text)):
        return Wish.CHANGE, named or ""
    return None


def _wrong_detail(text: str) -> bool:
    told = (_MY_DETAIL.search(text) or _GAVE.search(text)) and _CHANGE.search(text)
    return bool(told or _RIGHT_ONE.search(text))


def _named(text: str, sent: Sequence[RequestKind], *, whole: bool) -> str | None:
    """The field that is to change: by words that say nothing else, or beside the request."""
    fields = tuple(dict.fromkeys(one for kind in sent for one in FORMS[kind].fields))
    if whole:
        found = named_wrong(fields, text)
        return None if found is None else found.value
    if not _CHANGE.search(text):
        return None
    named = [one for one in fields if re.search(rf"\b{_BY_NAME[one]}\b", text, re.IGNORECASE)]
    return named[0].value if len(named) == 1 else None


_BY_NAME = {
    Field.GEMEENTE: r"gemeente(?:naam)?",
    Field.ONDERWERP: r"(?:onderwerp|thema)",
    Field.PERIODE: r"(?:periode|datum|data|maand|tijdstip)",
    Field.FUNCTIE: r"functie",
    Field.CONTACT: _DETAIL,
    Field.WANNEER: r"(?:moment|uur|dag|datum|tijdstip)",
    Field.TELEFOON: _DETAIL,
}


def _speaks_of_own(text: str) -> bool:
    """Whether the speaker's own request is meant: "mijn aanvraag", or "ik wil … de aanvraag"."""
    return bool(_MINE.search(text) or re.search(r"\b(?:ik|we|wij|kan|kunt)\b", text, re.IGNORECASE))


_SAYS_NO_MORE = re.compile(
    rf"\W*(?:(?:{_AROUND}|{_OWN}|{_REQUEST}|presentatie|plaatsbezoek|bezoek|afspraak|{_DETAIL}|iets|wordt|was|heb|staat|"
    rf"aan|van|voor|in|gegeven|doorgegeven|annul+(?:eer|eren)|intrekken|ingetrokken|trek|schrap|schrappen|stop|stopzetten|"
    rf"wijzigen|veranderen|aanpassen|verbeteren|fout|verkeerde?|klopt|niet|juist|ander|nieuwe?|onderwerp|periode|datum|"
    rf"functie|gemeente|gewijzigd|aangepast|geannuleerd|nodig|doorgaan|\[(?:EMAIL|TELEFOON)-\d+\])(?!\w)\W*)+",
    re.IGNORECASE,
)


def says_no_more(text: str) -> bool:
    """Whether a message holds no other words than those about a request, so that nothing else can be in it."""
    return _SAYS_NO_MORE.fullmatch(text) is not None


_KEEPS = re.compile(
    r"\W*(?:nee\w*|toch niet|liever niet|(?:laat|hou|houd|behoud) (?:ze|het|die|dat|alles|maar|mijn|de)|"
    r"stop|wacht|niet doen|ik twijfel)\b[^?]{0,40}",
    re.IGNORECASE,
)


def keeps_sent(text: str) -> bool:
    """Whether a message behind "Wilt u deze aanvraag intrekken?" leaves it as it is."""
    return _KEEPS.fullmatch(text) is not None
