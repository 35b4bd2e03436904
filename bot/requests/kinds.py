"""The kinds of request, the fields each asks for, and to whom each is offered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.catalogue import Audience, TopicId


class RequestKind(StrEnum):
    """What is asked for; the value is stored, the label is Dutch."""

    PLAATSBEZOEK = "plaatsbezoek"
    HANDELINGSKADER = "handelingskader"
    CASUSBESPREKING = "casusbespreking"
    PLAN_NALEZEN = "plan_nalezen"
    TERUGBELLEN = "terugbellen"

    @property
    def label(self) -> str:
        """Dutch label for lists and reports."""
        return _LABELS[self]


_LABELS = {
    RequestKind.PLAATSBEZOEK: "Presentatie of plaatsbezoek",
    RequestKind.HANDELINGSKADER: "Handelingskader",
    RequestKind.CASUSBESPREKING: "Deelname aan een casusoverleg",
    RequestKind.PLAN_NALEZEN: "Nalezen van een beleidsplan",
    RequestKind.TERUGBELLEN: "Terugbelverzoek",
}


class Status(StrEnum):
    """How far the helpdesk is with a request."""

    OPEN = "open"
    PLANNED = "planned"
    DONE = "done"
    REFUSED = "refused"


class Initiative(StrEnum):
    """Who took the first step: the asker, or the helpdesk itself."""

    THEIRS = "theirs"
    OURS = "ours"


class Field(StrEnum):
    """What a form asks; a slot of the same name, behind `aanvraag_`, holds the answer."""

    GEMEENTE = "gemeente"
    ONDERWERP = "onderwerp"
    PERIODE = "periode"
    FUNCTIE = "functie"
    CONTACT = "contact"
    WANNEER = "wanneer"
    TELEFOON = "telefoon"
    AKKOORD = "akkoord"
    """The visitor's yes to the summary; no field of the record."""

    @property
    def slot(self) -> str:
        """The slot in domain.yml."""
        return f"aanvraag_{self.value}"

    @property
    def label(self) -> str:
        """Dutch label in the summary."""
        return _FIELD_LABELS[self]


_FIELD_LABELS = {
    Field.GEMEENTE: "Gemeente",
    Field.ONDERWERP: "Onderwerp",
    Field.PERIODE: "Periode",
    Field.FUNCTIE: "Uw functie",
    Field.CONTACT: "Uw contactgegevens",
    Field.WANNEER: "Wanneer bellen",
    Field.TELEFOON: "Uw telefoonnummer of e-mailadres",
    Field.AKKOORD: "Akkoord",
}

SEALED = (Field.CONTACT, Field.TELEFOON)
"""Fields whose answer is sealed by the gateway; the engine only learns that it is there."""

LOCAL = frozenset({Audience.GEMEENTE, Audience.OCMW, Audience.POLITIE})
"""The local governments that the helpdesk is for."""

TIMES = (Field.PERIODE, Field.WANNEER)
"""Fields that a time is the answer to."""

FORM = "aanvraag_form"
"""Rasa's form in domain.yml: one for every kind, with the fields of the kind in slot `aanvraag`."""

KIND_SLOT = "aanvraag"
SENT_SLOT = "aanvraag_verzonden"
"""Whether a request was sent in this conversation: then the log tells the engine how far each is."""
CHANGED_SLOT = "aanvraag_wijzigt"
"""Place of the sent request that the open form changes."""
STOPPED_SLOT = "aanvraag_gestopt"
"""A form that was stopped: its kind, and what was filled in besides contact details."""
WAITS_SLOT = "aanvraag_wacht"
"""Kind of the request that was asked for before it was known who asks."""
WITHDRAWN_SLOT = "aanvraag_ingetrokken"
"""Place of the request that this answer withdraws; it does not stay in the dialogue."""


@dataclass(frozen=True)
class Form:
    """One kind of request as a form."""

    fields: tuple[Field, ...]
    offer: str
    """Text of the button that starts it."""
    intro: str
    """First line of the form."""
    topics: tuple[TopicId, ...]
    """Whose answer offers it."""
    audiences: frozenset[Audience] = LOCAL


FORMS = {
    RequestKind.PLAATSBEZOEK: Form(
        (Field.GEMEENTE, Field.ONDERWERP, Field.PERIODE, Field.FUNCTIE, Field.CONTACT),
        offer="Vraag een presentatie of plaatsbezoek aan",
        intro="Ik noteer uw aanvraag voor een presentatie of plaatsbezoek.",
        topics=(TopicId("plaatsbezoek"), TopicId("handelingskader_toelichting")),
    ),
    RequestKind.CASUSBESPREKING: Form(
        (Field.GEMEENTE, Field.PERIODE, Field.CONTACT),
        offer="Vraag een medewerker op uw casusoverleg",
        intro="Ik noteer uw vraag om een medewerker op uw lokale casusoverleg. "
        "**Typ hier niets over de casus zelf**: ook niet anoniem.",
        topics=(TopicId("casusbespreking"),),
    ),
    RequestKind.PLAN_NALEZEN: Form(
        (Field.GEMEENTE, Field.CONTACT),
        offer="Laat uw plan nalezen",
        intro="Ik noteer dat u uw beleidsplan wilt laten nalezen. Een medewerker vraagt u daarna het plan zelf.",
        topics=(TopicId("beleidsplan_nalezen"),),
    ),
    RequestKind.TERUGBELLEN: Form(
        (Field.ONDERWERP, Field.WANNEER, Field.TELEFOON),
        offer="Laat mij terugbellen",
        intro="Ik noteer dat u teruggebeld wilt worden.",
        topics=(TopicId("contact_helpdesk"),),
        audiences=LOCAL | {Audience.VLAAMSE_OVERHEID},
    ),
}
"""The forms; the handelingskader needs none, it is given at once."""

OPTIONAL = frozenset({(RequestKind.TERUGBELLEN, Field.ONDERWERP)})
"""Fields that may be skipped."""

HANDED_OVER = TopicId("handelingskader_aanvragen")
"""The topic whose answer gives the handelingskader."""


def offered_by(topic: TopicId, audience: Audience) -> RequestKind | None:
    """The form that the answer to a topic offers this asker; None for whoever is routed elsewhere or did not say."""
    for kind, form in FORMS.items():
        if topic in form.topics and audience in form.audiences:
            return kind
    return None


def waits_for_asker(topics: Iterable[str]) -> RequestKind | None:
    """The form that a question about one of these topics asks for; a call is asked for in so many words."""
    kinds = (kind for kind in FORMS if kind is not RequestKind.TERUGBELLEN)
    return next((kind for kind in kinds if not set(FORMS[kind].topics).isdisjoint(topics)), None)


def asked_kind(slots: dict[str, object], active_loop: str | None) -> RequestKind | None:
    """The kind of the form that is being filled in."""
    kind = slots.get(KIND_SLOT)
    return RequestKind(str(kind)) if active_loop == FORM and kind in FORMS else None


def takes_contact(slots: dict[str, object], active_loop: str | None) -> bool:
    """Whether a form is being filled in: then, and only then, contact details are taken and sealed, at any step."""
    return asked_kind(slots, active_loop) is not None


def sealed_field(kind: RequestKind) -> Field:
    """The field of a form that holds its contact details."""
    return next(one for one in FORMS[kind].fields if one in SEALED)


def asks_contact(slots: dict[str, object], active_loop: str | None) -> bool:
    """Whether the form has just asked for contact details: then a short line is nothing else."""
    return takes_contact(slots, active_loop) and slots.get("requested_slot") in {
        field.slot for field in SEALED
    }
