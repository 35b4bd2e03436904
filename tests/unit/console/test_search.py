"""Finding conversations by what was registered."""

from __future__ import annotations

import pytest

from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk


@pytest.mark.parametrize(
    "query",
    [
        "toestand=waiting",
        "onderwerp=ocad&kanaal=widget",
        "gemeente=Gent&van=2020-01-01&tot=2999-01-01",
        "afloop=medewerker&doelgroep=onbekend",
    ],
)
async def test_a_conversation_is_found_by_its_facts(anna: Desk, waiting: Talk, query: str):
    assert f"/console/gesprek/{waiting.id}" in (await anna.get(f"/zoeken?{query}"))[1]
    assert anna.audited() == [("gezocht", "gesprekken", True)]


@pytest.mark.parametrize(
    "query",
    ["toestand=closed", "onderwerp=livc", "gemeente=Aalst", "afloop=beantwoord", "tot=2020-01-01"],
)
async def test_what_does_not_fit_is_not_found(anna: Desk, waiting: Talk, query: str):
    html = (await anna.get(f"/zoeken?{query}"))[1]
    assert "Geen gesprek past hierbij." in html
    assert waiting.id not in html


@pytest.mark.parametrize("query", ["gemeente=Atlantis", "van=gisteren", "doelgroep=iedereen"])
async def test_a_fact_that_cannot_be_is_explained(anna: Desk, waiting: Talk, query: str):
    status, html = await anna.get(f"/zoeken?{query}")
    assert status == 400
    assert 'role="alert"' in html


async def test_an_empty_form_searches_nothing(anna: Desk, waiting: Talk):
    assert waiting.id not in (await anna.get("/zoeken"))[1]
    assert anna.audited() == []
