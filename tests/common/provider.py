"""A real OpenID Connect provider (npm's oidc-provider) in a process of its own, and a browser that logs in there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import aiohttp

from bot.openid.settings import CALLBACK
from bot.settings import PROJECT
from tests.common.server import free_port

FOLDER = PROJECT / "tests" / "provider"
REDIRECT = f"http://127.0.0.1:8080{CALLBACK}"
SECRET = "geheim: met/tekens +%"


@dataclass
class RealProvider:
    """Starts and stops one provider; it gets new keys at each start."""

    people: dict[str, dict[str, Any]]
    redirect: str = REDIRECT
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[str] | None = None

    @property
    def issuer(self) -> str:
        """Its name."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which Wegwijs uses it."""
        return {
            "WEGWIJS_OIDC_ISSUER": self.issuer,
            "WEGWIJS_OIDC_CLIENT_ID": "wegwijs",
            "WEGWIJS_OIDC_CLIENT_SECRET": SECRET,
            "WEGWIJS_OIDC_REDIRECT_URI": self.redirect,
            "WEGWIJS_OIDC_NAME": "de Stad",
        }

    def start(self) -> None:
        """Start it and wait until it listens."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        node = shutil.which("node", path=path)
        assert node, "Node.js is missing: make test installs it"
        assert (FOLDER / "node_modules").is_dir(), "make test installs tests/provider"
        told = {
            "issuer": self.issuer,
            "port": self.port,
            "people": self.people,
            "client": {
                "client_id": "wegwijs",
                "client_secret": SECRET,
                "redirect_uris": [self.redirect],
                "response_types": ["code"],
                "grant_types": ["authorization_code"],
            },
        }
        self._process = subprocess.Popen(
            [node, "provider.mjs", json.dumps(told)],
            cwd=FOLDER,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == "listening"

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


async def log_in_there(address: str, person: str) -> str:
    """Do what a person does at the provider; gives the address it sends the browser back to."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as browser:
        form: dict[str, str] | None = None
        for _ in range(12):
            method = "GET" if form is None else "POST"
            async with browser.request(
                method, address, data=form, allow_redirects=False
            ) as response:
                html = await response.text()
                if response.status in (302, 303):
                    address, form = urljoin(address, response.headers["Location"]), None
                    if address.startswith(REDIRECT):
                        return address
                    continue
                prompt = re.search(r'name="prompt" value="(\w+)"', html)
                action = re.search(r'<form[^>]* action="([^"]+)"', html)
                assert prompt, html
                assert action, html
                address = urljoin(address, action[1])
                form = {"prompt": prompt[1], "login": person, "password": "x"}
    raise AssertionError("the provider never sent the browser back")
