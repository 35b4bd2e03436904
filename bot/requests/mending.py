"""A message in which the visitor corrects himself, as he meant it: "Gent, nee wacht, Aalst"."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"(?:[,;:!(…]|\.{1,3}|\b(?:of|euh+|eh+|hm+|oei|oeps))\s*"
    r"(?:(?:of|euh+|eh+|oei|oeps|nee|neen|sorry|wacht|correctie|fout|verkeerd|ik bedoel(?:de)?|beter(?: gezegd)?|"
    r"eigenlijk|toch|maar|liever|dat is|het is|moet zijn|wordt)\b[\s,.:!]*)+",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:nee|neen|sorry|correctie|fout|verkeerd|bedoel(?:de)?|beter)\b", re.IGNORECASE
)
_AGAIN = re.compile(
    r"\W*(?:(?:dat )?(?:zei|schreef|typte) ik (?:al|daarnet|net)|ik (?:zei|schreef) (?:al|daarnet|net|het al)|"
    r"zoals (?:ik (?:al )?zei|gezegd))\W*(?:dat het (?:gaat )?)?(?:over |om |in |voor )?",
    re.IGNORECASE,
)


def as_meant(text: str) -> str:
    """The words behind the last place where someone takes back what he wrote; the whole text when he does not."""
    text = text[_end(_AGAIN.match(text)) :] or text
    breaks = [one for one in _BREAK.finditer(text) if _DENIES.search(one[0])]
    if not breaks or not text[: breaks[-1].start()].strip():
        return text
    return text[breaks[-1].end() :].strip(" ).") or text


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
