"""Where a signature or a disclaimer begins among the lines of a mail; what comes behind a "PS" is kept."""

from __future__ import annotations

import re

_DASHES = re.compile(r"^(?:--|—|__) ?$")
_DEVICE = re.compile(
    r"^\W{0,3}(?:verzonden|verstuurd|gestuurd|sent|envoy.|gesendet|t.l.charger outlook"
    r"|outlook voor|get outlook)\b.{0,30}"
    r"(?:iphone|ipad|android|mobi|samsung|galaxy|smartphone|outlook|gsm|telefoon|tablet|windows|yahoo|ios|proton)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\W{0,3}(?:met )?(?:(?:heel )?(?:vriendelijke|hartelijke|beste|collegiale|warme|sportieve|lieve) "
    r"(?:groet|groeten|groetjes)|mvg|vr\.? ?gr|gr(?:oetjes|oeten|oet|tz?|ts)\b|hoogachtend"
    r"|(?:met )?(?:de )?(?:meeste )?(?:hoog)?achting|(?:(?:kind|best|warm) )?regards|(?:bien )?cordialement"
    r"|bien . (?:vous|toi)|salutations|(?:beste|vele|veel) groet\w*)\b.{0,60}$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:alvast |hartelijk |veel |heel erg |vriendelijk |bij voorbaat |van harte )*"
    r"(?:bedankt|dank|merci|dank u|dank je)"
    r"(?: wel| bij voorbaat| alvast| voor (?:uw|je|jullie|de) \w+)*[ ,.!]*$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"^\W{0,4}(?:disclaimer\b|(?:dit|deze) (?:e-?mail)?(?:bericht|mail|boodschap)? ?(?:\([^)]{0,40}\) )?"
    r"(?:en|is|kan|bevat|werd)\b.{0,80}(?:vertrouwelijk|bijlage|bestemd|bedoeld|geadresseerde)|vertrouwelijk(?:heid)?\s?[:!-]"
    r"|(?:this|the) (?:e-?mail|message|information)\b.{0,80}(?:confidential|intended|attachment)"
    r"|(?:ce|cet) (?:message|e-?mail|courriel)\b.{0,80}(?:confidentiel|destin)"
    r"|(?:denk|think|please consider|pensez)\b.{0,40}(?:milieu|environment|environnement))",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"^\W{0,2}p\.? ?s\.?(?=\W|$)", re.IGNORECASE)

LONGEST = 25
"""Lines of a signature at most that a closing formula opens."""
_SENTENCE = 110
"""Characters from which a line is a sentence again, not a line of a signature."""


def without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above the signature, with what follows a "PS", and the lines of the signature."""
    begin = next((at for at, one in enumerate(lines) if at and _ends_here(lines, at)), None)
    if begin is None:
        begin = 0 if lines and _ends_here(lines, 0) and not _CLOSING.match(lines[0]) else None
    if begin is None:
        return lines, []
    signature, later = lines[begin:], []
    for at, one in enumerate(signature):
        if _POSTSCRIPT.match(one):
            later = _until_next(signature[at:])
            signature = signature[:at]
            break
    above = lines[:begin]
    while above and not above[-1].strip():
        above.pop()
    return [*above, *([""] if later else []), *later], signature


def _until_next(lines: list[str]) -> list[str]:
    """A postscript, up to the dashes or the disclaimer behind it."""
    end = next((at for at, one in enumerate(lines) if at and _is_fixed(one)), len(lines))
    return lines[:end]


def _is_fixed(line: str) -> bool:
    line = line[:300]
    return any(one.match(line) for one in (_DASHES, _DEVICE, _DISCLAIMER))


def _ends_here(lines: list[str], at: int) -> bool:
    line = lines[at][:300].strip()
    if _is_fixed(line):
        return True
    if not (_CLOSING.match(line) or _THANKS.match(line)):
        return False
    below = [one for one in lines[at + 1 :] if one.strip()]
    end = next(
        (n for n, one in enumerate(below) if _is_fixed(one) or _POSTSCRIPT.match(one)), len(below)
    )
    # "Groeten aan de wijkagent" or thanks for an earlier answer may stand above the question itself.
    below = below[:end]
    return len(below) <= LONGEST and not any("?" in one or len(one) > _SENTENCE for one in below)
