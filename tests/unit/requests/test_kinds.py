"""Who is offered which form, and when contact details are taken."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import load_library
from bot.replies import Kind
from bot.requests.kinds import (
    FORM,
    FORMS,
    KIND_SLOT,
    OPTIONAL,
    SEALED,
    Field,
    RequestKind,
    asks_contact,
    offered_by,
    takes_contact,
)
from bot.requests.replies import ask
from bot.settings import PROJECT, Settings

LOCAL = (Audience.GEMEENTE, Audience.OCMW, Audience.POLITIE)
FORM_TOPICS = [topic for form in FORMS.values() for topic in form.topics]


@pytest.mark.parametrize("topic", FORM_TOPICS)
@pytest.mark.parametrize("audience", Audience)
def test_a_form_is_offered_to_local_governments_and_never_to_whoever_is_routed_elsewhere(
    topic: TopicId, audience: Audience
):
    offered = offered_by(topic, audience)
    if audience in LOCAL:
        assert offered is not None
    elif audience is not Audience.VLAAMSE_OVERHEID or offered is not RequestKind.TERUGBELLEN:
        assert offered is None


def test_every_topic_that_offers_a_form_exists():
    assert set(FORM_TOPICS) <= set(load_library(Settings.from_environment().knowledge).articles)


def test_an_ordinary_answer_offers_no_form():
    assert offered_by(TopicId("ocad"), Audience.GEMEENTE) is None


def test_every_field_has_its_slot_in_the_domain():
    domain = yaml.safe_load(Path(PROJECT / "domain.yml").read_text(encoding="utf-8"))
    assert {KIND_SLOT, *(one.slot for one in Field)} <= set(domain["slots"])
    assert FORM in domain["forms"]


@pytest.mark.parametrize("kind", FORMS)
def test_every_form_asks_each_field_with_its_place_and_a_way_out(kind: RequestKind):
    library = load_library(Settings.from_environment().knowledge)
    fields = FORMS[kind].fields
    replies = [ask(kind, one, {}, library) for one in fields]
    assert [(one.step, one.steps, one.asks) for one in replies] == [
        (place, len(fields), field.value) for place, field in enumerate(fields, start=1)
    ]
    assert {one.kind for one in replies} == {Kind.FORM}
    assert {one.choices[-1].value for one in replies} == {"stop"}
    for field, reply in zip(fields, replies, strict=True):
        skips = "waarde:overslaan" in {one.value for one in reply.choices}
        assert skips is ((kind, field) in OPTIONAL)


def test_the_case_form_says_that_no_case_belongs_here():
    library = load_library(Settings.from_environment().knowledge)
    first = ask(RequestKind.CASUSBESPREKING, Field.GEMEENTE, {}, library, begins=True)
    assert "niets over de casus" in first.text
    assert Field.ONDERWERP not in FORMS[RequestKind.CASUSBESPREKING].fields


def test_words_of_the_visitor_make_no_markdown_in_the_summary():
    library = load_library(Settings.from_environment().knowledge)
    values = {
        Field.GEMEENTE: "41002",
        Field.ONDERWERP: {"topic": None, "subject": "[hier](https://kwaad.example) **nu**"},
        Field.PERIODE: "maart",
        Field.FUNCTIE: "schepen",
        Field.CONTACT: "abc",
    }
    summary = ask(RequestKind.PLAATSBEZOEK, Field.AKKOORD, values, library)
    assert "hier(https://kwaad.example) nu" in summary.text
    assert "abc" not in summary.text


@pytest.mark.parametrize("field", SEALED)
def test_contact_details_are_taken_when_a_form_has_just_asked_for_them(field: Field):
    slots: dict[str, object] = {KIND_SLOT: "plaatsbezoek", "requested_slot": field.slot}
    assert asks_contact(slots, FORM)
    assert not asks_contact(slots, None)
    assert not asks_contact({**slots, "requested_slot": Field.FUNCTIE.slot}, FORM)
    assert not asks_contact({**slots, KIND_SLOT: "iets"}, FORM)
    assert not asks_contact({}, FORM)


def test_details_are_taken_at_any_step_of_an_open_form_and_never_outside_one():
    slots = {KIND_SLOT: "plaatsbezoek", "requested_slot": Field.FUNCTIE.slot}
    assert takes_contact(slots, FORM)
    assert not takes_contact(slots, None)
    assert not takes_contact({}, FORM)
