"""`wegwijs answer`, through main(), on a database of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", f"sqlite:///{tmp_path / 'wegwijs.sqlite'}")


def test_the_answer_is_json_in_a_file_and_what_is_no_municipality_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    listed, out = tmp_path / "lijst.csv", tmp_path / "antwoord.json"
    listed.write_text("Gent\nNergenshuizen\n", encoding="utf-8")
    days = ["--from", "2024-02-29", "--to", "2024-02-29"]
    assert main(["answer", *days, "--municipalities", str(listed), "--out", str(out)]) == 0
    data = json.loads(out.read_text(encoding="utf-8"))
    assert data["period"] == {"from": "2024-02-29", "to": "2024-02-29"}
    assert [one["name"] for one in data["2d"]["municipalities"]] == ["Gent"]
    assert "regel 2: Nergenshuizen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "2024-03-02", "--to", "2024-03-01"], "ligt vóór de eerste"),
        (["--from", "2999-01-01", "--to", "2999-01-02"], "in de toekomst"),
        (
            ["--from", "2024-01-01", "--to", "2024-01-02", "--municipalities", "/geen"],
            "bestaat niet",
        ),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments, told, capsys: pytest.CaptureFixture[str]):
    assert main(["answer", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_day_that_is_none_is_told(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["answer", "--from", "2023-02-29", "--to", "2023-03-01"])
    assert stopped.value.code == 2
    assert "'2023-02-29' is geen dag" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    days = ["--from", "2024-01-01", "--to", "2024-01-02"]
    assert main(["answer", *days, "--out", str(tmp_path / "nergens" / "f")]) == 1
    assert "kan " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "done"), [("json", True), ("html", True), ("docx", False), ("pdf", False)]
)
def test_a_screen_shows_what_can_be_read_on_it(
    form: str, done: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    days = ["--from", "2024-01-01", "--to", "2024-01-02"]
    assert (main(["answer", *days, "--format", form]) == 0) is done
    shown = capsys.readouterr()
    assert ("2024" in shown.out) is done
    assert ("--out" in shown.err) is not done
