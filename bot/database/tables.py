"""Every table of Wegwijs, imported in one place so that migrations see them all."""

from __future__ import annotations

from bot.audit import models as audit
from bot.conversations import models as conversations
from bot.database.base import Base
from bot.handover import models as handover
from bot.mail import models as mail
from bot.mailbox import models as mailbox
from bot.publication import models as publication
from bot.registration import fieldwork
from bot.registration import models as registration
from bot.requests import models as requests
from bot.retention import models as retention
from bot.staff import models as staff
from bot.statistics import models as statistics

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "audit",
    "conversations",
    "fieldwork",
    "handover",
    "mail",
    "mailbox",
    "publication",
    "registration",
    "requests",
    "retention",
    "staff",
    "statistics",
]
