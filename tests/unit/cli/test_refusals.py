"""Commands stop before they begin when the knowledge is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli import main
from bot.errors import ConfigurationError
from bot.knowledge.library import load_library
from bot.settings import PROJECT


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the knowledge, which the commands read, with a model that nobody should load."""
    folder = tmp_path / "kennis"
    shutil.copytree(PROJECT / "knowledge", folder)
    (tmp_path / "models").mkdir()
    (tmp_path / "models/wegwijs-x.tar.gz").touch()
    (tmp_path / "models/namen-x").mkdir()
    (tmp_path / "models/namen-x/words.txt").touch()
    monkeypatch.setenv("WEGWIJS_KNOWLEDGE", str(folder))
    monkeypatch.setenv("WEGWIJS_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path / "var"))
    return folder


@pytest.mark.parametrize("command", [("serve", "--port", "18999"), ("train",)])
def test_broken_knowledge_is_told_and_nothing_starts(
    knowledge: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
):
    (knowledge / "contacts/unia.yml").write_text("a: {b: [", encoding="utf-8")
    assert main(command) == 1
    out, err = capsys.readouterr()
    assert "knowledge/contacts/unia.yml:1: deze regel kan niet gelezen worden" in err
    assert "luistert" not in out + err
    assert "gebouwd" not in out + err


def test_a_report_on_broken_knowledge_points_to_check(
    knowledge: Path, capsys: pytest.CaptureFixture[str]
):
    (knowledge / "routing.yml").write_text("- a\n", encoding="utf-8")
    assert main(("report", "--month", "2026-11")) == 1
    assert "voer uit: wegwijs check" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["a: {b: [", "- a\n", "tekst", "", "a: b\n"])
def test_a_library_that_cannot_be_read_is_a_wrong_configuration(knowledge: Path, content: str):
    (knowledge / "topics.yml").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="wegwijs check"):
        load_library(knowledge)


def test_serve_and_clean_name_the_missing_model_of_names(
    knowledge: Path, capsys: pytest.CaptureFixture[str]
):
    (knowledge.parent / "models/namen-x/words.txt").unlink()
    for command in (("serve", "--port", "18999"), ("clean",)):
        assert main(command) == 1
        assert "geen model voor namen" in capsys.readouterr().err
