"""Messages that ask nothing and tell who asks: the answer to "Van welke gemeente bent u?", "ik werk bij het OCMW"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu.correcting import CORRECTING, corrected, denied
from bot.nlu.entities.openers import JOB
from bot.nlu.entities.tokens import tokens
from bot.nlu.wordlists import WordLists

_OPENING = re.compile(
    r"\W*(?:(?:nee|neen|sorry|oeps|ja)\b\W*)*(?:(?:wij|we|ik) (?:zijn|ben|werken|werk|komen|kom) )?"
    r"(?:(?:van|uit|bij|voor|in) )?(?:(?:de |het )?(?:stad|gemeente|ocmw|lokaal bestuur|politie) )?(?:van )?",
    re.IGNORECASE,
)
_OF_THE_BOARD = re.compile(
    r"\W*(?:(?:nee|neen|sorry|ja|en|dat is|het is)\b\W*)*(?:(?:ik|wij|we|k) (?:ben|zijn|werk|werken|kom|komen|vraag)"
    r"(?: (?:hier|dit|het))? )?(?:(?:van|bij|voor|uit) )?(?:de |het |ons |onze )?"
    r"(?:stad|gemeente|stadsbestuur|gemeentebestuur|lokaal bestuur|bestuur)(?: van)?(?: de (?:stad|gemeente))? ",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters of a message that tells a service, at most."""
