"""E-mail addresses in the one form that every mail server takes; whatever else was typed is none."""

from __future__ import annotations


def deliverable(written: str) -> str | None:
    """The address in ASCII; None when it is none, so that no line end or second address gets into a header."""
    # Only who sends mail waits for this import.
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(written.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return found.ascii_email
