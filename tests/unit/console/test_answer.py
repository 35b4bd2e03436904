"""The answer to parliament from the console: its form, what is refused and kept, and what leaves as a file."""

from __future__ import annotations

import io

import pytest
from aiohttp import FormData
from aiohttp.test_utils import TestClient
from docx import Document

from bot.errors import ConfigurationError
from bot.gateway.keys import DATABASE
from bot.parliament import forms
from tests.common.registration import add_contact
from tests.unit.console.conftest import Login
from tests.unit.console.desk import Desk

PAGE = "/antwoord"
NOVEMBER = {"van": "2026-11-01", "tot": "2026-11-20"}


@pytest.fixture
async def reader(client: TestClient, login: Login) -> Desk:
    """A colleague who sees figures alone, and one contact to count."""
    await client.app[DATABASE].write(lambda session: add_contact(session, questions=["livc"]))
    return Desk(client, "lezer", await login("lezer"))


async def upload(desk: Desk, raw: bytes, **fields: str) -> tuple[int, str]:
    """Send the form with a file, as a browser does."""
    form = FormData()
    for name, value in (NOVEMBER | {"lijst": "", "vorm": "bekijken"} | fields).items():
        form.add_field(name, value)
    form.add_field("bestand", io.BytesIO(raw), filename="lijst.csv", content_type="text/csv")
    response = await desk.client.post(f"/console{PAGE}", data=form, headers=desk.headers)
    return response.status, await response.text()


async def test_the_figures_lead_to_a_form_about_this_year(reader: Desk):
    assert f'href="/console{PAGE}"' in (await reader.get("/cijfers"))[1]
    status, html = await reader.get(PAGE)
    assert status == 200
    assert 'name="van" type="date" required value="20' in html
    assert "-01-01" in html
    _, html = await reader.get(f"{PAGE}?van=2025-01-01&tot=2025-12-31")
    assert 'value="2025-12-31"' in html


async def test_the_answer_is_looked_at_in_the_browser_and_runs_nothing(reader: Desk):
    response = await reader.client.post(
        f"/console{PAGE}",
        data=NOVEMBER | {"lijst": "Gent\n12025\nMerelbeke", "vorm": "bekijken"},
        headers=reader.headers,
    )
    html = await response.text()
    assert response.status == 200
    assert "werd de helpdesk 1 keer gecontacteerd" in html
    assert "Van de 3 gemeenten op de lijst" in html
    assert "Merelbeke hoort sinds de fusie bij Merelbeke-Melle." in html
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "Content-Disposition" not in response.headers
    assert ("bekeken", "antwoord:2026-11-01_2026-11-20", True) in reader.audited()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("form", "opening"), [("html", b"<!doctype html>"), ("docx", b"PK"), ("pdf", b"%PDF-")]
)
async def test_each_form_leaves_as_a_file_and_that_is_noted(
    reader: Desk, form: str, opening: bytes
):
    response = await reader.client.post(
        f"/console{PAGE}", data=NOVEMBER | {"vorm": form}, headers=reader.headers
    )
    raw = await response.read()
    assert raw.startswith(opening)
    assert response.headers["Content-Type"].startswith(forms.FORMS[form].content_type)
    name = f"antwoord-2026-11-01_2026-11-20.{form}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert ("uitgevoerd", "antwoord:2026-11-01_2026-11-20", True) in reader.audited()
    if form == "docx":
        assert "1d" in "\n".join(one.text for one in Document(io.BytesIO(raw)).paragraphs)


async def test_a_file_goes_before_what_was_typed(reader: Desk):
    status, html = await upload(reader, "Naam;NIS\nGent;44021\n".encode("cp1252"), lijst="Aalst")
    assert status == 200
    assert "Van de 1 gemeente op de lijst" in html
    assert '<th scope="row">Gent</th>' in html


