"""Web sites of municipalities, of another origin than the chat: whatever page a test puts there, with any headers."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.common.server import Server

ADDRESS = "127.0.0.2"
TEXT = "<h1>Gemeente Voorbeeldegem</h1>" + "<p>Nieuws van de gemeente.</p>" * 12


@dataclass
class HostSite:
    """Pages by path; each is HTML with a content security policy, if any."""

    port: int
    pages: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """Where it is."""
        return f"http://{ADDRESS}:{self.port}"

    def put(self, path: str, body: str, *, policy: str | None = None, head: str = "") -> str:
        """Add a page; gives its address."""
        html = (
            "<!doctype html><html lang=nl><meta charset=utf-8><link rel=icon href=data:,>"
            f"<meta name=viewport content='width=device-width'><title>Gemeente</title>{head}<body>{body}"
        )
        self.pages[path] = html, policy
        return f"{self.origin}{path}"


@contextmanager
def serve_host() -> Iterator[HostSite]:
    """A web site that runs until the end of the block."""

    class Page(BaseHTTPRequestHandler):
        """One request."""

        def do_GET(self) -> None:
            found = site.pages.get(self.path.partition("?")[0])
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if found and found[1]:
                self.send_header("Content-Security-Policy", found[1])
            self.end_headers()
            self.wfile.write((found[0] if found else "").encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer((ADDRESS, 0), Page) as serving:
        site = HostSite(serving.server_port)
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield site
        serving.shutdown()


def choose(server: Server, act: str, site: str, *options: str) -> None:
    """Run `wegwijs site`."""
    subprocess.run(
        [sys.executable, "-m", "bot.cli", "site", act, site, *options],
        env=server.environment,
        check=True,
    )
