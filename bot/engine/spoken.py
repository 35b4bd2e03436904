"""A typed answer to what was offered or asked just before, as the button it comes down to."""

from __future__ import annotations

import re

from bot.answers.asking import JUST_ASKED, SKIP
from bot.engine.offers import OFFERED, asked_topics, on_yes, open_offer, withdrawing
from bot.engine.protocol import EngineRequest
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.nlu.answering import chosen_audience, chosen_role, named_audience
from bot.requests.asking_after import asks_after
from bot.requests.going_back import goes_back, resumes
from bot.requests.kinds import CHANGED_SLOT, FORMS, KIND_SLOT, RequestKind, Status
from bot.requests.periods import is_moment
from bot.requests.reaching import only_details
from bot.requests.sent import Wish, keeps_sent, says_no_more, wish_of_sent
from bot.requests.sent_replies import LEAVE
from bot.requests.stopping import declines_offer, may_mean_more

_NUMBER = re.compile(
    r"\W*(?:(?:mijn|nummer|is|tel|gsm|het)\b\W*)*\+?(?:[\d()/.-] ?){8,16}\W*", re.IGNORECASE
)
"""A number that the filter does not know for a telephone."""
UNSURE = "stop:twijfel"
NONE, ON, MOMENT, WHICH, BACK = "geen", "verder", "moment", "welke", "terug"
WHO = "wie"
SHORT, DETAILS = "kort", "gegevens"
RESUME = "hervat"
STANDING = "stand"
"""Choices that no button has: an offer is declined in words that may mean more, none of the buttons, going on with what
was interrupted, a time that nobody asked for, a yes to more than one button, going back where nothing is filled in, a
single letter, contact details that nobody asked for, going on with a request that was stopped, and asking after one
that was sent; a yes to "Voor wie vraagt u dit?" is no answer."""

_ACCEPTS = re.compile(
    r"\W*(?:(?:ja|jawel|jazeker|yes|yep|ok|oke|oké|okee|oki|prima|(?:heel |zeer )?graag|zeker|natuurlijk|tuurlijk|"
    r"absoluut|akkoord|doe (?:dat )?maar|(?:dat )?is goed|goed|aub|alstublieft|alsjeblieft|dank u|bedankt|merci|"
    r"dat (?:wil|zou) ik(?: (?:wel|graag))*|dat zou fijn zijn|vraag (?:dat |het |die |deze )?maar aan)\b\W*)*"
    r"(?:\b(?:(?:dat|dit|het|een|de) )?(?:(?:ik )?(?:wil|wens|zou)(?: ik)?(?: (?:dat|dit|het|een))? (?:graag |wel )*"
    r"(?:aanvragen|doen|starten))|(?:start|begin|open|doe|vul)(?: met)?(?: maar)? "
    r"(?:de|het|een|mijn) (?:aanvraag|formulier)(?: in)?)?\W*",
    re.IGNORECASE,
)
_ONLY_THANKS = re.compile(r"\W*(?:(?:dank u|bedankt|merci|aub)\b\W*)+", re.IGNORECASE)
_REFUSES = re.compile(
    r"\W*(?:(?:nee|neen|nee hoor|nu niet|niet nu|voorlopig niet|nog niet|(?:dat is |is )?niet nodig|hoeft niet|"
    r"dat hoeft niet|geen interesse|(?:toch )?liever niet|dank u|dankuwel|bedankt|merci)\b\W*)+",
    re.IGNORECASE,
)
_THUMBS_UP = re.compile("[\U0001f44d\U0001f44c\u2705]")
"""Signs that say yes."""
_ONE_LETTER = re.compile(r"\W*[^\W\d_]\W*")
_SPEAKER = re.compile(r"\b(?:ik|we|wij)\b", re.IGNORECASE)
"""Who says "ik wil stoppen" where no form is offered may mean more than the conversation."""


def spoken_choice(request: EngineRequest, library: Library) -> str | None:
    """The button that a message comes down to. None behind an alarm, nor in a form: it reads its answers."""
    if request.dialogue.active_loop is not None and not request.alarmed:
        return _other_form(request, library)
    if is_no_answer(request):
        return None
    if not re.search(r"\w", _THUMBS_UP.sub("ja", request.text)):
        return None
    return _form(request, library) or _pressed(request, library) or _aside(request, library)


def of_sent(request: EngineRequest) -> str | None:
    """The button for a request that was sent: withdrawing it, changing it, or leaving it."""
    if is_no_answer(request):
        return None
    if any(one.status == Status.OPEN for one in request.sent) and asks_after(request.text):
        return STANDING
    asked = withdrawing(request.dialogue.slots)
    if asked and keeps_sent(request.text):
        return LEAVE.value
    found = wish_of_sent(request.text, sent=[RequestKind(one.kind) for one in request.sent])
    if found is None:
        return None
    wish, about = found
    if wish is Wish.WITHDRAW and not request.sent and request.dialogue.slots.get(KIND_SLOT):
        return "stop"
    if wish is Wish.WITHDRAW and len(asked) == 1:
        return asked[0]
    return f"{wish}:_{about}" if about else f"{wish}"


def withdraws(choice: str | None) -> bool:
    """Whether a choice takes a sent request back, or leaves it."""
    return choice is not None and not choice.startswith(Wish.CHANGE)


