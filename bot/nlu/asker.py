"""Messages that ask nothing and tell who asks: the answer to "Van welke gemeente bent u?", "ik werk bij het OCMW"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu.entities.openers import JOB
from bot.nlu.entities.tokens import tokens
from bot.nlu.wordlists import WordLists

_OPENING = re.compile(
    r"\W*(?:(?:nee|neen|sorry|oeps|ja)\b\W*)*(?:(?:wij|we|ik) (?:zijn|ben|werken|werk|komen|kom) )?"
    r"(?:(?:van|uit|bij|voor|in) )?(?:(?:de |het )?(?:stad|gemeente|ocmw|lokaal bestuur|politie) )?(?:van )?",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\W*(?:(?:nee|neen|sorry|ja|en)\b\W*)*(?:ik|wij|we|k) (?:woon|wonen|kom|komen|ben|zijn)"
    r"(?: (?:zelf|hier|ook|namelijk|een|inwoner|inwoonster))* (?:in|uit|van) ",
    re.IGNORECASE,
)
_SKIPS = re.compile(
    r"\W*(?:overslaan|sla over|liever niet(?: zeggen)?|zeg ik liever niet)\W*", re.I
)


@dataclass(frozen=True)
class Asker:
    """Who someone says to be."""

    audience: str
    word: str
    """The word or words that told it."""
    sector: str | None
    municipality: str | None
    """NIS code, when the message names one."""


def told_asker(text: str, lists: WordLists) -> Asker | None:
    """Who asks, when a text tells that and nothing else: what it is about has still to be asked."""
    if "?" in text:
        return None
    found = lists.find(text)
    who = next((one for one in found if one.kind == "audience"), None)
    told = [one for one in found if one.kind in ("audience", "sector", "municipality")]
    rest = [
        word.plain
        for word in tokens(text)
        if not any(one.start <= word.start < one.end for one in told)
    ]
    if who is None or not lists.filling.issuperset(rest):
        return None
    values = {one.kind: one.value for one in told}
    return Asker(
        audience=who.value,
        word=text[who.start : who.end].casefold(),
        sector=values.get("sector"),
        municipality=values.get("municipality"),
    )


def told_job(text: str, lists: WordLists) -> bool:
    """Whether a text tells a function that any organisation has, and nothing else: "ik ben stafmedewerker"."""
    said = [word.plain for word in tokens(text)]
    works = re.search(rf"\b(?:ben|als)\b.*\b{JOB}\b", text, re.IGNORECASE)
    return works is not None and "?" not in text and lists.filling.issuperset(said)


def answered_asker(text: str, lists: WordLists) -> Asker | None:
    """Who asks, in the answer to the question for it: "ocmw" is no more than a word anywhere else."""
    said = (told_asker(f"ik werk bij {one}{text}", lists) for one in ("", "het ", "de "))
    return next((one for one in said if one is not None), None)


def told_municipality(text: str, lists: WordLists, names: dict[str, str]) -> str | None:
    """NIS code when a text is nothing but the asker's municipality; `names` gives codes by casefolded name."""
    opening = _OPENING.match(text)
    rest = text[opening.end() if opening else 0 :].strip(" .!")
    if rest.casefold() in names:
        return names[rest.casefold()]
    found = [one for one in lists.find(rest) if one.kind == "municipality"]
    whole = [one for one in found if (one.start, one.end) == (0, len(rest))]
    return whole[0].value if len(whole) == 1 == len(found) else None


def home_told(text: str, lists: WordLists, names: dict[str, str]) -> str | None:
    """NIS code when a text tells where someone lives and nothing else: "ik woon in Geel"."""
    opening = _LIVES.match(text)
    return None if opening is None else told_municipality(text[opening.end() :], lists, names)


def skips(text: str) -> bool:
    """Whether a text says no more than that the asker would rather not tell."""
    return _SKIPS.fullmatch(text) is not None
