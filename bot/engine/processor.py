"""Rasa's message processor, without what an action server or a careless model would need at every message."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.engine import loader
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.runner import PlainRunner
from bot.engine.wishes import with_wish


class OwnAction(RemoteAction):
    """An action of ours in this process: Rasa's check of what a foreign server sends back costs 14 ms a reply."""

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Execute it, and take what it says and what it changes as they are."""
        call = self._action_call_format(tracker, domain)
        done = await self.action_endpoint.request(json=call)
        said = await self._utter_responses(done["responses"], output_channel, nlg, tracker)
        return [*said, *map(_event, done["events"])]


def _event(event: dict[str, Any]) -> Event:
    return _kind(event["event"])._from_parameters(event)


@cache
def _kind(name: str) -> type[Event]:
    """The class of an event, for which Rasa looks through all of them."""
    found: type[Event] = Event.resolve_by_type(name)
    return found


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

    async def parse_message(
        self,
        message: UserMessage,
        tracker: DialogueStateTracker | None = None,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        """What the pipeline makes of a message; outside a form, who asks to be called is heard in any words."""
        parsed: dict[str, Any] = await super().parse_message(
            message, tracker, only_output_properties
        )
        if tracker is None or tracker.active_loop_name is not None:
            return parsed
        return with_wish(parsed, tracker.get_slot("known_audience"))

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Nothing: Rasa makes an empty domain at each message to compare with, and `wegwijs check` compares once."""
