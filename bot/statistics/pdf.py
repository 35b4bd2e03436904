"""A page as a tagged PDF, for what is sent or filed (docs/decisions/0018)."""

from __future__ import annotations

from bot.errors import ConfigurationError


def as_pdf(page: str) -> bytes:
    """The PDF of a whole HTML page; raises ConfigurationError (Dutch) when the system's Pango is not there."""
    try:
        # Pango loads when a PDF is asked for, and at no other time.
        from weasyprint import HTML
    except OSError as error:
        raise ConfigurationError(
            "Een PDF maken lukt niet: Pango ontbreekt. Installeer het met "
            "'apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0', "
            "of vraag het verslag als html."
        ) from error
    return bytes(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))
