"""The 35 questions of the parliamentary answer give exactly the figures of that answer."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
import yaml
from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.nlu.wordlists import WordLists
from bot.settings import PROJECT
from bot.statistics.html import render
from bot.statistics.periods import Month
from bot.statistics.report import build
from tests.common.registration import add_contact, add_question

ITEMS: list[dict[str, Any]] = yaml.safe_load(
    (PROJECT / "tests/conversations/steekproef.yml").read_text(encoding="utf-8")
)
WORDS = WordLists.load(PROJECT / "knowledge")


def found(text: str, kind: str) -> str | None:
    return next((one.value for one in WORDS.find(text) if one.kind == kind), None)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_a_question_goes_where_it_says(item: dict[str, Any], library: Library):
    asked = Asked(
        audience=Audience(item["audience"]),
        sector=found(item["text"], "sector"),
        expertise=found(item["text"], "expertise"),
        seeks_contact=found(item["text"], "seeks_contact") is not None,
    )
    assert list(library.route(TopicId(item["topic"]), asked).refer) == item["refer_to"]
    assert library.catalogue.topics[TopicId(item["topic"])].sample == item["sample"]


def test_ids_and_texts_are_unique():
    for field in ("id", "text"):
        assert [
            one for one, times in Counter(item[field] for item in ITEMS).items() if times > 1
        ] == []


def test_the_report_gives_the_figures_of_the_answer(session: Session, library: Library):
    for item in ITEMS:
        contact = add_contact(session, audience=Audience(item["audience"]))
        add_question(
            session, contact, item["topic"], refer_to=item["refer_to"], contacts=library.contacts
        )
    made = build(session, library, Month(2026, 11), made_at=datetime(2026, 12, 1, tzinfo=UTC))
    assert made["totals"] == {"contacts": 35, "questions": 35, "referred": 7}
    samples = {row["id"]: row["count"] for row in made["tables"]["samples"]}
    assert samples == {one.id: one.count for one in library.catalogue.samples.values()}
    groups = {row["id"]: row["count"] for row in made["tables"]["referral_groups"] if row["count"]}
    assert groups == {"intern_vvsg": 3, "abb": 3, "onderwijs": 1}
    assert "7 van de 35 vragen (20,0\u00a0%) werden doorverwezen" in render(made)
