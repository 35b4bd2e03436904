"""The model of names that belongs to today's sentences, lists and questions."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bot.errors import ConfigurationError
from bot.privacy.names.loading import PREFIX, latest
from bot.settings import PROJECT, Settings

TRAINED_FROM = (
    "bot/privacy/names/asked.py",
    "bot/privacy/names/frames",
    "bot/privacy/names/frames.py",
    "bot/privacy/names/lexicon.py",
    "bot/privacy/names/likeness.py",
    "bot/privacy/names/model.py",
    "bot/privacy/names/tokens.py",
    "bot/privacy/names/training.py",
    "bot/privacy/lists",
    "data/nlu",
)
KEPT = 3
"""Older models that stay, as with those of the engine."""


def names_model(project: Path = PROJECT) -> str:
    """Folder name of the model that belongs to the present data."""
    total = hashlib.sha256()
    for part in TRAINED_FROM:
        path = project / part
        for file in [path] if path.is_file() else sorted(path.rglob("*.*")):
            total.update(str(file.relative_to(project)).encode())
            total.update(file.read_bytes())
    return PREFIX + total.hexdigest()[:16]


def names_current(settings: Settings) -> bool:
    """Whether the model of the present data is there and is the newest."""
    try:
        return latest(settings.models).name == names_model()
    except ConfigurationError:
        return False


class NamesTraining:
    """Trains in a process of its own, beside Rasa, which leaves a core free."""

    def __init__(self, settings: Settings) -> None:
        """Begin at once, in a folder that counts only when it is whole."""
        self._models = settings.models
        self._made = settings.models / names_model()
        self._making = settings.models / f".{self._made.name}"
        command = [sys.executable, "-m", "bot.privacy.names.training", str(self._making)]
        self._process = subprocess.Popen(command, cwd=PROJECT)  # noqa: S603 - our own module

    def finish(self) -> bool:
        """Wait for it, put the model in its place; False when it failed."""
        if self._process.wait() != 0:
            shutil.rmtree(self._making, ignore_errors=True)
            return False
        shutil.rmtree(self._made, ignore_errors=True)
        self._making.rename(self._made)
        built = sorted(self._models.glob(f"{PREFIX}*"), key=lambda one: one.stat().st_mtime)
        for old in built[:-KEPT]:
            shutil.rmtree(old)
        return True

    def stop(self) -> None:
        """Give up, because the rest failed."""
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._making, ignore_errors=True)
