"""What a form says: its questions with their choices and progress, the summary, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library
from bot.replies import Choice, ContactCard, Kind, Reply
from bot.requests.kinds import FORMS, OPTIONAL, SEALED, Field, RequestKind
from bot.requests.options import KEEP, MOMENTS, PERIODS, SKIP, SUBJECTS, YES

STOP = Choice(label="Stoppen", value="stop")
Values = Mapping[Field, Any]
NOT_WELL = "Gaat het niet goed met u? Bel 1813 of 112."

_QUESTIONS = {
    Field.GEMEENTE: "Voor welke gemeente is dit?",
    Field.ONDERWERP: "Waarover gaat het? Kies een onderwerp of typ het in enkele woorden, zonder namen.",
    Field.PERIODE: "Welke periode past u? Kies, of typ bijvoorbeeld: maart, of na de zomer.",
    Field.FUNCTIE: "Wat is uw functie? Bijvoorbeeld: preventieambtenaar.",
    Field.CONTACT: "Hoe kan de helpdesk u bereiken? Typ uw naam met uw e-mailadres of telefoonnummer.",
    Field.WANNEER: "Wanneer belt een medewerker u best terug? Kies, of typ een dag of uur.",
    Field.TELEFOON: "Op welk nummer bereikt de helpdesk u? Typ uw naam en uw telefoonnummer. "
    "Krijgt u liever een e-mail? Typ dan uw e-mailadres.",
}
_WANTED = "Wilt u dat de helpdesk u daarmee belt of mailt? Kies dan hieronder."
_SEALED_NOTE = (
    "Deze gegevens worden versleuteld bewaard voor de helpdesk en staan niet in dit gesprek. "
    "Ze verdwijnen als de aanvraag afgesloten is."
)


KEPT = "Uw contactgegevens zijn versleuteld bewaard voor de helpdesk."
_CALLED = "De helpdesk belt of mailt alleen lokale besturen en de Vlaamse overheid terug."
ERASED = f"Uw contactgegevens zijn weer gewist. {_CALLED}"
_RENEWED = "uw nieuwe gegevens zijn versleuteld bewaard"


def offer(kind: RequestKind) -> Choice:
    """The button that starts a form."""
    return Choice(label=FORMS[kind].offer, value=f"aanvraag:{kind}")


def ask(
    kind: RequestKind,
    asked: Field,
    values: Values,
    library: Library,
    *,
    begins: bool = False,
    complaint: str | None = None,
    suggestions: tuple[Choice, ...] = (),
    noted: Sequence[str] = (),
) -> Reply:
    """The question for a field, or the summary when only the yes is missing, behind what is noted of the message."""
    if asked is Field.AKKOORD:
        return _summary(kind, values, library, [*noted, complaint or "Klopt dit?"])
    fields = FORMS[kind].fields
    text = _QUESTIONS[asked]
    if asked in SEALED:
        text = f"{text}\n\n{_SEALED_NOTE}"
    opening = [FORMS[kind].intro] if begins else []
    answered = values.get(asked) is not None
    before = [_before(asked, values[asked], library)] if answered else []
    return Reply(
        kind=Kind.FORM,
        text="\n\n".join([*opening, *noted, complaint or text, *before]),
        choices=(
            *(suggestions or _choices(kind, asked, library)),
            *((Choice(label="Laat zo", value=f"waarde:{KEEP}"),) if answered else ()),
            STOP,
        ),
        step=fields.index(asked) + 1,
        steps=len(fields),
        asks=asked.value,
    )


def _choices(kind: RequestKind, asked: Field, library: Library) -> tuple[Choice, ...]:
    known: dict[str, str] = {}
    if asked is Field.ONDERWERP:
        known = {one: library.articles[TopicId(one)].title for one in SUBJECTS}
    elif asked in (Field.PERIODE, Field.WANNEER):
        known = PERIODS if asked is Field.PERIODE else MOMENTS
    if (kind, asked) in OPTIONAL:
        known = {**known, SKIP: "Sla over"}
    return tuple(Choice(label=label, value=f"waarde:{one}") for one, label in known.items())


def also(fields: Sequence[Field], values: Values, library: Library) -> str:
    """What was told beside the answer that was asked."""
    told = (f"**{one.label}**: {shown(one, values[one], library)}" for one in fields)
    return f"Ook genoteerd: {'; '.join(told)}."


def _before(field: Field, value: Any, library: Library) -> str:
    """What was answered before, which stays until there is another answer."""
    if field in SEALED:
        return "Wat u daarnet gaf, blijft bewaard tot u iets anders typt."
    return f"U vulde al in: **{shown(field, value, library)}**."


def changed(fields: Sequence[Field], values: Values, library: Library) -> str:
    """What a correction did."""
    told = (
        f"**{one.label}** is nu {shown(one, values[one], library)}"
        for one in fields
        if one not in SEALED
    )
    renewed = [_RENEWED] if set(fields) & set(SEALED) else []
    return f"Aangepast: {'; '.join([*told, *renewed])}."


def _summary(kind: RequestKind, values: Values, library: Library, opening: list[str]) -> Reply:
    fields = FORMS[kind].fields
    if Field.GEMEENTE not in fields and values.get(Field.GEMEENTE) is not None:
        fields = (Field.GEMEENTE, *fields)
    lines = [f"- **{one.label}**: {shown(one, values.get(one), library)}" for one in fields]
    return Reply(
        kind=Kind.FORM,
        text="\n\n".join([*opening, "\n".join(lines)]),
        choices=(
            Choice(label="Verzend", value=f"waarde:{YES}"),
            *_changes(kind),
            STOP,
        ),
        asks=Field.AKKOORD.value,
    )


def ask_change(kind: RequestKind) -> Reply:
    """Which field is to change; the summary comes again before anything is sent."""
    return Reply(
        kind=Kind.FORM,
        text="Wat wilt u veranderen? Kies hieronder. Daarna ziet u alles nog eens voor u verzendt.",
        choices=(*_changes(kind), STOP),
        asks=Field.AKKOORD.value,
    )


def _changes(kind: RequestKind) -> tuple[Choice, ...]:
    """A button for each field."""
    return tuple(
        Choice(label=f"Wijzig: {one.label.lower()}", value=f"veld:{one}")
        for one in FORMS[kind].fields
    )


def shown(field: Field, value: Any, library: Library) -> str:
    """A value as the visitor reads it; contact details are never shown again."""
    if field is Field.GEMEENTE:
        return library.municipalities[value].name
    if field is Field.ONDERWERP:
        title = "" if value["topic"] is None else library.articles[value["topic"]].title
        return plain(value["subject"] or "") or title or "niet opgegeven"
    if field in SEALED:
        return "versleuteld bewaard"
    return plain(str(value))


def plain(text: str) -> str:
    """A visitor's words between ours, without the signs that would make Markdown of them."""
    return re.sub(r"[\[\]*`<>]", "", text)


