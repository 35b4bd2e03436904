"""What a message with several questions asks beside the answers it got: told, with a way on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.asking import PERSON
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library
from bot.replies import Choice, Kind, Reply
from bot.requests.replies import plain

QUOTED = 120
"""Characters of a question that are said again at most."""

TOLD = 3
"""Questions without an answer that are named at most."""


@dataclass(frozen=True)
class Unanswered:
    """A question of the visitor without an answer, and the topics it may be about."""

    text: str
    topics: tuple[TopicId, ...]
    outside: bool = False
    """Whether this helpdesk is not for it."""


def also_asked(
    library: Library,
    left: Sequence[Unanswered],
    *,
    call: Sequence[Choice] | None,
) -> Reply | None:
    """Name the questions that got no answer, and offer a call to who asked for one; None when nothing is left.

    `call` holds the form for a call, nothing for whom it is not meant; None when nobody asked for it."""
    topics = dict.fromkeys(topic for one in left for topic in one.topics)
    choices = [
        *((PERSON,) if call == () else call or ()),
        *(Choice(label=library.articles[one].question, value=f"onderwerp:{one}") for one in topics),
    ]
    text = " ".join([*_call(call), *_left(left[:TOLD])])
    return Reply(kind=Kind.SMALLTALK, text=text, choices=tuple(choices)) if text else None


def _call(call: Sequence[Choice] | None) -> list[str]:
    return [] if call is None else ["U wilt ook een medewerker spreken. Kies dan hieronder."]


def _left(left: Sequence[Unanswered]) -> list[str]:
    """A question with a topic of its own got no answer for sure; another may be answered in what was said."""
    inside = [one for one in left if not one.outside]
    own, loose = ([one for one in inside if bool(one.topics) is named] for named in (True, False))
    said = []
    if own:
        what = "deze vraag" if len(own) == 1 else "deze vragen"
        said.append(
            f"Op {what} gaf ik nog geen antwoord: {_quoted(own)} "
            "Kies hieronder het onderwerp, of stel ze apart."
        )
    if loose:
        said.append(f"Vond u hierop geen antwoord? {_quoted(loose)} Stel dat dan apart.")
    outside = [one for one in left if one.outside]
    if outside:
        said.append(
            f"Hierover kan ik niets zeggen: {_quoted(outside)} "
            "Daar gaat deze helpdesk niet over. Vraag het aan uw gemeente."
        )
    return said


def _quoted(left: Sequence[Unanswered]) -> str:
    """Questions between quotation marks, without what would make Markdown of them."""
    quotes = []
    for one in left:
        words = plain(one.text).strip(" .?")
        short = f"{words}?" if len(words) <= QUOTED else f"{words[:QUOTED].rsplit(maxsplit=1)[0]} …"
        quotes.append(f"“{short[:1].upper()}{short[1:]}”")
    return " ".join(quotes)
