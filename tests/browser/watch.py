"""Sees everything on a page that should not happen: errors, failed requests, requests to strangers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

OWN_NAMES = ("localhost", "127.0.0.1")


class Watch:
    """Collects the faults of one page."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self._faults: list[str] = []
        self._provoked: list[str] = []
        self._hosts: set[str] = set()
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def allow(self, port: int, *names: str) -> None:
        """Say that a server of the test is no stranger."""
        self._hosts |= {f"{name}:{port}" for name in names or OWN_NAMES}

    def provoke(self, pattern: str) -> None:
        """Say that the test itself causes faults that match."""
        self._provoked.append(pattern)

    @property
    def faults(self) -> list[str]:
        """Everything that went wrong without being provoked."""
        return [
            fault
            for fault in self._faults
            if not any(re.search(pattern, fault) for pattern in self._provoked)
        ]

    @property
    def strangers(self) -> set[str]:
        """Hosts that were asked something and are not the test's own."""
        asked = {urlsplit(url) for url in self.requests}
        return {url.netloc for url in asked if url.scheme not in ("data", "blob")} - self._hosts

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _error(self, error: Error) -> None:
        self._faults.append(f"uncaught: {error}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if self.strangers:
            self._faults.append(f"to a stranger: {request.url}")

    def _failed(self, request: Request) -> None:
        # An event stream has no other end than that the panel leaves it; who leaves a page leaves its files; and who
        # opens the chat need not be asked whether there is one.
        if request.failure == "net::ERR_ABORTED" and re.search(
            r"/events($|\?poll=)|/static/|/peek(\?|\.js$)", request.url
        ):
            return
        self._faults.append(f"failed: {request.method} {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._faults.append(f"status {response.status}: {response.url}")
