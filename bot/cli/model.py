"""Is the newest model made from today's data, knowledge and configuration?"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from bot.engine.supervisor import latest_model
from bot.errors import ConfigurationError
from bot.privacy.names.loading import latest
from bot.settings import PROJECT, Settings

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

TRAINED_FROM = ("config.yml", "domain.yml", "data", "bot/nlu", "knowledge/topics.yml", "knowledge/entities.yml",
                "knowledge/municipalities.csv", "knowledge/abbreviations.yml", "knowledge/answers")  # fmt: skip


def fingerprint(knowledge: Path, project: Path = PROJECT) -> str:
    """One value for all that a model is trained from; it changes when any of it does. `knowledge` may lie elsewhere."""
    total = hashlib.sha256()
    for part in TRAINED_FROM:
        top, _, rest = part.partition("/")
        path = knowledge / rest if top == "knowledge" else project / part
        for file in _files(path):
            total.update(f"{part}/{file.relative_to(path).as_posix()}".encode())
            total.update(file.read_bytes())
    return total.hexdigest()[:16]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(one for one in path.rglob("*") if one.suffix in (".py", ".yml", ".md", ".jsonl"))


def model_name(knowledge: Path) -> str:
    """File name of the model that belongs to the present data."""
    return f"wegwijs-{fingerprint(knowledge)}"


def is_current(settings: Settings) -> bool:
    """Whether the model of the present data exists and is the newest."""
    try:
        return latest_model(settings.models).name == f"{model_name(settings.knowledge)}.tar.gz"
    except FileNotFoundError:
        return False


def ensure_model(settings: Settings) -> None:
    """Raises ConfigurationError (Dutch) when a model is missing: that of the engine, or that of the names."""
    try:
        latest_model(settings.models)
    except FileNotFoundError as error:
        raise ConfigurationError(str(error)) from None
    latest(settings.models)


def newest_engine(settings: Settings) -> RasaEngine:
    """The newest model, loaded; raises ConfigurationError (Dutch) when there is none or it is broken."""
    ensure_model(settings)
    # Rasa takes seconds to import: only when a model is there to be loaded.
    from bot.engine.process import load_engine

    return load_engine(latest_model(settings.models))
