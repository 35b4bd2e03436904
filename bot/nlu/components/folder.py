"""Where the components find knowledge/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.settings import Settings


def knowledge_folder(config: dict[str, Any]) -> Path:
    """The folder that config.yml names for a component, else the one of the settings."""
    return (
        Path(config["knowledge"])
        if "knowledge" in config
        else Settings.from_environment().knowledge
    )
