"""Beheer de accounts van de helpdesk: user add NAAM --role beheerder, list, password, role, link, unlink, disable."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import ConfigurationError
from bot.settings import Settings
from bot.staff import accounts, linking
from bot.staff.models import Account
from bot.staff.passwords import hashed
from bot.staff.roles import Role


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with which account."""
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="maak een account; het wachtwoord wordt gevraagd")
    add.add_argument("login", metavar="AANMELDNAAM")
    add.add_argument("--name", metavar="NAAM", help="zoals bezoekers en collega's ze zien")
    add.add_argument("--role", choices=[one.value for one in Role], default=Role.MEDEWERKER.value)
    _add_link(add, needed=False)
    _add_link(
        acts.add_parser("link", help="koppel een account aan de organisatie"), needed=True
    ).add_argument("login", metavar="AANMELDNAAM")
    for name, text in (
        ("password", "geef een nieuw wachtwoord"),
        ("disable", "sluit een account"),
        ("enable", "open een gesloten account opnieuw"),
        ("unlink", "ontkoppel een account van de organisatie"),
    ):
        acts.add_parser(name, help=text).add_argument("login", metavar="AANMELDNAAM")
    role = acts.add_parser("role", help="geef een andere rol")
    role.add_argument("login", metavar="AANMELDNAAM")
    role.add_argument("role", choices=[one.value for one in Role])
    acts.add_parser("list", help="toon de accounts")


def run(chosen: argparse.Namespace) -> int:
    """Change or show the accounts, one JSON line an account."""
    settings = Settings.from_environment()
    act = _act(chosen, settings)
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        if chosen.act == "list":
            shown = recorder.run(Act.VIEWED, "accounts", act)
        else:
            shown = recorder.run(Act.CHANGED, "account", act, id_of=lambda found: found[0].id)
        for one in shown:
            print(json.dumps(_line(one), ensure_ascii=False))
    finally:
        database.close()
    return 0


def _add_link(parser: argparse.ArgumentParser, *, needed: bool) -> argparse.ArgumentParser:
    ways = parser.add_mutually_exclusive_group(required=needed)
    ways.add_argument("--subject", metavar="CODE", help="code van de persoon bij de organisatie")
    ways.add_argument("--email", metavar="ADRES", help="koppel bij de eerste aanmelding hiermee")
    return parser


def _act(chosen: argparse.Namespace, settings: Settings) -> Callable[[Session], list[Account]]:
    if chosen.act == "list":
        return accounts.all_accounts
    if chosen.act == "role":
        return lambda session: [accounts.set_role(session, chosen.login, Role(chosen.role))]
    if chosen.act in ("disable", "enable"):
        change = accounts.disable if chosen.act == "disable" else accounts.enable
        return lambda session: [change(session, chosen.login)]
    if chosen.act == "password":
        password = hashed(_ask_password())
        return lambda session: [accounts.set_password(session, chosen.login, password)]
    if chosen.act == "unlink":
        return lambda session: [_unlink(session, chosen.login)]
    by_organisation = bool(chosen.subject or chosen.email)
    if by_organisation and settings.openid is None:
        raise ConfigurationError("Koppelen kan pas als WEGWIJS_OIDC_ISSUER ingesteld is.")
    if chosen.act == "link":
        return lambda session: [
            _link(session, accounts.known(session, chosen.login), chosen, settings)
        ]
    stored = None if by_organisation else hashed(_ask_password())

    def add(session: Session) -> list[Account]:
        made = accounts.create(
            session,
            login=chosen.login,
            name=chosen.name or chosen.login,
            role=Role(chosen.role),
            password=stored,
        )
        return [_link(session, made, chosen, settings)]

    return add


def _link(
    session: Session, account: Account, chosen: argparse.Namespace, settings: Settings
) -> Account:
    if chosen.subject and settings.openid is not None:
        linking.link(session, account, issuer=settings.openid.issuer, subject=chosen.subject)
    elif chosen.email:
        linking.expect(session, account, email=chosen.email)
    return account


def _unlink(session: Session, login: str) -> Account:
    account = accounts.known(session, login)
    linking.unlink(session, account)
    return account


def _ask_password() -> str:
    """From the keyboard without showing it, or the first line of what is piped in."""
    if sys.stdin.isatty():
        return getpass.getpass("Wachtwoord: ")
    return sys.stdin.readline().rstrip("\n")


def _line(account: Account) -> dict[str, object]:
    return {
        "login": account.login,
        "name": account.name,
        "role": account.role,
        "disabled": account.disabled,
    }
