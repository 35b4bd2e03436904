"""What the replies of a turn leave open: the buttons that can be pressed in words, and what a yes would accept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answers.asking import PERSON, SKIP
from bot.replies import Choice, Kind, Reply
from bot.requests.kinds import FORMS, WAITS_SLOT, RequestKind
from bot.requests.sent import SURE, Wish
from bot.requests.sent_replies import LEAVE

OFFERED = "offered"
"""Of the dialogue alone: labels and values of the last row of buttons; they hold for the very next message."""

YES = "yes"
"""Of the dialogue alone: what a yes accepts, as labels and values, and for how many messages more."""

CARD = "card"
"""Of the dialogue alone: whether an emergency card was shown; it holds for the very next message."""

STANDS = 3
"""Messages that a form on offer can be accepted in: a question of Wegwijs or of the visitor may come in between."""

_ASKING = (Kind.CLARIFY, Kind.FALLBACK, Kind.SMALLTALK)
"""Kinds of reply whose buttons are what they ask; an answer only shows related questions."""


def offered(replies: Sequence[Reply]) -> list[list[str]]:
    """Label and value of the last row of buttons. Behind an emergency card a "ja" is about the card.

    The one button that leaves a question unanswered is no row: what is chosen from stands above it.
    """
    if _alarming(replies):
        return []
    rows = [one.choices for one in replies if one.choices]
    row = next((one for one in reversed(rows) if one != (SKIP,)), rows[-1] if rows else ())
    return _pairs(row)


def accepted_by_yes(replies: Sequence[Reply]) -> list[list[str]]:
    """What a "ja graag" behind these replies may mean: the forms they offer, else what the last of them asks."""
    if _alarming(replies):
        return []
    forms = [one.choices[0] for one in replies if one.choices and _is_form(one.choices[0])]
    if forms:
        return _pairs(dict.fromkeys(forms))
    last = replies[-1] if replies else None
    if last is None or last.kind not in _ASKING or not last.choices:
        return []
    sure = [one for one in last.choices if _withdraws(one)]
    if sure:
        return _pairs(sure)
    if last.choices[0] == PERSON:
        return _pairs((PERSON,))
    # A yes says nothing of who one is: that takes its button, or the words.
    return _pairs(
        one for one in last.choices if one != PERSON and not one.value.startswith("doelgroep:")
    )


def standing(before: dict[str, Any], replies: Sequence[Reply]) -> dict[str, Any]:
    """The slots with what these replies leave open; an offer that was not answered stands for some messages."""
    row, yes = offered(replies), accepted_by_yes(replies)
    if not row and all(one.kind is Kind.SMALLTALK for one in replies):
        # "Goed. Waarmee kan ik u verder helpen?" shows nothing new to choose from.
        row = before.get(OFFERED) or []
    slots: dict[str, Any] = {OFFERED: row} if row else {}
    if yes:
        return {**slots, YES: {"choices": yes, "left": STANDS}}
    old = before.get(YES) or {"choices": [], "left": 0}
    forms = [one for one in old["choices"] if one[1].startswith("aanvraag:")]
    # Who asked something in between is asked again whether to withdraw.
    forms += [
        [one[0], one[1].removesuffix(SURE)] for one in old["choices"] if one[1].endswith(SURE)
    ]
    if forms and old["left"] > 1 and not _alarming(replies):
        return {**slots, YES: {"choices": forms, "left": old["left"] - 1}}
    return slots


def on_yes(slots: dict[str, Any]) -> list[list[str]]:
    """What a yes accepts now."""
    left_open: list[list[str]] = (slots.get(YES) or {}).get("choices", [])
    return left_open


def open_offer(slots: dict[str, Any]) -> tuple[Choice, ...]:
    """The buttons of the forms that are on offer and were not answered."""
    return tuple(
        Choice(label=label, value=value)
        for label, value in on_yes(slots)
        if value.startswith("aanvraag:")
    )


def asked_topics(slots: dict[str, Any]) -> tuple[Choice, ...]:
    """The topics of a "Bedoelt u een van deze onderwerpen?" that was not answered yet."""
    return tuple(
        Choice(label=label, value=value)
        for label, value in on_yes(slots)
        if value.startswith("onderwerp:")
    )


def waiting_form(slots: dict[str, Any]) -> RequestKind | None:
    """The form that was asked for last by who did not say yet who asks."""
    asked = [one["topic"] for one in slots.get("last_questions") or []]
    last = next((kind for kind, form in FORMS.items() if set(asked) & set(form.topics)), None)
    kept = slots.get(WAITS_SLOT)
    return last or (RequestKind(kept) if kept in FORMS else None)


def _alarming(replies: Sequence[Reply]) -> bool:
    return any(one.kind is Kind.SAFETY for one in replies)


def withdrawing(slots: dict[str, Any]) -> list[str]:
    """The values of the buttons that withdraw a request, while the question whether to do so stands."""
    return [value for _, value in on_yes(slots) if value.startswith(f"{Wish.WITHDRAW}:")]


def _withdraws(choice: Choice) -> bool:
    return choice.value.startswith(f"{Wish.WITHDRAW}:") and choice != LEAVE


def _is_form(choice: Choice) -> bool:
    return choice.value.startswith("aanvraag:")


def _pairs(choices: Any) -> list[list[str]]:
    return [[one.label, one.value] for one in choices]
