"""What is said of contact details in a message that nothing kept: nobody may count on them."""

from __future__ import annotations

from bot.replies import Kind, Reply
from bot.requests.kinds import FORMS, RequestKind
from bot.requests.reaching import loses_details, may_be_called
from bot.requests.replies import ERASED, not_kept

_AGAIN = "Uw contactgegevens zijn weer gewist."


def unkept(
    text: str, *, sealed: bool, in_form: bool, in_danger: bool, who: object
) -> tuple[Reply, ...]:
    """What to say of the details in a message that no form holds; `sealed` when the log took them until its answer."""
    may = may_be_called(who)
    if sealed and in_form and not in_danger:
        return (_said(_AGAIN if may else ERASED),)
    if not loses_details(text):
        return ()
    return (_in_danger(may=may) if in_danger else not_kept(erased=sealed, may=may),)


def _in_danger(*, may: bool) -> Reply:
    """Below an emergency card: nobody may wait to be called."""
    offer = FORMS[RequestKind.TERUGBELLEN].offer
    later = f" Wilt u later dat de helpdesk u belt of mailt? Typ dan **{offer}**." if may else ""
    return _said(
        "Het nummer of adres in uw bericht heb ik niet bewaard. Wacht dus niet tot iemand u belt: "
        f"bel zelf een nummer hierboven.{later}"
    )


def _said(text: str) -> Reply:
    return Reply(kind=Kind.SMALLTALK, text=text)
