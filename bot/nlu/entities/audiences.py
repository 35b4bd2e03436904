"""Who asks, as they say of themselves: "ik ben leerkracht", "wij v/d jeugddienst", or the last line of a mail.

Of whom a message speaks ("mag een leerkracht …") never counts. The strongest sign decides, then the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.nlu.entities.openers import (
    AS,
    HERE,
    I_AM,
    I_WORK,
    after_adjectives,
    after_fillers,
    of_another,
    only_asks,
    only_visited,
)
from bot.nlu.entities.phrases import Hit, Phrases
from bot.nlu.entities.signature import signature

Lists = Mapping[str, Mapping[str, list[str]]]


class Strength(IntEnum):
    """How much a sign tells."""

    OWN = 1
    """ "Onze leerlingen": they may be another's too."""
    PLACE = 2
    """Where someone works, or a sentence that tells who speaks."""
    ROLE = 3
    """What someone is."""


@dataclass(frozen=True)
class Sign:
    """A stretch of plain text that tells who asks."""

    audience: str
    strength: Strength
    start: int
    end: int


_OF_US = re.compile(r"\b(?:ik|wij|ons|onze|mij|mijn)\b")
_RESIDENT = re.compile(r"onze (?:gemeente|stad)\b")
""" "In onze gemeente wil …" is what a resident says too."""
_MANY = re.compile(r"(?:[^r]en|ers|aars|eurs|ants|ents|ders|kers)$")
_ALONE = re.compile(
    r"(?: (?:lager|secundair|middelbaar|kleuters?))?(?: (?:van|in|bij|uit|te)(?: \w+){1,4})?"
    r"(?: (?:politiezone|lokale politie|stad|gemeente|ocmw|clb|caw)(?: [\w\[\]-]+){0,3}| \[persoon-\d+\])?"
    r"(?:, |: |[.!]?$|[.!] | met (?:een )?vra)"
)
_LEVEL = re.compile(r"(?: (?:lager|secundair|middelbaar|kleuters?|basis)(?: onderwijs)?)?")
""" "Leerkracht secundair hier"."""
_AT = re.compile(r" (?:bij|op|in|van|aan|voor|binnen) ")
_AT_ONE = re.compile(r" (?:bij|op|in|van|aan|binnen) (?:een|het|de|ons|onze) ")
_ANYWHERE = re.compile(
    r"diensthoofd|ambtenaar|coordinator|beleidsmedewerk\w*|jeugdconsulent\w*|casemanager\w*|preventieadviseur\w*"
)
"""Functions that local governments have, and others too."""
_WORKING_AS = re.compile(
    r" (?:bij|op|in|van|aan|voor|binnen) (?P<at>(?:\S+ ){0,3}?\S+)(?P<as> als (?:een )?)$"
)
_ANSWER = re.compile(r"(?:(?:ja|nee),? )?(?:(?:ik|als|een|de) )?")
_GREETING = re.compile(r"(?:(?:hallo|dag|hoi|hey|goeiedag|goedemorgen) )?(?:een )?")
_ON_THE_PHONE = re.compile(
    r"(?P<greets>(?:hallo|dag|hoi|hey|goeiedag|goe\w{0,3}(?:morgen|middag|avond|dag))[,!.]? )?"
    r"(?P<presents>(?:u|je) spreekt (?:hier )?)?met (?:een )?"
)
""" "Met de preventieambtenaar van Lier", as who calls says it."""
_NO_FURTHER = re.compile(r"(?: hier)?(?:[,.:!] |[.!]?$| met (?:een )?vra)")
_OF_TOWN = re.compile(r" (?:(?:van|in|te|uit|bij) )?(?:de |het )?(?:(?:stad|gemeente) )?")
_OF_BODY = re.compile(
    r" (?:van|bij) (?:de |het |een )?(?:lokale politie|politie|politiezone|stad|gemeente|ocmw|clb|caw)\b"
)
_FOR = re.compile(
    r"(?:(?:en|maar|oke|ok|ja|goed|dank u|bedankt|of),? )*"
    r"(?:(?:geldt|is|telt|mag|kan|moet) (?:dat|dit|het|die) |hoe (?:zit|is) (?:dat|het) |wat )?"
    r"(?:(?:ook|dan|zo|hetzelfde) )*(?:voor|bij|als|met) "
)
_AND = re.compile(
    r"(?:(?:en|maar|of|ja|oke|ok),? )+(?:(?:wat met|voor|ook|een|de) )*"
    r"(?:(?:medewerk\w*|collega\w*|personeelslid|personeel|iemand) (?:van|bij|op) )?"
)
""" "En een medewerker van het CAW?"."""
_WORKER = re.compile(r"\b(?:medewerk\w*|collega\w*|personeel\w*|iemand)\b")
_AS_WORKER = re.compile(r"[ -](?:medewerk\w*|collega\w*)")
_NO_MORE = re.compile(r"(?: (?:dan|ook|eigenlijk|juist|hetzelfde))*[ .?!]*")


