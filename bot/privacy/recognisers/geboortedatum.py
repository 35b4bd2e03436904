"""Dates of birth: a date with a word about birth beside it.

There is no source for the format beyond the ways in which people write dates (NBN Z 01-002 and ISO
8601 among them). The word decides: dates of laws, meetings and attacks stay readable, because a
question is about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.privacy.digits import NearDigits
from bot.privacy.folding import PERSON
from bot.privacy.spans import Kind, Span
from bot.privacy.wordlists import words

_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:19|20)\d\d|'\d\d|\d\d)"
_NAME = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|maart|mrt|apr(?:il)?|mei|jun[iy]?|jul[iy]?|aug(?:ustus)?|"
    r"sept?(?:ember)?|o[kc]t(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?=\d)(?<![\d/.\-])(?:{_DAY}(?P<sep> ?[/.\-] ?){_MONTH}(?P=sep){_YEAR}|{_DAY} {_MONTH} (?:19|"
    rf"20)\d\d|"
    rf"(?:19|20)\d\d[/.\-]{_MONTH}[/.\-]{_DAY}|{_DAY}(?:e|ste|"
    rf"de)?[ \-]{{0,2}}{_NAME}(?:[ ,\-/]{{0,2}}{_YEAR})?|"
    r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)(?![\d])(?!['’]?[a-z])(?![/\-]\d)",
    re.IGNORECASE,
)
# With less than a whole date, only right behind the word.
_PART = re.compile(
    rf"(?:(?<=geboren in )|(?<=geb\. )|(?<=geb\. in )|(?<=°)|(?<=° )|(?<=geboortejaar )|(?<=geboortejaar: )|"
    rf"(?<=geboortejaar is ))(?:{_NAME} )?(?:19|20)\d\d(?![\d/.\-]\d|\d)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:jongeren|kinderen|mensen|generatie\w*|iedereen|wie|personen)\b[^.!?]*$", re.I
)
_DAY_MONTH = re.compile(rf"(?<![\d/.\-]){_DAY}[/\-]{_MONTH}(?![\d/\-])")

# "geboren te Gent op", "geb.dat.:", "°", "verjaart op", "wordt 18 op"
_BEFORE = re.compile(
    r"(?:\b(?:geboren|gebooren|geb(?:oorte)?\.? ?dat(?:um)?\.?|geboortedag|geb\.?|verjaart|verjaardag(?: is| valt)?|"
    r"jarig|d\.?o\.?b\.?|gd|née?|ne\(e\)|born)(?![a-z])|°|"
    r"\b(?:word(?:t|en)|werd|is) (?:hij |ze |zij )?\d{1,2}(?: jaar)?(?: geworden)? op)"
    r"(?P<gap>[.:]?[^!?\n\d]{0,40})$|\b(?:hij|zij|ze) is van (?:de )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\)?,? ?(?:\(?(?:is|als|was|=|werd)? ?(?:hij|ze|zij|haar|zijn|hun|mijn|de|diens|"
    r"als)? ?(?:geboren|geboortedatum|geboortedag|verjaardag|jarig)|verjaart (?:hij|ze|zij))\b",
    re.IGNORECASE,
)
# Between the word and the date: something else happened then.
_OTHER_EVENT = re.compile(
    r"\b(?:wet|decreet|kb|besluit|omzendbrief|aanslag\w*|sinds|overleg\w*|vergadering|feest\w*|"
    r"ingeschreven|vertrok\w*|inge\w+|"
    r"melding|mail|premie|verhuis\w*|opleiding|vorming|toen|dossier|gesprek|maar)\b|[.;] +[A-Z]",
    re.IGNORECASE,
)
# Before the word: what is born or has its birthday is no person.
_NO_PERSON = re.compile(
    r"\b(?:idee|plan|project\w*|initiatief|samenwerking\w*|netwerk|werkgroep|beleid|decreet|"
    r"vereniging|organisatie|platform|"
    r"concept|misdrij\w+|feiten|vordering|strafvordering|aanslag\w*|wet|beweging|vzw|livc|dienst|"
    r"stad|gemeente|schuld|boete)\b"
    r"(?![^.!?]*\b(?:hij|zij|ze|jongen|man|vrouw|meisje|leerling|cli[eë]nt|persoon|kind|zoon|"
    r"dochter)\b)[^.!?;,\n]*$",
    re.IGNORECASE,
)
_NO_PERSON_AFTER = re.compile(
    r" ?van (?:de |het )?(?:aanslag|wet|decreet|oprichting|bevrijding|stad)", re.IGNORECASE
)
# "Yassine B. (12/03/2008)"
_NAME_BEFORE = re.compile(
    r"(?P<name>\b[A-Z][\w'-]+(?: (?:[A-Z][\w'.-]*|van|de|der|den|el|al|ben|von|di|da|le|la|ait|"
    r"ould)){0,4}) ?[(,]? ?\($"
)
# Right behind a masked name: "[PERSOON-1], 02-02-2006, leerling", "[PERSOON-1] (m, 2/2/06)".
_BEHIND_PERSON = re.compile(rf"{PERSON}[ ,(:;\-]{{1,3}}(?:[mvx][ ,;/]{{1,2}})?$", re.IGNORECASE)
# "die van 11.11.99, de oudste broer"
_THE_ONE_OF = re.compile(
    r"\b(?:die|deze|dat|den) van $|\b(?:zoon|dochter|broer|zus|jongen|meisje) van $", re.I
)
_RELATIVE = re.compile(
    r"\b(?:broer|zus|zoon|dochter|jongste|oudste|jongen|meisje|leerling|kind|kerel|gast|nicht|neef|cliënt|klant)\b",
    re.I,
)
_DOCUMENT = re.compile(
    r"\b(?:wet|decreet|omzendbrief|besluit|kb|verslag|mail|brief|vergadering|overleg|nota|plan|versie)\b",
    re.I,
)
_YOUNGEST = 4
"""Years: who is younger is in no question; a later date beside a name is that of a meeting or a mail."""


def find(text: str) -> Iterator[Span]:
    """Dates of birth in any notation."""
    near = NearDigits(text, before=40, behind=40)
    for match in near.matches(_PART):
        before = text[max(0, match.start() - 60) : match.start()]
        if not (_GROUP.search(before) or _NO_PERSON.search(before)):
            yield Span(match.start(), match.end(), Kind.GEBOORTEDATUM)
    for pattern in (_DATE, _DAY_MONTH):
        for match in near.matches(pattern):
            before = text[max(0, match.start() - 90) : match.start()]
            after = text[match.end() : match.end() + 50]
            whole = pattern is _DATE
            if _born(before, after, whole=whole) or (whole and _beside(before, match[0], after)):
                yield Span(match.start(), match.end(), Kind.GEBOORTEDATUM)


def _born(before: str, after: str, *, whole: bool) -> bool:
    """Whether the words around a date say that somebody was born then."""
    if found := _BEFORE.search(before):
        gap = found["gap"] or ""
        return not (
            _OTHER_EVENT.search(gap)
            or _NO_PERSON.search(before[: found.start()])
            or _NO_PERSON_AFTER.match(gap)
        )
    if _AFTER.match(after):
        return not (_NO_PERSON.search(before) or _NO_PERSON_AFTER.search(after))
    return whole and re.match(r"\??\)", after) is not None and _person(before)


def _beside(before: str, date: str, after: str) -> bool:
    """Whether a date long enough ago stands at a name, or tells a relative from the others."""
    digits = re.findall(r"\d+", date)
    year = int(digits[0] if len(digits[0]) == 4 else digits[-1][-4:])
    last = datetime.now(tz=UTC).year - _YOUNGEST
    if len(digits) < 2 or (
        year > last if year > 99 else last % 100 < year <= last % 100 + _YOUNGEST
    ):
        return False
    if _BEHIND_PERSON.search(before):
        return True
    around = f"{before} {after}"
    return bool(
        _THE_ONE_OF.search(before) and _RELATIVE.search(around) and not _DOCUMENT.search(around)
    )


def _person(before: str) -> bool:
    """Whether what stands before the bracket reads as the name of a person."""
    found = _NAME_BEFORE.search(before)
    return found is not None and not any(
        part.casefold().strip(".") in words("geen-naam")
        for part in re.split(r"[ -]", found["name"])
    )
