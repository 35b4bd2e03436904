"""Messages that ask nothing and tell who asks: the answer to "Van welke gemeente bent u?", "ik werk bij het OCMW"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu.entities.tokens import tokens
from bot.nlu.wordlists import WordLists

_OPENING = re.compile(
    r"\W*(?:(?:nee|neen|sorry|oeps|ja)\b\W*)*(?:(?:wij|we|ik) (?:zijn|ben|werken|werk|komen|kom) )?"
    r"(?:(?:van|uit|bij|voor|in) )?(?:(?:de |het )?(?:stad|gemeente|ocmw|lokaal bestuur|politie) )?(?:van )?",
    re.IGNORECASE,
)
_SKIPS = re.compile(
    r"\W*(?:overslaan|sla over|liever niet(?: zeggen)?|zeg ik liever niet)\W*", re.I
)

_FILLING = frozenset(
    re.findall(
        r"\w+",
        "aan actief als ben beste bij binnen daar dag de een eigenlijk en functie goedemiddag goedemorgen hallo heb "
        "hele het hier hoi ik in is jullie maar me met mij mijn namelijk nee neen nu oeps onze ons ook op sinds sorry "
        "te toch u uit van voor we werk caw ocmw dienst preventie "
        "werken werkt werkzaam wij zelf zijn "
        "jurist juriste stafmedewerker consulent adviseur deskundige projectmedewerker secretaris",
    )
)
"""Words around who someone is that ask nothing."""


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
    if who is None or not _FILLING.issuperset(rest):
        return None
    values = {one.kind: one.value for one in told}
    return Asker(
        audience=who.value,
        word=text[who.start : who.end].casefold(),
        sector=values.get("sector"),
        municipality=values.get("municipality"),
    )


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


def skips(text: str) -> bool:
    """Whether a text says no more than that the asker would rather not tell."""
    return _SKIPS.fullmatch(text) is not None
