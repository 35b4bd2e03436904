"""The name of who writes, which is shown with the message anyway: signing with it tells of no third person."""

from __future__ import annotations

import re

from bot.privacy.cleaning import Found
from bot.privacy.names.lexicon import fold_name
from bot.privacy.spans import Kind, Span


def without_own_name(found: Found, name: str) -> Found:
    """The find without the writer's full name, and without a part of it that ends the text, as a signature does."""
    own = _words(name)

    def signs(span: Span) -> bool:
        written = _words(found.raw[span.start : span.end])
        last = not re.search(r"\w", found.raw[span.end :])
        return span.kind is Kind.NAAM and (written == own or (last and set(written) <= set(own)))

    return Found(found.raw, tuple(span for span in found.spans if not signs(span)))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold_name(name))
