"""What each role of the helpdesk may do. A page or an act names the right it needs; nothing else grants it."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """Something that staff may do."""

    SEE_CONVERSATIONS = "gesprekken_zien"
    ANSWER = "antwoorden"
    SEE_CONTACT_DETAILS = "contactgegevens_zien"
    REGISTER = "registreren"
    SEE_FIGURES = "cijfers_zien"
    EDIT_KNOWLEDGE = "kennis_bewerken"
    MANAGE = "beheren"
    """Accounts, sites, erasing, closing a month, the audit log."""


class Role(StrEnum):
    """The role of an account."""

    MEDEWERKER = "medewerker"
    REDACTEUR = "redacteur"
    LEZER = "lezer"
    BEHEERDER = "beheerder"

    @property
    def label(self) -> str:
        """Dutch label."""
        return self.value.capitalize()

    @property
    def rights(self) -> frozenset[Right]:
        """What this role may do."""
        return _RIGHTS[self]


_RIGHTS = {
    Role.LEZER: frozenset({Right.SEE_FIGURES}),
    Role.REDACTEUR: frozenset({Right.SEE_FIGURES, Right.EDIT_KNOWLEDGE}),
    Role.MEDEWERKER: frozenset(
        {
            Right.SEE_CONVERSATIONS,
            Right.ANSWER,
            Right.SEE_CONTACT_DETAILS,
            Right.REGISTER,
            Right.SEE_FIGURES,
        }
    ),
    Role.BEHEERDER: frozenset(Right),
}
