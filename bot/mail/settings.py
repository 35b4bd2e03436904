"""The settings of e-mail, a part of bot.settings: which server, from whom, to whom, with links to where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from bot.errors import ConfigurationError
from bot.mail.addresses import deliverable

SMTP_URL = "WEGWIJS_SMTP_URL"
_HINT = "bijvoorbeeld smtp://naam:wachtwoord@mail.voorbeeld.be:587"


@dataclass(frozen=True)
class MailSettings:
    """How to send and to whom. The password is in no representation."""

    host: str
    port: int
    user: str | None
    password: str | None = field(repr=False)
    tls: bool
    """TLS from the first byte (smtps://); otherwise STARTTLS is required, except on this computer itself."""
    sender: str
    staff: tuple[str, ...]
    reply_to: str | None
    """Where a visitor's reply goes; None: the mails say that nobody reads replies."""
    public_url: str
    """Address of Wegwijs in a browser, without a slash at the end."""
    digest: bool
    transcripts: bool
    """Whether a visitor may have the conversation mailed."""
    report_to: tuple[str, ...] = ()
    """Who hears each month that the monthly report is there."""

    @property
    def loopback(self) -> bool:
        """Whether the server is on this computer, so that no line can be listened in on."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> MailSettings | None:
        """Read the settings; None without a server. Raises ConfigurationError with the name of a wrong variable."""
        if not env.get(SMTP_URL):
            _nothing_left_over(env)
            return None
        url, port = _server(env[SMTP_URL])
        return cls(
            host=url.hostname or "",
            port=port,
            user=None if url.username is None else unquote(url.username),
            password=None if url.password is None else unquote(url.password),
            tls=url.scheme == "smtps",
            sender=address("WEGWIJS_MAIL_FROM", env.get("WEGWIJS_MAIL_FROM", "")),
            staff=_addresses(env, "WEGWIJS_MAIL_STAFF"),
            reply_to=_optional(env, "WEGWIJS_MAIL_REPLY_TO"),
            public_url=_public(env, "WEGWIJS_PUBLIC_URL"),
            digest=_yes(env, "WEGWIJS_MAIL_DIGEST", usual="nee"),
            transcripts=_yes(env, "WEGWIJS_MAIL_TRANSCRIPT", usual="ja"),
            report_to=_listed(env, "WEGWIJS_MAIL_REPORT_TO"),
        )


def _nothing_left_over(env: Mapping[str, str]) -> None:
    """Raises ConfigurationError for settings of mail that would do nothing: somebody expects mail."""
    for name in sorted(env):
        if name.startswith(("WEGWIJS_SMTP_", "WEGWIJS_MAIL_")) and env[name]:
            raise ConfigurationError(f"{name} doet niets zonder {SMTP_URL}; {_HINT}.")


def _server(written: str) -> tuple[SplitResult, int]:
    """The parts of the address of the server. It is never repeated: it may hold a password."""
    try:
        url = urlsplit(written)
        port = url.port or (465 if url.scheme == "smtps" else 587)
    except ValueError:
        raise ConfigurationError(f"{SMTP_URL} is geen adres van een mailserver; {_HINT}.") from None
    more = url.path.strip("/") or url.query or url.fragment
    half = (url.username is None) != (url.password is None)
    if url.scheme not in ("smtp", "smtps") or not url.hostname or more or half:
        raise ConfigurationError(f"{SMTP_URL} is geen adres van een mailserver; {_HINT}.")
    return url, port


def address(name: str, written: str) -> str:
    """An e-mail address in ASCII; raises ConfigurationError that names where it stands."""
    found = deliverable(written)
    if found is None:
        raise ConfigurationError(f"{name} moet een e-mailadres zijn.")
    return found


def _optional(env: Mapping[str, str], name: str) -> str | None:
    return address(name, env[name]) if env.get(name) else None


def _addresses(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    found = _listed(env, name)
    if not found:
        raise ConfigurationError(f"{name} moet minstens één e-mailadres zijn.")
    return found


def _listed(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    written = [one for one in env.get(name, "").split(",") if one.strip()]
    return tuple(dict.fromkeys(address(name, one) for one in written))


def _public(env: Mapping[str, str], name: str) -> str:
    written = env.get(name, "").rstrip("/")
    try:
        url = urlsplit(written)
        right = url.scheme in ("http", "https") and url.hostname and not url.username
    except ValueError:
        right = False
    if not right or not written.isascii() or not written.isprintable() or " " in written:
        raise ConfigurationError(f"{name} moet een webadres zijn, https://wegwijs.voorbeeld.be.")
    return written


def _yes(env: Mapping[str, str], name: str, *, usual: str) -> bool:
    value = env.get(name, usual).strip().lower()
    if value not in ("ja", "nee"):
        raise ConfigurationError(f"{name} moet ja of nee zijn.")
    return value == "ja"
