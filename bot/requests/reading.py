"""What a message means while a form is open: an answer, a correction, a stop, or a question in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.replies import Choice
from bot.requests.besides import told_besides
from bot.requests.correcting import correction
from bot.requests.details import (
    ASK_AGAIN,
    LOST,
    function_beside,
    gives_details,
    were_lost,
    with_details,
    without_details,
)
from bot.requests.elsewhere import asks_when_answered, is_elsewhere, only_asks
from bot.requests.fields import named_municipality, read_field
from bot.requests.going_back import goes_back, keeps, pauses, resumes, sends
from bot.requests.kinds import FORMS, OPTIONAL, SEALED, Field, RequestKind, sealed_field
from bot.requests.mending import as_meant
from bot.requests.naming import named_wrong, says_wrong
from bot.requests.options import KEEP
from bot.requests.periods import beside_time
from bot.requests.refusing import REASONS, asks_why, knows_not, refuses, unanswered
from bot.requests.said import Complaint, Heard, Said
from bot.requests.stopping import stops

NO_CASE = "Typ hier niets over de casus zelf."
_SHORT = 5
"""Words of an answer that is no story."""


@dataclass(frozen=True)
class Turn:
    """What a message does to the form."""

    values: dict[Field, Any] = field(default_factory=dict)
    """Fields that change."""
    again: Field | None = None
    """The field to ask now, though it may have a value: that one stays until there is another."""
    complaint: str | None = None
    choices: tuple[Choice, ...] = ()
    stopped: bool = False
    changing: bool = False
    """Whether the visitor wants to change something and did not say what."""
    note: str | None = None
    """What is said above the next question."""
    leaves: Audience | None = None
    """Who the visitor turns out to be, when the form is not for them."""
    elsewhere: bool = False
    """Whether the message is none of the form's business: it is answered as always, and the form goes on behind it."""


FIRST = "Dit is al de eerste vraag."
PAUSE = (
    "Dat kan: wat u invulde, blijft staan zolang dit gesprek open is. "
    "Antwoord hieronder verder wanneer het u past."
)
NOT_YET = "Daarvoor heb ik eerst nog dit nodig."
NOT_KNOWN = "Dat weet ik niet. U kunt het vragen aan de medewerker die uw aanvraag krijgt."
"""A question about the request, or one that was not understood, which is no answer to a field either."""
ELSEWHERE = Turn(elsewhere=True)


def read_turn(
    kind: RequestKind,
    asked: Field | None,
    heard: Heard,
    library: Library,
    *,
    today: date,
    changing: bool = False,
    known: Mapping[Field, Any] | None = None,
) -> Turn:
    """Read a message behind the question for `asked`; `changing` when that was what should change.

    `known` is what was filled in before.
    """
    known = known or {}
    name, _, value = (heard.choice or "").partition(":")
    kept = asked is not None and known.get(asked) is not None
    if heard.choice == f"waarde:{KEEP}":
        return Turn() if kept else Turn(again=asked)
    if kept and not name and keeps(heard.said.text):
        return Turn()
    if name == "stop" or (heard.choice is None and stops(heard.said.text, danger=heard.danger)):
        return Turn(stopped=True)
    if _is_for_another(kind, heard):
        return Turn(leaves=heard.who)
    fields = FORMS[kind].fields
    if name == "veld" and value in fields:
        return Turn(again=Field(value))
    if asked is None or (heard.choice is not None and name != "waarde"):
        return ELSEWHERE
    if heard.choice is None and asked not in SEALED and gives_details(heard.said):
        return _beside_details(kind, asked, heard, library, today=today, known=known)
    if heard.choice is None:
        heard = replace(heard, said=_placed(asked, _meant(asked, heard.said, library), library))
        typed = _unwilling(kind, asked, heard.said, kept=kept) or _typed(
            kind, asked, heard, library, today, changing=changing, known=known
        )
        if typed is not None:
            return typed
    if asked is Field.AKKOORD:
        return _agreed(kind, heard.said, library, today, changing=changing, known=known)
    turn = _answered(kind, asked, heard.said, library, today, known)
    return replace(turn, values={**function_beside(kind, heard.role, known), **turn.values})


