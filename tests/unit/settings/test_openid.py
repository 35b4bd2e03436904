"""The settings of the organisation's login: a wrong one is named in Dutch, and the secret never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.openid.settings import ROLES
from bot.settings import Settings
from bot.staff.roles import Role

GOOD = {
    "WEGWIJS_OIDC_ISSUER": "https://aanmelden.stad.example",
    "WEGWIJS_OIDC_CLIENT_ID": "wegwijs",
    "WEGWIJS_OIDC_CLIENT_SECRET": "geheim",
    "WEGWIJS_OIDC_REDIRECT_URI": "https://wegwijs.stad.example/console/oidc/callback",
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEGWIJS_OIDC_ISSUER", ""),
        ("WEGWIJS_OIDC_ISSUER", "http://aanmelden.stad.example"),
        ("WEGWIJS_OIDC_ISSUER", "https://u:geheim@stad.example"),
        ("WEGWIJS_OIDC_ISSUER", "https://stad.example?x=y"),
        ("WEGWIJS_OIDC_ISSUER", "https://[stad"),
        ("WEGWIJS_OIDC_CLIENT_ID", " "),
        ("WEGWIJS_OIDC_CLIENT_SECRET", "geheim"),
        ("WEGWIJS_OIDC_REDIRECT_URI", ""),
        ("WEGWIJS_OIDC_REDIRECT_URI", "https://wegwijs.stad.example/"),
        ("WEGWIJS_OIDC_REDIRECT_URI", "http://wegwijs.stad.example/console/oidc/callback"),
        ("WEGWIJS_OIDC_SCOPES", "profile"),
        ("WEGWIJS_OIDC_ROLE_CLAIM", "groups"),
        ("WEGWIJS_OIDC_ROLES", "helpdesk=medewerker"),
        ("WEGWIJS_OIDC_ROLES", "helpdesk=koning"),
        ("WEGWIJS_OIDC_ROLES", "medewerker"),
        ("WEGWIJS_LOCAL_LOGIN", "nee"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str):
    file = tmp_path / "bestaat-niet"
    environment = {**GOOD, name: value}
    if name == "WEGWIJS_OIDC_CLIENT_SECRET":
        environment["WEGWIJS_OIDC_CLIENT_SECRET_FILE"] = str(file)
    with pytest.raises(ConfigurationError, match=name) as error:
        Settings.from_environment(environment)
    assert "geheim" not in str(error.value)


def test_the_secret_comes_from_a_file_and_is_not_shown(tmp_path: Path):
    file = tmp_path / "geheim"
    told = {**GOOD, "WEGWIJS_OIDC_CLIENT_SECRET": "", "WEGWIJS_OIDC_CLIENT_SECRET_FILE": str(file)}
    for content in (None, " \n"):
        if content is not None:
            file.write_text(content)
        with pytest.raises(ConfigurationError, match="CLIENT_SECRET_FILE"):
            Settings.from_environment(told)
    file.write_text("heel-geheim\n")
    settings = Settings.from_environment(told)
    assert settings.openid is not None
    assert settings.openid.client_secret == "heel-geheim"
    assert "heel-geheim" not in repr(settings)


def test_passwords_are_only_switched_off_when_there_is_another_way_in():
    with pytest.raises(ConfigurationError, match="WEGWIJS_LOCAL_LOGIN"):
        Settings.from_environment({"WEGWIJS_LOCAL_LOGIN": "off"})
    assert Settings.from_environment({}).local_login
    assert not Settings.from_environment({**GOOD, "WEGWIJS_LOCAL_LOGIN": "off"}).local_login


def test_the_roles_are_those_of_staff():
    assert set(ROLES) == {one.value for one in Role}
