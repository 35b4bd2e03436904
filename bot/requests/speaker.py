"""Who the visitor says to be in the middle of a form, as no part of its answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.knowledge.catalogue import Audience
from bot.nlu.asker import answered_asker, is_someone, told_asker
from bot.nlu.correcting import corrected
from bot.nlu.entities.found import Found
from bot.nlu.wordlists import WordLists
from bot.requests.kinds import FORMS, LOCAL, asked_kind

_BETWEEN = (
    r"(?:eigenlijk|zelf|ook|gewoon|toch|wel|hier|een|als|de|maar|nu|namelijk|trouwens|het|ons|onze|bij|voor|van|op|in|"
    r"aan|binnen|nog|alleen|geen lokaal bestuur maar|zo'n|n|dus|wij|we|ik|vooral|feite)"
)
_SAYS = re.compile(
    rf"\b(?:(?:ik|wij|we|k|'k) (?:ben|zijn|werk|werken|zit|zitten|studeer)|(?:ben|zijn|werk|werken) (?:ik|wij|we)|"
    r"(?:ik|wij|we) (?:vraag|vragen|doe|doen|schrijf)(?: (?:dit|het|dat|eigenlijk|wel))*(?= als)|"
    r"mijn (?:functie|beroep|job) is|"
    rf"vraag (?:ik|het|dit)(?: (?:het|dit|dat))?(?= als))(?: {_BETWEEN})*\W*$"
    r"|^\W*(?:(?:nee|neen|sorry)\W+)*als (?:een )?$",
    re.IGNORECASE,
)
""" "Eigenlijk ben ik", right before what one is."""
_ITSELF = re.compile(r"\W*(?:ik|wij|we)\b", re.IGNORECASE)
""" "Ik studeer" tells it without an opening."""
_FIRST = re.compile(
    r"\W*(?:(?:als|de|een|ik|ben|werk|wij|zijn|functie|mijn|is)\b\W*)*", re.IGNORECASE
)
_APART = re.compile(r"\[[A-Z]+-\d+\]|[,;:|()/\n]|(?<=\w)\.\s")
"""What stands between the pieces of a line with contact details."""
_TOLD = re.compile(
    rf"\W*(?:(?:{_BETWEEN}|en|de|een|ik|ben|werk|werkzaam|wij|zijn|functie|beroep|mijn|is|uw)\b\W*)*",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\W*$|\s+(?:bij|van|voor|in|te|op|aan|en|uit|hier)\b(?!.*\b(?:mijn|zijn|haar|hun|diens)\b)",
    re.IGNORECASE,
)
"""What may stand behind a role: nothing, or where somebody has it. "De leerkracht belde" is about another."""


@dataclass(frozen=True)
class Role:
    """Who somebody says to be beside his contact details."""

    word: str
    audience: Audience


def role_beside(text: str, lists: WordLists) -> Role | None:
    """The role in a line with contact details: "An, gezinsbegeleider, [EMAIL-1]"; its word stands in our lists."""
    for piece in _APART.split(text):
        sign = next((one for one in lists.find(piece) if one.kind == "audience"), None)
        citizen = sign is not None and sign.value == Audience.BURGER
        if sign is None or citizen or not _WHERE.match(piece[sign.end :]):
            continue
        if _TOLD.fullmatch(piece[: sign.start]):
            return Role(piece[sign.start : sign.end], Audience(sign.value))
    return None


def is_for(who: Audience | None, slots: dict[str, object], active_loop: str | None) -> bool:
    """Whether the form that is open is for somebody of this role; without a form or a role nothing tells it is not."""
    kind = asked_kind(slots, active_loop)
    return kind is None or who is None or who in FORMS[kind].audiences


def speaks_as(text: str, lists: WordLists, *, asked_function: bool = False) -> Audience | None:
    """Who the speaker says to be; `asked_function` where a function alone is the answer to the question."""
    text = corrected(text, lambda who: is_someone(who, lists))
    found = lists.find(text)
    sign = next((one for one in found if one.kind == "audience"), None)
    if sign is not None and _said_outright(text, sign):
        who = Audience(sign.value)
        return who if who is not Audience.BURGER or told_asker(text, lists) else None
    if not asked_function:
        return None
    answered = answered_asker(text, lists)
    if answered is None or answered.audience in set(LOCAL):
        return None
    opening = _FIRST.match(text)
    begins = text[opening.end() if opening else 0 :].casefold().startswith(answered.word)
    return Audience(answered.audience) if begins else None


def _said_outright(text: str, sign: Found) -> bool:
    before = text[: sign.start]
    return bool(_SAYS.search(before) or _ITSELF.match(text[sign.start :]))
