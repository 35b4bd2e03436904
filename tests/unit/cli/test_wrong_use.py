"""What is refused before a command begins is told in Dutch, on standard error, and never by a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main

WRONG = [
    ((), "dit ontbreekt: OPDRACHT"),
    (("bestaat-niet",), "'bestaat-niet' kan niet; kies uit 'serve'"),
    (("report",), "wegwijs report: dit ontbreekt: --month"),
    (("report", "--month"), "--month: hier ontbreekt de waarde"),
    (("report", "--month", "2026-11", "--format", "docx"), "--format: 'docx' kan niet; kies uit"),
    (("clean", "meer"), "wegwijs clean: dit hoort er niet bij: meer"),
    (("check", "--links", "--stale"), "--stale: dit kan niet samen met --links"),
    (("user", "link", "an"), "een hiervan is nodig: --subject --email"),
    (("audit", "list", "--fo"), "--fo"),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG)
def test_wrong_use_is_told_in_dutch(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("gebruik: wegwijs")
    assert told in err
    for english in ("usage", "error", "argument", "required", "invalid", "choose", "expected"):
        assert english not in err


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["evaluate", "--help"])
    out = capsys.readouterr().out
    for words in ("gebruik: ", "gegevens:", "opties:", "toon deze uitleg"):
        assert words in out


@pytest.mark.parametrize("place", ["bestand", "bestand/onder/wegwijs.sqlite"])
def test_what_is_no_database_is_told(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "bestand").write_text("geen databank" * 100, encoding="utf-8")
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", f"sqlite:///{tmp_path / place}")
    assert main(["purge"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("wegwijs purge: De ")


def test_sites_are_json_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", f"sqlite:///{tmp_path / 'wegwijs.sqlite'}")
    ghent = {"id": "gent", "municipality": "44021", "origins": ["https://www.gent.be"]}
    add = ["site", "add", "gent", "--origin", "https://www.gent.be", "--municipality", "44021"]
    assert main(add) == 0
    assert main(["site", "list"]) == 0
    assert [json.loads(one) for one in capsys.readouterr().out.splitlines()] == [ghent, ghent]
