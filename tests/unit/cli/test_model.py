"""A model belongs to the data and the knowledge it was trained from, wherever that lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli.model import fingerprint
from bot.settings import PROJECT


@pytest.mark.parametrize("part", ["topics.yml", "answers/livc.md", "municipalities.csv"])
def test_knowledge_elsewhere_counts_by_its_content(tmp_path: Path, part: str):
    elsewhere = tmp_path / "kennis"
    shutil.copytree(PROJECT / "knowledge", elsewhere)
    usual = fingerprint(PROJECT / "knowledge")
    assert fingerprint(elsewhere) == usual
    with (elsewhere / part).open("a", encoding="utf-8") as file:
        file.write("# nog iets\n")
    assert fingerprint(elsewhere) != usual
