"""Rasa's Agent, without memory: the dialogue state comes with the request and goes back with the answer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.engine.quiet import quieten

quieten()

from rasa.core.agent import Agent  # noqa: E402
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # noqa: E402
from rasa.core.tracker_store import TrackerStore  # noqa: E402
from rasa.shared.core.domain import Domain  # noqa: E402
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet  # noqa: E402
from rasa.shared.core.trackers import DialogueStateTracker  # noqa: E402
from rasa.utils.endpoints import EndpointConfig  # noqa: E402
from rasa_sdk.executor import ActionExecutor  # noqa: E402

from bot.answers.asking import ASKED_BEFORE  # noqa: E402
from bot.engine.assemble import assemble  # noqa: E402
from bot.engine.chosen import chosen  # noqa: E402
from bot.engine.processor import OwnProcessor  # noqa: E402
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest  # noqa: E402
from bot.engine.put_right import no_danger, put_right  # noqa: E402
from bot.engine.spoken import (  # noqa: E402
    answered_choice,
    is_no_answer,
    of_sent,
    spoken_choice,
    withdraws,
)
from bot.engine.told import Told  # noqa: E402
from bot.knowledge.library import load_library  # noqa: E402
from bot.nlu.wordlists import WordLists  # noqa: E402
from bot.requests.kinds import WITHDRAWN_SLOT  # noqa: E402
from bot.requests.sent import says_no_more  # noqa: E402
from bot.settings import PROJECT, Settings  # noqa: E402

SUBMITTED = "aanvraag_klaar"
"""Slot that hands a request to the log; it does not travel further."""

_NOT_IN_DIALOGUE = ("session_started_metadata", SUBMITTED, WITHDRAWN_SLOT)

_QUESTIONS = ("municipality_asked", "audience_asked", "role_unclear")
"""Slots of what Wegwijs asks back: JUST_ASKED right behind the question."""

_NOT_A_COMMAND = "\u2060"
"""Word joiner: in front of a slash it keeps Rasa from reading a visitor's text as a direct intent."""


class OneRequestStore(TrackerStore):
    """Trackers that live for one request."""

    def __init__(self, domain: Domain | None = None) -> None:
        super().__init__(domain, event_broker=None)
        self._trackers: dict[str, DialogueStateTracker] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker until the request takes it out."""
        self._trackers[tracker.sender_id] = tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a request that runs."""
        return self._trackers.get(sender_id)

    def take_out(self, sender_id: str) -> DialogueStateTracker:
        """The tracker of a request, which is forgotten here."""
        return self._trackers.pop(sender_id)


class ReplyChannel(CollectingOutputChannel):
    """Collects replies as data; the plain text beside them is for Rasa's own channels."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the data of a reply, or the text of a response in domain.yml."""
        self.messages.append(
            {"custom": message["custom"]}
            if message.get("custom")
            else {"text": message["text"], "buttons": message.get("buttons") or []}
        )


class InProcessActions(EndpointConfig):
    """Runs actions/ where Rasa would call an action server."""

    def __init__(self) -> None:
        super().__init__(url="in-process")
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Execute the action that Rasa asks for."""
        return await self._executor.run(kwargs["json"])


class OwnAgent(Agent):
    """Rasa's agent around our processor."""

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """Load a trained model."""
        self.processor = OwnProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
        )
        self.domain = self.processor.domain
        self.tracker_store.domain = self.domain
        self.nlg.responses = self.domain.responses


