"""`wegwijs report`, through main(), on a database of its own."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from bot.cli import main
from bot.database.connection import Database
from bot.knowledge.catalogue import Audience
from bot.registration.models import Channel
from tests.common.databases import lay_down
from tests.common.registration import NOON, add_contact


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = lay_down(tmp_path / "wegwijs.sqlite")
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", url)
    return url


@pytest.fixture
def filled(url: str) -> None:
    database = Database(url)
    at = NOON.replace(year=2024, month=3)
    database.run(
        lambda session: add_contact(
            session, at=at, channel=Channel.EMAIL, audience=Audience.GEMEENTE, questions=["ocad"]
        )
    )
    database.close()


@pytest.mark.usefixtures("filled")
def test_the_report_is_json_on_standard_output(capsys: pytest.CaptureFixture[str]):
    assert main(["report", "--month", "2024-03"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["period"] == {"from": "2024-03-01", "to": "2024-03-31"}
    assert made["totals"] == {"contacts": 1, "questions": 1, "referred": 0}
    assert made["tables"]["topics"] == [
        {"id": "ocad", "label": "OCAD", "count": 1, "base": 1, "share": 1.0}
    ]


@pytest.mark.usefixtures("filled")
def test_the_report_is_a_page_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "maart.html"
    assert main(["report", "--month", "2024-03", "--format", "html", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert "<title>Maandverslag helpdesk radicalisering – maart 2024</title>" in out.read_text(
        encoding="utf-8"
    )


@pytest.mark.usefixtures("url")
def test_a_new_database_is_made_and_reported_as_empty(capsys: pytest.CaptureFixture[str]):
    assert main(["report", "--month", "2024-03"]) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["contacts"] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--month", "maart"], "'maart' is geen maand: schrijf JJJJ-MM"),
        (["--month", "9999-01"], "januari 9999 ligt in de toekomst"),
        (["--month", "2024-03", "--format", "docx"], "docx"),
        ([], "--month"),
    ],
)
@pytest.mark.usefixtures("url")
def test_wrong_use_is_told_and_ends_with_two(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as stopped:
        main(["report", *arguments])
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("url")
def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert (
        main(["report", "--month", "2024-03", "--out", str(tmp_path / "nergens" / "f.json")]) == 1
    )
    assert "wegwijs report: kan " in capsys.readouterr().err


def test_a_database_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "wegwijs.sqlite").write_bytes(
        b"this is no database, it only has the name of one" * 50
    )
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", f"sqlite:///{tmp_path / 'wegwijs.sqlite'}")
    assert main(["report", "--month", "2024-03"]) == 1
    assert "De databank kan niet geopend worden" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_the_report_is_a_workbook_in_a_file(tmp_path: Path):
    out = tmp_path / "maart.xlsx"
    assert main(["report", "--month", "2024-03", "--format", "xlsx", "--out", str(out)]) == 0
    assert openpyxl.load_workbook(out)["Onderwerp"]["A6"].value == "OCAD"


@pytest.mark.usefixtures("filled")
def test_the_report_is_a_flat_file_on_standard_output(capfdbinary: pytest.CaptureFixture[bytes]):
    assert main(["report", "--month", "2024-03", "--format", "csv"]) == 0
    assert b"2024-03-01,2024-03-31,topics,ocad,OCAD,1,1,1.0\r\n" in capfdbinary.readouterr().out


@pytest.mark.usefixtures("filled")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_report_is_a_pdf_that_can_be_read(tmp_path: Path):
    out = tmp_path / "maart.pdf"
    assert main(["report", "--month", "2024-03", "--format", "pdf", "--out", str(out)]) == 0
    read = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    assert "Maandverslag helpdesk radicalisering – maart 2024" in read
    assert "OCAD" in read
