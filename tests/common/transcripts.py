"""Conversations as one reads them, for docs/voorbeelden: `python -m tests.common.transcripts` writes them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.cli.chat import converse

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

SHOWN = (
    "gesprekken/een_bezoeker_stelt_twee_vragen_in_een_mail",
    "gesprekken/een_bezoeker_stelt_een_vervolgvraag",
    "gesprekken/een_hulpverlener_wordt_doorverwezen",
    "gesprekken/een_bezoeker_meldt_gevaar_en_gaat_daarna_verder",
    "aanvragen/een_ambtenaar_vraagt_een_plaatsbezoek",
)
FOLDER = Path("docs/voorbeelden")


def transcript(engine: RasaEngine, name: str) -> str:
    """One conversation as Markdown, held with the real engine."""
    path = Path("tests/conversations") / f"{name}.yml"
    story = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = [
        one["says"] if "says" in one else {"text": "een knop", "choice": one["picks"]}
        for one in story["turns"]
    ]
    # Somebody is there: else the text would tell the hour at which it was made.
    line = {
        "turns": said,
        "attended": True,
        **{one: story.get(one) for one in ("audience", "municipality")},
    }
    parts = [f"# {path.stem.replace('_', ' ').capitalize()}"]
    choices: dict[str, str] = {}
    for turn, got in zip(story["turns"], asyncio.run(converse(engine, line)), strict=True):
        pressed = f"*kiest* {choices.get(turn.get('picks', ''), turn.get('picks'))}"
        parts.append(_quoted(f"**Bezoeker**: {turn.get('says') or pressed}"))
        for reply in got["replies"]:
            parts += _reply(reply)
            choices |= {one["value"]: one["label"] for one in reply["choices"]}
    return "\n\n".join(parts) + "\n"


def _reply(reply: dict[str, Any]) -> list[str]:
    title = f" ({reply['title']})" if reply["title"] else ""
    parts = [f"**Wegwijs**{title}: {reply['text'].strip()}"]
    lists = {
        "Terecht bij": [one["name"] for one in reply["contacts"] if one["referral"]],
        "Bronnen": [f"{one['title']}, {one['publisher']}" for one in reply["sources"]],
        "Knoppen": [one["label"] for one in reply["choices"]],
    }
    return parts + [f"{name}: {' · '.join(many)}" for name, many in lists.items() if many]


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())


if __name__ == "__main__":
    from bot.cli.model import newest_engine
    from bot.settings import Settings

    FOLDER.mkdir(exist_ok=True)
    loaded = newest_engine(Settings.from_environment())
    for one in SHOWN:
        (FOLDER / f"{Path(one).name}.md").write_text(transcript(loaded, one), encoding="utf-8")