class RasaEngine:
    """Parses and answers with one trained model."""

    def __init__(self, model: Path) -> None:
        # The paths in config.yml are relative to the project, as Rasa's users expect.
        os.chdir(PROJECT)
        self._store = OneRequestStore()
        self._agent = OwnAgent(tracker_store=self._store, action_endpoint=InProcessActions())
        self._agent.load_model(model)
        assert self._agent.processor is not None  # noqa: S101 - the model is loaded
        self._processor = self._agent.processor
        knowledge = Settings.from_environment().knowledge
        self._library = load_library(knowledge)
        self._told = Told(WordLists.load(knowledge), self._library.municipalities)
        self.model = model.name

    async def parse(self, text: str) -> dict[str, Any]:
        """What the pipeline makes of a text."""
        harmless = _harmless(text)
        parsed = dict(await self._agent.parse_message(harmless))
        shift = len(harmless) - len(text)
        parsed["text"] = text
        parsed["entities"] = [
            {**one, "start": one["start"] - shift, "end": one["end"] - shift}
            for one in parsed["entities"]
        ]
        return parsed

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        """Answer one message in its dialogue state."""
        sender = uuid4().hex
        accepted = self._told.accepted(request) if request.choice is None else None
        if accepted is not None:
            request = accepted
        parsed = await self._chosen(request) or self._told.asker(request)
        await self._store.save(self._tracker(sender, request))
        try:
            channel = ReplyChannel()
            # Past the agent's lock: nobody else has this conversation.
            await self._processor.handle_message(
                UserMessage(
                    _harmless(request.text),
                    channel,
                    sender,
                    parse_data=parsed,
                    metadata=_metadata(request),
                )
            )
        finally:
            tracker = self._store.take_out(sender)
        return assemble(
            library=self._library,
            request=request,
            messages=channel.messages,
            parsed=tracker.latest_message.parse_data if tracker.latest_message else {},
            dialogue=_dialogue(tracker),
            submitted=tracker.get_slot(SUBMITTED),
            withdrawn=tracker.get_slot(WITHDRAWN_SLOT),
        )

    async def _chosen(self, request: EngineRequest) -> dict[str, Any] | None:
        """The button that was picked, or that a message comes down to."""
        if request.choice:
            return chosen(request.choice)
        about_sent = await self._of_sent(request)
        choice = about_sent is None and (
            spoken_choice(request, self._library)
            or self._told.choice(request)
            or answered_choice(request)
        )
        return {**chosen(choice), "said": request.text} if choice else about_sent

    async def _of_sent(self, request: EngineRequest) -> dict[str, Any] | None:
        """The button for a request that was sent; words that may tell of danger besides are none."""
        choice = of_sent(request)
        if choice is not None and says_no_more(request.text):
            return chosen(choice)
        if choice is None and (not request.sent or is_no_answer(request)):
            return None
        heard = await self.parse(request.text)
        danger = (heard.get("understanding") or {}).get("decision") == "safety"
        if danger and not no_danger(request.text, heard):
            return None
        right = None if withdraws(choice) else put_right(request, heard)
        return right or (chosen(choice) if choice else None)

    def _tracker(self, sender: str, request: EngineRequest) -> DialogueStateTracker:
        slots = dict(request.dialogue.slots)
        if request.audience not in (None, "onbekend"):
            slots["known_audience"] = request.audience
        if request.municipality is not None:
            slots["known_municipality"] = request.municipality
        # Only the very next message is taken for the answer.
        slots |= {name: ASKED_BEFORE for name in _QUESTIONS if slots.get(name)}
        known = {slot.name for slot in self._agent.domain.slots}
        events: list[Event] = [
            SlotSet(name, value) for name, value in slots.items() if name in known
        ]
        # Danger puts a form aside, whatever the model makes of the message.
        events.append(ActiveLoop(None if request.alarmed else request.dialogue.active_loop))
        events.append(ActionExecuted("action_listen"))
        return DialogueStateTracker.from_events(sender, events, self._agent.domain.slots)


def _harmless(text: str) -> str:
    return f"{_NOT_A_COMMAND}{text}" if text.lstrip().startswith("/") else text


def _metadata(request: EngineRequest) -> dict[str, Any]:
    return {
        "alarmed": request.alarmed,
        "attended": request.attended,
        "hours": request.hours,
        "sent": [one.model_dump() for one in request.sent],
        "slots": request.dialogue.slots,
        "contact": None if request.contact is None else request.contact.model_dump(),
    }


def _dialogue(tracker: DialogueStateTracker) -> Dialogue:
    slots = {
        name: slot.value
        for name, slot in tracker.slots.items()
        if slot.value is not None and name not in _NOT_IN_DIALOGUE
    }
    return Dialogue(slots=slots, active_loop=tracker.active_loop_name)
