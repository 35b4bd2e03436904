"""Every file in a folder of tests/conversations is a conversation named for its visitor, held with the real engine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bot.cli.chat import converse

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

FOLDER = Path("tests/conversations")
FILES = sorted(FOLDER.glob("*/*.yml"))


def form_choices(turn: dict[str, Any]) -> list[str]:
    """The forms that the replies of a turn offer."""
    values = [one["value"] for reply in turn["replies"] for one in reply["choices"]]
    return [one for one in values if one.startswith("aanvraag:")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_conversation_goes_as_it_is_written(path: Path, engine: RasaEngine):
    story = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = [
        one["says"] if "says" in one else {"text": "een knop", "choice": one["picks"]}
        for one in story["turns"]
    ]
    line = {"turns": said, **{one: story.get(one) for one in ("audience", "municipality")}}
    turns = asyncio.run(converse(engine, line))
    for number, (wanted, got) in enumerate(zip(story["turns"], turns, strict=True), start=1):
        where = f"turn {number} of {path.name}: {[one['text'][:80] for one in got['replies']]}"
        last = got["replies"][-1]
        for key in ("questions", "referrals", "state"):
            assert wanted.get(key, got[key]) == got[key], where
        shown = [card["name"] for reply in got["replies"] for card in reply["contacts"]]
        assert "shows" not in wanted or wanted["shows"] in shown, where
        assert wanted.get("hides") not in shown, where
        buttons = {one["value"] for one in last["choices"]}
        assert buttons.issuperset(wanted.get("buttons", ())), where
        assert wanted.get("withdrawn") == got.get("withdrawn"), where
        if "kinds" in wanted:
            assert [one["kind"] for one in got["replies"]] == wanted["kinds"], where
        if "offers" in wanted:
            assert form_choices(got) == ([wanted["offers"]] if wanted["offers"] else []), where
        assert last["asks"] == wanted.get("asks"), where
        assert wanted.get("reads", "") in last["text"], where
        assert wanted.get("step", last["step"]) == last["step"], where
        if "request" not in wanted or wanted["request"] is None:
            assert got.get("request") is None, where
        else:
            assert wanted["request"].items() <= got["request"].items(), where


def test_there_are_conversations_to_hold():
    assert len(FILES) >= 38