def _is_for_another(kind: RequestKind, heard: Heard) -> bool:
    """Whether the visitor says to be somebody that the form is not for; danger is heard before that."""
    told = heard.choice is None and not heard.danger and heard.who is not None
    return told and heard.who not in FORMS[kind].audiences


def _beside_details(
    kind: RequestKind,
    asked: Field,
    heard: Heard,
    library: Library,
    *,
    today: date,
    known: Mapping[Field, Any],
) -> Turn:
    """New contact details, whatever was asked, with what the rest of the message does."""
    which, contact = sealed_field(kind), heard.said.contact
    role = None if asked is Field.FUNCTIE else heard.role
    rest = replace(heard, said=without_details(heard.said, role), role=None)
    function = {} if asked is Field.FUNCTIE else function_beside(kind, role, known)
    turn = Turn()
    if rest.said.text:
        turn = read_turn(kind, asked, rest, library, today=today, known=known)
    if turn.stopped or turn.leaves or (turn.elsewhere and heard.decision == "safety"):
        return turn
    note = ASK_AGAIN if turn.elsewhere else turn.note
    again = None if turn.again is which else turn.again
    return Turn(
        with_details({**function, **turn.values}, which, contact),
        again=again,
        complaint=turn.complaint,
        choices=turn.choices,
        note=note,
    )


def _meant(asked: Field, said: Said, library: Library) -> Said:
    """A message without what the visitor takes back in it."""
    text = said.text if asked in SEALED else as_meant(said.text)
    if text == said.text:
        return said
    names = {one: library.municipalities[one].name.casefold() for one in said.municipalities}
    named = tuple(one for one, name in names.items() if name in text.casefold())
    return replace(said, text=text, municipalities=named)


def _placed(asked: Field, said: Said, library: Library) -> Said:
    """A message with the municipality whose name is all that it says, also one that the lists pass over: "Geel"."""
    nis = (
        None
        if said.municipalities or asked is Field.FUNCTIE
        else named_municipality(said.text, library)
    )
    return said if nis is None else replace(said, municipalities=(nis,))


def _unwilling(kind: RequestKind, asked: Field, said: Said, *, kept: bool) -> Turn | None:
    """Who would rather not answer, does not know, or asks why; what the helpdesk cannot do without stays asked."""
    if asked is Field.AKKOORD or said.contact is not None:
        return None
    if asks_why(asked, said.text):
        return Turn(again=asked, complaint=REASONS[asked])
    refused = refuses(said.text)
    if not refused and not knows_not(said.text):
        return None
    if kept:
        return Turn()
    value = unanswered(asked, optional=(kind, asked) in OPTIONAL, refused=refused)
    if value is not None:
        return Turn({asked: value})
    rest = f"{REASONS[asked]} Wilt u dat niet? Kies **Stoppen**. Vragen stellen kan altijd."
    return Turn(again=asked, complaint=rest)


