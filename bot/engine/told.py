"""What a typed message tells of who asks and of which municipality, as the choice that it comes down to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.answers.asking import JUST_ASKED
from bot.engine.chosen import DENIED, JOB, LIVES, TOLD, chosen
from bot.engine.offers import waiting_form
from bot.engine.protocol import EngineRequest
from bot.engine.spoken import accepted_beside
from bot.knowledge.municipalities import Municipality
from bot.nlu.asker import (
    Asker,
    answered_asker,
    answered_job,
    board_told,
    denies,
    home_told,
    service_told,
    skips,
    told_asker,
    told_job,
    told_municipality,
)
from bot.nlu.contrast import contrasted, says_only
from bot.nlu.wordlists import WordLists
from bot.requests.reaching import only_details


class Told:
    """Reads messages with the lists of one knowledge folder."""

    def __init__(self, lists: WordLists, municipalities: Mapping[str, Municipality]) -> None:
        self._lists = lists
        self._names = {one.name.casefold(): nis for nis, one in municipalities.items()}

    def accepted(self, request: EngineRequest) -> EngineRequest | None:
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

    def choice(self, request: EngineRequest) -> str | None:
        """The choice that a typed municipality comes down to, asked for or told."""
        if request.alarmed or request.dialogue.active_loop is not None:
            return None
        if skips(request.text):
            return "overslaan"
        found = self._lists.find(request.text)
        contrast = contrasted(request.text, found)
        if contrast is not None and says_only(request.text, found):
            return f"gemeente:{contrast.meant}"
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

    def asker(self, request: EngineRequest) -> dict[str, Any] | None:
        """A message that asks nothing and tells who asks, as a choice; in a form it may be the answer to a field."""
        if request.alarmed or request.dialogue.active_loop is not None:
            return None
        answers = request.dialogue.slots.get("audience_asked") == JUST_ASKED
        who = (
            self._answers_who(request)
            or told_asker(request.text, self._lists)
            or service_told(request.text, self._lists, self._names)
        )
        if who is None and denies(request.text, self._lists) == _known(request):
            return chosen(DENIED)
        if who is None:
            job = told_job(request.text, self._lists) or (
                answers and answered_job(request.text, self._lists, self._names)
            )
            return chosen(JOB) if job else None
        told = {"audience": who.audience, "sector": who.sector, "municipality": who.municipality}
        entities = [{"entity": name, "value": value} for name, value in told.items() if value]
        return {**chosen(f"{TOLD}:{who.audience}"), "entities": entities, "told_by": who.word}


def _known(request: EngineRequest) -> str:
    """Who asks as was told, which is never nobody."""
    return str(request.dialogue.slots.get("known_audience") or request.audience)
