"""A typed answer to what was offered or asked just before, as the button it comes down to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asking import JUST_ASKED
from bot.engine.protocol import EngineRequest
from bot.nlu.answering import chosen_audience, chosen_role
from bot.replies import Kind, Reply
from bot.requests.kinds import FORMS, KIND_SLOT, RequestKind
from bot.requests.stopping import declines_offer, may_mean_more

OFFERED = "form_offered"
"""Of the dialogue alone: the kind of request whose button stands first; it holds for the very next message."""

UNSURE = "stop:twijfel"
"""Choice that no button has: an offer is declined in words that may mean more."""

_ACCEPTS = re.compile(
    r"\W*(?:(?:ja|jawel|ok|oke|oké|prima|graag|zeker|natuurlijk|doe maar|is goed|goed)\b\W*)*"
    r"(?:\b(?:(?:dat|dit|het|een|de) )?(?:(?:ik )?(?:wil|wens|zou)(?: ik)?(?: (?:dat|dit|het|een))? (?:graag |wel )*"
    r"(?:aanvragen|doen|starten))|(?:start|begin|open|doe|vul)(?: met)?(?: maar)? "
    r"(?:de|het|een|mijn) (?:aanvraag|formulier)(?: in)?)?\W*",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"\W*(?:(?:ja|ik wil|ga|graag|toch|nu)\b\W*)*(?:verder|doorgaan) met (?:de|mijn|uw|deze) aanvraag\W*",
    re.IGNORECASE,
)
_CALL_BACK = re.compile(
    r"\W*(?:(?:ja|graag|liever)\b\W*)*(?:laat mij (?:maar |graag )?(?:terugbellen|opbellen)|"
    r"bel mij (?:maar |graag )?terug|(?:kunt u|kan u|kan iemand) mij (?:terugbellen|opbellen)|"
    r"ik wil (?:graag )?teruggebeld worden)\W*",
    re.IGNORECASE,
)


def first_offer(replies: Sequence[Reply]) -> str | None:
    """The kind of request whose button stands first under the last buttons of an answer.

    Behind an emergency card a "ja" is about the card.
    """
    if any(one.kind is Kind.SAFETY for one in replies):
        return None
    buttons = next((one.choices for one in reversed(replies) if one.choices), ())
    name, _, kind = (buttons[0].value if buttons else "").partition(":")
    return kind if name == "aanvraag" and kind in FORMS else None


def spoken_choice(request: EngineRequest) -> str | None:
    """The button of a form that a message comes down to. None behind an alarm, nor in a form: it reads its answers."""
    if _is_no_answer(request):
        return None
    slots = request.dialogue.slots
    if slots.get(KIND_SLOT) and _RESUMES.fullmatch(request.text):
        return f"aanvraag:{slots[KIND_SLOT]}"
    named = _named(request)
    if named is not None:
        return f"aanvraag:{named}"
    offered = slots.get(OFFERED)
    if offered is None or not re.search(r"\w", request.text):
        return None
    if declines_offer(request.text):
        return UNSURE if may_mean_more(request.text) else "stop"
    return f"aanvraag:{offered}" if _ACCEPTS.fullmatch(request.text) else None


def answered_choice(request: EngineRequest) -> str | None:
    """The button of the question just asked, of who asks or of the role, that a typed answer names."""
    if _is_no_answer(request):
        return None
    slots = request.dialogue.slots
    who = chosen_role(request.text) if slots.get("role_unclear") == JUST_ASKED else None
    if who is None and slots.get("audience_asked") == JUST_ASKED:
        who = chosen_audience(request.text)
    return None if who is None else f"doelgroep:{who}"


def _is_no_answer(request: EngineRequest) -> bool:
    return request.alarmed or request.dialogue.active_loop is not None


def _named(request: EngineRequest) -> RequestKind | None:
    """The form whose button was typed, for whom it is meant."""
    text = request.text.strip(" .!").casefold()
    kind = next((one for one, form in FORMS.items() if form.offer.casefold() == text), None)
    if kind is None and _CALL_BACK.fullmatch(request.text):
        kind = RequestKind.TERUGBELLEN
    who = request.dialogue.slots.get("known_audience") or request.audience
    return kind if kind is not None and who in set(FORMS[kind].audiences) else None
