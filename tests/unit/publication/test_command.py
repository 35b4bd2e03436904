"""`wegwijs publish`, through main(), on a database of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.database.connection import Database
from bot.knowledge.library import load_library
from bot.settings import PROJECT
from tests.common.databases import lay_down
from tests.common.months import make_month


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = lay_down(tmp_path / "wegwijs.sqlite")
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", url)
    monkeypatch.setenv("WEGWIJS_AUDIT_KEY", str(tmp_path / "audit.sleutel"))
    library = load_library(PROJECT / "knowledge")
    database = Database(url)
    database.run(lambda session: make_month(session, library, contacts=40, seed=1))
    database.close()


@pytest.mark.usefixtures("filled")
def test_a_closed_month_becomes_a_folder_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_PUBLISHER", "Vereniging")
    out = tmp_path / "open" / "2024-03"
    assert main(["report", "--month", "2024-03", "--close", "--out", str(tmp_path / "m")]) == 0
    assert main(["publish", "--month", "2024-03", "--out", str(out)]) == 0
    assert {one.name for one in out.iterdir()} == {
        *("cijfers.csv", "cijfers.json", "index.html", "dcat.jsonld")
    }
    dataset = json.loads((out / "dcat.jsonld").read_text(encoding="utf-8"))
    assert dataset["dct:publisher"]["foaf:name"]["@value"] == "Vereniging"
    assert "Gepubliceerd op" in (out / "index.html").read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["audit", "list"]) == 0
    assert "publicatie:2024-03" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
def test_a_second_month_does_not_overwrite_the_first_in_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "open"
    for month in ("2024-03", "2024-04"):
        close = ["report", "--month", month, "--close", "--out", str(tmp_path / month)]
        assert main(close) == 0
    assert main(["publish", "--month", "2024-03", "--out", str(out)]) == 0
    before = {one.name: one.read_bytes() for one in out.iterdir()}
    assert main(["publish", "--month", "2024-04", "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert "staan al de cijfers van 2024-03; kies voor 2024-04 een andere map" in told
    assert {one.name: one.read_bytes() for one in out.iterdir()} == before
    assert main(["publish", "--month", "2024-03", "--out", str(out)]) == 0
    (out / "cijfers.json").write_text("[]", encoding="utf-8")
    assert main(["publish", "--month", "2024-03", "--out", str(out)]) == 1


@pytest.mark.usefixtures("filled")
def test_a_month_that_is_not_closed_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["publish", "--month", "2024-03", "--out", str(tmp_path / "open")]) == 1
    assert "nog niet afgesloten" in capsys.readouterr().err
    assert not (tmp_path / "open").exists()


@pytest.mark.usefixtures("filled")
def test_a_licence_that_is_no_address_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_PUBLISHER_LICENCE", "vrij")
    assert main(["publish", "--month", "2024-03", "--out", str(tmp_path)]) == 1
    assert "WEGWIJS_PUBLISHER_LICENCE" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_a_code_for_a_municipality_is_shown_once_and_can_be_taken_back(
    capsys: pytest.CaptureFixture[str],
):
    assert main(["gemeente", "token", "44021"]) == 0
    code = capsys.readouterr().out.strip()
    assert len(code) == 43
    assert main(["gemeente", "list"]) == 0
    listed = capsys.readouterr().out
    assert "geldig Gent" in listed
    assert code not in listed
    id = listed.split()[0]
    assert main(["gemeente", "revoke", id]) == 0
    assert main(["gemeente", "list"]) == 0
    assert "ingetrokken Gent" in capsys.readouterr().out
    assert main(["audit", "list"]) == 0
    assert f"gemeentecode:{id}" in capsys.readouterr().out
    assert main(["gemeente", "token", "99999"]) == 1
    assert "geen NIS-code" in capsys.readouterr().err
