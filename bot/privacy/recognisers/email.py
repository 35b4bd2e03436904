"""E-mail addresses, also written so that robots do not read them ("naam [at] domein punt be").

Format: RFC 5321 and 6531, checked by email-validator without DNS. The search begins at each @ and
walks back, because a pattern that begins with the local part costs quadratic time on a long word
without @.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from bot.privacy.spans import Kind, Span

_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^{|}~-]")
_DOMAIN = re.compile(r"(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_][\w-]{1,24}")
_PROVIDER = (
    r"(?:gmail|hotmail|outlook|telenet|skynet|proximus|live|yahoo|icloud|protonmail|proton|me|"
    r"mail|scarlet|pandora|"
    r"belgacom|voo|gmx|ziggo|kpn)"
)
_TLD = (
    r"(?:be|nl|com|net|org|eu|fr|de|uk|lu|info|vlaanderen|brussels|gent|io|me|app|online|tr|ma|it|"
    r"es|pl|ch|edu|gov|"
    r"school|biz|ru)"
)
# An @ with spaces around it, or a word for it; the end must then be a known one ("kom @ 5 uur" is
# no address).
_TAIL = r"ape(?:n)?staart(?:je)?"
_AT = rf"(?:\s?@\s?|\s{{0,2}}[\[({{<]\s?(?:at|a|@|{_TAIL})\s?[\])}}>]\s{{0,2}}|\s(?:at|{_TAIL})\s)"
_DOT = r"(?:\s?[\[({<]?\s?(?:\.|\bpunt\b|\bdot\b)\s?[\])}>]?\s?)"
_DASH = r"\s(?:streepje|koppelteken)\s"
_LABEL = rf"[a-z0-9-]{{2,40}}(?:{_DASH}[a-z0-9-]{{2,40}}){{0,2}}"
_WORDED = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:(?:\s(?:punt|dot|underscore)\s|{_DASH}|[\[(](?:punt|dot)[\])])"
    rf"[\w.+-]{{1,64}}){{0,3}}"
    rf"{_AT}(?:(?:{_LABEL}{_DOT}){{1,3}}{_TLD}|{_PROVIDER}(?:[ ,;]{{1,2}}(?:com|be|nl|net))?)(?![\w-])",
    re.IGNORECASE,
)
_WORD_FOR_AT = re.compile(rf"\b(?:at|a|{_TAIL})\b", re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    """Addresses, upper case and disguised ones included."""
    for position in (match.start() for match in re.finditer("@", text)):
        if span := _around(text, position):
            yield span
    if "@" in text or _WORD_FOR_AT.search(text):
        for match in _WORDED.finditer(text):
            yield Span(match.start(), match.end(), Kind.EMAIL)


def _around(text: str, at: int) -> Span | None:
    """The address that has its @ here."""
    domain = _DOMAIN.match(text, at + 1)
    start = at
    while start > 0 and _LOCAL.match(text[start - 1]):
        start -= 1
    if not domain or start == at:
        return None
    # "naam/jan@x.be", "'jan@x.be'" and "tel=jan@x.be": when the whole is no address, the end of it
    # may be one.
    for pattern in (r"[^\w]*(.+)", r".*?([\w.+-]+)"):
        whole = re.fullmatch(pattern, text[start:at])
        if whole and _valid(whole[1], domain[0]):
            return Span(start + whole.start(1), domain.end(), Kind.EMAIL)
    return None


def _valid(local: str, domain: str) -> bool:
    """Whether it could be delivered; doubled dots are slips in a real address."""
    local = re.sub(r"\.{2,}", ".", local).strip(".")[-64:]
    try:
        validate_email(f"{local}@{domain}", check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return False
    return True
