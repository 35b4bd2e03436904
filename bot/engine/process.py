"""The life of an engine process: load the newest model, serve it."""

from __future__ import annotations

import logging
import os
import sys
import threading
from pathlib import Path

import uvloop

from bot.engine.agent import RasaEngine
from bot.engine.server import serve
from bot.engine.supervisor import BROKEN_MODEL, MODEL, latest_model
from bot.errors import ConfigurationError, why
from bot.settings import Settings

log = logging.getLogger(__name__)


class BrokenModel(ConfigurationError):
    """The file of a model cannot be loaded."""


def run_engine(
    settings: Settings, *, socket: Path | None, host: str = "127.0.0.1", port: int = 0
) -> int:
    """Serve on a unix socket, or on TCP without one; BROKEN_MODEL when the model cannot be loaded."""
    logging.basicConfig(level=settings.log_level, format="%(levelname)s %(name)s %(message)s")
    if socket is not None:
        threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    try:
        engine = load_engine(_chosen_model(settings))
    except (FileNotFoundError, ConfigurationError) as error:
        print(error, file=sys.stderr)
        return BROKEN_MODEL if isinstance(error, BrokenModel) else 1
    if socket is not None:
        socket.unlink(missing_ok=True)
    try:
        uvloop.run(serve(engine, socket=socket, host=host, port=port))
    except OSError as error:
        place = socket or f"{host}:{port}"
        print(f"De engine kan niet luisteren op {place} ({why(error)}).", file=sys.stderr)
        return 1
    return 0


def load_engine(model: Path) -> RasaEngine:
    """A model, ready to answer; raises BrokenModel, or ConfigurationError when the knowledge is broken."""
    try:
        return RasaEngine(model)
    except ConfigurationError:
        raise
    # A file that is damaged can fail anywhere between tar and TensorFlow.
    except Exception as error:
        log.debug("model could not be loaded", exc_info=True)
        raise BrokenModel(
            f"Het model {model.name} kan niet geladen worden ({type(error).__name__}); "
            "maak een nieuw met: wegwijs train"
        ) from None


def _chosen_model(settings: Settings) -> Path:
    """The model that the supervisor chose, else the newest."""
    chosen = os.environ.get(MODEL)
    return latest_model(settings.models) if chosen is None else Path(chosen)


def _end_with_parent() -> None:
    """End when the parent does, also while the model loads: the parent holds the other end of standard input."""
    while os.read(0, 1024):
        pass
    os._exit(0)
