"""An e-mail address as it is mailed to, of one that was spelled out: "jan punt peeters at telenet punt be"."""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

from bot.privacy.folding import fold

_OPEN, _CLOSE = r"[\[({<]\s?", r"\s?[\])}>]"
_AT = r"(?:at|a|@|ape(?:n)?staart(?:je)?)"
_SIGNS = (
    (
        re.compile(
            rf"\s{{0,2}}{_OPEN}{_AT}{_CLOSE}\s{{0,2}}|\s(?:at|ape(?:n)?staart(?:je)?)\s", re.I
        ),
        "@",
    ),
    (
        re.compile(
            rf"\s?{_OPEN}(?:punt|dot|\.){_CLOSE}\s?|\s(?:punt|dot)\s|,(?=(?:com|be|nl|net)$)", re.I
        ),
        ".",
    ),
    (re.compile(r"\sunderscore\s", re.I), "_"),
    (re.compile(r"\s(?:streepje|koppelteken)\s", re.I), "-"),
    (re.compile(r"(?<=\w) (?=(?:com|be|nl|net)$)", re.I), "."),
    (re.compile(r"\s+"), ""),
    (re.compile(r"\.{2,}"), "."),
)
"""What the words and gaps of a spelled address stand for, in this order."""
_WHOLE = {
    "com": ("gmail", "icloud", "protonmail"),
    "be": ("telenet", "skynet", "proximus", "scarlet", "pandora"),
}
"""Providers that have one ending, so that it may be left out."""


def as_mailed(found: str) -> str | None:
    """The address; None when nobody can tell where it ends: "jan at hotmail"."""
    text = fold(found).text.strip().removeprefix("mailto:")
    for sign, meant in _SIGNS:
        text = sign.sub(meant, text)
    local, _, domain = text.rpartition("@")
    ending = next((end for end, names in _WHOLE.items() if domain.casefold() in names), None)
    address = f"{local.strip('.')}@{domain}{f'.{ending}' if ending else ''}"
    try:
        validate_email(address, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return None
    return address if "." in address.rpartition("@")[2] else None
