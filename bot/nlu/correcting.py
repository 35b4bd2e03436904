"""Who corrects what was taken of him: "nee ik ben gewoon schepen", "ik ben geen hulpverlener, ik ben diensthoofd"."""

from __future__ import annotations

import re
from collections.abc import Callable

CORRECTING = frozenset(
    re.findall(
        r"\w+",
        "gewoon toch weer wel degelijk hoor he hé hè fout verkeerd klopt niet juist bedoel bedoelde trouwens opnieuw "
        "enkel begrepen terug dat da maar wacht ja jawel zei zeg al daarnet oei dus immers inderdaad feite "
        "correctie rechtzetting vergissing vergist pardon excuseer laat zeggen vraag vragen stel stellen bekijk zie "
        "beschouw ter info informatie voor alle duidelijkheid even verduidelijken eerder spreek spreekt rol "
        "hoedanigheid zetel zit schrijf contacteer antwoord je dit",
    )
)
"""Words around who someone is that take back what was understood, and ask nothing."""

_I = r"(?:ik|wij|we|k)"
_AM = r"(?:ben|zijn|werk|werken)"
_DENIAL = re.compile(
    rf"^(?P<lead>\W*(?:(?:nee|neen|maar|sorry|wacht|hoor|oei|fout|eigenlijk)\b\W*)*)"
    rf"(?:{_I} {_AM} (?:hier |toch |helemaal |dus |eigenlijk |zelf )*(?:geen|niet)|niet als|niet|geen) "
    r"(?:een |de |het |van |bij |voor |in |als )*(?P<who>[^,.;!?]{2,40}?)(?:\s*[,.;!]\s*|\s+)"
    r"(?=(?:maar|wel|ik|wij|we|gewoon)\b)(?:maar |wel )*",
    re.IGNORECASE,
)
_ONLY_DENIES = re.compile(
    rf"\W*(?:(?:nee|neen|maar|sorry|wacht|hoor|oei|fout|eigenlijk)\b\W*)*"
    rf"(?:{_I} {_AM} (?:hier |toch |helemaal |dus |eigenlijk |zelf )*(?:geen|niet)|geen)"
    r" (?:een |de |het |van |bij |voor |in |als )*(?P<who>[\w' -]{2,40}?)(?: (?:hoor|he|hè))?\W*",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\bdat (?P<i>{_I}) (?P<what>[\w' -]{{2,60}}?) (?P<am>{_AM})(?P<end>\W*)$", re.IGNORECASE
)
""" "Ik zei dat ik schepen ben"."""
_OPENS = re.compile(rf"\W*(?:als\b|{_I} |{_AM} {_I}\b)", re.IGNORECASE)


def corrected(text: str, is_someone: Callable[[str], bool]) -> str:
    """The words that tell who someone is, without what he says not to be.

    "Ik ben niet veilig" denies nothing of the kind: `is_someone` tells whether words are somebody who asks.
    """
    turned = _TURNED.sub(r"\g<i> \g<am> \g<what>\g<end>", text)
    denied = _DENIAL.match(turned)
    if denied is None or not is_someone(denied["who"]):
        return turned
    rest = turned[denied.end() :]
    return rest if _OPENS.match(rest) else f"ik ben {rest}"


def denied(text: str) -> str | None:
    """What someone says not to be, and nothing else: "ik ben geen hulpverlener"."""
    found = _ONLY_DENIES.fullmatch(text)
    return found["who"] if found else None
