"""Where the signature of a mail begins, in plain text."""

from __future__ import annotations

import re

_CLOSING = re.compile(
    r"\b(?:(?:vriendelijke|hartelijke|beste|collegiale) groet(?:en)?|mvg|hoogachtend|met achting)\b"
    r"|(?:^|[.!?,;:] |\n)(?:groet(?:en|jes)?|grt|grtz|dank|dank bij voorbaat|(?:alvast )?bedankt|merci)"
    r"(?=$|[,.!]| ?\[|\n)"
)
_LAST_LINE = re.compile(r"\n(?=[^\n?!.]{3,80}$)")

LONGEST = 25
"""Words of a signature at most."""

SHORT_LINE = 8
"""Words of a last line that is a signature without a closing formula."""


def signature(text: str) -> int | None:
    """Where it begins; None when there is none, or when a question follows."""
    *_, closing = (None, *_CLOSING.finditer(text))
    if closing is not None:
        below = text[closing.end() :]
        # "Bedankt, groeten aan de wijkagent" greets someone else.
        if "?" not in below and "groet" not in below and len(below.split()) <= LONGEST:
            return closing.end()
    last = _LAST_LINE.search(text)
    if last is not None and len(text[last.end() :].split()) <= SHORT_LINE:
        return last.end()
    return None
