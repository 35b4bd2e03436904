"""Inside step 5 of the flow: the answer to "Van welke gemeente bent u?"; a municipality among other words is none."""

from __future__ import annotations

import re

from bot.nlu.wordlists import WordLists

_OPENING = re.compile(
    r"\W*(?:(?:nee|neen|sorry|oeps|ja)\b\W*)*(?:(?:wij|we|ik) (?:zijn|ben|werken|werk|komen|kom) )?"
    r"(?:(?:van|uit|bij|voor|in) )?(?:(?:de |het )?(?:stad|gemeente|ocmw|lokaal bestuur|politie) )?(?:van )?",
    re.IGNORECASE,
)
_SKIPS = re.compile(
    r"\W*(?:overslaan|sla over|liever niet(?: zeggen)?|zeg ik liever niet)\W*", re.I
)


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
