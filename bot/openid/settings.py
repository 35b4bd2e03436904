"""The settings of the organisation's login: `WEGWIJS_OIDC_*`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import ConfigurationError

CALLBACK = "/console/oidc/callback"
"""Path that the provider sends a browser back to."""

ROLES = ("medewerker", "redacteur", "lezer", "beheerder")
"""Values of bot.staff.roles.Role, which settings cannot import; a test compares them."""


@dataclass(frozen=True)
class OpenId:
    """One provider, at which Wegwijs is registered."""

    issuer: str
    """Exactly as the provider writes it in its tokens."""
    client_id: str
    client_secret: str | None = field(repr=False)
    """None for a public client, which PKCE alone protects."""
    redirect_uri: str
    """Exactly as registered at the provider; never made from what a request says."""
    name: str
    """What the button calls the organisation."""
    scopes: str
    role_claim: str | None
    """Claim with groups or roles; when it is set, the provider decides who gets in with which role."""
    roles: tuple[tuple[str, str], ...]
    """Value of that claim and the role it gives; of several the first counts."""

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> OpenId | None:
        """Read the settings; None when there is no provider. Raises ConfigurationError."""
        given = [name for name in env if name.startswith("WEGWIJS_OIDC_") and env[name].strip()]
        if not given:
            return None
        claim = env.get("WEGWIJS_OIDC_ROLE_CLAIM", "").strip() or None
        roles = _roles(env, "WEGWIJS_OIDC_ROLES")
        if (claim is None) != (not roles):
            raise ConfigurationError(
                "WEGWIJS_OIDC_ROLE_CLAIM en WEGWIJS_OIDC_ROLES horen samen: geef beide of geen."
            )
        return cls(
            issuer=_issuer(env, "WEGWIJS_OIDC_ISSUER"),
            client_id=_needed(env, "WEGWIJS_OIDC_CLIENT_ID"),
            client_secret=_secret(env, "WEGWIJS_OIDC_CLIENT_SECRET"),
            redirect_uri=_redirect(env, "WEGWIJS_OIDC_REDIRECT_URI"),
            name=env.get("WEGWIJS_OIDC_NAME", "").strip() or "uw organisatie",
            scopes=_scopes(env, "WEGWIJS_OIDC_SCOPES"),
            role_claim=claim,
            roles=roles,
        )


def local_login(env: Mapping[str, str], openid: OpenId | None) -> bool:
    """Whether passwords open the console; raises ConfigurationError when nothing would."""
    name = "WEGWIJS_LOCAL_LOGIN"
    value = env.get(name, "on").strip().lower()
    if value not in ("on", "off"):
        raise ConfigurationError(f"{name} moet 'on' of 'off' zijn.")
    if value == "off" and openid is None:
        raise ConfigurationError(
            f"{name}=off kan pas als WEGWIJS_OIDC_ISSUER ingesteld is: anders komt niemand binnen."
        )
    return value == "on"


def is_safe(address: str) -> bool:
    """Whether an address is https, or http on this computer."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.username is not None or not host:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_here(host))


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _needed(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "").strip()
    if not value:
        raise ConfigurationError(f"{name} ontbreekt; aanmelden via de organisatie heeft het nodig.")
    return value


def _issuer(env: Mapping[str, str], name: str) -> str:
    value = _needed(env, name)
    if not is_safe(value) or "?" in value or "#" in value:
        hint = "bijvoorbeeld https://aanmelden.voorbeeld.be"
        raise ConfigurationError(f"{name} moet een https-adres zijn zonder ? of #; {hint}.")
    return value


def _redirect(env: Mapping[str, str], name: str) -> str:
    value = _needed(env, name)
    if not is_safe(value) or urlsplit(value).path != CALLBACK or "?" in value or "#" in value:
        hint = f"bijvoorbeeld https://wegwijs.voorbeeld.be{CALLBACK}"
        raise ConfigurationError(
            f"{name} moet een https-adres zijn dat eindigt op {CALLBACK}; {hint}."
        )
    return value


def _secret(env: Mapping[str, str], name: str) -> str | None:
    """From the variable, or from the file that NAME_FILE names."""
    file = env.get(f"{name}_FILE", "").strip()
    value = env.get(name, "").strip()
    if file and value:
        raise ConfigurationError(f"Geef {name} of {name}_FILE, niet beide.")
    if not file:
        return value or None
    try:
        value = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise ConfigurationError(f"Het bestand van {name}_FILE kan niet gelezen worden.") from None
    if not value:
        raise ConfigurationError(f"Het bestand van {name}_FILE is leeg.")
    return value


def _scopes(env: Mapping[str, str], name: str) -> str:
    scopes = env.get(name, "").split() or ["openid", "profile", "email"]
    if "openid" not in scopes:
        raise ConfigurationError(f"{name} moet 'openid' bevatten.")
    return " ".join(scopes)


def _roles(env: Mapping[str, str], name: str) -> tuple[tuple[str, str], ...]:
    pairs = [one.strip() for one in env.get(name, "").split(",") if one.strip()]
    found = []
    for pair in pairs:
        group, is_given, role = pair.rpartition("=")
        if not is_given or not group.strip() or role.strip() not in ROLES:
            hint = "bijvoorbeeld helpdesk=medewerker,ict=beheerder"
            raise ConfigurationError(f"{name} moet een lijst zijn van groep=rol; {hint}.")
        found.append((group.strip(), role.strip()))
    return tuple(found)
