"""Every response carries the headers of RELIABILITY.md S18, and a panel is framed by its own site only (S9)."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient

from bot.conversations.sites import save_site
from bot.gateway import pages
from bot.gateway.keys import DATABASE
from tests.unit.gateway.conftest import Chat


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A widget that is built: its files are made by `make`, not committed."""
    folder = tmp_path / "dist"
    folder.mkdir()
    for name in ("loader.js", "panel.js", "panel.css", "panel.html"):
        (folder / name).write_text(f"/* {name} */")
    monkeypatch.setattr(pages, "BUILT", folder)
    files = {
        name: (folder if place == pages._FILES["loader.js"][0] else place, kind)
        for name, (place, kind) in pages._FILES.items()
    }
    monkeypatch.setattr(pages, "_FILES", files)


def policy(headers: dict[str, str]) -> dict[str, str]:
    """The directives of a content security policy by name."""
    directives = headers["Content-Security-Policy"].split(";")
    return {name: rest for name, _, rest in (one.strip().partition(" ") for one in directives)}


PAGES = ["/demo", "/panel?site=demo", "/chat/demo"]
OTHERS = [
    "/", "/health", "/api/openapi.json", "/widget/loader.js", "/widget/panel.css",
    "/widget/nowhere.js",
    "/nowhere", "/panel?site=nowhere", "/chat/nowhere", "/widget/site/nowhere.js",
    "/api/conversations", "/api/conversations/x/transcript",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES + OTHERS)
async def test_every_response_carries_the_security_headers(client: TestClient, path: str):
    headers = (await client.get(path, allow_redirects=False)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    expected = {
        "/widget/panel.css": "no-cache",
        "/widget/loader.js": pages.LOADER_CACHE,
    }
    assert headers["Cache-Control"] == expected.get(path, "no-store")
    assert "Access-Control-Allow-Origin" not in headers
    assert "Server" not in headers


@pytest.mark.parametrize("path", OTHERS)
async def test_what_is_no_page_runs_nothing_and_is_framed_nowhere(client: TestClient, path: str):
    found = policy((await client.get(path, allow_redirects=False)).headers)
    assert (found["default-src"], found["frame-ancestors"], found["base-uri"]) == ("'none'",) * 3


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_runs_only_scripts_of_its_own_files(client: TestClient, path: str):
    found = policy((await client.get(path)).headers)
    assert (found["default-src"], found["base-uri"], found["form-action"]) == ("'none'",) * 3
    assert "unsafe" not in found["script-src"]
    assert "*" not in found["script-src"].replace("localhost:*", "").replace("127.0.0.1:*", "")


async def test_the_event_stream_carries_the_security_headers(chat: Chat):
    async with chat.client.get(chat.address("events"), headers=chat.headers) as stream:
        assert stream.content_type == "text/event-stream"
        assert stream.headers["Cache-Control"] == "no-store"
        assert stream.headers["X-Accel-Buffering"] == "no"
        assert policy(stream.headers)["frame-ancestors"] == "'none'"


async def test_a_panel_is_framed_by_its_own_site_only(client: TestClient):
    origins = ["https://www.gent.be", "https://intranet.gent.be"]
    database = client.app[DATABASE]
    await database.write(
        lambda session: save_site(session, "gent", origins=origins, municipality=None)
    )
    await database.write(
        lambda session: save_site(session, "aalst", origins=["https://aalst.be"], municipality=None)
    )
    gent = policy((await client.get("/panel?site=gent")).headers)
    aalst = policy((await client.get("/panel?site=aalst")).headers)
    assert gent["frame-ancestors"] == "https://www.gent.be https://intranet.gent.be"
    assert aalst["frame-ancestors"] == "https://aalst.be"


async def test_a_site_without_origins_is_framed_nowhere(client: TestClient):
    await client.app[DATABASE].write(
        lambda session: save_site(session, "gent", origins=[], municipality=None)
    )
    assert policy((await client.get("/panel?site=gent")).headers)["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    "query", ["", "?site=", "?site=nowhere", "?site=demo%00", "?site=../demo", "?site=%27self%27"]
)
async def test_the_panel_of_an_unknown_site_is_not_found(client: TestClient, query: str):
    response = await client.get(f"/panel{query}")
    assert (response.status, response.content_type) == (404, "application/problem+json")
    assert policy(response.headers)["frame-ancestors"] == "'none'"


async def test_the_loader_may_be_fetched_by_every_site(client: TestClient):
    response = await client.get("/widget/loader.js")
    assert (response.status, response.content_type) == (200, "text/javascript")
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


async def test_a_widget_that_is_not_built_is_explained(client: TestClient, tmp_path: Path):
    (tmp_path / "dist" / "panel.html").unlink()
    response = await client.get("/panel?site=demo")
    assert response.status == 404
    assert "make widget" in (await response.json())["detail"]


async def test_an_encrypted_response_asks_for_encryption_ever_after(
    monkeypatch: pytest.MonkeyPatch,
):
    from aiohttp.test_utils import make_mocked_request
    from aiohttp.web import Response

    from bot.gateway.headers import add_security_headers

    plain, encrypted = Response(), Response()
    await add_security_headers(make_mocked_request("GET", "/"), plain)
    request = make_mocked_request("GET", "/").clone(scheme="https")
    await add_security_headers(request, encrypted)
    assert "Strict-Transport-Security" not in plain.headers
    assert encrypted.headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("name", ["loader.js", "panel.js", "panel.css"])
async def test_a_slow_line_carries_the_files_of_the_widget_compressed(
    client: TestClient, name: str
):
    path = f"/widget/{name}"
    for accepted, sent in (("gzip", "gzip"), ("identity", None)):
        answer = await client.get(path, headers={"Accept-Encoding": accepted})
        assert answer.headers.get("Content-Encoding") == sent
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert await answer.text() == f"/* {name} */"
    known = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": "gzip"}
    assert (await client.get(path, headers=known)).status == 304
