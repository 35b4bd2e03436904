"""Rasa's message processor, without what an action server or a careless model would need at every message."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.engine import loader
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata

from bot.engine.runner import PlainRunner


class OwnAction(RemoteAction):
    """An action of ours in this process: Rasa's check of what a foreign server sends back costs 14 ms a reply."""

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        return True


class OwnProcessor(MessageProcessor):
    """Runs the graph plainly, and our actions in place of remote ones."""

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, GraphRunner]:
        archive = Path(model_path)
        with tempfile.TemporaryDirectory() as folder:
            metadata, runner = loader.load_predict_graph_runner(
                Path(folder), archive, LocalModelStorage, PlainRunner
            )
        return archive.name, metadata, runner

    async def _run_action(self, action: Action, *args: Any, **kwargs: Any) -> bool:
        if isinstance(action, RemoteAction):
            action = OwnAction(action.name(), self.action_endpoint)
        return bool(await super()._run_action(action, *args, **kwargs))

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Nothing: Rasa makes an empty domain at each message to compare with, and `wegwijs check` compares once."""
