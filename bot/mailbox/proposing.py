"""What a thread comes down to: its mails through the privacy filter, then through the model of the chat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.knowledge.catalogue import Audience, Catalogue, ContactId, TopicId
from bot.mailbox.mails import Mail
from bot.mailbox.problems import MailKind
from bot.mailbox.referring import Phrases, referred_to
from bot.mailbox.senders import Organisation, organisation_of
from bot.mailbox.threads import Thread
from bot.nlu.decisions import Decision
from bot.nlu.wordlists import WordLists
from bot.privacy.cleaning import clean, joined, shortened
from bot.privacy.persons import Persons
from bot.privacy.text import CleanText

LONGEST = 8000
"""Characters of a mail that are read and kept; the model itself reads 6,000."""
EDGE = 400
"""Characters left out at a cut, so that no half of a personal detail stays which the filter cannot know."""
MOST = 20
"""Mails of a thread that are read for questions."""
FEW_WORDS = 12
"""Words below which the subject is read along with the mail: "zie onderwerp"."""

Understand = Callable[[CleanText], Mapping[str, Any]]
"""Parses a clean text, as the command `parse` does."""


@dataclass(frozen=True)
class Draft:
    """A proposal that is not stored yet."""

    opened_at: datetime
    date_known: bool
    audience: Audience
    municipality: str | None
    decision: str
    topics: tuple[TopicId, ...]
    referrals: tuple[ContactId, ...]
    answered: bool
    messages: int
    attachments: int
    text: CleanText


@dataclass(frozen=True)
class Proposer:
    """Makes proposals."""

    understand: Understand
    catalogue: Catalogue
    lists: WordLists
    domains: Mapping[str, Organisation]
    phrases: Phrases

    def propose(self, thread: Thread, asked: Sequence[Mail], *, now: datetime) -> Draft:
        """Understand what was asked in a thread; raises FilterFailed."""
        persons = Persons.alone()
        said = [_cleaned(one, persons) for one in asked[:MOST]]
        heard = [self._hear(one) for one in said]
        topics = tuple(dict.fromkeys(topic for _, found in heard for topic in found))
        dated = [one.at for one in [*asked, *thread] if one.at is not None]
        organisation = organisation_of(asked[0].sender, self.domains)
        answers = [one for one in thread if one.kind is MailKind.OWN and one.said.text]
        return Draft(
            opened_at=dated[0] if dated else now,
            date_known=bool(dated),
            audience=self._audience(asked, said, organisation),
            municipality=None if organisation is None else organisation.municipality,
            decision=_telling([decision for decision, _ in heard]),
            topics=topics,
            referrals=self._referrals(answers),
            answered=bool(answers),
            messages=len(asked),
            attachments=sum(one.attachments for one in asked),
            text=_joined(said),
        )

    def _hear(self, said: _Words) -> tuple[str, list[TopicId]]:
        """The decision on one mail, and its topics; of an unsure one the likeliest, which a colleague will look at."""
        parsed = self.understand(said.question)["understanding"]
        topics = [one["topic"] for one in parsed["questions"]]
        if parsed["decision"] == Decision.CLARIFY and parsed["options"]:
            topics = [parsed["options"][0]]
        return parsed["decision"], [TopicId(one) for one in topics if one in self.catalogue.topics]

    def _audience(
        self, asked: Sequence[Mail], said: Sequence[_Words], organisation: Organisation | None
    ) -> Audience:
        """Who asks, as the mail says with its signature, which is not kept; else as the sender's domain says."""
        for mail, words in zip(asked, said, strict=False):
            signature = clean(mail.said.signature[:LONGEST]).text
            for one in self.lists.find(f"{words.body}\n{signature}".strip()):
                if one.kind == "audience":
                    return Audience(one.value)
        return Audience.ONBEKEND if organisation is None else organisation.audience

    def _referrals(self, answers: Sequence[Mail]) -> tuple[ContactId, ...]:
        found = [id for one in answers for id in referred_to(one.said.text, self.phrases)]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class _Words:
    title: CleanText
    body: CleanText

    @property
    def question(self) -> CleanText:
        """What the model reads."""
        if len(self.body.split()) >= FEW_WORDS or not self.title:
            return self.body
        return joined([self.title, self.body], "\n")


def _cleaned(mail: Mail, persons: Persons) -> _Words:
    return _Words(clean(mail.title[:200], persons).text, beginning(mail.said.text, persons))


def beginning(text: str, persons: Persons) -> CleanText:
    """A text after the filter; what is too long is cut well away from where the filter stopped reading."""
    cleaned = clean(text[:LONGEST], persons).text
    return cleaned if len(text) <= LONGEST else shortened(cleaned, max(len(cleaned) - EDGE, 1))


def _joined(said: Sequence[_Words]) -> CleanText:
    """The subject and every mail."""
    subject = [said[0].title] if said[0].title else []
    return shortened(joined([*subject, *(one.body for one in said)], "\n\n"), 2 * LONGEST)


def _telling(decisions: Sequence[str]) -> str:
    """The decision that says most about a thread: thanks behind a question change nothing."""
    order = (Decision.SAFETY, Decision.ANSWER, Decision.CLARIFY)
    return next((one.value for one in order if one in decisions), decisions[0])
