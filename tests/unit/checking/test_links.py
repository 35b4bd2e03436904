"""Links: where they stand, their form, and where they lead, over a real server on this machine."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.checking.links import Place, all_links
from bot.checking.online import State, follow
from bot.checking.project import Project
from bot.cli import main

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"
UNIA = "knowledge/contacts/unia.yml"
DOMAIN = "domain.yml"
LAW = "https://www.ejustice.just.fgov.be/eli/wet/2018/07/30/2018031809/justel"
PAGE = "https://www.voorbeeld.be/pagina"

FORMS = [
    # in the article instead of PAGE, says
    ("http://www.voorbeeld.be/pagina", "begint niet met https://"),
    ("https://localhost/pagina", "geen gewone naam"),
    ("https://www.Voorbeeld.be/pagina", "kleine letters"),
    (f"{PAGE}?utm_source=nieuwsbrief&id=3", f"gebruik {PAGE}?id=3"),
    (f"{PAGE}?fbclid=x1", f"gebruik {PAGE}"),
]


def show(*arguments: str, project: Planted) -> int:
    """Run `wegwijs check --links` on a project."""
    return main(["check", "--project", str(project.root), "--links", *arguments])


def test_every_link_is_listed_with_all_its_places(project: Planted) -> None:
    links = all_links(Project(project.root))
    assert Place(LIVC, project.line(LIVC, LAW)) in links[LAW]
    own = [place.line for place in links["https://www.unia.be"] if place.path == UNIA]
    assert own == [4, 12]


def test_links_in_the_text_and_in_fixed_answers_count(project: Planted) -> None:
    project.change(LIVC, "Een lokaal overleg over", f"Lees [dit]({PAGE}). Een overleg over")
    project.change(DOMAIN, "Tot ziens. U kunt", f"Tot ziens. Lees [dit]({PAGE}). U kunt")
    places = all_links(Project(project.root))[PAGE]
    assert [one.path for one in places] == [DOMAIN, LIVC]


def test_links_in_order_are_a_list_and_no_problem(
    project: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(project=project) == 0
    out, err = capsys.readouterr()
    assert f"{LAW}\n" in out
    assert f"    {LIVC}:{project.line(LIVC, LAW)}\n" in out
    assert err == ""


@pytest.mark.parametrize(("url", "says"), FORMS)
def test_the_form_of_a_link(
    project: Planted, capsys: pytest.CaptureFixture[str], url: str, says: str
) -> None:
    project.change(LIVC, f"url: {LAW}", f"url: {url}")
    assert show(project=project) == 1
    err = capsys.readouterr().err
    assert f"{LIVC}:{project.line(LIVC, url)}: de link '{url}'" in err
    assert says in err


@pytest.mark.parametrize("url", ["https://unia.be", "https://www.unia.be/"])
def test_the_same_page_is_spelled_the_same_everywhere(
    project: Planted, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    project.change(LIVC, f"url: {LAW}", f"url: {url}")
    assert show(project=project) == 1
    assert f"'{url}' staat elders als 'https://www.unia.be'" in capsys.readouterr().err


def test_the_list_is_also_json(project: Planted, capsys: pytest.CaptureFixture[str]) -> None:
    project.change(LIVC, f"url: {LAW}", "url: https://unia.be")
    assert show("--format", "json", project=project) == 1
    made = json.loads(capsys.readouterr().out)
    line = project.line(LIVC, "url: https://unia.be")
    row = next(one for one in made["links"] if one["url"] == "https://unia.be")
    assert row == {"url": "https://unia.be", "places": [{"path": LIVC, "line": line}]}
    assert [(one["path"], one["line"]) for one in made["problems"]] == [(LIVC, line)]


@pytest.mark.parametrize(
    "arguments", [("--online",), ("--on", "2026-11-23"), ("--links", "--stale")]
)
def test_arguments_that_do_not_go_together_are_wrong_use(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", *arguments])
    assert stopped.value.code == 2


class Site:
    """A site on this machine that answers in every way, and remembers how it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.busy = self.most = 0
        self.hold = asyncio.Event()

    def app(self) -> web.Application:
        """Its pages."""
        made = web.Application()
        made.router.add_route("*", "/{page}", self.answer)
        return made

    async def answer(self, request: web.Request) -> web.Response:
        """Answer as the name of the page says."""
        page = request.match_info["page"]
        self.asked.append(f"{request.method} {page}")
        self.busy += 1
        self.most = max(self.most, self.busy)
        try:
            if page == "traag":
                await self.hold.wait()
            if page == "verhuisd":
                raise web.HTTPMovedPermanently("/goed")
            if page == "kring":
                raise web.HTTPFound("/kring")
            if page == "alleen-get" and request.method == "HEAD":
                return web.Response(status=405)
            return web.Response(status={"weg": 404, "verboden": 403, "storing": 500}.get(page, 200))
        finally:
            self.busy -= 1