async def test_each_line_that_is_no_municipality_is_told_and_the_file_is_kept(reader: Desk):
    status, html = await upload(reader, b"Gent\nNergenshuizen\n<b>\n")
    assert status == 400
    assert "<li>regel 2: Nergenshuizen</li>" in html
    assert "<li>regel 3: &lt;b&gt;</li>" in html
    assert "Gent\nNergenshuizen\n&lt;b&gt;" in html
    assert 'value="2026-11-20"' in html
    anyway = {"lijst": "Gent\nNergenshuizen", "toch": "on", "vorm": "bekijken"}
    status, html = await reader.post(PAGE, **NOVEMBER, **anyway)
    assert status == 200
    assert "regel 2: Nergenshuizen" in html


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"van": ""}, "Geef de eerste en de laatste dag."),
        ({"van": "gisteren"}, "Geef een dag als jjjj-mm-dd."),
        ({"van": "2026-11-21"}, "De laatste dag ligt vóór de eerste."),
        ({"van": "2090-01-01", "tot": "2090-01-02"}, "Deze periode ligt in de toekomst"),
        ({"tot": "9999-12-31"}, "Deze dag ligt te ver weg."),
        ({"lijst": "Atlantis\nGent,"}, "Atlantis"),
        (
            {"lijst": "Atlantis"},
            "De lijst noemt geen enkele gemeente van het Vlaamse Gewest (regel 1: ",
        ),
        ({"vorm": "exe"}, "Kies een vorm"),
    ],
)
async def test_what_cannot_be_is_told_and_nothing_typed_is_lost(
    reader: Desk, wrong: dict[str, str], told: str
):
    typed = NOVEMBER | {"lijst": "Gent\nBrugge", "vorm": "pdf"} | wrong
    status, html = await reader.post(PAGE, **typed)
    assert status == 400
    assert told in html
    assert f'name="van" type="date" required value="{typed["van"]}"' in html
    assert f'name="tot" type="date" required value="{typed["tot"]}"' in html
    assert f"\n{typed['lijst']}</textarea>" in html
    assert not [one for one in reader.audited() if one[0] == "uitgevoerd"]


@pytest.mark.parametrize("raw", [b"x" * 1_000_001, b"\0\1", b"x" * 3_000_000])
async def test_a_file_that_is_no_list_is_told_and_the_rest_is_kept(reader: Desk, raw: bytes):
    status, html = await upload(reader, raw, lijst="Gent")
    assert status == 400
    assert "Dit bestand is geen CSV-bestand met gemeenten van hoogstens 1 MB." in html
    assert "\nGent</textarea>" in html
    assert 'value="2026-11-20"' in html


async def test_an_empty_file_does_not_stand_for_every_municipality(reader: Desk):
    status, html = await upload(reader, b"\n", lijst="Gent")
    assert status == 400
    assert "Dit bestand is leeg." in html
    assert "\nGent</textarea>" in html


async def test_a_file_beyond_all_measure_is_told(reader: Desk):
    status, html = await upload(reader, b"x" * 11_000_000)
    assert status == 400
    assert "Deze lijst is veel te groot." in html


async def test_what_is_no_form_is_told(reader: Desk):
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    raw = b'--x\r\nContent-Disposition: form-data; name="van"\r\n\r\n\xff\r\n--x--\r\n'
    for body in (raw, b"geen formulier"):
        response = await reader.client.post(
            f"/console{PAGE}", data=body, headers=reader.headers | kind
        )
        assert response.status == 400
        assert "Dit formulier is niet te lezen." in await response.text()


async def test_another_site_gets_no_answer(reader: Desk):
    response = await reader.client.post(
        f"/console{PAGE}",
        data=NOVEMBER | {"vorm": "pdf"},
        headers=reader.headers | {"Sec-Fetch-Site": "cross-site"},
    )
    assert response.status == 403
    assert "gecontacteerd" not in await response.text()


async def test_without_pango_the_form_says_so(reader: Desk, monkeypatch: pytest.MonkeyPatch):
    def fail(page: str) -> bytes:
        raise ConfigurationError("Een PDF maken lukt niet: Pango ontbreekt.")

    monkeypatch.setattr(forms, "as_pdf", fail)
    status, html = await reader.post(PAGE, **NOVEMBER, vorm="pdf", lijst="Gent")
    assert status == 400
    assert "Pango ontbreekt" in html
    assert "\nGent</textarea>" in html