class Audiences:
    """The signs of all audiences."""

    def __init__(self, lists: Lists, *, spell: Callable[[str], str]) -> None:
        def section(name: str) -> Phrases:
            return Phrases({who: one.get(name, ()) for who, one in lists.items()}, spell=spell)

        self._roles = section("functies")
        self._places = section("organisaties")
        self._told = section("zinnen")
        self._own = section("eigen")

    def best(
        self, text: str, starts: Sequence[int], towns: Mapping[int, int] | None = None
    ) -> Sign | None:
        """The sign in a plain text that decides, if any, given the places where its words begin.

        `towns` gives where the municipalities in it begin and end.
        """
        said = self._said(text, towns or {})
        found = [*said, *self._signed(text, starts), *self._phrases(text, starts)]
        signs = sorted(found, key=lambda one: (-one.strength, one.start))
        if signs and signs[0].audience == "hulpverlener":
            return self._at_school(text, signs[0])
        if signs and _ANYWHERE.fullmatch(text, signs[0].start, signs[0].end):
            return self._at_place(text, signs[0])
        if signs and signs[0].audience == "ocmw" and signs[0].strength is Strength.PLACE:
            # At an OCMW, who speaks of his clients is a first-line worker; the others are its board (facts.md §8).
            return next((one for one in signs if one.audience == "hulpverlener"), signs[0])
        return signs[0] if signs else None

    def _at_place(self, text: str, sign: Sign) -> Sign:
        """Whose function any organisation has is of that organisation: "diensthoofd bij een CAW"."""
        opener = _AT_ONE.match(text, sign.end)
        where = None if opener is None else self._places.at(text, opener.end())
        return sign if where is None else Sign(where.value, sign.strength, sign.start, where.end)

    def _at_school(self, text: str, sign: Sign) -> Sign:
        """Who helps pupils at a school or a CLB is of education: "psycholoog bij een CLB"."""
        opener = _AT.match(text, sign.end)
        if opener is None:
            return self._of_school(text, sign)
        places = after_adjectives(text, opener.end(), article=True)
        where = next(self._at(text, places, Strength.PLACE), None)
        if where is None or where.audience != "onderwijs":
            return sign
        return Sign(where.audience, sign.strength, sign.start, where.end)

    def _of_school(self, text: str, sign: Sign) -> Sign:
        """The same the other way round: "bij een CLB als psycholoog"."""
        opener = _WORKING_AS.search(text, 0, sign.start)
        places = () if opener is None else after_adjectives(text, opener.start("at"), article=True)
        where = next(self._at(text, places, Strength.PLACE), None)
        if opener is None or where is None or where.audience != "onderwijs":
            return sign
        if where.end != opener.start("as"):
            return sign
        return Sign(where.audience, sign.strength, where.start, sign.end)

    def meant(self, text: str) -> Sign | None:
        """For whom a follow-up asks the same that is no more than that: "en voor een CLB?"."""
        opener = _FOR.match(text)
        if opener is None:
            return self._worker(text)
        signs = self._either(text, opener.end(), article=True)
        return next((one for one in signs if _NO_MORE.fullmatch(text, one.end)), None)

    def _worker(self, text: str) -> Sign | None:
        """Who works somewhere, in such a follow-up: "en een OCMW medewerker?"."""
        opener = _AND.match(text) if _WORKER.search(text) else None
        if opener is None:
            return None
        for sign in self._either(text, opener.end(), article=True):
            tail = _AS_WORKER.match(text, sign.end)
            if _NO_MORE.fullmatch(text, sign.end if tail is None else tail.end()):
                return sign
        return None

    def _said(self, text: str, towns: Mapping[int, int]) -> Iterator[Sign]:
        for opener in I_AM.finditer(text):
            yield from self._at(text, after_fillers(text, opener.end()), Strength.ROLE)
        for opener in I_WORK.finditer(text):
            if only_asks(text, opener.end()):
                continue
            places = after_adjectives(text, opener.end(), article=True)
            for sign in self._at(text, places, Strength.PLACE):
                if not only_visited(text, sign.end):
                    yield sign
        for opener in AS.finditer(text):
            yield from self._as(text, opener)
        yield from self._opening(text, towns)
        yield from self._on_the_phone(text, towns)
        for here in HERE.finditer(text):
            yield from self._before_here(text, here.start(), towns)

    def _as(self, text: str, opener: re.Match[str]) -> Iterator[Sign]:
        if of_another(text, opener.start()):
            return
        near = text[max(0, opener.start() - 60) : opener.end() + 60]
        for sign in self._either(text, opener.end(), article=False):
            # "Als leerkrachten iets zien" speaks of them, "mogen wij als leerkrachten" does not.
            if not _MANY.search(text[sign.start : sign.end]) or _OF_US.search(near):
                yield sign

    def _opening(self, text: str, towns: Mapping[int, int]) -> Iterator[Sign]:
        """A message that is a role and no more, or opens with one: "leerkracht lager, mag ik …", "schepen Geel."."""
        start = _end(_ANSWER.match(text))
        for sign in self._at(text, after_adjectives(text, start, article=False), Strength.ROLE):
            if _ALONE.match(text, towns.get(sign.end + 1, sign.end)):
                yield sign

    def _on_the_phone(self, text: str, towns: Mapping[int, int]) -> Iterator[Sign]:
        """Who presents himself as on the phone. "Met de burgemeester" alone may be whom he speaks of."""
        opener = _ON_THE_PHONE.match(text)
        if opener is None:
            return
        presents = opener["greets"] or opener["presents"]
        for sign in self._at(
            text, after_adjectives(text, opener.end(), article=True), Strength.ROLE
        ):
            end = _behind_place(text, sign.end, towns)
            if (presents or end > sign.end) and _NO_FURTHER.match(text, end):
                yield sign

    def _before_here(self, text: str, here: int, towns: Mapping[int, int]) -> Iterator[Sign]:
        clause = re.split(r"[.!?;:,\n] ?", text[max(0, here - 60) : here])[-1]
        start = _end(_GREETING.match(text, here - len(clause)))
        said = self._either(text, start, article=False)
        ends = ((one, _behind_place(text, one.end, towns)) for one in said)
        return (one for one, end in ends if _LEVEL.fullmatch(text, end, here))

    def _signed(self, text: str, starts: Sequence[int]) -> Iterator[Sign]:
        below = signature(text)
        if below is not None:
            inside = [one for one in starts if one >= below]
            yield from _signs(self._roles.all(text, inside), Strength.ROLE, below)
            yield from _signs(self._places.all(text, inside), Strength.PLACE, below)

    def _phrases(self, text: str, starts: Sequence[int]) -> Iterator[Sign]:
        yield from _signs(self._told.all(text, starts), Strength.PLACE)
        own = (
            hit
            for hit in self._own.all(text, starts)
            if not (_RESIDENT.match(text, hit.start) and text[: hit.start].endswith("in "))
        )
        yield from _signs(own, Strength.OWN)

    def _either(self, text: str, start: int, *, article: bool) -> Iterator[Sign]:
        places = list(after_adjectives(text, start, article=article))
        yield from self._at(text, places, Strength.ROLE)
        yield from self._at(text, places, Strength.PLACE)

    def _at(self, text: str, places: Iterable[int], strength: Strength) -> Iterator[Sign]:
        """The longest phrase at the first of some places where there is one."""
        many = self._roles if strength is Strength.ROLE else self._places
        for place in places:
            hit = many.at(text, place)
            if hit is not None:
                yield Sign(hit.value, strength, hit.start, hit.end)
                return


def _behind_place(text: str, end: int, towns: Mapping[int, int]) -> int:
    """Where the town or the body behind a function ends, or the function itself: "schepen van de stad Lier"."""
    town = _OF_TOWN.match(text, end)
    body = _OF_BODY.match(text, end)
    if town is not None and town.end() in towns:
        return towns[town.end()]
    return body.end() if body is not None else end


def _signs(hits: Iterable[Hit], strength: Strength, start: int = 0) -> Iterator[Sign]:
    return (Sign(one.value, strength, one.start, one.end) for one in hits if one.start >= start)


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
