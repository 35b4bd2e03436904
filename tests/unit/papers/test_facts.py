"""The papers follow the configuration, name every table, and state nothing that only a person can know."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.database.tables import METADATA
from bot.papers.facts import gather
from bot.papers.page import write
from bot.papers.tables import KEPT
from bot.settings import Settings
from bot.vault.keyfile import create

AT = datetime(2026, 11, 25, tzinfo=UTC)


def papers(folder: Path, **more: str) -> dict[str, Any]:
    settings = Settings.from_environment({"WEGWIJS_VAR": str(folder), **more})
    return gather(settings, at=AT, measured=folder / "privacy.json")


def test_every_table_of_the_database_is_named(tmp_path: Path):
    assert set(METADATA.tables) - set(KEPT) == set()
    page = write(papers(tmp_path))
    assert [name for name in METADATA.tables if f"| `{name}` |" not in page] == []
    assert [name for name in METADATA.tables if f"**{name}**: `" not in page] == []


def test_the_periods_are_those_of_the_settings(tmp_path: Path):
    page = write(
        papers(
            tmp_path,
            WEGWIJS_KEEP_TEXT_DAYS="11",
            WEGWIJS_KEEP_STAFF_DAYS="22",
            WEGWIJS_KEEP_CONTACT_DAYS="33",
            WEGWIJS_KEEP_AUDIT_DAYS="44",
            WEGWIJS_KEEP_BACKUP_DAYS="5",
        )
    )
    for told in ("11 dagen na", "22 dagen als", "hoogstens 33 dagen", "| 44 dagen |", "na 5 dagen"):
        assert told in page


@pytest.mark.parametrize(
    "label", ["Rechtsgrond", "Verwerkers, hosting, doorgifte buiten de EER", "AI-verordening, art. 50"]
)  # fmt: skip
def test_what_a_person_must_confirm_is_marked_so(tmp_path: Path, label: str):
    [line] = [one for one in write(papers(tmp_path)).splitlines() if f"**{label}**" in one]
    assert line.endswith("**(te controleren)**")


def test_the_keys_are_told_by_id_and_never_shown(tmp_path: Path):
    create(tmp_path / "sleutels.json")
    [stored] = json.loads((tmp_path / "sleutels.json").read_text())["keys"]
    page = write(papers(tmp_path))
    assert f"nieuwste {stored['id']}" in page
    assert stored["key"] not in page
    assert "alleen de eigenaar" in page
    (tmp_path / "sleutels.json").chmod(0o644)
    assert "anderen kunnen het lezen" in write(papers(tmp_path))


def test_a_filter_that_was_not_measured_is_told_so(tmp_path: Path):
    assert "Niet gemeten" in write(papers(tmp_path))


def test_what_was_measured_is_told_with_its_numbers(tmp_path: Path):
    counts = {"present": 40, "masked": 39, "marked": 50, "wrong": 5}
    measured = {
        "measured_on": "2026-11-25",
        "files": ["een.jsonl"],
        "messages": 70,
        "kinds": {"naam": counts},
    }
    (tmp_path / "privacy.json").write_text(json.dumps(measured))
    page = write(papers(tmp_path))
    assert "| naam | 97,5% van 40 | 90,0% van 50 |" in page


def test_looking_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path / "var"))
    assert main(["dpia", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["tables"]
    assert main(["dpia"]) == 0
    assert capsys.readouterr().out.startswith("# Gegevensbescherming")
    assert not (tmp_path / "var").exists()
