"""Every route of the gateway."""

from __future__ import annotations

from aiohttp import web

from bot.gateway import (
    conversations,
    handover,
    health,
    municipality,
    pages,
    sites,
    statements,
    transcripts,
)
from bot.gateway.openapi import openapi
from bot.gateway.stream import events

ROUTES = [
    web.post("/api/conversations", conversations.open_one),
    web.post("/api/conversations/{id}/messages", conversations.post_message),
    web.post("/api/conversations/{id}/preview", conversations.post_preview),
    web.get("/api/conversations/{id}/events", events),
    web.post("/api/conversations/{id}/feedback", conversations.post_feedback),
    web.post("/api/conversations/{id}/handover", handover.post_handover),
    web.post("/api/conversations/{id}/handover/cancel", handover.post_cancel),
    web.post("/api/conversations/{id}/close", conversations.post_close),
    web.get("/api/conversations/{id}/transcript", transcripts.get_transcript),
    web.post("/api/conversations/{id}/transcript/mail", transcripts.post_mail),
    web.delete("/api/conversations/{id}", conversations.delete_one),
    web.get("/api/openapi.json", openapi),
    web.get("/health", health.health),
    web.get("/gemeente", municipality.show),
    web.post("/gemeente", municipality.read),
    web.get("/", pages.home),
    web.get("/demo", pages.demo),
    web.get("/panel", pages.panel),
    web.get("/peek", pages.peek),
    web.get("/chat/{site}", pages.chat),
    web.get("/widget/site/{site}.js", sites.look_as_module),
    web.get("/widget/site/{site}.css", sites.look_as_styles),
    web.get("/privacy", statements.privacy),
    web.get("/toegankelijkheid", statements.accessibility),
    web.get("/widget/{name}", pages.widget_file),
]
