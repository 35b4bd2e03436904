"""What can be wrong with a mail, and why one is no message of an asker. Both are told by number, never by content."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """Something that was not as it should be; the mail was read all the same, unless it could not be."""

    UNREADABLE = "onleesbaar"
    """No mail at all, or its structure broke the reader."""
    MALFORMED = "misvormd"
    """Broken structure, of which a part was read."""
    HUGE = "te_groot"
    LONG_TEXT = "tekst_afgekapt"
    HTML_ONLY = "alleen_html"
    ENCODING = "verkeerde_tekens"
    NO_DATE = "zonder_datum"
    NO_ID = "zonder_nummer"
    NO_SENDER = "zonder_afzender"
    EMPTY = "zonder_tekst"
    FILTER = "niet_gefilterd"
    """The privacy filter failed: nothing of the thread was stored."""
    NOT_CLASSIFIED = "niet_ingedeeld"
    """The model failed: nothing of the thread was stored."""


class MailKind(StrEnum):
    """What a mail is."""

    MESSAGE = "bericht"
    OWN = "eigen"
    AUTO_REPLY = "automatisch_antwoord"
    BOUNCE = "onbestelbaar"
    RECEIPT = "leesbevestiging"
    NEWSLETTER = "nieuwsbrief"
    INVITATION = "uitnodiging"
