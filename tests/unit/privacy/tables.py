"""What every table of a recogniser needs: the values found in a text, and a way to make valid numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.privacy.spans import Span, merge


def found(find: Callable[[str], Iterator[Span]], text: str) -> list[str]:
    """The values a recogniser finds, in order."""
    return [text[span.start : span.end] for span in merge(list(find(text)))]


def national_number(birth: str, serial: int, *, after_2000: bool = False) -> str:
    """Eleven digits with valid check digits for an invented person; `birth` is YYMMDD."""
    base = f"{birth}{serial:03d}"
    return f"{base}{97 - int(('2' if after_2000 else '') + base) % 97:02d}"
