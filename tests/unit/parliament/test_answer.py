"""The answer for a made month: its contract, its words, its papers."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from docx import Document
from sqlalchemy.orm import Session

from bot.errors import InvalidInput
from bot.knowledge.library import Library, load_library
from bot.knowledge.municipalities import plain_name
from bot.parliament.answer import Answer, as_data, build
from bot.parliament.docx import as_docx
from bot.parliament.html import render
from bot.parliament.listing import every_municipality, list_of, read_list
from bot.parliament.paper import write
from bot.settings import PROJECT
from bot.statistics.closing import close_month
from bot.statistics.pdf import as_pdf
from bot.statistics.periods import Month, Period
from tests.common import made_month
from tests.common.registration import add_contact, add_question
from tests.unit.statistics.conftest import session  # noqa: F401

IDS = ["1a", "1b", "1c", "1d", "2a", "2b", "2c", "2d", "2e"]
LIBRARY = load_library(PROJECT / "knowledge")


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def made() -> Answer:
    return made_month.answered(LIBRARY)


def test_each_question_has_text_tables_and_measures_with_a_definition(made, library):
    data = as_data(made, library)
    assert [key for key in data if key in IDS] == IDS
    assert data["period"] == {"from": "2026-09-01", "to": "2026-09-30"}
    for key in IDS:
        part = data[key]
        assert part["text"]
        assert set(part["tables"]) <= set(part["measures"]) <= set(data["definitions"])
        for rows in part["tables"].values():
            for row in rows:
                assert row.keys() == {"id", "label", "count", "base", "share"}
                assert row["share"] == (
                    round(row["count"] / row["base"], 4) if row["base"] else None
                )


def test_what_came_after_the_closing_of_a_month_is_said(session: Session, library: Library):  # noqa: F811
    at = datetime(2026, 9, 10, 11, tzinfo=UTC)
    now = datetime(2026, 11, 1, tzinfo=UTC)
    september, listed = Month(2026, 9), every_municipality(library)
    for _ in range(3):
        add_contact(session, at=at)
    close_month(session, library, september, now=now)
    before = build(session, library, september.period, listed, made_at=now)
    assert as_data(before, library)["since_closing"] == []
    for _ in range(2):
        add_contact(session, at=at)
    answer = build(session, library, september.period, listed, made_at=now)
    said = (
        "Sinds de afsluiting van september 2026 kwamen er 2 contacten bij; "
        "het maandverslag telt die niet."
    )
    [since] = as_data(answer, library)["since_closing"]
    assert since == {"month": "2026-09", "contacts": 2, "text": said}
    assert said in render(write(answer, library))
    other_days = Period(date(2026, 9, 11), date(2026, 9, 30))
    assert build(session, library, other_days, listed, made_at=now).since == ()


def test_the_words_say_what_was_counted(made, library):
    data = as_data(made, library)
    assert "werd de helpdesk 8 keer gecontacteerd, met 8 vragen" in data["1a"]["text"]
    assert "4 contacten van de 8 (50,0 %) kwamen van een gemeente of stad" in data["1b"]["text"]
    assert "4 van de 8 vragen (50,0 %) werden doorverwezen" in data["1d"]["text"]
    assert "3 keer gevraagd, door 3 verschillende gemeenten" in data["2a"]["text"]
    assert "Infomoment op 22 september 2026: 9 deelnemers uit 3 gemeenten" in data["2a"]["text"]
    assert "2 bezocht (33,3 %)" in data["2d"]["text"]
    assert [(one["name"], one["state"]) for one in data["2d"]["municipalities"]] == [
        ("Antwerpen", "gepland"),
        ("Gent", "bezocht"),
        ("Mechelen", "nog_niet"),
        ("Vilvoorde", "bezocht"),
        ("Brugge", "gecontacteerd"),
        (library.municipalities["73001"].name, "niets_geregistreerd"),
    ]


def test_a_former_municipality_counts_as_what_it_merged_into_and_that_is_said(
    session: Session,  # noqa: F811
    tmp_path: Path,
    library,
):
    path = tmp_path / "lijst.csv"
    path.write_text("Merelbeke\nMelle\nGent\nGent\n", encoding="utf-8")
    listed = read_list(path, library)
    assert (listed.nis, listed.repeated) == (("44088", "44021"), 1)
    made = build(
        session, library, Month(2026, 2).period, listed, made_at=datetime(2026, 3, 1, tzinfo=UTC)
    )
    text = as_data(made, library)["2d"]["text"]
    assert "Merelbeke hoort sinds de fusie bij Merelbeke-Melle." in text
    assert "Melle hoort sinds de fusie bij Merelbeke-Melle." in text
    assert "geen gemeente" not in text


def test_what_is_yet_to_come_is_not_told_as_a_fact(session: Session, library):  # noqa: F811
    until_2027 = Period(date(2026, 1, 1), date(2027, 12, 31))
    listed = every_municipality(library)
    now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    data = as_data(build(session, library, until_2027, listed, made_at=now), library)
    assert "waren er tot nu toe (26 november 2026) 0 bezocht" in data["2d"]["text"]
    assert "Van 1 januari 2026 tot nu toe (26 november 2026) is geen" in data["1a"]["text"]
    assert "vonden tot nu toe 0 plaatsbezoeken plaats" in data["2a"]["text"]
    on_the_day = datetime(2027, 12, 31, 9, tzinfo=UTC)
    data = as_data(build(session, library, until_2027, listed, made_at=on_the_day), library)
    assert "waren er op 31 december 2027 0 bezocht" in data["2d"]["text"]


def test_what_is_not_registered_is_said(made, library):
    data = as_data(made, library)
    assert "langs telefoon en overleg staat er niets genoteerd" in data["1a"]["text"]
    assert "bij 1 contact (12,5 %) is niet bekend wie het was" in data["1b"]["text"]
    assert (
        "Werkgroep op 29 september 2026: het aantal deelnemers is niet geregistreerd"
        in (data["2a"]["text"])
    )
    assert "wie zich mocht inschrijven voor 1 van de 2 evenementen" in data["2e"]["text"]
    assert "voor 1 gemeente staat er niets genoteerd" in data["2d"]["text"]
    assert "regel 4: Nergenshuizen" in data["2d"]["text"]
    assert data["2d"]["unknown"] == ["regel 4: Nergenshuizen"]


def test_an_empty_period_fills_nothing_in(session: Session, library):  # noqa: F811
    made = build(
        session,
        library,
        Month(2026, 2).period,
        every_municipality(library),
        made_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    data = as_data(made, library)
    assert "geen enkel contact geregistreerd" in data["1a"]["text"]
    assert "er is nog nooit een contact geregistreerd" in data["1a"]["text"]
    assert data["1d"]["text"].startswith("Er zijn geen vragen geregistreerd")
    assert not any(" de 0 " in data[one]["text"] for one in IDS)
    assert data["2d"]["municipalities"] == []
    assert "Niets om te tellen" in render(write(made, library))


def test_the_sample_of_35_is_answered_as_in_parliament(session: Session, library):  # noqa: F811
    items = yaml.safe_load(
        (PROJECT / "tests/conversations/steekproef.yml").read_text(encoding="utf-8")
    )
    for item in items:
        contact = add_contact(session)
        add_question(
            session,
            contact,
            item["topic"],
            refer_to=item["refer_to"],
            contacts=library.contacts,
        )
    made = build(
        session,
        library,
        Month(2026, 11).period,
        every_municipality(library),
        made_at=datetime(2026, 12, 1, tzinfo=UTC),
    )
    data = as_data(made, library)
    samples = {row["id"]: (row["count"], row["base"]) for row in data["1c"]["tables"]["samples"]}
    assert samples == {one.id: (one.count, 35) for one in library.catalogue.samples.values()}
    assert "7 van de 35 vragen (20,0 %) werden doorverwezen" in data["1d"]["text"]
    [yes] = [row for row in data["1d"]["tables"]["referred_or_not"] if row["id"] == "ja"]
    assert (yes["count"], yes["share"]) == (7, 0.2)
    groups = {r["id"]: r["count"] for r in data["1d"]["tables"]["referral_groups"] if r["count"]}
    assert groups == {"intern_vvsg": 3, "abb": 3, "onderwijs": 1}


def test_the_example_in_the_documentation_is_what_wegwijs_makes(library):
    again = "python -m tests.common.made_month schrijft het opnieuw"
    assert made_month.PAGE.read_text(encoding="utf-8") == made_month.page(library), again
    assert made_month.TEXT.read_text(encoding="utf-8") == made_month.text(library), again


def test_page_and_document_hold_every_question_sentence_and_figure(made, library):
    paper = write(made, library)
    html, word = render(paper), Document(io.BytesIO(as_docx(paper)))
    text = "\n".join(one.text for one in word.paragraphs)
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    for part in paper.parts:
        assert part.question in text
        assert all(one in text for one in (*part.said, *part.missing))
        assert all(f"{one.label}: {one.value}. " in text for one in part.figures)
        for table in part.tables:
            assert f"<code>{table.id}</code>" in html
            assert table.meaning in text
            assert {cell for row in table.rows for cell in row} <= cells
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_labels_are_escaped_on_the_page(made, library):
    paper = write(made, library)
    part = replace(paper.parts[0], said=("<b>x</b>",))
    assert "&lt;b&gt;x" in render(replace(paper, parts=(part,)))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_pdf_is_one(made, library):
    assert as_pdf(render(write(made, library))).startswith(b"%PDF-")


def test_a_running_period_is_preliminary(made):
    assert not made.preliminary
    assert replace(made, made_at=datetime(2026, 9, 30, 21, 59, tzinfo=UTC)).preliminary


@pytest.mark.parametrize(
    ("text", "nis", "unknown"),
    [
        (b"nis\n44021\n11002\n44021\n", ("44021", "11002"), ()),
        (b"naam;aantal\nSint-Niklaas;3\nst niklaas;1\n", ("46021",), ()),
        (b"Gemeente,NIS\r\nGent,44021\r\nAtlantis,1\r\n", ("44021",), ("regel 3: Atlantis",)),
        (b"Merelbeke\nmelle\nMerelbeke-Melle\n", ("44088",), ()),
        (b"44012\nNazareth;44048\n73083\n", ("44086", "73111"), ()),
        (b"44011;Deinze\n", ("44083",), ()),
        (
            b"Gent\n44999\n",
            ("44021",),
            ("regel 2: 44999 (geen NIS-code van nu of van voor een fusie)",),
        ),
        ("\ufeffBrugge\n\nXyz\n".encode(), ("31005",), ("regel 3: Xyz",)),
    ],
)
def test_a_list_is_read_by_code_or_name(tmp_path: Path, library, text, nis, unknown):
    path = tmp_path / "lijst.csv"
    path.write_bytes(text)
    read = read_list(path, library)
    assert (read.nis, read.unknown) == (nis, unknown)


def test_an_old_code_is_said_to_belong_to_what_it_merged_into(library):
    read = list_of(b"44012\n11002\n", library, source="De lijst")
    assert read.merged == ("De Pinte (44012) hoort sinds de fusie bij Nazareth-De Pinte",)


def test_every_old_code_is_of_a_municipality_of_now_and_none_of_before(library):
    assert {one.now for one in library.former_codes.values()} <= library.municipalities.keys()
    assert not library.former_codes.keys() & library.municipalities.keys()
    by_name = library.former_municipalities
    for one in library.former_codes.values():
        assert by_name.get(plain_name(one.name), one.now) == one.now


def test_a_list_without_any_municipality_says_which_lines_it_has(library):
    with pytest.raises(InvalidInput, match=r"regel 1: niets; regel 3: Atlantis"):
        list_of(b"niets\n\nAtlantis\n", library, source="De lijst")


@pytest.mark.parametrize(
    "raw", [b"", b"\0\0", b"x" * 1_000_001, b"x" * 200_000, b"niets\nAtlantis\n"]
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, library, raw: bytes):
    path = tmp_path / "lijst.csv"
    path.write_bytes(raw)
    with pytest.raises(InvalidInput):
        read_list(path, library)
