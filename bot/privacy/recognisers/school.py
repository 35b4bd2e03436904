"""Schools that are named, in a text that speaks of a masked person: "Yassine zit op het Sint-Lodewijkscollege".

No list of schools is needed, and there is no source for the forms beyond the ways in which people call them: a word
for a school with a capital inside or beside it, a saint before it, an abbreviation with a name or a place behind
it. "Onze school" and "het secundair onderwijs" name none. Universities and centres for pupil guidance (CLB) stay: they
are large, and answers refer to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.recognisers.beside import persons_in
from bot.privacy.spans import Kind, Span
from bot.privacy.wordlists import words

_KINDS = (
    "college",
    "instituut",
    "school",
    "atheneum",
    "lyceum",
    "humaniora",
    "campus",
    "internaat",
)
_TOKEN = re.compile(
    rf"(?<![\w'-])(?P<stem>[\w'-]{{0,30}}?)(?P<kind>{'|'.join(_KINDS)})(?P<rest>s)?(?![\w-])", re.I
)
_SAINT = re.compile(
    r"(?:sint|st\.?|heilige?|don ?bosco|onze-lieve|o\.?-?l\.?-?v)(?![a-z])", re.IGNORECASE
)
_BEFORE_SAINT = re.compile(
    r"(?<![\w-])(?:sint|st\.?|heilige?|don|onze-lieve-vrouw\w*|o\.?l\.?v\.?)[ -](?:[\w'-]+[ -]){0,2}$",
    re.IGNORECASE,
)
_PROPER = r"[A-ZÀ-Þ][\w'-]*"
_BEFORE_PROPER = re.compile(
    rf"(?<![\w'-])(?:GO! ?)?(?P<first>{_PROPER})(?: (?:{_PROPER}|de|der|den|van|ter|ten|la|le))* $|(?<!\w)GO! ?$"
)
_ABBREVIATION = re.compile(
    r"(?<![\w-])(?P<name>KTA|MSKA|KA|VTI|VLTI|VTS|KTI|PTI|PTS|HTI|LTI|STI|RTI|TSM|PITO|PIVA|PIH|MPI|BuSO|BUSO|BSBO|VBS|"
    r"GBS|GVBS|SBS|FBS|VISO|VIIO|CDO|CLW)(?= )|(?<![\w-])(?P<short>BS)(?= (?:De|Het|'t|Ter|Ten|Sint))"
)
_SMALL = re.compile(
    r"(?<![\w-])(?:go!? ?)?(?:(?P<towned>kta|ka|vti|vlti|kti|pti|atheneum|lyceum) (?:van |in |te )?(?P<town>[\w'-]+)|"
    r"(?:vbs|gbs|gvbs|basisschool|kleuterschool) (?:de|het|'t|ter|ten) [\w'-]+)(?!\w)",
    re.IGNORECASE,
)
"""What is safe in small letters: an abbreviation with a place, a "vbs" with its article."""
_SAINT_ALONE = re.compile(r"(?:(?<=\b[Hh]et )|(?<=[ \W]'t ))(?:Sint|Heilig)-[A-ZÀ-Þ][\w'-]+")
_BUILDING = re.compile(
    r"(?:plein|park|hospitaal|ziekenhuis|kliniek|station|kerk|straat|laan|zaal)$"
)
_LEARNING = re.compile(
    r"\b(?:school|leerling|student|klas|leerkracht|leraar|juf|les)", re.IGNORECASE
)
_NETWORK = re.compile(rf"(?<!\w)GO! ?(?!Onderwijs)(?P<first>{_PROPER})")
_BEHIND = re.compile(
    rf"(?P<link> ?[\"'(]?(?:(?:van|in|te) )?)(?P<name>(?P<first>(?:De|Het|'t|'T|Ter|Ten|Sint|{_PROPER}))"
    rf"(?:(?: (?:de|der|den|het|van|ter|ten|aan|op))*[ -]{_PROPER}){{0,4}})"
)
_ARTICLES = frozenset(["de", "het", "'t", "ter", "ten", "sint", "st", "don", "onze"])
_VAGUE = frozenset(["school", "college", "instituut"])
_IN_PLACE = frozenset(["atheneum", "lyceum", "humaniora"])
_BACK = 60


def find(text: str) -> Iterator[Span]:
    """Named schools, when a masked person is spoken of."""
    if not persons_in(text):
        return
    quiet = not text.isupper()
    written = text.casefold()
    for match in _TOKEN.finditer(text) if any(one in written for one in _KINDS) else ():
        if span := _called(text, match, quiet=quiet):
            yield Span(*span, Kind.SCHOOL)
    for match in _SMALL.finditer(text):
        if match["town"] is None or match["town"].casefold() in words("plaatsen"):
            yield Span(match.start(), match.end(), Kind.SCHOOL)
    if _LEARNING.search(text):
        for match in _SAINT_ALONE.finditer(text):
            if not _BUILDING.search(match[0]) and match[0].casefold() not in words("plaatsen"):
                yield Span(match.start(), match.end(), Kind.SCHOOL)
    if quiet:
        for pattern in (_ABBREVIATION, _NETWORK):
            for match in pattern.finditer(text):
                at = match.end() if pattern is _ABBREVIATION else match.start("first") - 1
                if end := _name_behind(text, at, sure=True):
                    yield Span(match.start(), end, Kind.SCHOOL)


def _called(text: str, match: re.Match[str], *, quiet: bool) -> tuple[int, int] | None:
    """Where the name of a school stands around a word for one; None when the word names none."""
    kind, stem = match["kind"].casefold(), match["stem"].casefold().strip("-'")
    before = text[max(0, match.start() - _BACK) : match.start()]
    start, end = match.span()
    named = _SAINT.match(stem) is not None
    if (found := _BEFORE_SAINT.search(before)) and _of_saint(found[0]):
        start, named = start - len(found[0]), True
    generic = not stem or stem + kind in words("geen-school")
    if quiet:
        named = named or (not generic and match["stem"][0].isupper())
        if (found := _BEFORE_PROPER.search(before)) and _names(found, match):
            start, named = match.start() - len(found[0]), named or kind != "campus"
        sure = named or bool(stem) or kind not in _VAGUE
        if behind := _name_behind(text, end, sure=sure, linked=kind in _IN_PLACE):
            end, named = behind, True
    return (start, end) if named else None


def _of_saint(before: str) -> bool:
    """Whether what begins with a saint before a word for a school is its name, and no town with words behind it."""
    said = before.strip(" -")
    return said.casefold() not in words("plaatsen") and not any(map(_ordinary, said.split()))


def _names(before: re.Match[str], match: re.Match[str]) -> bool:
    """Whether capitals before a word for a school are its name; one alone ("Turkse school") says too little."""
    if before["first"] is None:
        return True
    if before["first"].casefold() in _ARTICLES or _ordinary(before["first"]):
        return False
    return match[0][0].isupper() or match["kind"] not in _VAGUE or " " in before[0].strip()


def _name_behind(text: str, at: int, *, sure: bool, linked: bool = False) -> int:
    """Where the name ends that stands behind a word for a school, or 0.

    Behind "school" alone a capital says little: there an article with a capital must begin the name.
    """
    match = _BEHIND.match(text, at)
    if match is None or not match["link"].startswith(" "):
        return 0
    if match["link"].strip(" \"'(") and not linked:
        return 0
    article = match["first"].casefold() in _ARTICLES
    if article:
        return match.end() if " " in match["name"] or "-" in match["name"] else 0
    return match.end() if sure and not _ordinary(match["first"]) else 0


def _ordinary(word: str) -> bool:
    """Whether a word is one that everybody writes, also with a capital."""
    return any(
        word.casefold() in words(name) for name in ("functiewoorden", "vakwoorden", "geen-school")
    )
