"""Settings, read once from `WEGWIJS_*` variables into a frozen object."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from bot.errors import ConfigurationError
from bot.mail.settings import MailSettings
from bot.openid.settings import OpenId, local_login

PROJECT = Path(__file__).resolve().parent.parent

Network = IPv4Network | IPv6Network

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True)
class Retention:
    """How long what is kept, in days (DESIGN.md §9; the data protection officer decides)."""

    text_days: int = 30
    """Text of a conversation with the assistant alone, since its last entry."""
    staff_days: int = 90
    """Text of a conversation in which a colleague took part."""
    contact_days: int = 90
    """Contact details of a request that stays open; they go at once when it is closed."""
    audit_days: int = 730
    """Lines of the audit log."""
    backup_days: int = 7
    """Backups: what was erased is in them until they go."""

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Retention:
        """Read `WEGWIJS_KEEP_*`; raises ConfigurationError with the name of a wrong variable."""
        usual = cls()
        return cls(
            text_days=_count(env, "WEGWIJS_KEEP_TEXT_DAYS", default=usual.text_days),
            staff_days=_count(env, "WEGWIJS_KEEP_STAFF_DAYS", default=usual.staff_days),
            contact_days=_count(env, "WEGWIJS_KEEP_CONTACT_DAYS", default=usual.contact_days),
            audit_days=_count(env, "WEGWIJS_KEEP_AUDIT_DAYS", default=usual.audit_days),
            backup_days=_count(env, "WEGWIJS_KEEP_BACKUP_DAYS", default=usual.backup_days),
        )


@dataclass(frozen=True)
class Settings:
    """Where things are and how much is allowed. Paths are absolute."""

    database_url: str
    """SQLAlchemy URL; SQLite under `var/` unless told otherwise."""
    var: Path
    """Folder for what the running product writes: database, sockets."""
    models: Path
    """Folder with trained models; the newest is used."""
    knowledge: Path
    """Folder with articles, contacts, routing and lists."""
    keys: Path
    """File with the keys of contact details; it is no part of the database, nor of its backup."""
    audit_key: Path
    """File with the key that ties the lines of the audit log together."""
    mailbox_key: Path
    """File with the key of the hashes by which mails are known again."""
    mailbox_own: tuple[str, ...]
    """The helpdesk's own addresses and domains, with commas between them: what they send was not asked."""
    engines: int
    """Number of engine processes."""
    engine_timeout: float
    """Seconds that one reply may take before the engine counts as hung."""
    log_level: str
    limits: float
    """Width of the rate limits: 1 as they are, 2 twice as wide, 0 (`WEGWIJS_LIMITS=off`) none."""
    trusted_proxies: tuple[Network, ...]
    """Proxies in front of Wegwijs, as networks with commas between them; only they may say who calls."""
    keep: Retention
    mail: MailSettings | None
    """None: no mail is queued or sent."""
    openid: OpenId | None = None
    """The organisation's login to the console, if there is one."""
    local_login: bool = True
    """Whether passwords open the console (`WEGWIJS_LOCAL_LOGIN`)."""

    @property
    def backups(self) -> Path:
        """Folder with the encrypted backups."""
        return self.var / "backups"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings; raises ConfigurationError with the name of a wrong variable."""
        env = os.environ if environment is None else environment
        var = _folder(env, "WEGWIJS_VAR", default="var")
        openid = OpenId.from_environment(env)
        return cls(
            database_url=_database(env, default=f"sqlite:///{var / 'wegwijs.sqlite'}"),
            var=var,
            models=_folder(env, "WEGWIJS_MODELS", default="models"),
            knowledge=_folder(env, "WEGWIJS_KNOWLEDGE", default="knowledge"),
            keys=_file(env, "WEGWIJS_KEYS", default=var / "sleutels.json"),
            audit_key=_file(env, "WEGWIJS_AUDIT_KEY", default=var / "audit.sleutel"),
            mailbox_key=_file(env, "WEGWIJS_MAILBOX_KEY", default=var / "postbus.sleutel"),
            mailbox_own=tuple(
                one.strip()
                for one in env.get("WEGWIJS_MAILBOX_OWN", "vvsg.be").split(",")
                if one.strip()
            ),
            engines=_count(env, "WEGWIJS_ENGINES", default=1),
            engine_timeout=_number(env, "WEGWIJS_ENGINE_TIMEOUT", default=20, least=0.1),
            log_level=_level(env, "WEGWIJS_LOG_LEVEL", default="INFO"),
            limits=_width(env, "WEGWIJS_LIMITS"),
            trusted_proxies=_networks(env, "WEGWIJS_TRUSTED_PROXIES"),
            keep=Retention.from_environment(env),
            mail=MailSettings.from_environment(env),
            openid=openid,
            local_login=local_login(env, openid),
        )


def _folder(env: Mapping[str, str], name: str, *, default: str) -> Path:
    """A folder that is there or can be made."""
    folder = Path(env.get(name, PROJECT / default))
    try:
        folder = folder.resolve()
        there = next(one for one in (folder, *folder.parents) if one.exists())
    except OSError:
        raise ConfigurationError(f"{name} is geen pad dat kan bestaan.") from None
    if not there.is_dir():
        raise ConfigurationError(f"{name} moet een map zijn, en {there} is dat niet.")
    return folder


def _file(env: Mapping[str, str], name: str, *, default: Path) -> Path:
    """A file that is there or can be made."""
    file = Path(env.get(name, default)).resolve()
    if file.is_dir():
        raise ConfigurationError(f"{name} moet een bestand zijn, en {file} is een map.")
    return file


def _database(env: Mapping[str, str], *, default: str) -> str:
    """An address that SQLAlchemy can use. The address itself is not repeated: it may hold a password."""
    name = "WEGWIJS_DATABASE_URL"
    if name not in env:
        return default
    # Only who sets an address waits for this import.
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        make_url(env[name]).get_dialect().import_dbapi()
    except (ArgumentError, ValueError):
        hint = "bijvoorbeeld sqlite:////srv/wegwijs/wegwijs.sqlite"
        raise ConfigurationError(f"{name} is geen adres van een databank; {hint}.") from None
    except ImportError as error:
        missing = f"het pakket '{error.name}' is niet geïnstalleerd"
        raise ConfigurationError(f"{name} kan niet gebruikt worden: {missing}.") from None
    return env[name]


def _level(env: Mapping[str, str], name: str, *, default: str) -> str:
    level = env.get(name, default).upper()
    if level not in LEVELS:
        raise ConfigurationError(f"{name} moet een van deze zijn: {', '.join(LEVELS)}.")
    return level


def _width(env: Mapping[str, str], name: str) -> float:
    if env.get(name, "").strip().lower() == "off":
        return 0
    return _number(env, name, default=1, least=0.1)


def _networks(env: Mapping[str, str], name: str) -> tuple[Network, ...]:
    written = [one.strip() for one in env.get(name, "").split(",")]
    try:
        return tuple(ip_network(one) for one in written if one)
    except ValueError:
        hint = "bijvoorbeeld 127.0.0.1,10.0.0.0/8"
        raise ConfigurationError(f"{name} moet een lijst van netwerken zijn; {hint}.") from None


def _count(env: Mapping[str, str], name: str, *, default: int) -> int:
    value = _number(env, name, default=default, least=1)
    if value != int(value):
        raise ConfigurationError(f"{name} moet een geheel getal zijn.")
    return int(value)


def _number(env: Mapping[str, str], name: str, *, default: float, least: float) -> float:
    try:
        value = float(env.get(name, default))
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < least:
        raise ConfigurationError(f"{name} moet een getal van minstens {least:g} zijn.")
    return value