_SERVICE = r"(?:de |het )?(?:[\w-]+ ){0,2}[\w-]*(?:dienst|cel|team|afdeling)(?: [\w-]+){0,3}"
_OTHER_BOARD = re.compile(r"politie|ocmw|school|brandweer", re.IGNORECASE)
_HELLO = r"\W*(?:(?:dag|hallo|goeiedag|goedemiddag|goedemorgen|ik ben|wij zijn|we zijn|hier|van|bij)\b\W*)*"
_WITH_SERVICE = re.compile(
    rf"{_HELLO}(?:de |het )?(?:stad|gemeente) (?P<town>[\w' -]{{2,40}}?)\s*[,:;/-]\s*{_SERVICE}\W*",
    re.IGNORECASE,
)
_SERVICE_OF = re.compile(
    rf"{_HELLO}{_SERVICE},? (?:van |bij )?(?:de )?(?:stad|gemeente) (?P<town>[\w' -]{{2,40}}?)\W*",
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


_ARTICLE = re.compile(r"(?<!\w)['’]?t(?=\s)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\[[A-Z]+-\d+\]")
"""A name or number beside what someone is tells nothing of it: "[PERSOON-1], schepen"."""
_SHORT = 5
"""Words of an answer that is no more than a function."""
_AT = ("van", "bij", "in", "op", "aan", "voor")
_ASKS = frozenset(
    re.findall(
        r"\w+",
        "wat wie hoe waar wanneer waarom mag mogen kan kunnen moet moeten wil willen zoek zoekt vraag",
    )
)
_WORK = frozenset(
    re.findall(
        r"\w+",
        "medewerker medewerkster bestuurder bediende diensthoofd manager vrije tijd sociaal ikzelf",
    )
)
"""Words of an answer that tells a function or a service without its organisation; `rond_wie_vraagt` has the others."""
_ABOUT_WORK = frozenset(
    re.findall(r"\w+", "zit zitten kom komen sta staan vraag onder bezorgd bezorgde iemand mens")
)
"""Words between "ik" and what someone is that tell nothing more."""
_SPOKEN = re.compile(
    r"\W*(?:(?:ja|nee|neen|ok|oke|goed|dank|u|hallo|dag|hoi|sorry|toch|nu|hier|de|het|een|ook|en|ik|wij|we)\b\W*)*",
    re.IGNORECASE,
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
    found = (
        None if "?" in text else _asker(corrected(text, lambda who: is_someone(who, lists)), lists)
    )
    around = lists.filling | CORRECTING
    return found[0] if found and around.issuperset(found[1]) else None


def is_someone(who: str, lists: WordLists) -> bool:
    """Whether a function or a place of work is one that the lists know, or one that any organisation has."""
    openings = ("ik ben ", "ik werk bij de ")
    known = any(_asker(f"{opening}{who}", lists) is not None for opening in openings)
    return known or told_job(f"ik ben {who}", lists)


def denies(text: str, lists: WordLists) -> str | None:
    """The audience that someone says not to be, without telling what he is: "ik ben geen hulpverlener"."""
    who = denied(text)
    found = None if who is None else _asker(f"ik ben {who}", lists)
    return None if found is None else found[0].audience


def _asker(text: str, lists: WordLists) -> tuple[Asker, list[str]] | None:
    """Who asks, with the words that tell nothing of that."""
    found = lists.find(text)
    who = next((one for one in found if one.kind == "audience"), None)
    if who is None:
        return None
    told = [one for one in found if one.kind in ("audience", "sector", "municipality")]
    rest = [
        word.plain
        for word in tokens(text)
        if not any(one.start <= word.start < one.end for one in told)
    ]
    values = {one.kind: one.value for one in told}
    asker = Asker(
        audience=who.value,
        word=text[who.start : who.end].casefold(),
        sector=values.get("sector"),
        municipality=values.get("municipality"),
    )
    return asker, rest


def told_job(text: str, lists: WordLists) -> bool:
    """Whether a text tells a function that any organisation has, and nothing else: "ik ben stafmedewerker"."""
    said = [word.plain for word in tokens(text)]
    works = re.search(rf"\b(?:ben|als)\b.*\b{JOB}\b", text, re.IGNORECASE)
    return works is not None and "?" not in text and lists.filling.issuperset(said)


def answered_asker(text: str, lists: WordLists) -> Asker | None:
    """Who asks, in the answer to the question for it: "ocmw" or "wijkagent" is no more than a word anywhere else."""
    said = _ARTICLE.sub("het", _PLACEHOLDER.sub(" ", text))
    openings: tuple[str, ...] = (
        "",
        "ik ben ",
        "ik ben een ",
        "ik werk bij ",
        "ik werk bij het ",
        "ik werk bij de ",
    )
    if len(said.split()) > _SHORT + 1:
        openings = openings[:1]
    told = (_short_answer(f"{opening}{said}", lists) for opening in openings)
    return next((one for one in told if one is not None), None)


def answered_job(text: str, lists: WordLists, names: dict[str, str]) -> bool:
    """Whether the answer to that question leaves open at which organisation: "directeur", "dienst welzijn", "Gent"."""
    said = [word.plain for word in tokens(text)]
    short = 0 < len(said) <= _SHORT and "?" not in text and not _SPOKEN.fullmatch(text)
    works = lists.filling.union(_WORK).issuperset(said)
    return short and (works or told_municipality(text, lists, names) is not None)


def _short_answer(text: str, lists: WordLists) -> Asker | None:
    """As `told_asker`, with what may stand beside a function in so short an answer: "journalist bij De Standaard"."""
    found = None if "?" in text or len(text.split()) > _SHORT + 3 else _asker(text, lists)
    if found is None:
        return None
    who, rest = found
    unknown = [one for one in rest if one not in lists.filling and one not in _ABOUT_WORK]
    placed = re.search(
        rf"\b(?:{'|'.join(_AT)}) {'.*'.join(map(re.escape, unknown))}$", text, re.IGNORECASE
    )
    begins = bool(unknown) and text.casefold().find(unknown[0]) < text.casefold().find(who.word)
    asks = begins or not _ASKS.isdisjoint(rest)
    return None if asks or len(unknown) > (2 if placed else 1) else who


def told_municipality(text: str, lists: WordLists, names: dict[str, str]) -> str | None:
    """NIS code when a text is nothing but the asker's municipality; `names` gives codes by casefolded name."""
    opening = _OPENING.match(text)
    rest = text[opening.end() if opening else 0 :].strip(" .!")
    if rest.casefold() in names:
        return names[rest.casefold()]
    found = [one for one in lists.find(rest) if one.kind == "municipality"]
    whole = [one for one in found if (one.start, one.end) == (0, len(rest))]
    return whole[0].value if len(whole) == 1 == len(found) else None


def board_told(text: str, lists: WordLists, names: dict[str, str]) -> Asker | None:
    """The municipality as an organisation, and nothing else: "ik ben van de gemeente Zele", "stad Genk"."""
    opening = _OF_THE_BOARD.match(text)
    nis = None if opening is None else told_municipality(text[opening.end() :], lists, names)
    return None if nis is None else Asker("gemeente", "gemeente", None, nis)


def service_told(text: str, lists: WordLists, names: dict[str, str]) -> Asker | None:
    """The municipality with one of its services, and nothing else: "gemeente Zemst, technische dienst"."""
    if len(text) > _LONGEST or _OTHER_BOARD.search(text):
        return None
    found = _WITH_SERVICE.fullmatch(text) or _SERVICE_OF.fullmatch(text)
    nis = None if found is None else told_municipality(found["town"], lists, names)
    return None if nis is None else Asker("gemeente", "gemeente", None, nis)


def home_told(text: str, lists: WordLists, names: dict[str, str]) -> str | None:
    """NIS code when a text tells where someone lives and nothing else: "ik woon in Geel"."""
    opening = _LIVES.match(text)
    return None if opening is None else told_municipality(text[opening.end() :], lists, names)


def skips(text: str) -> bool:
    """Whether a text says no more than that the asker would rather not tell."""
    return _SKIPS.fullmatch(text) is not None
