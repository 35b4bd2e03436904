"""What a colleague registers: who asked, about what, to whom it was referred, whether it counts."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.answers.compose import contact_card
from bot.audit.models import Act
from bot.console.acting import library
from bot.console.conversation import conversation_id
from bot.console.conversation_acts import do
from bot.console.forms import choice, client_id_of, contact_of, municipality_of, topic_of
from bot.console.guard import colleague, needs
from bot.conversations import takeover
from bot.conversations.models import Conversation
from bot.errors import InvalidInput, Unknown
from bot.knowledge.catalogue import Audience
from bot.knowledge.contacts import Contact
from bot.registration.correcting import correct_asker, correct_topics, mark_as_test
from bot.registration.register import Referral, register_questions
from bot.replies import Kind, Reply
from bot.staff.roles import Right


@needs(Right.REGISTER)
async def correct_who(request: web.Request) -> web.StreamResponse:
    """Correct who asks."""
    conversation, known, form = conversation_id(request), library(request), await request.post()

    def work(session: Session) -> None:
        correct_asker(
            session,
            _counted(session, conversation),
            audience=choice(Audience, form, "doelgroep"),
            municipality=municipality_of(form, "gemeente", known),
        )

    return await do(request, Act.CHANGED, "gegevens", work)


@needs(Right.REGISTER)
async def correct_what(request: web.Request) -> web.StreamResponse:
    """Replace a topic, take one away or add one."""
    conversation, known, form = conversation_id(request), library(request), await request.post()

    def work(session: Session) -> None:
        right = topic_of(form, "onderwerp", known)
        wrong = topic_of(form, "in_plaats_van", known)
        if right is None and wrong is None:
            raise InvalidInput("Kies een onderwerp.")
        counted = _counted(session, conversation)
        correct_topics(session, counted, wrong=wrong, right=right, at=datetime.now(UTC))

    return await do(request, Act.CHANGED, "onderwerp", work)


@needs(Right.REGISTER)
async def mark_test(request: web.Request) -> web.StreamResponse:
    """Say whether it is a test."""
    conversation, form = conversation_id(request), await request.post()
    return await do(
        request,
        Act.CHANGED,
        "test",
        lambda session: mark_as_test(
            session, _counted(session, conversation), test=form.get("test") == "ja"
        ),
    )


@needs(Right.ANSWER)
async def refer(request: web.Request) -> web.StreamResponse:
    """Show the visitor whom to turn to, and count it with its topic."""
    conversation, me = conversation_id(request), colleague(request).id
    known, form = library(request), await request.post()

    def work(session: Session) -> None:
        contact, topic = contact_of(form, "contact", known), topic_of(form, "onderwerp", known)
        if topic is None:
            raise InvalidInput("Kies over welk onderwerp u doorverwijst.")
        counted = _counted(session, conversation)
        client_id = client_id_of(form)
        card = _card(contact, topic)
        if takeover.refer(session, conversation, me, client_id=client_id, card=card):
            given = Referral(topic, contact.id, contact.group)
            at = datetime.now(UTC)
            register_questions(session, counted, [topic], [given], at=at, by="staff")

    return await do(request, Act.REFERRED, "verwezen", work)


def _card(contact: Contact, topic: str) -> Reply:
    return Reply(
        kind=Kind.REFER,
        text=f"Voor deze vraag kunt u terecht bij **{contact.name}**.",
        topic=topic,
        contacts=(contact_card(contact, referral=True),),
    )


def _counted(session: Session, conversation: str) -> str:
    """The counted contact of a conversation; raises Unknown."""
    found = session.get(Conversation, conversation)
    if found is None or found.contact_id is None:
        raise Unknown("Dit gesprek is nog niet geregistreerd: de bezoeker vroeg nog niets.")
    return found.contact_id
