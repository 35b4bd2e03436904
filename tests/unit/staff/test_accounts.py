"""Accounts: who exists, who may do what, and that a manager always remains."""

from __future__ import annotations

import io
import json

import pytest
from sqlalchemy.orm import Session

from bot.cli import main
from bot.database.connection import Database
from bot.errors import Conflict, InvalidInput, Unknown
from bot.staff import accounts, linking
from bot.staff.passwords import fits, hashed
from bot.staff.roles import Right, Role


def create(database: Database, login: str = "anna", role: Role = Role.BEHEERDER) -> str:
    return database.run(
        lambda session: accounts.create(session, login=login, name="Anna", role=role).id
    )


async def test_a_password_fits_its_own_hash_alone():
    stored = hashed("een lang wachtwoord")
    assert "een lang" not in stored
    assert await fits("een lang wachtwoord", stored)
    assert not await fits("een lang wachtwoord!", stored)
    assert not await fits("een lang wachtwoord", None)
    assert not await fits("een lang wachtwoord", "geen hash")


@pytest.mark.parametrize("password", ["", "elf letters", "x" * 201])
def test_a_password_has_a_length(password: str):
    with pytest.raises(InvalidInput, match="12 tot 200"):
        hashed(password)


def test_a_login_is_taken_once_whatever_its_case(database: Database):
    create(database, "anna")
    with pytest.raises(Conflict):
        create(database, " Anna ")


@pytest.mark.parametrize("login", ["", "a", "met spatie", "x" * 81, "<script>", "é"])
def test_a_strange_login_is_refused(database: Database, login: str):
    with pytest.raises(InvalidInput):
        create(database, login)


def test_the_last_manager_cannot_be_shut_out(database: Database):
    create(database, "anna")
    for act in (
        lambda session: accounts.disable(session, "anna"),
        lambda session: accounts.set_role(session, "anna", Role.LEZER),
    ):
        with pytest.raises(Conflict):
            database.run(act)
    create(database, "bert")
    assert database.run(lambda session: accounts.disable(session, "anna").disabled)


def test_an_unknown_account_is_named(database: Database):
    with pytest.raises(Unknown, match="carl"):
        database.run(lambda session: accounts.disable(session, "carl"))


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (Role.LEZER, Right.SEE_FIGURES, Right.SEE_CONVERSATIONS),
        (Role.REDACTEUR, Right.EDIT_KNOWLEDGE, Right.SEE_CONVERSATIONS),
        (Role.MEDEWERKER, Right.ANSWER, Right.MANAGE),
        (Role.BEHEERDER, Right.MANAGE, None),
    ],
)
def test_a_role_grants_its_rights_and_no_more(role: Role, may: Right, may_not: Right | None):
    assert may in role.rights
    assert may_not is None or may_not not in role.rights


def test_the_first_manager_is_made_on_the_command_line(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))
    monkeypatch.setattr("sys.stdin", io.StringIO("een lang wachtwoord\n"))
    assert main(["user", "add", "anna", "--name", "Anna V.", "--role", "beheerder"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "login": "anna",
        "name": "Anna V.",
        "role": "beheerder",
        "disabled": False,
    }
    assert main(["user", "disable", "anna"]) == 1
    assert "enige beheerder" in capsys.readouterr().err


def test_an_account_is_linked_and_unlinked_on_the_command_line(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))
    assert main(["user", "add", "bea", "--subject", "sub-bea"]) == 1
    assert "WEGWIJS_OIDC_ISSUER" in capsys.readouterr().err
    issuer = "https://aanmelden.stad.example"
    for name, value in (
        ("ISSUER", issuer),
        ("CLIENT_ID", "wegwijs"),
        ("REDIRECT_URI", "https://wegwijs.stad.example/console/oidc/callback"),
    ):
        monkeypatch.setenv(f"WEGWIJS_OIDC_{name}", value)
    assert main(["user", "add", "bea", "--email", "Bea@stad.example"]) == 0
    assert main(["user", "link", "bea", "--subject", "sub-bea"]) == 0
    with Session(database.engine) as session:
        linked = linking.by_subject(session, issuer, "sub-bea")
        assert linked is not None
        assert (linked.login, linked.password) == ("bea", None)
    assert main(["user", "unlink", "bea"]) == 0
    with Session(database.engine) as session:
        assert linking.by_subject(session, issuer, "sub-bea") is None
