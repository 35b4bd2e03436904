"""A typed answer to a question that has buttons: who asks, and the role at an OCMW."""

from __future__ import annotations

import re

from bot.knowledge.catalogue import Audience
from bot.nlu.normalise import normalise

_OPENING = re.compile(
    r"(?:(?:nee|neen|ja|sorry|oeps) )*(?:(?:ik|wij|we) (?:ben|zijn|werk|werken|vraag|vragen)(?: dit)? )?"
    r"(?:(?:voor|van|bij|als|in) )?(?:(?:de|het|een|ons|onze|mijn) )?"
)
"""What stands before the answer itself."""

_ALSO = {
    "lokaal bestuur": Audience.GEMEENTE,
    "stadsbestuur": Audience.GEMEENTE,
    "gemeentebestuur": Audience.GEMEENTE,
    "politie": Audience.POLITIE,
    "caw": Audience.HULPVERLENER,
    "buitenland": Audience.BUITENLAND,
}
"""Short answers that are on no button."""

_FOR_ONESELF = re.compile(
    r"\W*(?:(?:gewoon|enkel|alleen|ik vraag (?:het|dit)|dit is|het is|voor|persoonlijk|privé|als)\b\W*)*"
    r"(?:mezelf|mijzelf|ikzelf|mij|me|eigen gebruik|burger)(?:\W+(?:zelf|alleen|persoonlijk|hoor))*\W*",
    re.IGNORECASE,
)
"""Who asks for no organisation."""

_BOARD = frozenset({"bestuur", "beleid", "bestuurder", "bureau", "raad", "voorzitter"})
_CARE = frozenset({"hulpverlening", "hulpverlener", "hulpverleenster"})
_AROUND = frozenset(
    re.findall(r"\w+", "ik ben werk wij zijn van het de een bij in ocmw lid vast of en als voor")
)


def chosen_audience(text: str) -> Audience | None:
    """The button of "Voor wie vraagt u dit?" that a text names. An OCMW alone does not tell the role."""
    return Audience.BURGER if _FOR_ONESELF.fullmatch(text) else named_audience(text)


def named_audience(text: str) -> Audience | None:
    """The audience whose button a text names, also when that question is long past: "nee, Vlaamse overheid"."""
    said = _said(text)
    return None if said is None else _answers().get(said)


def chosen_role(text: str) -> Audience | None:
    """The button of "Wat is uw rol bij het OCMW?" that a text names."""
    words = set(normalise(text).split())
    roles = [
        who
        for who, signs in ((Audience.OCMW, _BOARD), (Audience.HULPVERLENER, _CARE))
        if words & signs
    ]
    return roles[0] if len(roles) == 1 and words <= _BOARD | _CARE | _AROUND else None


def _said(text: str) -> str | None:
    plain = normalise(text).replace("-", " ")
    opening = _OPENING.match(f"{plain} ")
    return None if "?" in plain else plain[opening.end() if opening else 0 :]


def _answers() -> dict[str, Audience]:
    answers = dict(_ALSO)
    for who in Audience:
        if who is Audience.ONBEKEND:
            continue
        label = normalise(who.label)
        answers[label] = who
        if "(" not in who.label:
            answers |= dict.fromkeys(label.split(" of "), who)
    return answers
