"""Who asks after a request that was sent: "wat gebeurt er nu?", "wie belt mij?", "wat hebben jullie genoteerd?"."""

from __future__ import annotations

import re

_LONGEST = 120
"""Characters of such a question, at most."""
_AROUND = r"(?:(?:en|ok|oke|oké|goed|maar|dus|ja|hallo|top|bedankt|merci|dank u)\b\W*)*"
_WHEN = r"(?:nu|dan|verder|eigenlijk|precies|ongeveer|nog|terug|op|daarmee|morgen|vandaag|deze week|volgende week)"
_REQUEST = r"(?:mijn|onze|de) (?:aanvraag|vraag|verzoek|formulier|terugbelverzoek)"
_ASKS = re.compile(
    rf"\W*{_AROUND}(?:"
    rf"wat (?:gebeurt er|gaat er gebeuren|is de volgende stap|doen jullie|doet u)(?: {_WHEN})*(?: met {_REQUEST})?"
    rf"|hoe (?:gaat het|moet het)? ?(?:{_WHEN} ?)*verder(?: met {_REQUEST})?"
    rf"|wie (?:belt|contacteert|mailt|neemt contact op met|zal) (?:mij|me|ons)(?: {_WHEN})*(?: bellen| contacteren)?"
    rf"|(?:wanneer|hoe laat|hoe snel|binnen hoeveel tijd) (?:belt|bellen|bel je|contacteer\w*|hoor|horen|"
    rf"krijg|krijgen|neemt|nemen|mailt|mailen)"
    rf"(?: (?:u|jullie|ik|we|wij|mij|me|ons|iemand|iets|contact|antwoord|een|bericht|mail|telefoon|op|met|{_WHEN}))*"
    rf"|(?:belt|bellen|bel|mailt|mailen) (?:u|jullie|iemand)(?: (?:mij|me|ons))?(?: {_WHEN})*"
    rf"|(?:is|heeft|hebben|hebt|zijn) (?:u |jullie |de helpdesk |iemand )?{_REQUEST}"
    rf"(?: (?:goed|al|nog|wel|aangekomen|ontvangen|gekregen|doorgegeven|verzonden|binnen|gezien|gelezen))+"
    rf"|wat (?:hebben|heb|hebt) (?:jullie|u|je) (?:nu |precies )?(?:genoteerd|ontvangen|van mij|opgeschreven)"
    rf"|(?:wat is )?(?:de )?(?:status|stand van zaken)(?: van {_REQUEST})?"
    r")\W*",
    re.IGNORECASE,
)


def asks_after(text: str) -> bool:
    """Whether a message asks what becomes of a request, and nothing else."""
    return len(text) <= _LONGEST and _ASKS.fullmatch(text) is not None
