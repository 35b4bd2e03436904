"""Every error that Wegwijs raises on purpose, with the HTTP status and the Dutch text a person may see.

WegwijsError
├── InvalidInput            400  the request cannot be read or breaks a limit
├── NotAuthorised           401  the token is missing or wrong
├── Unknown                 404  there is no such conversation, site or page
├── Conflict                409  the state does not allow this act
├── Mismatch                422  the same client_id came with another text
├── Overloaded              429  too many requests from one place
├── FilterFailed            500  the privacy filter broke: nothing was stored
└── Unavailable             503  the database or the engine cannot answer now
└── ConfigurationError      —    a setting or a data file is wrong; the program stops
"""

from __future__ import annotations

import errno
import socket
import traceback


def trace(error: BaseException) -> str:
    """Type and place of an error for the log, without its message: that may quote what a visitor wrote."""
    places = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return f"{type(error).__name__}\n{places}"


_REASONS = {
    errno.EADDRINUSE: "die poort is al in gebruik",
    errno.EADDRNOTAVAIL: "dat adres hoort niet bij deze computer",
    errno.EACCES: "geen toegang",
    errno.EPERM: "geen toegang",
    errno.ENOENT: "die map of dat bestand bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dat is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "daar kan alleen gelezen worden",
    socket.EAI_NONAME: "dat adres bestaat niet",
}


def why(error: OSError) -> str:
    """What the system refused, in Dutch; the name of the error where no words are known."""
    number = error.errno or 0
    return _REASONS.get(number) or errno.errorcode.get(number, type(error).__name__)


class WegwijsError(Exception):
    """Base of all errors raised on purpose. `detail` is Dutch and safe to show."""

    status = 500
    title = "Er ging iets mis"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class InvalidInput(WegwijsError):
    """The request cannot be read or breaks a limit."""

    status = 400
    title = "Ongeldige invoer"


class NotAuthorised(WegwijsError):
    """The token of the conversation is missing or wrong."""

    status = 401
    title = "Geen toegang"


class Unknown(WegwijsError):
    """There is no such conversation, site or page."""

    status = 404
    title = "Niet gevonden"


class Conflict(WegwijsError):
    """The state of the conversation does not allow this act."""

    status = 409
    title = "Nu niet mogelijk"


class Mismatch(WegwijsError):
    """The same client_id came before with another text."""

    status = 422
    title = "Botsende gegevens"


class Overloaded(WegwijsError):
    """Too many requests or failed logins from one place."""

    status = 429
    title = "Te veel pogingen"

    def __init__(self, detail: str, *, retry_after: int = 2) -> None:
        """`retry_after` is the seconds after which a new try makes sense."""
        super().__init__(detail)
        self.retry_after = retry_after


class FilterFailed(WegwijsError):
    """The privacy filter broke, so nothing was stored or passed on."""

    status = 500
    title = "Bericht niet verwerkt"


class Unavailable(WegwijsError):
    """The database or the engine cannot answer now."""

    status = 503
    title = "Tijdelijk niet beschikbaar"


class ConfigurationError(WegwijsError):
    """A setting or a data file is wrong; the program stops and says which."""

    title = "Fout in de instellingen"