def foretold_for(kind: RequestKind, told: Values, library: Library, *, kept: bool) -> Reply:
    """What a question told already for the form that its answer offers."""
    shown_ = "; ".join(f"**{one.label}**: {shown(one, told[one], library)}" for one in told)
    noted = [f"Ik noteer alvast voor uw aanvraag: {shown_}."] if told else []
    offered = [] if kind is not RequestKind.TERUGBELLEN else [_WANTED]
    return Reply(
        kind=Kind.SMALLTALK,
        text=" ".join([*noted, *([KEPT] if kept else []), *offered]),
        choices=(offer(kind),) if offered else (),
    )


def not_kept(*, erased: bool, may: bool) -> Reply:
    """A number or an address in a message was not taken, and how to give it so that it is."""
    if erased and not may:
        return Reply(kind=Kind.SMALLTALK, text=ERASED)
    how = (
        f"Wilt u dat de helpdesk u belt of mailt? Typ **{FORMS[RequestKind.TERUGBELLEN].offer}**: "
        "dan vraag ik het, en bewaar ik het versleuteld."
        if may
        else _CALLED
    )
    return Reply(
        kind=Kind.SMALLTALK, text=f"Het nummer of adres in uw bericht heb ik niet bewaard. {how}"
    )


def submitted(kind: RequestKind) -> Reply:
    """The request is with the helpdesk."""
    way = (
        "belt u terug of stuurt u een e-mail"
        if kind is RequestKind.TERUGBELLEN
        else "neemt contact met u op"
    )
    return Reply(
        kind=Kind.NOTICE,
        text=f"Uw aanvraag is doorgegeven. Een medewerker van de helpdesk {way}. "
        "Wist u dit gesprek, dan blijft de aanvraag bestaan tot ze afgehandeld is.",
    )


def resume(kind: RequestKind) -> Reply:
    """The way back to a form that was put aside, behind the emergency card."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="Wat u in uw aanvraag invulde, is er nog.",
        choices=(Choice(label="Ga verder met uw aanvraag", value=f"aanvraag:{kind}"),),
    )


def nothing_to_go_back_to(kind: str | None) -> Reply:
    """Who wants to go back while no form is open; one that was put aside can be taken up."""
    if kind in FORMS:
        return resume(RequestKind(kind))
    return Reply(
        kind=Kind.SMALLTALK,
        text="Teruggaan kan alleen in een aanvraag. Wat ik eerder antwoordde, staat hierboven. "
        "U mag die vraag ook opnieuw stellen.",
    )


def nothing_to_take_up(offered: tuple[Choice, ...], *, sent: bool) -> Reply:
    """Who wants to go on with a request while none was begun."""
    text = "Uw aanvraag is al verzonden." if sent else "Er staat nu geen aanvraag open."
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"{text} Wilt u een nieuwe aanvraag doen? Zeg dan waarvoor, bijvoorbeeld: een presentatie.",
        choices=offered,
    )


def stopped(*, unsure: bool = False) -> Reply:
    """Nothing was kept; who may mean more than the request hears whom to call."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="De aanvraag is gestopt. Wat u invulde, is niet doorgegeven en wordt niet bewaard als aanvraag. "
        "U kunt gewoon verder vragen stellen. Wilt u ze toch afwerken? Typ dan: ga verder met mijn aanvraag."
        f"{f' {NOT_WELL}' if unsure else ''}",
    )


def left_by_another(who: Audience, department: tuple[ContactCard, ...] = ()) -> Reply:
    """Who turns out to be somebody that the form is not for; the button is for who was misheard."""
    turn_to = " Met uw vraag kunt u terecht bij het contact hieronder." if department else ""
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"Dank u, ik noteer: **{who.label}**. Deze aanvraag is bedoeld voor lokale besturen. "
        f"Ze is gestopt en niet doorgegeven.{turn_to}",
        contacts=department,
        choices=(Choice(label="Ik vraag dit voor een lokaal bestuur", value="doelgroep:gemeente"),),
    )


def not_for_you(department: tuple[ContactCard, ...] = ()) -> Reply:
    """Why this asker gets no form; a first-line worker has a department to turn to."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="Deze aanvraag is bedoeld voor lokale besturen. Werkt u daar? Zeg dan eerst voor wie u vraagt.",
        contacts=department,
    )
