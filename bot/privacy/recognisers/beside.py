"""Where a text speaks of a masked person: what points to somebody only there is looked for only there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.folding import FENCE, PERSON

_STOP = re.compile(
    rf"[!?]+\s|\.(?:(?<=[^\W\d_]{{3}}\.)|(?<=\d\.)|(?<=[{FENCE}{PERSON})\"'.]\.))\s|\n\s*\n"
)
_GOES_ON = re.compile(
    r"\W*(?:hij|zij|ze|zijn|haar|die|leeftijd|(?:de|deze) (?:jongen|jongere|leerlinge?|man|vrouw|student)|"
    r"(?:het|dit) meisje)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is about who was named in the one before."""
_SIGNED = re.compile(
    r"(?:groet\w*|groetjes|mvg|mvrgr|hoogachtend|dank(?:\s?u|\s?je|jewel)?(?:\s?wel)?|bedankt)[\s,.!:]{1,4}$",
    re.IGNORECASE,
)
"""Who signs is who writes, and is not who the message is about."""
_BACK = 25


def persons_in(text: str) -> bool:
    """Whether a masked person is spoken of; the one who signs does not count."""
    place = text.find(PERSON)
    while place >= 0:
        if not _SIGNED.search(text[max(0, place - _BACK) : place]):
            return True
        place = text.find(PERSON, place + 1)
    return False


def about_persons(text: str) -> Iterator[tuple[int, int]]:
    """The sentences with a masked person, and those behind them that go on with "hij" or "ze"."""
    if not persons_in(text):
        return
    about = False
    for start, end in _sentences(text):
        about = persons_in(text[start:end]) or (
            about and _GOES_ON.match(text, start, end) is not None
        )
        if about:
            yield start, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)
