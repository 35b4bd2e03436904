"""A mailbox that is read with a model of one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.database.connection import Database
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.mailbox.importing import Importer, Result, Tally
from bot.mailbox.key import MailKey
from bot.mailbox.mails import Mail
from bot.mailbox.proposing import Proposer
from bot.mailbox.referring import load_phrases
from bot.mailbox.senders import Organisation
from bot.nlu.wordlists import WordLists
from bot.privacy.text import CleanText
from tests.unit.mailbox.letters import NOW

KNOWLEDGE = Path("knowledge")
WORDS = {"LIVC": "livc", "OCAD": "ocad", "thesis": "thesis", "vorming": "vormingsaanbod"}

Import = Callable[..., list[Result | None]]


def understand(text: CleanText) -> dict[str, Any]:
    """A question for each word that is known."""
    if "ontplof" in text:
        raise RuntimeError(text)
    topics = [topic for word, topic in WORDS.items() if word in text]
    decision = "answer" if topics else "fallback"
    questions = [{"topic": one} for one in topics]
    return {"understanding": {"decision": decision, "questions": questions, "options": []}}


@pytest.fixture(scope="session")
def proposer() -> Proposer:
    """Makes proposals without Rasa."""
    library = load_library(KNOWLEDGE)
    return Proposer(
        understand=understand,
        catalogue=library.catalogue,
        lists=WordLists.load(KNOWLEDGE),
        domains={"mechelen.be": Organisation(Audience.GEMEENTE, "12025")},
        phrases=load_phrases(KNOWLEDGE / "referral_phrases.yml", library),
    )


@pytest.fixture
def import_(database: Database, proposer: Proposer) -> Import:
    """Reads mails into the database."""

    def run(
        mails: Iterable[Mail], *, accept: bool = False, tally: Tally | None = None
    ) -> list[Result | None]:
        importer = Importer(
            look=database.run,
            write=database.run,
            proposer=proposer,
            library=load_library(KNOWLEDGE),
            key=MailKey(b"k" * 32),
            accept=accept,
            now=NOW,
        )
        return list(importer.contacts(mails, tally or Tally()))

    return run
