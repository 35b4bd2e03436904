"""What the editors have to look at again."""

from __future__ import annotations

import json
import re

import pytest

from bot.cli import main

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"
UNIA = "knowledge/contacts/unia.yml"


@pytest.fixture
def dated(project: Planted) -> Planted:
    """A project in which everything is due in 2030, but for one article and one contact."""
    for folder in ("answers", "contacts"):
        for path in project.root.glob(f"knowledge/{folder}/*"):
            text = path.read_text(encoding="utf-8")
            text = re.sub(r"review_by: \S+", "review_by: 2030-01-01", text)
            path.write_text(text, encoding="utf-8")
    project.change(LIVC, "review_by: 2030-01-01", "review_by: 2027-05-23")
    project.change(UNIA, "review_by: 2030-01-01", "review_by: 2027-05-20")
    return project


def stale(project: Planted, on: str, *more: str) -> int:
    """Run `wegwijs check --stale`."""
    return main(["check", "--project", str(project.root), "--stale", "--on", on, *more])


@pytest.mark.parametrize(
    ("on", "code", "contact", "article"),
    [
        ("2027-04-19", 0, None, None),
        ("2027-04-20", 0, "nog 30 dagen", None),
        ("2027-04-23", 0, "nog 27 dagen", "nog 30 dagen"),
        ("2027-05-20", 0, "vandaag", "nog 3 dagen"),
        ("2027-05-21", 1, "1 dag te laat", "nog 2 dagen"),
        ("2027-05-24", 1, "4 dagen te laat", "1 dag te laat"),
    ],
)
def test_from_thirty_days_before_its_date_a_text_is_on_the_list(
    dated: Planted,
    capsys: pytest.CaptureFixture[str],
    on: str,
    code: int,
    contact: str | None,
    article: str | None,
) -> None:
    assert stale(dated, on) == code
    out = capsys.readouterr().out
    shown = re.findall(r"^  \d{4}-\d\d-\d\d  (.*?) \((.*?)\)  (.*)$", out, re.MULTILINE)
    expected = [
        ("Unia", contact, f"{UNIA}:{dated.line(UNIA, 'review_by:')}"),
        ("LIVC R", article, f"{LIVC}:{dated.line(LIVC, 'review_by:')}"),
    ]
    assert shown == [one for one in expected if one[1] is not None]


def test_each_fact_to_verify_is_listed_with_where_to_look(
    dated: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    stale(dated, "2027-01-01")
    out = capsys.readouterr().out
    place = f"{LIVC}:{dated.line(LIVC, '- fact:')}"
    assert "  LIVC R: De actuele versie van het draaiboek LIVC R.\n" in out
    assert f"      kijk op https://www.vvsg.be  ({place})\n" in out


def test_the_list_is_also_json(dated: Planted, capsys: pytest.CaptureFixture[str]) -> None:
    assert stale(dated, "2027-05-21", "--format", "json") == 1
    made = json.loads(capsys.readouterr().out)
    assert made["on"] == "2027-05-21"
    assert [(one["title"], one["days"]) for one in made["past"]] == [("Unia", -1)]
    assert [(one["title"], one["review_by"]) for one in made["soon"]] == [("LIVC R", "2027-05-23")]
    assert "De actuele versie van het draaiboek LIVC R." in [
        one["fact"] for one in made["to_verify"]
    ]


def test_a_file_that_cannot_be_read_is_not_passed_over(
    dated: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    dated.change(LIVC, "---\ntitle", "title")
    assert stale(dated, "2027-01-01") == 1
    assert f"{LIVC}:1: de eerste regel moet --- zijn" in capsys.readouterr().err


def test_a_day_that_does_not_exist_is_wrong_use(
    project: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        stale(project, "23/11/2026")
    assert stopped.value.code == 2
    assert "schrijf JJJJ-MM-DD" in capsys.readouterr().err


def test_sources_that_a_reader_cannot_find_at_once_are_on_the_list(
    dated: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    link = "url: https://www.ejustice.just.fgov.be/eli/wet/2018/07/30/2018031809/justel"
    dated.change(LIVC, link, "url: https://www.ejustice.just.fgov.be/")
    dated.change(LIVC, "    date: 2018-09-14\n", "")
    stale(dated, "2026-11-26", "--format", "json")
    listed = json.loads(capsys.readouterr().out)["vague_sources"]
    mine = [one for one in listed if any(place.startswith(LIVC) for place in one["places"])]
    assert [(one["front_page"], one["undated"]) for one in mine] == [(True, True)]
    stale(dated, "2026-11-26")
    assert "de link is de voorpagina en geen datum" in capsys.readouterr().out
