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

from bot.answers.asking import ASKED_BEFORE, JUST_ASKED  # noqa: E402
from bot.engine.assemble import assemble  # noqa: E402
from bot.engine.chosen import DENIED, JOB, LIVES, TOLD, chosen  # noqa: E402
from bot.engine.offers import waiting_form  # noqa: E402
from bot.engine.processor import OwnProcessor  # noqa: E402
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest  # noqa: E402
from bot.engine.spoken import accepted_beside, answered_choice, of_sent, spoken_choice  # noqa: E402
from bot.knowledge.library import load_library  # noqa: E402
from bot.nlu.asker import (  # noqa: E402
    Asker,
    answered_asker,
    answered_job,
    board_told,
    denies,
    home_told,
    skips,
    told_asker,
    told_job,
    told_municipality,
)
from bot.nlu.wordlists import WordLists  # noqa: E402
from bot.requests.kinds import WITHDRAWN_SLOT  # noqa: E402
from bot.requests.reaching import only_details  # noqa: E402
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
        self._lists = WordLists.load(knowledge)
        self._names = {
            one.name.casefold(): nis for nis, one in self._library.municipalities.items()
        }
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
        accepted = self._accepted_from(request) if request.choice is None else None
        if accepted is not None:
            request = accepted
        choice = (
            request.choice
            or await self._of_sent(request)
            or spoken_choice(request, self._library)
            or self._told(request)
            or answered_choice(request)
        )
        parsed = chosen(choice) if choice else self._told_asker(request)
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

    async def _of_sent(self, request: EngineRequest) -> str | None:
        """The button for a request that was sent; words that may tell of danger besides are none."""
        choice = of_sent(request)
        if choice is None or says_no_more(request.text):
            return choice
        heard = (await self.parse(request.text)).get("understanding") or {}
        return None if heard.get("decision") == "safety" else choice

    def _accepted_from(self, request: EngineRequest) -> EngineRequest | None:
        """The request of who accepts a form and tells the municipality in one message."""
        found = accepted_beside(request)
        if found is None:
            return None
        form, rest = found
        nis = told_municipality(rest, self._lists, self._names)
        nis = nis or home_told(rest, self._lists, self._names)
        if nis is None:
            given = request.contact is not None and only_details(rest)
            return request.model_copy(update={"choice": form}) if given else None
        return request.model_copy(update={"choice": form, "municipality": nis})

    def _told(self, request: EngineRequest) -> str | None:
        """The choice that a typed municipality comes down to, asked for or told."""
        if request.alarmed or request.dialogue.active_loop is not None:
            return None
        if skips(request.text):
            return "overslaan"
        if request.dialogue.slots.get("municipality_asked") != JUST_ASKED:
            if self._answers_who(request):
                return None
            home = home_told(request.text, self._lists, self._names)
            return None if home is None else f"{LIVES}:{home}"
        nis = told_municipality(request.text, self._lists, self._names)
        return None if nis is None else f"gemeente:{nis}"

    def _answers_who(self, request: EngineRequest) -> Asker | None:
        """Who asks, in the answer to the question for it; a request that waits for that answer keeps it open."""
        slots = request.dialogue.slots
        just = slots.get("audience_asked") == JUST_ASKED
        waits = not slots.get("known_audience") and waiting_form(slots) is not None
        board = board_told(request.text, self._lists, self._names) if just or waits else None
        return board or (answered_asker(request.text, self._lists) if just else None)

    def _told_asker(self, request: EngineRequest) -> dict[str, Any] | None:
        """A message that asks nothing and tells who asks, as a choice; in a form it may be the answer to a field."""
        if request.alarmed or request.dialogue.active_loop is not None:
            return None
        answers = request.dialogue.slots.get("audience_asked") == JUST_ASKED
        who = self._answers_who(request) or told_asker(request.text, self._lists)
        if who is None and denies(request.text, self._lists) == self._known(request):
            return chosen(DENIED)
        if who is None:
            job = told_job(request.text, self._lists) or (
                answers and answered_job(request.text, self._lists, self._names)
            )
            return chosen(JOB) if job else None
        told = {"audience": who.audience, "sector": who.sector, "municipality": who.municipality}
        entities = [{"entity": name, "value": value} for name, value in told.items() if value]
        return {**chosen(f"{TOLD}:{who.audience}"), "entities": entities, "told_by": who.word}

    @staticmethod
    def _known(request: EngineRequest) -> str:
        """Who asks as was told, which is never nobody."""
        return str(request.dialogue.slots.get("known_audience") or request.audience)

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