@pytest.fixture
async def site(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Site, str]]:
    """The site and its address."""
    monkeypatch.setenv("NO_PROXY", "*")
    made = Site()
    async with TestServer(made.app()) as server:
        yield made, str(server.make_url("/"))
        made.hold.set()


async def followed(urls: list[str], seconds: float = 5) -> dict[str, State]:
    """Where the links lead; in a thread, because the command has a loop of its own."""
    found = await asyncio.to_thread(follow, urls, progress=lambda done, of: None, seconds=seconds)
    return {url.rsplit("/", 1)[-1]: one.state for url, one in found.items()}


async def test_what_a_site_answers_decides(site: tuple[Site, str]) -> None:
    pages = ["goed", "weg", "alleen-get", "verhuisd", "verboden", "storing", "kring"]
    assert await followed([f"{site[1]}{page}" for page in pages]) == {
        "goed": State.OK,
        "weg": State.BROKEN,
        "alleen-get": State.OK,
        "verhuisd": State.MOVED,
        "verboden": State.UNCLEAR,
        "storing": State.UNCLEAR,
        "kring": State.BROKEN,
    }


async def test_get_is_only_asked_when_head_tells_nothing(site: tuple[Site, str]) -> None:
    await followed([f"{site[1]}goed", f"{site[1]}weg"])
    assert sorted(site[0].asked) == ["GET weg", "HEAD goed", "HEAD weg"]


async def test_a_site_that_is_slow_is_doubtful_and_never_more_than_four_are_asked_at_once(
    site: tuple[Site, str],
) -> None:
    urls = [f"{site[1]}goed", *(f"{site[1]}traag?{one}" for one in range(6))]
    states = await followed(urls, seconds=0.5)
    assert states.pop("goed") is State.OK
    assert set(states.values()) == {State.UNCLEAR}
    assert site[0].most == 4


async def test_a_name_that_does_not_exist_is_broken_when_others_answer(
    site: tuple[Site, str],
) -> None:
    states = await followed([f"{site[1]}goed", "https://bestaat-niet.invalid/weg"])
    assert states == {"goed": State.OK, "weg": State.BROKEN}


async def test_a_machine_that_refuses_is_doubtful() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert await followed([f"http://127.0.0.1:{port}/dicht"]) == {"dicht": State.UNCLEAR}


def test_without_a_network_nothing_is_called_broken() -> None:
    told: list[tuple[int, int]] = []
    urls = ["https://een.invalid", "https://twee.invalid"]
    found = follow(urls, progress=lambda done, of: told.append((done, of)))
    assert {one.state for one in found.values()} == {State.OFFLINE}
    assert told == [(1, 2), (2, 2)]


def test_being_offline_is_said_in_dutch_and_is_no_failure(
    project: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (
        *project.root.glob("knowledge/answers/*"),
        *project.root.glob("knowledge/contacts/*"),
    ):
        text = path.read_text(encoding="utf-8").replace("https://", "https://x.invalid/")
        path.write_text(text, encoding="utf-8")
    assert show("--online", project=project) == 0
    out, err = capsys.readouterr()
    assert "Geen verbinding met het internet" in out
    assert "Links gevolgd: " in err


@pytest.mark.parametrize("asked", ["--links", "--stale"])
def test_an_empty_folder_is_no_project_in_order(
    asked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(tmp_path), asked]) == 1
    assert "hier staat geen enkel artikel" in capsys.readouterr().err
