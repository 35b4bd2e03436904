"""The model of names in this process: loaded once, behind a lock, so that who comes too early waits for it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from bot.errors import ConfigurationError
from bot.privacy.names.model import NameModel
from bot.settings import Settings

PREFIX = "namen-"
_LOCK = Lock()
_LOADED: list[NameModel] = []


def latest(models: Path) -> Path:
    """The newest model of names; raises ConfigurationError (Dutch) when there is none."""
    built = [one for one in models.glob(f"{PREFIX}*") if (one / "words.txt").is_file()]
    if not built:
        raise ConfigurationError(
            f"Er is geen model voor namen in {models}. Bouw het met: wegwijs train"
        )
    return max(built, key=lambda one: (one / "words.txt").stat().st_mtime)


def current() -> NameModel:
    """The model, loaded now when it was not yet."""
    with _LOCK:
        if not _LOADED:
            _LOADED.append(NameModel.load(latest(Settings.from_environment().models)))
        return _LOADED[0]
