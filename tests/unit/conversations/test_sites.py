"""Which sites may embed the widget."""

from __future__ import annotations

import pytest

from bot.conversations.models import Site
from bot.conversations.sites import all_sites, ensure_demo_site, save_site
from bot.database.connection import Database
from bot.errors import InvalidInput


def save(
    database: Database, id: str = "gent", *origins: str, municipality: str | None = None
) -> None:
    given = list(origins) or ["https://stad.gent"]
    database.run(lambda session: save_site(session, id, origins=given, municipality=municipality))


def sites(database: Database) -> list[tuple[str, list[str], str | None]]:
    found: list[Site] = database.run(all_sites)
    return [(one.id, one.origins, one.municipality) for one in found]


def test_sites_are_listed_by_name(database: Database):
    save(database, "gent", "https://stad.gent", municipality="44021")
    save(database, "aalst", "https://www.aalst.be", "https://intranet.aalst.be:8443")
    assert sites(database) == [
        ("aalst", ["https://www.aalst.be", "https://intranet.aalst.be:8443"], None),
        ("gent", ["https://stad.gent"], "44021"),
    ]


def test_saving_a_site_again_changes_it(database: Database):
    save(database, "gent", "https://oud.gent")
    save(database, "gent", "https://stad.gent")
    assert sites(database) == [("gent", ["https://stad.gent"], None)]


@pytest.mark.parametrize(
    "id", ["", "Gent", "gent stad", "-gent", "a" * 41, "gent/..", "gent;", "gent\n"]
)
def test_a_name_that_could_not_work_is_refused(database: Database, id: str):
    with pytest.raises(InvalidInput):
        save(database, id)


@pytest.mark.parametrize(
    "origin", ["http://localhost:*", "http://10.0.0.1:8080", "https://*.gent.be", "https://a"]
)
def test_an_origin_is_an_address_without_a_path(database: Database, origin: str):
    save(database, "gent", origin)
    assert sites(database)[0][1] == [origin]


@pytest.mark.parametrize(
    "origin",
    [
        "stad.gent", "https://", "https://stad.gent/", "https://stad.gent/pad", "ftp://stad.gent", "*", "'none'",
        "https://stad.gent; script-src *", "https://stad.gent https://evil.example", "https://stad.gent\n",
        "javascript:1",
    ],
)  # fmt: skip
def test_an_origin_that_could_not_work_or_could_widen_the_policy_is_refused(
    database: Database, origin: str
):
    with pytest.raises(InvalidInput):
        save(database, "gent", origin)


def test_the_demo_site_is_made_once_and_can_be_changed(database: Database):
    database.run(ensure_demo_site)
    save(database, "demo", "https://demo.example")
    database.run(ensure_demo_site)
    assert sites(database) == [("demo", ["https://demo.example"], None)]
