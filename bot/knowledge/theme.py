"""Words of the theme: a message that holds one is never said to be none of the helpdesk's business."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bot.knowledge.sought import phrases


def load_theme(path: Path) -> re.Pattern[str]:
    """Read knowledge/theme.yml; raises KeyError or yaml.YAMLError when it is broken."""
    return phrases(yaml.safe_load(path.read_text(encoding="utf-8"))["woorden"])
