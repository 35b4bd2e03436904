"""The page on which proposals from a mailbox are confirmed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import Conflict
from bot.gateway.keys import DATABASE
from bot.knowledge.library import load_library
from bot.mailbox.models import MailProposal
from bot.mailbox.undoing import undo
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord
from bot.settings import PROJECT
from bot.statistics.closing import close_month
from bot.statistics.periods import Month
from tests.common.proposals import ASKED_AT, add_proposal
from tests.unit.console.desk import Desk


async def propose(desk: Desk, text: str = "Wat is een LIVC?", *, date_known: bool = True) -> str:
    return await desk.client.app[DATABASE].write(
        lambda session: add_proposal(session, text, date_known=date_known)
    )


AS_PROPOSED = {
    "onderwerp": "livc",
    "doelgroep": "gemeente",
    "gemeente": "Mechelen",
    "verwijzing": "",
}


def proposal(desk: Desk, id: str) -> MailProposal:
    return desk.read(lambda session: session.get(MailProposal, id))


async def test_a_proposal_is_shown_with_its_text_and_how_many_wait(anna: Desk):
    await propose(anna, "Wat is een LIVC? <script>")
    status, html = await anna.get("/mailbox")
    assert status == 200
    assert "1 contact wacht." in html
    assert "Wat is een LIVC? &lt;script&gt;" in html
    assert "2 bijlage(n) niet gelezen" in html


async def test_nothing_waits_in_an_empty_mailbox(anna: Desk):
    assert "Er wacht niets." in (await anna.get("/mailbox"))[1]


async def test_what_is_accepted_as_proposed_counts_and_loses_its_text(anna: Desk):
    id = await propose(anna)
    status, html = await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    assert status == 200
    assert "Aanvaard en geteld." in html
    found = proposal(anna, id)
    assert (found.state, found.corrected, found.text) == ("aanvaard", False, None)
    contact = anna.read(lambda session: session.scalars(select(ContactRecord)).one())
    assert (contact.channel, contact.opened_at) == ("email", ASKED_AT)
    assert ("aanvaard", f"mail:{id}", True) in anna.audited()


async def test_a_correction_counts_in_the_place_of_the_proposal(anna: Desk):
    id = await propose(anna)
    form = {"onderwerp": "vormingsaanbod", "doelgroep": "ocmw", "gemeente": "", "verwijzing": "abb"}
    await anna.post(f"/mailbox/{id}/aanvaarden", **form)

    def counted(session: Session) -> tuple[object, ...]:
        contact = session.scalars(select(ContactRecord)).one()
        question = session.scalars(select(QuestionRecord.topic)).one()
        return (
            contact.audience,
            contact.municipality,
            question,
            session.scalars(select(ReferralRecord.contact)).one(),
        )

    assert anna.read(counted) == ("ocmw", None, "vormingsaanbod", "abb")
    assert proposal(anna, id).corrected


async def test_what_is_rejected_counts_nowhere(anna: Desk):
    id = await propose(anna)
    assert "Verworpen" in (await anna.post(f"/mailbox/{id}/verwerpen"))[1]
    assert (proposal(anna, id).state, proposal(anna, id).text) == ("verworpen", None)
    assert anna.read(lambda session: session.scalars(select(ContactRecord)).all()) == []
    assert ("verworpen", f"mail:{id}", True) in anna.audited()


async def test_of_two_colleagues_the_first_one_decides(anna: Desk, bas: Desk):
    id = await propose(anna)
    await anna.post(f"/mailbox/{id}/verwerpen")
    status, html = await bas.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    assert status == 409
    assert "al beslist" in html


async def test_a_wrong_field_is_told_and_changes_nothing(anna: Desk):
    id = await propose(anna)
    for wrong in (
        {"onderwerp": "bestaatniet"},
        {"doelgroep": "niemand"},
        {"gemeente": "Nergensgem"},
        {"verwijzing": "bestaatniet"},
        {"datum": "morgen"},
        {"datum": "20260105"},
        {"datum": "2999-01-01"},
    ):
        status, _ = await anna.post(f"/mailbox/{id}/aanvaarden", **{**AS_PROPOSED, **wrong})
        assert status == 400, wrong
    assert proposal(anna, id).state == "voorgesteld"


async def test_a_date_that_no_mail_told_can_be_filled_in(anna: Desk):
    id = await propose(anna, date_known=False)
    assert "een onbekende datum" in (await anna.get("/mailbox"))[1]
    await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED, datum="2026-01-15")
    contact = anna.read(lambda session: session.scalars(select(ContactRecord)).one())
    assert contact.opened_at.date().isoformat() == "2026-01-15"


async def close(desk: Desk, month: Month) -> None:
    library = load_library(PROJECT / "knowledge")
    await desk.client.app[DATABASE].write(
        lambda session: close_month(session, library, month, now=datetime.now(UTC))
    )


async def test_a_mail_of_a_closed_month_is_accepted_and_it_is_said_what_it_changes(anna: Desk):
    id = await propose(anna)
    await close(anna, Month(2026, 2))
    status, html = await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    assert status == 200
    assert "is al afgesloten: het verslag van die maand verandert niet" in html
    assert "telt wel in de cijfers van het jaar" in html
    assert "Aanvaard en geteld." not in html
    assert f'action="/console/mailbox/{id}/ongedaan"' in html
    assert proposal(anna, id).state == "aanvaard"


async def test_a_date_in_a_closed_month_cannot_be_filled_in(anna: Desk):
    id = await propose(anna, date_known=False)
    await close(anna, Month(2026, 1))
    status, html = await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED, datum="2026-01-15")
    assert status == 400
    assert "Januari 2026 is afgesloten" in html
    assert proposal(anna, id).state == "voorgesteld"


async def test_a_proposal_that_does_not_exist_is_told(anna: Desk):
    assert (await anna.post("/mailbox/bestaat-niet/aanvaarden", **AS_PROPOSED))[0] == 404


async def test_what_was_accepted_is_taken_back_to_the_list_and_counts_once_when_accepted_again(
    anna: Desk,
):
    id = await propose(anna)
    _, html = await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    assert f'action="/console/mailbox/{id}/ongedaan"' in html
    status, html = await anna.post(f"/mailbox/{id}/ongedaan")
    assert status == 200
    assert "wacht weer in de lijst" in html
    assert "1 contact wacht." in html
    assert "Wat is een LIVC?" in html
    assert "ongedaan" not in html.partition('id="lijst"')[0].partition('id="melding"')[2]
    assert anna.read(lambda session: session.scalars(select(ContactRecord)).all()) == []
    assert ("heropend", f"mail:{id}", True) in anna.audited()
    await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    assert len(anna.read(lambda session: session.scalars(select(ContactRecord)).all())) == 1
    assert anna.read(lambda session: session.scalars(select(QuestionRecord.topic)).all()) == [
        "livc"
    ]


async def test_what_was_rejected_is_taken_back_with_its_text(anna: Desk):
    id = await propose(anna)
    await anna.post(f"/mailbox/{id}/verwerpen")
    assert "Wat is een LIVC?" in (await anna.post(f"/mailbox/{id}/ongedaan"))[1]
    assert proposal(anna, id).state == "voorgesteld"


async def test_after_a_restart_a_decision_is_taken_back_without_its_text(anna: Desk):
    id = await propose(anna)
    await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    await anna.client.app[DATABASE].write(
        lambda session: undo(session, id, text=None, at=datetime.now(UTC))
    )
    found = proposal(anna, id)
    assert (found.state, found.text, found.topics) == ("voorgesteld", None, ["livc"])


async def test_taking_back_a_sequel_leaves_the_contact_that_was_counted_before(anna: Desk):
    first, second = await propose(anna), await propose(anna, "En wat is een CSIL?")
    await anna.post(f"/mailbox/{first}/aanvaarden", **AS_PROPOSED)

    def go_on(session: Session) -> None:
        session.get_one(MailProposal, second).contact_id = first

    await anna.client.app[DATABASE].write(go_on)
    status, html = await anna.post(f"/mailbox/{first}/ongedaan")
    assert status == 409
    assert "ging intussen verder" in html
    await anna.post(
        f"/mailbox/{second}/aanvaarden", **{**AS_PROPOSED, "onderwerp": "ocad", "verwijzing": "abb"}
    )
    assert len(anna.read(lambda session: session.scalars(select(QuestionRecord.id)).all())) == 2
    await anna.post(f"/mailbox/{second}/ongedaan")

    def left(session: Session) -> tuple[object, ...]:
        return (
            session.scalars(select(ContactRecord.id)).all(),
            session.scalars(select(QuestionRecord.topic)).all(),
            session.scalars(select(ReferralRecord.contact)).all(),
            session.scalars(select(OutcomeRecord.outcome)).all(),
        )

    assert anna.read(left) == ([first], ["livc"], [], ["beantwoord"])
    assert proposal(anna, second).contact_id == first


async def test_after_an_hour_or_twice_a_decision_is_not_taken_back(anna: Desk):
    id = await propose(anna)
    await anna.post(f"/mailbox/{id}/aanvaarden", **AS_PROPOSED)
    later = datetime.now(UTC) + timedelta(hours=2)
    with pytest.raises(Conflict, match="tot een uur"):
        await anna.client.app[DATABASE].write(
            lambda session: undo(session, id, text=None, at=later)
        )
    await anna.post(f"/mailbox/{id}/ongedaan")
    status, html = await anna.post(f"/mailbox/{id}/ongedaan")
    assert status == 409
    assert "staat al in de lijst" in html
    assert (await anna.post("/mailbox/bestaat-niet/ongedaan"))[0] == 404
