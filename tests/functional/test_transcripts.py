"""The conversations that docs/voorbeelden shows are what the engine says today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.common.transcripts import FOLDER, SHOWN, transcript

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("name", SHOWN)
def test_a_conversation_in_the_docs_goes_as_it_is_shown(name: str, engine: RasaEngine):
    shown = (FOLDER / f"{Path(name).name}.md").read_text(encoding="utf-8")
    assert shown == transcript(engine, name), "python -m tests.common.transcripts"
