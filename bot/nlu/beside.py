"""What of a message with several questions gets no answer: it is told, not dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.catalogue import Catalogue
from bot.nlu.decisions import Beside, Left, Question, Ranking
from bot.nlu.wordlists import Found
from bot.requests.calling import wants_call

OWN = 0.5
"""Share from which a question is about a topic of its own, whatever was asked before it."""

SAME = 0.15
"""Share of an answered topic from which another question belongs to it: "en wie zit daar in?"."""

OUTSIDE = 0.85
"""Share from which a question of some length that is joined to another is none for this helpdesk."""

LONG = 4
"""Words of such a question at least: "en wie betaalt?" belongs to what was asked before it."""

SURE = 0.55
"""Share from which a question is about what it is asked behind: the threshold of a part."""

OFFERED = 2
"""Topics that are offered for one question that was not answered."""

PERSON = "medewerker_spreken"
"""The intent of who wants to speak to someone."""

_TELLS = re.compile(r"\W*(?:en\W+)?(?:ik|wij|we|graag)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"(?!\W*(?:en\W+)?(?:mag|mogen|moet|moeten|kan|kunnen|kunt|is|zijn|bestaat|krijgen|komt|komen)\b).*\.\s*",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence with a full stop that does not begin as a question: "hoe u bereikbaar bent." is part of another."""
_POINTS_BACK = re.compile(
    r"\b(?:dat|die|er\w*|daar\w*|dit|deze|hij|ze|zijn|haar|het)\b", re.IGNORECASE
)
_POINTS = re.compile(
    r"\b(?:dat|die|er\w*|daar\w*|dit|deze|hij|ze|zij|hun|haar|zijn|het(?=\W*(?:$|nog|dan|ook|wel|niet|precies)))\b",
    re.IGNORECASE,
)
"""The same without "het" before a name: "hoe laat is het containerpark open?"."""
_JOINS = re.compile(r"^\W*(?:(?:en|of|ook|maar|daarnaast|verder)\b\W*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Heard:
    """A message or a part of it, with its ranking and entities."""

    ranking: Ranking
    entities: Sequence[Found]
    text: str = ""


def beside(
    catalogue: Catalogue,
    questions: Sequence[Question],
    asked: Sequence[Heard],
    parts: Sequence[Heard],
) -> Beside:
    """What is left of the sentences that ask, each read by itself, once these questions are answered."""
    answered = {one.topic for one in questions}
    behind = {one.text: one.ranking[0][0] for one in parts if _hangs(one)}
    if len(asked) < 2 or not answered:
        return Beside()
    wishes = [one for one in asked if _wishes(one)]
    left = [
        _left(catalogue, answered, one)
        for one in asked
        if one not in wishes
        and behind.get(one.text) not in answered
        and _unanswered(catalogue, answered, one)
    ]
    return Beside(tuple(left), call=bool(wishes))


def _hangs(part: Heard) -> bool:
    """Whether a part may belong to what it is asked behind."""
    return part.ranking[0][1] >= SURE or _POINTS_BACK.search(part.text) is not None


def _wishes(one: Heard) -> bool:
    intent, share = one.ranking[0]
    return wants_call(one.text) or (intent == PERSON and share >= OWN)


def _unanswered(catalogue: Catalogue, answered: set[str], one: Heard) -> bool:
    intent, share = one.ranking[0]
    tells = _ENDS.fullmatch(one.text) or (
        _TELLS.match(one.text) and not one.text.rstrip().endswith("?")
    )
    if tells or intent in answered or intent in catalogue.conversation:
        return False
    if intent in catalogue.topics and share >= OWN:
        return True
    if _outside(catalogue, one):
        return True
    stands_alone = one.text.rstrip().endswith("?") and _JOINS.match(one.text) is None
    return stands_alone and all(among < SAME for name, among in one.ranking if name in answered)


def _outside(catalogue: Catalogue, one: Heard) -> bool:
    """Whether a question names something of its own that this helpdesk is not for."""
    intent, share = one.ranking[0]
    said = _JOINS.sub("", one.text, count=1)
    names = len(said.split()) >= LONG and _POINTS.search(said) is None
    return (
        intent in catalogue.out_of_scope
        and share >= OUTSIDE
        and names
        and said.rstrip().endswith("?")
    )


def _left(catalogue: Catalogue, answered: set[str], one: Heard) -> Left:
    others = catalogue.topics.keys() - answered
    near = (name for name, share in one.ranking if name in others and share >= SAME)
    outside = _outside(catalogue, one)
    topics = () if outside else tuple(near)[:OFFERED]
    return Left(_JOINS.sub("", one.text, count=1), topics, outside)
