"""Somebody of the helpdesk at the console of a real server."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.database.connection import Database
from bot.staff import accounts
from bot.staff.passwords import hashed
from bot.staff.roles import Role
from tests.common.server import Server

PASSWORD = "een lang genoeg wachtwoord"


@dataclass
class Colleague:
    """A browser in which an administrator is logged in."""

    server: Server
    cookie: str = ""

    @classmethod
    def at(cls, server: Server, *, login: str = "beheer") -> Colleague:
        """Make the account, and log in."""
        database = Database(server.database_url)
        database.run(
            lambda session: accounts.create(
                session, login=login, name="Beheer", role=Role.BEHEERDER, password=hashed(PASSWORD)
            )
        )
        database.close()
        entered = cls(server)
        status, _ = entered.post("/aanmelden", login=login, password=PASSWORD)
        assert status == 303
        return entered

    def get(self, path: str) -> tuple[int, str]:
        """Open a page; gives status and HTML."""
        return self._ask("GET", path, None)

    def post(self, path: str, **form: str) -> tuple[int, str]:
        """Send a form; what comes behind it is not followed."""
        return self._ask("POST", path, urlencode(form))

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        headers = {"Sec-Fetch-Site": "same-origin", "Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, f"/console{path}", body, headers)
        answer = connection.getresponse()
        content = answer.read().decode()
        set_cookie = answer.getheader("Set-Cookie")
        connection.close()
        if set_cookie:
            self.cookie = set_cookie.partition(";")[0]
        return answer.status, content