def _other_form(request: EngineRequest, library: Library) -> str | None:
    """Who wants to be called while another form is open wants that one; who withdraws leaves it."""
    wish = wish_of_sent(request.text, sent=[RequestKind(one.kind) for one in request.sent])
    if wish is not None and wish[0] is Wish.WITHDRAW and says_no_more(request.text):
        changed = request.dialogue.slots.get(CHANGED_SLOT)
        return "stop" if changed is None else f"{Wish.WITHDRAW}:{changed}"
    if request.dialogue.slots.get(KIND_SLOT) == RequestKind.TERUGBELLEN:
        return None
    wants = library.spoken.core(request.text) in library.spoken.call_back
    return f"aanvraag:{RequestKind.TERUGBELLEN}" if wants else None


def accepted_beside(request: EngineRequest) -> tuple[str, str] | None:
    """The form that a yes accepts at the beginning of a message, with the rest: "ja graag, we zijn van Aalst"."""
    yes, _, rest = re.sub(r"[,.;!]|\ben\b", "|", request.text, count=1).partition("|")
    if is_no_answer(request) or not rest.strip():
        return None
    form = _accepted(request.model_copy(update={"text": yes}))
    return (form, rest.strip()) if form and form.startswith("aanvraag:") else None


def answered_choice(request: EngineRequest) -> str | None:
    """The button of a question that was asked, of who asks or of the role, that a typed answer names."""
    if is_no_answer(request):
        return None
    slots = request.dialogue.slots
    at_ocmw = slots.get("known_audience") == Audience.OCMW
    asked_role = slots.get("role_unclear") == JUST_ASKED or at_ocmw
    who = chosen_role(request.text) if asked_role else None
    if who is None and slots.get("audience_asked") == JUST_ASKED:
        who = chosen_audience(request.text)
    elif who is None:
        named = named_audience(request.text)
        asked = slots.get("audience_asked") or slots.get("municipality_asked")
        asked = asked or asked_topics(slots)
        who = named if asked or named == slots.get("known_audience") else None
    return None if who is None else f"doelgroep:{who}"


def is_no_answer(request: EngineRequest) -> bool:
    """Whether a message is read as it stands: behind an alarm, and in a form, which reads its own answers."""
    return request.alarmed or request.dialogue.active_loop is not None


def _form(request: EngineRequest, library: Library) -> str | None:
    """The form that is resumed, named, accepted or declined in words."""
    slots, core = request.dialogue.slots, library.spoken.core(request.text)
    going_on = core in library.spoken.on or resumes(request.text)
    if going_on and slots.get(KIND_SLOT):
        return f"aanvraag:{slots[KIND_SLOT]}"
    if resumes(request.text):
        return _accepted(request) or RESUME
    named = _named(request, library)
    if named is not None:
        return f"aanvraag:{named}"
    offers = bool(open_offer(slots))
    if declines_offer(request.text) and (offers or not _SPEAKER.search(request.text)):
        return UNSURE if may_mean_more(request.text) else "stop"
    if offers and _REFUSES.fullmatch(request.text) and not _ONLY_THANKS.fullmatch(request.text):
        return "stop"
    return _accepted(request)


def _accepted(request: EngineRequest) -> str | None:
    """What a yes presses: the one button that it can mean, or which of them has to be asked."""
    text, meant = _THUMBS_UP.sub(" ja ", request.text), on_yes(request.dialogue.slots)
    if _ONLY_THANKS.fullmatch(text) or not _ACCEPTS.fullmatch(text):
        return None
    if not meant:
        return WHO if request.dialogue.slots.get("audience_asked") == JUST_ASKED else None
    return meant[0][1] if len(meant) == 1 else WHICH


def _pressed(request: EngineRequest, library: Library) -> str | None:
    """The button whose label or place was typed; the question of an article is its button anywhere."""
    row, plain = _row(request), _plain(request.text)
    named = {_plain(one.question): f"onderwerp:{topic}" for topic, one in library.articles.items()}
    named |= {_plain(label): value for label, value in row}
    if plain in named:
        return named[plain]
    core = library.spoken.core(request.text)
    if core in library.spoken.none and row:
        values = {value for _, value in row}
        return SKIP.value if SKIP.value in values else NONE
    place = library.spoken.places.get(core, 0)
    if not row or not -1 <= place <= len(row) or place == 0:
        return None
    return row[place - 1 if place > 0 else place][1]


def _aside(request: EngineRequest, library: Library) -> str | None:
    """What is said between questions and would be taken for one."""
    if is_moment(request.text):
        return MOMENT
    if only_details(request.text) or _NUMBER.fullmatch(request.text):
        return DETAILS
    if _ONE_LETTER.fullmatch(request.text):
        return SHORT
    if goes_back(request.text):
        return BACK
    return ON if library.spoken.core(request.text) in library.spoken.on else None


def _row(request: EngineRequest) -> list[list[str]]:
    return request.dialogue.slots.get(OFFERED) or []


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w-]+", text.casefold()))


def _waits_for_call(request: EngineRequest) -> bool:
    """Whether a call was asked for already: the words alone open no second form."""
    return any(
        one.kind == RequestKind.TERUGBELLEN and one.status == Status.OPEN for one in request.sent
    )


def _named(request: EngineRequest, library: Library) -> RequestKind | None:
    """The form whose button was typed, for whom it is meant; who did not say is asked that first."""
    text = request.text.strip(" .!").casefold()
    kind = next((one for one, form in FORMS.items() if form.offer.casefold() == text), None)
    calls = library.spoken.core(request.text) in library.spoken.call_back
    if kind is None and calls and not _waits_for_call(request):
        kind = RequestKind.TERUGBELLEN
    who = request.dialogue.slots.get("known_audience") or request.audience or Audience.ONBEKEND
    may = who == Audience.ONBEKEND or (kind is not None and who in set(FORMS[kind].audiences))
    return kind if may else None
