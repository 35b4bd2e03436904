"""The routing table in words says what the routing does."""

from __future__ import annotations

import pytest

from bot.booklet.referrals import OWN_DEPARTMENT, departments, in_words, treatments
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library, load_library
from bot.knowledge.routing import Asked
from bot.settings import PROJECT

LIBRARY = load_library(PROJECT / "knowledge")


@pytest.fixture
def library() -> Library:
    return LIBRARY


@pytest.mark.parametrize("topic", LIBRARY.catalogue.topics)
def test_every_audience_stands_once_with_the_contacts_of_the_real_route(
    library: Library, topic: TopicId
) -> None:
    found = treatments(library, topic)
    named = [audience for one in found for audience in one.audiences]
    assert sorted(named) == sorted(Audience)
    for one in found:
        for audience in one.audiences:
            if audience is Audience.HULPVERLENER:
                assert [referral.contacts for referral in one.referrals] == [(OWN_DEPARTMENT,)]
                continue
            told = {referral.when: referral.contacts for referral in one.referrals}
            real = library.route(topic, Asked(audience)).refer
            assert told[""] == tuple(library.contacts[contact].name for contact in real)
            seeking = library.route(topic, Asked(audience, seeks_contact=True)).refer
            shown = told.get("als iemand vraagt bij wie hij terechtkan", told[""])
            assert shown == tuple(library.contacts[contact].name for contact in seeking)


def test_a_kind_of_expertise_that_changes_the_contact_is_told(library: Library) -> None:
    town = next(
        one
        for one in treatments(library, TopicId("vormingsaanbod"))
        if Audience.GEMEENTE in one.audiences
    )
    assert "bij een vraag over opvoeding" in [one.when for one in town.referrals]


def test_a_first_line_worker_finds_the_department_of_every_sector(library: Library) -> None:
    told = {one.when: one.contacts for one in departments(library)}
    assert told["sector onderwijs"] == (library.contacts["departement_onderwijs"].name,)
    assert len(told) == len(library.routing.departments)


@pytest.mark.parametrize(
    ("audiences", "words"),
    [
        (tuple(Audience), "iedereen"),
        (tuple(set(Audience) - {Audience.HULPVERLENER}), "iedereen, behalve hulpverleners"),
        (
            (Audience.GEMEENTE, Audience.OCMW, Audience.POLITIE, Audience.VLAAMSE_OVERHEID),
            "besturen",
        ),
        ((Audience.GEMEENTE, Audience.ONBEKEND), "wie geen rol noemt, Gemeente of stad"),
        ((), ""),
    ],
)
def test_audiences_are_named_by_group_where_a_whole_group_is_meant(
    library: Library, audiences: tuple[Audience, ...], words: str
) -> None:
    assert in_words(library, audiences) == words
