"""`wegwijs check` looks at the knowledge that is served, wherever it lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli import main
from bot.settings import PROJECT


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(PROJECT / "knowledge", tmp_path / "kennis")
    monkeypatch.setenv("WEGWIJS_KNOWLEDGE", str(folder))
    return folder


def test_knowledge_elsewhere_is_what_is_checked(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["check"]) == 0
    (elsewhere / "answers" / "livc.md").write_text("", encoding="utf-8")
    assert main(["check"]) == 1
    assert "answers/livc.md" in capsys.readouterr().err


@pytest.mark.parametrize("list_of", ["--stale", "--links"])
def test_the_lists_are_of_the_knowledge_elsewhere(
    list_of: str, elsewhere: Path, capsys: pytest.CaptureFixture[str]
):
    shutil.rmtree(elsewhere / "answers")
    (elsewhere / "answers").mkdir()
    main(["check", list_of])
    assert "answers/livc.md" not in capsys.readouterr().out
