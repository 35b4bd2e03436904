"""Which contacts stand under "meer weten", and who there is for who was not helped."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.asking import WayOut, clarify, not_understood, out_of_scope
from bot.answers.compose import answer, department_card
from bot.answers.handover import handover, whom_to_turn_to
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.knowledge.library import Library, load_library
from bot.knowledge.routing import Asked, Group
from bot.settings import PROJECT

TODAY = date(2026, 11, 25)
WORKER = Asked(audience=Audience.HULPVERLENER, sector="jeugd")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(PROJECT / "knowledge")


def besides(library: Library, topic: TopicId, audience: Audience) -> list[str]:
    """The contacts under "meer weten"."""
    reply = answer(library, topic, Asked(audience=audience), today=TODAY)
    return [one.id for one in reply.contacts if not one.referral]


def test_a_first_line_worker_sees_the_department_and_nobody_besides(library: Library):
    assert not [one for one in library.articles if besides(library, one, Audience.HULPVERLENER)]


@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.ONBEKEND])
def test_only_local_governments_see_the_vvsg_as_a_contact_besides(
    library: Library, audience: Audience
):
    shown = {one for topic in library.articles for one in besides(library, topic, audience)}
    vvsg = {one for one in shown if library.contacts[one].group is ReferralGroup.INTERN_VVSG}
    assert bool(vvsg) is (library.routing.groups[audience] is Group.BESTUUR)


def test_the_public_never_reads_what_is_written_for_a_local_government(library: Library):
    open_to_all = {
        one for one, row in library.routing.rows.items() if Group.PUBLIEK in row.complete
    }
    assert open_to_all == {
        "brussel", "cijfers", "contact_helpdesk", "ocad", "online_haat", "thesis",
        "wat_is_radicalisering",
    }  # fmt: skip


@pytest.mark.parametrize("audience", list(Audience))
def test_after_two_misses_everyone_has_a_person_and_someone_to_turn_to(
    library: Library, audience: Audience
):
    out = WayOut(misses=2, contacts=whom_to_turn_to(library, Asked(audience=audience)))
    missed, outside = not_understood(library, (), out), out_of_scope(library, (), out)
    assert missed.contacts
    assert missed.choices[0].value == outside.choices[0].value == "medewerker"


def test_the_first_time_that_something_is_out_of_scope_no_person_is_offered(library: Library):
    assert out_of_scope(library, (), WayOut(misses=1)).choices == ()


def test_a_first_line_worker_who_asks_for_a_person_is_referred_to_the_department(library: Library):
    reply = handover(library, WORKER, "Er is nu iemand.")
    assert [(one.id, one.referral) for one in reply.contacts] == [("departement_jeugd", True)]


def test_a_first_line_worker_has_the_department_also_when_wegwijs_is_not_sure(library: Library):
    department = department_card(library, WORKER)
    unsure = clarify(library, (), department)
    missed = not_understood(library, (), WayOut(misses=1, contacts=department))
    assert [one.id for one in unsure.contacts] == ["departement_jeugd"]
    assert unsure.contacts == missed.contacts
