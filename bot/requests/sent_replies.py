"""What is said of a request that was sent: which one, whether to withdraw it, what became of it, what else helps."""

from __future__ import annotations

from collections.abc import Mapping

from bot.engine.protocol import SentRequest
from bot.knowledge.library import Library
from bot.replies import Choice, Kind, Reply
from bot.requests.kinds import RequestKind, Status
from bot.requests.replies import plain
from bot.requests.sent import STAYS, SURE, Wish

Places = Mapping[int, SentRequest]
"""Open requests by their place in the conversation."""

LEAVE = Choice(label="Nee, laat ze staan", value=f"{Wish.WITHDRAW}:{STAYS}")


def named(request: SentRequest, library: Library) -> str:
    """A request as the visitor knows it: "Presentatie of plaatsbezoek, Aalst"."""
    label = RequestKind(request.kind).label
    where = request.municipality
    return label if where is None else f"{label}, {library.municipalities[where].name}"


def which(wish: Wish, open_ones: Places, field: str, library: Library) -> Reply:
    """Which of more than one is meant."""
    verb = "intrekken" if wish is Wish.WITHDRAW else "wijzigen"
    behind = f"_{field}" if field else ""
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"U verzond meer dan één aanvraag. Welke wilt u {verb}?",
        choices=(
            *(
                Choice(label=f"{place}. {named(one, library)}", value=f"{wish}:{place}{behind}")
                for place, one in open_ones.items()
            ),
            LEAVE,
        ),
    )


def ask_to_withdraw(place: int, request: SentRequest, library: Library) -> Reply:
    """The one question before a request is withdrawn."""
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"Wilt u deze aanvraag intrekken: **{named(request, library)}**? "
        "De helpdesk ziet dan dat u ze introk, en uw contactgegevens worden meteen gewist.",
        choices=(Choice(label="Ja, trek ze in", value=f"{Wish.WITHDRAW}:{place}{SURE}"), LEAVE),
    )


def standing(open_ones: Places, library: Library) -> Reply:
    """What became of the requests that are open, and what the visitor can do with them."""
    lines = (f"- **{named(one, library)}**{_details(one)}" for one in open_ones.values())
    told = (
        "De helpdesk heeft uw aanvraag. Een medewerker neemt contact met u op, met de gegevens die u gaf. "
        "Wanneer precies, weet ik niet."
    )
    return Reply(
        kind=Kind.SMALLTALK,
        text="\n\n".join([told, "\n".join(lines)]),
        choices=(
            Choice(label="Wijzig mijn aanvraag", value=f"{Wish.CHANGE}"),
            Choice(label="Trek mijn aanvraag in", value=f"{Wish.WITHDRAW}"),
        ),
    )


def _details(request: SentRequest) -> str:
    told = [plain(one) for one in (request.subject, request.period) if one]
    return f": {', '.join(told)}" if told else ""


def withdrawn() -> Reply:
    """It is done, in the same transaction as this reply."""
    return Reply(
        kind=Kind.NOTICE,
        text="Uw aanvraag is ingetrokken en uw contactgegevens zijn gewist. "
        "De helpdesk ziet nog dat er een aanvraag was en dat u ze introk.",
    )


def left() -> Reply:
    """Nothing was done."""
    return Reply(kind=Kind.SMALLTALK, text="Uw aanvraag blijft staan zoals ze was.")


def can_change(done: str) -> Reply:
    """Above the form that changes a request; `done` is what the message changed in it already."""
    text = "Tot u opnieuw verzendt, blijft uw aanvraag zoals ze was."
    return Reply(kind=Kind.SMALLTALK, text=f"{done or 'U kunt uw aanvraag nog wijzigen.'} {text}")


def changed_sent() -> Reply:
    """The change is with the helpdesk."""
    return Reply(
        kind=Kind.NOTICE,
        text="Uw aanvraag is gewijzigd. De helpdesk ziet alleen nog wat u nu verzond.",
    )


def none_sent(helps: tuple[Choice, ...]) -> Reply:
    """Nothing was sent here, so there is nothing to undo."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="In dit gesprek is geen aanvraag verzonden. Verzond u ze in een ander gesprek of langs een andere weg? "
        "Die kan ik niet zien of wijzigen. Vraag het dan aan een medewerker.",
        choices=helps,
    )


def not_open(request: SentRequest, helps: tuple[Choice, ...]) -> Reply:
    """A colleague is past it; what the visitor can still do."""
    if request.status == Status.PLANNED:
        text = (
            "Een medewerker plande uw aanvraag al in. Ik kan ze hier niet meer wijzigen of intrekken. "
            "Zeg het aan de medewerker die u contacteerde, of vraag hieronder een medewerker."
        )
    else:
        text = (
            "Uw aanvraag is al afgesloten, en uw contactgegevens zijn gewist. Er valt niets meer te wijzigen of in te "
            "trekken. Hebt u nog iets nodig? Doe dan een nieuwe aanvraag, of vraag een medewerker."
        )
    return Reply(kind=Kind.SMALLTALK, text=text, choices=helps)


def sent_already(place: int, request: SentRequest) -> Reply:
    """Who asks for a call while one is already asked for: changed, or asked for once more."""
    when = f" (**{plain(request.period)}**)" if request.period else ""
    return Reply(
        kind=Kind.SMALLTALK,
        text=f"U vroeg in dit gesprek al om teruggebeld te worden{when}. De helpdesk heeft uw vraag. "
        "Wilt u iets wijzigen, of vraagt u nog een gesprek?",
        choices=(
            Choice(label="Wijzig mijn aanvraag", value=f"{Wish.CHANGE}:{place}"),
            Choice(label="Vraag nog een gesprek", value=f"aanvraag:{RequestKind.TERUGBELLEN}"),
        ),
    )


def change_stopped() -> Reply:
    """The form that would change a request was stopped."""
    return Reply(
        kind=Kind.SMALLTALK,
        text="De wijziging is gestopt. Uw aanvraag blijft zoals u ze verzond.",
    )
