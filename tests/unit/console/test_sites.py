"""The sites of the console: choosing, refusing, the code to paste."""

from __future__ import annotations

from html import unescape

import pytest

from tests.unit.console.desk import Desk

CHOICES = {
    "adressen": "https://stad.gent\r\nhttps://intranet.gent.be",
    "gemeente": "Gent",
    "titel": "Vraag het Gent",
    "knop": "Hulp nodig?",
    "eigen_kleuren": "ja",
    "kleur": "#FFD23F",
    "tekstkleur": "#1a1a1a",
    "vragen": "Wat is een LIVC R?\r\n\r\nWie helpt met een plan?",
    "paginas": "/veiligheid/*",
    "uren": "maandag 9-12",
}


async def made(bas: Desk) -> None:
    """Register the site "gent"."""
    await bas.post("/sites", id="gent", adressen="https://stad.gent")


async def test_a_site_is_made_and_chosen_for(bas: Desk):
    await made(bas)
    await bas.post("/sites/gent", **CHOICES)
    status, html = await bas.get("/sites/gent")
    assert status == 200
    for shown in (
        "Vraag het Gent",
        'value="#ffd23f"',
        "Wie helpt met een plan?",
        "maandag 09:00-12:00",
    ):
        assert shown in html
    assert 'data-site="gent" defer></script>' in unescape(html)
    assert "Gent" in (await bas.get("/sites"))[1]
    assert ("gewijzigd", "site:gent", True) in bas.audited()


async def test_colours_that_cannot_be_read_are_refused_and_what_was_typed_stays(bas: Desk):
    await made(bas)
    status, html = await bas.post("/sites/gent", **CHOICES | {"tekstkleur": "#ffffff"})
    assert status == 400
    assert "minstens 4,5 op 1 is nodig" in html
    assert "Vraag het Gent" in html
    assert "Vraag het Gent" not in (await bas.get("/sites/gent"))[1]


async def test_own_colours_are_let_go_by_one_tick(bas: Desk):
    await made(bas)
    await bas.post("/sites/gent", **CHOICES)
    await bas.post("/sites/gent", **{n: v for n, v in CHOICES.items() if n != "eigen_kleuren"})
    assert 'value="#0b5a63"' in (await bas.get("/sites/gent"))[1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("adressen", "stad.gent"),
        ("gemeente", "Gotham"),
        ("titel", ""),
        ("uren", "zondag"),
        ("paginas", "x"),
    ],
)
async def test_what_could_not_work_is_refused(bas: Desk, name: str, value: str):
    await made(bas)
    status, html = await bas.post("/sites/gent", **CHOICES | {name: value})
    assert status == 400
    assert 'class="problem"' in html


async def test_a_name_that_is_taken_is_explained(bas: Desk):
    await made(bas)
    status, html = await bas.post("/sites", id="gent", adressen="https://www.gent.be")
    assert (status, "bestaat al" in html) == (409, True)
    assert "https://www.gent.be" in html


async def test_a_removed_site_is_gone(bas: Desk):
    await made(bas)
    await bas.post("/sites/gent/verwijderen")
    assert (await bas.get("/sites/gent"))[0] == 404
    assert (await bas.post("/sites/gent", **CHOICES))[0] == 404
