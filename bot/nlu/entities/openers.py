"""How Dutch begins when someone says who he is, in plain text (bot.nlu.entities.plaintext)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_I = r"(?:ik|wij)"
JOB = (
    r"(?:jurist\w*|\w*medewerk\w*|consulent\w*|\w*adviseur|co[oö]rdinator|deskundige|secretaris|\w*directeur|\w*directrice"
    r"|hoofd|\w+hoofd|teamleider|teamleidster|teamverantwoordelijke|verantwoordelijke|voorzitter|voorzitster|lid|bestuurslid"
    r"|bediende|administratief \w+|analist|expert|projectleider|\w*functionaris|\w*bemiddelaar|\w*manager)"
)
"""Functions that say nothing of who asks until the place of work is told."""
_NAMED = r"(?:\[persoon-\d+\] ?){1,3},?(?: en|:)?"
""" "Ik ben [PERSOON-1], schepen van …"."""
_CALLED = rf"(?:mijn naam is|ik heet) {_NAMED}"
_CLAUSE = r"(?<!\w )"
""" "Hier" and the like, where a clause begins: behind a break, or nothing."""

I_AM = re.compile(
    rf"\b(?=[bfhimwz])(?:{_I} (?:ben|zijn|blijf)|(?:ben|zijn) {_I}|{_CLAUSE}ben"
    rf"|{_CLAUSE}hier(?: spreekt)?(?: met)?|ik spreek als"
    rf"|mijn (?:functie|beroep|job|rol)(?: is|:)|{_CLAUSE}functie:"
    r"|in (?:mijn|de) (?:hoedanigheid|functie|rol) van"
    rf"|mijn naam is|ik heet)(?: {_NAMED})? "
)
"""What follows is what the speaker is."""

_WORKING = (
    rf"(?:{_I} ben(?: {_NAMED})?|{_CALLED}) ?(?:een |de |het )?(?:(?!geen|niet|nooit|met|voor|van|of)\w+ )?"
    rf"{JOB} (?:bij|van|voor|in|op)|"
    rf"{_I} ben {_NAMED}(?: werk)? (?:bij|voor|op|in|van)|"
    rf"{_I} (?:werk|werken|sta|zit|zitten|zetel)(?: (?!of|niet|niets|aan|met|samen|vast|in)\w+){{0,3}}?"
    r" (?:bij|voor|op|in|binnen|van|aan)"
)
_SPEAKING = (
    rf"{_I}(?: (?:ben|zijn|bel|bellen|mail|mailen|schrijf|schrijven|contacteer|contacteren))?"
    r"(?: (?:hier|je|net|al|nieuw|halftijds))?"
    r" (?:van|vanuit|bij|namens|verbonden aan|werkzaam \w+|tewerkgesteld \w+|actief (?:bij|in)"
    r"|aan de slag \w+|nieuw (?:bij|op))"
)
I_WORK = re.compile(
    rf"\b(?=[himnvw])(?:{_WORKING}|{_SPEAKING}|{_I} (?:zijn|zitten) met(?= ons| onze)|{_I} (?:zijn|vormen)"
    rf"|(?:namens|in naam van|in opdracht van)|{_CLAUSE}hier(?: bij| in| op| met)?"
    rf"|{_CLAUSE}wij (?:van|in|bij|op)|{_CLAUSE}vanuit(?= onze| ons|[^.?!]{{3,40}} wij\b)"
    rf"|{_CLAUSE}met \[\w+-\d+\],? van) "
)
"""What follows is where the speaker works, or which organisation speaks."""

AS = re.compile(r"\bals ")
"""What follows is what the speaker is, unless `of_another` says otherwise."""

HERE = re.compile(r" hier\b")
""" "Leerkracht hier, met een vraag": what stands before is what the speaker is."""

_OF_ANOTHER = re.compile(
    r"\b(?:jullie|hij|zij|ze|iemand|die|wie|hem|haar|hen|werkt|fungeert|beschouwd|beschouwen|gezien|bekend"
    r"|optreedt|solliciteren|solliciteer|aanwerven|aangeworven|werven|zoeken|zoekt|zowel|evenals|anders|meer"
    r"|minder|zoals|voorstelde|voorstelt|voordeed|net zo \w+|even \w+) $"
)


_ASKS_TO_ACT = re.compile(
    r"\b(?:mag|kan|moet|mogen|kunnen|moeten|wil|willen|zal|zullen|zou|zouden) (?:ik|wij) (?:bij|op|aan) $"
)


def only_asks(text: str, end: int) -> bool:
    """Whether an opener that ends here tells where someone wants to be, not where he is: "mag ik bij het OCMW …"."""
    return _ASKS_TO_ACT.search(text[max(0, end - 25) : end]) is not None


_VISITED = re.compile(r"(?: \w+)? (?:beu|dankbaar|moe|kwijt|geweest|gegaan)\b")


def only_visited(text: str, end: int) -> bool:
    """Whether what follows a place tells that it is another's: "wij zijn bij de politie geweest"."""
    return _VISITED.match(text, end) is not None


def of_another(text: str, start: int) -> bool:
    """Whether "als" at this place speaks of someone else: "solliciteren als …", "iemand die werkt als …"."""
    return _OF_ANOTHER.search(text[max(0, start - 40) : start]) is not None


_STOP = frozenset(
    "geen niet nooit met over bij van voor door naar aan tegen op in uit benieuwd dat die of om mijn onze ons haar "  # noqa: SIM905
    "zijn is zoek zoeken bang ongerust je jullie hij zij wat wie hoe staat komt heeft moet kan mag wil zou waar daar "
    "beter blij gebeld gevraagd en maar doorverwezen gecontacteerd aangesproken getrouwd elke iedere andere sommige "
    "veel zulke tevreden akkoord niets iets hun werkt vraagt doet deed kreeg krijgt nodig kwijt beste geachte".split()
)
"""Behind these, the talk is of someone or something else."""

_ARTICLES = frozenset(["de", "het", "een", "onze", "ons", "mijn", "deze"])
_NEXT = re.compile(r"([\w'-]+) ")

FILLERS = 4
"""Words that may stand between "ik ben" and what one is: "ik ben al jaren halftijds …"."""


def after_fillers(text: str, start: int) -> Iterator[int]:
    """Places where a role may begin behind "ik ben": at once, or behind words that say nothing of another person."""
    yield start
    for _ in range(FILLERS):
        found = _NEXT.match(text, start)
        if found is None or found[1] in _STOP:
            return
        start = found.end()
        yield start


def after_adjectives(text: str, start: int, *, article: bool) -> Iterator[int]:
    """Places where a name may begin behind at most two adjectives, and an article where one may stand."""
    yield start
    for place in range(3):
        found = _NEXT.match(text, start)
        if found is None:
            return
        word = found[1]
        if word in _ARTICLES:
            if place or not article:
                return
        elif not _is_adjective(word):
            return
        start = found.end()
        yield start


def _is_adjective(word: str) -> bool:
    if word in _STOP or word in ("alle", "sommige", "je", "ze", "eigenlijke"):
        return False
    return word.endswith(("e", "s", "er")) or word in (
        "klein",
        "groot",
        "landelijk",
        "lokaal",
        "stedelijk",
    )
