"""What the gateway's parts share, under typed keys."""

from __future__ import annotations

from aiohttp import web

from bot.audit.chain import Audit
from bot.conversations.answering import Answering
from bot.conversations.wakeups import Wakeups
from bot.database.connection import Database
from bot.engine.supervisor import Engines
from bot.gateway.limits import Limits
from bot.settings import Settings
from bot.vault.vault import Vault

SETTINGS = web.AppKey("settings", Settings)
DATABASE = web.AppKey("database", Database)
ENGINES = web.AppKey("engines", Engines)
ANSWERING = web.AppKey("answering", Answering)
LIMITS = web.AppKey("limits", Limits)
WAKEUPS = web.AppKey("wakeups", Wakeups)
VAULT = web.AppKey("vault", Vault)
AUDIT = web.AppKey("audit", Audit)