def _typed(
    kind: RequestKind,
    asked: Field,
    heard: Heard,
    library: Library,
    today: date,
    *,
    changing: bool,
    known: Mapping[Field, Any],
) -> Turn | None:
    """What typed words mean that are no answer to the field that is asked."""
    fields, said = FORMS[kind].fields, heard.said
    if goes_back(said.text):
        return _back(fields, asked, changing=changing)
    if asked is not Field.AKKOORD and sends(said.text):
        missing = any(known.get(one) is None for one in fields)
        return Turn(again=asked, note=NOT_YET) if missing else Turn()
    if pauses(said.text):
        return Turn(again=asked, note=PAUSE)
    goes_on = library.spoken.core(said.text) in library.spoken.on and asked is not Field.AKKOORD
    if goes_on or resumes(said.text):
        return Turn(again=asked)
    if said.contact is not None and asked in SEALED:
        return None
    wrong = named_wrong(fields, said.text, changing=changing, strictly=asked is Field.ONDERWERP)
    if wrong is not None:
        return Turn(again=wrong)
    if asked is not Field.AKKOORD and says_wrong(said.text):
        return Turn(changing=True)
    # A call is asked for without a municipality, yet the one that is known may be wrong.
    corrected = correction(tuple(dict.fromkeys((*fields, Field.GEMEENTE))), asked, said)
    if corrected is not None and corrected[0] not in SEALED:
        return _fill(kind, *corrected, library, today, asked)
    if corrected is not None and corrected[0] is not asked:
        return _again(kind, corrected[0], said)
    if heard.decision != "safety" and asks_when_answered(asked, said.text):
        return Turn(again=asked, note=NOT_KNOWN)
    if is_elsewhere(asked, heard, library):
        return ELSEWHERE
    return Turn(again=asked, note=NOT_KNOWN) if only_asks(asked, heard) else None


def _again(kind: RequestKind, which: Field, said: Said) -> Turn:
    """The field to ask once more; where new details were given and lost, the old ones may not stay either."""
    lost = which is sealed_field(kind) and were_lost(said)
    return Turn({which: None}, again=which, complaint=LOST) if lost else Turn(again=which)


def _back(fields: tuple[Field, ...], asked: Field, *, changing: bool) -> Turn:
    """The question before this one; before the first there is none."""
    if changing:
        return Turn(again=Field.AKKOORD)
    place = (*fields, Field.AKKOORD).index(asked)
    return Turn(again=fields[max(place - 1, 0)], note=FIRST if place == 0 else None)


def _agreed(
    kind: RequestKind,
    said: Said,
    library: Library,
    today: date,
    *,
    changing: bool,
    known: Mapping[Field, Any],
) -> Turn:
    """The yes to the summary. Anything else wants a change; a yes behind that shows the summary again first,
    unless it says to send what the summary showed.
    """
    reading = read_field(Field.AKKOORD, said, library, today=today, optional=False)
    if isinstance(reading, Complaint):
        return _again(kind, sealed_field(kind), said) if were_lost(said) else Turn(changing=True)
    complete = all(known.get(one) is not None for one in FORMS[kind].fields)
    shown = not changing or (complete and sends(said.text))
    return Turn({Field.AKKOORD: reading.value}) if shown else Turn()


def _answered(
    kind: RequestKind,
    asked: Field,
    said: Said,
    library: Library,
    today: date,
    known: Mapping[Field, Any],
) -> Turn:
    """The answer to the field that is asked, with what the same message tells of fields that are still open."""
    missing = [one for one in FORMS[kind].fields if known.get(one) is None and one is not asked]
    own, others = told_besides(said, asked, missing)
    turn = _fill(kind, asked, own, library, today, asked)
    if turn.complaint is not None:
        return turn
    for which, words in others.items():
        turn.values.update(_fill(kind, which, words, library, today, asked).values)
    return turn


def _fill(
    kind: RequestKind, which: Field, said: Said, library: Library, today: date, asked: Field
) -> Turn:
    optional = (kind, which) in OPTIONAL
    of_case = kind is RequestKind.CASUSBESPREKING and said.value is None
    if of_case and which is Field.PERIODE and beside_time(said.text):
        return Turn(again=asked, complaint=f"Noem alleen wanneer het overleg is. {NO_CASE}")
    reading = read_field(which, said, library, today=today, optional=optional)
    if not isinstance(reading, Complaint):
        return Turn({which: reading.value})
    # What cannot be read leaves the value that was there; the field that is asked stays open.
    tells = of_case and len(said.text.split()) > _SHORT
    complaint = f"{reading.text} {NO_CASE}" if tells else reading.text
    return Turn(again=asked, complaint=complaint, choices=reading.choices)
