"""A colleague in a conversation: taking it over, answering, registering, closing."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp.test_utils import TestClient

from bot.conversations.models import Note
from bot.errors import FilterFailed
from bot.gateway.filtering import FILTER
from bot.gateway.keys import DATABASE
from bot.privacy.cleaning import Found
from bot.registration.models import ReferralRecord
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk


@pytest.fixture
async def taken(anna: Desk, waiting: Talk) -> Talk:
    await anna.act(waiting, "overnemen")
    return waiting


async def test_the_page_shows_what_was_said_and_understood(anna: Desk, waiting: Talk):
    status, html = await anna.get(f"/gesprek/{waiting.id}")
    assert status == 200
    for shown in ("wat is OCAD?", "Antwoord.", "antwoord: ", "Gent", "Wacht op een medewerker"):
        assert shown in html


async def test_of_two_who_press_at_once_one_wins_and_the_other_sees_who(
    anna: Desk, bas: Desk, waiting: Talk
):
    answers = await asyncio.gather(anna.act(waiting, "overnemen"), bas.act(waiting, "overnemen"))
    assert sorted(status for status, _ in answers) == [200, 409]
    winner, loser = (
        ("Medewerker", answers[1]) if answers[0][0] == 200 else ("Beheerder", answers[0])
    )
    assert "Een collega heeft dit gesprek al overgenomen." in loser[1]
    assert f"In gesprek met {winner}" in loser[1]


async def test_who_no_longer_waits_cannot_be_taken_over(anna: Desk, waiting: Talk):
    waiting.close()
    status, html = await anna.act(waiting, "overnemen")
    assert status == 409
    assert "De bezoeker wacht niet meer op een medewerker." in html


async def test_an_answer_reaches_the_visitor_without_personal_data(anna: Desk, taken: Talk):
    status, html = await anna.act(
        taken, "antwoord", antwoord="Mail naar jan@voorbeeld.be.", client_id="een"
    )
    assert status == 200
    assert "Het filter verving een e-mailadres." in html
    assert taken.texts("staff") == ["Mail naar [EMAIL-1]."]


async def test_an_answer_sent_twice_is_stored_once(anna: Desk, taken: Talk):
    for _ in range(2):
        await anna.act(taken, "antwoord", antwoord="Goedendag.", client_id="een")
    assert taken.texts("staff") == ["Goedendag."]


async def test_another_answer_on_a_page_of_before_is_kept_and_not_taken_for_sent(
    anna: Desk, taken: Talk
):
    await anna.act(taken, "antwoord", antwoord="Goedendag.", client_id="een")
    status, html = await anna.act(taken, "antwoord", antwoord="Tot morgen.", client_id="een")
    assert status == 422
    assert "nog niet verstuurd" in html
    assert "Tot morgen.</textarea>" in html
    assert taken.texts("staff") == ["Goedendag."]


@pytest.mark.parametrize("act", ["antwoord", "nota"])
async def test_without_the_filter_nothing_is_stored_and_the_text_is_kept(
    client: TestClient, anna: Desk, taken: Talk, monkeypatch: pytest.MonkeyPatch, act: str
):
    async def broken(text: str) -> Found:
        raise FilterFailed("Het filter werkte niet.")

    monkeypatch.setattr(client.app[FILTER], "find", broken)
    status, html = await anna.act(taken, act, **{act: "Vraag het aan Jan."}, client_id="een")
    assert status == 500
    assert "Het filter werkte niet." in html
    assert "Vraag het aan Jan.</textarea>" in html
    assert taken.texts("staff") == []
    assert anna.read(lambda session: session.query(Note).count()) == 0


async def test_who_left_is_relieved_and_who_is_there_is_not(
    client: TestClient, anna: Desk, bas: Desk, taken: Talk
):
    status, html = await bas.act(taken, "aflossen")
    assert (status, "nog aangemeld" in html) == (409, True)
    assert "Neem over van" not in html
    await client.post("/console/afmelden", headers=anna.headers)
    _, queue = await bas.get("/wachtrij")
    assert "afgemeld</span>" in queue
    _, html = await bas.get(f"/gesprek/{taken.id}")
    assert "Neem over van Medewerker" in html
    status, html = await bas.act(taken, "aflossen")
    assert status == 200
    assert "Beheerder, medewerker van de helpdesk, neemt uw gesprek over." in html
    assert (await bas.act(taken, "antwoord", antwoord="Dag.", client_id="twee"))[0] == 200


@pytest.mark.parametrize("lost", ["sluiten", "rol"])
async def test_who_may_no_longer_answer_is_relieved(anna: Desk, bas: Desk, taken: Talk, lost: str):
    await bas.post(f"/accounts/{anna.id}/{lost}", rol="lezer")
    assert (await bas.act(taken, "aflossen"))[0] == 200


async def test_only_what_a_colleague_has_is_taken_over_from_them(anna: Desk, waiting: Talk):
    assert (await anna.act(waiting, "aflossen"))[0] == 409
    assert waiting.state == "waiting"


async def test_who_does_not_have_it_cannot_answer_and_keeps_the_text(bas: Desk, taken: Talk):
    status, html = await bas.act(taken, "antwoord", antwoord="Ik ook!", client_id="twee")
    assert status == 409
    assert "U hebt dit gesprek niet (meer)" in html
    assert taken.texts("staff") == []
    assert bas.audited() == [("geantwoord", f"gesprek:{taken.id}", False)]


async def test_an_empty_answer_is_refused(anna: Desk, taken: Talk):
    assert (await anna.act(taken, "antwoord", antwoord="  "))[0] == 400
    assert taken.texts("staff") == []


async def test_a_note_is_for_colleagues_alone(anna: Desk, bas: Desk, taken: Talk):
    await anna.act(taken, "nota", nota="Bel morgen 0470 12 34 56 terug.")
    assert "Bel morgen [TELEFOON-1] terug." in (await bas.get(f"/gesprek/{taken.id}"))[1]
    assert all("Bel morgen" not in str(one) for one in taken.entries())
    assert anna.read(lambda session: session.query(Note).count()) == 1


async def test_a_referral_is_a_card_and_a_figure(anna: Desk, taken: Talk):
    form = {"contact": "abb", "onderwerp": "ocad", "client_id": "v"}
    for _ in range(2):
        await anna.act(taken, "verwijzen", **form)
    cards = [one["reply"] for one in taken.entries() if one["sender"] == "staff"]
    assert [(one["kind"], one["contacts"][0]["id"]) for one in cards] == [("refer", "abb")]
    given = anna.read(
        lambda s: [(one.contact, one.group, one.by) for one in s.query(ReferralRecord)]
    )
    assert given == [("abb", "abb", "staff")]


async def test_a_referral_needs_a_topic_and_a_service(anna: Desk, taken: Talk):
    assert (await anna.act(taken, "verwijzen", contact="abb"))[0] == 400
    assert (await anna.act(taken, "verwijzen", contact="niemand", onderwerp="ocad"))[0] == 400
    assert taken.texts("staff") == []


async def test_who_asked_is_corrected_by_name(anna: Desk, taken: Talk):
    await anna.act(taken, "vrager", doelgroep="ocmw", gemeente="aalst")
    contact = taken.contact()
    assert contact is not None
    assert (contact.audience, contact.municipality) == ("ocmw", "41002")
    assert anna.audited()[-1][:2] == ("bekeken", f"gesprek:{taken.id}")
    assert ("gewijzigd", f"gesprek:{taken.id}", True) in anna.audited()


async def test_a_municipality_that_does_not_exist_is_refused(anna: Desk, taken: Talk):
    status, html = await anna.act(taken, "vrager", doelgroep="ocmw", gemeente="Atlantis")
    assert status == 400
    assert "staat niet in de lijst" in html


async def test_a_wrong_topic_is_replaced(anna: Desk, taken: Talk):
    await anna.act(taken, "onderwerp", in_plaats_van="ocad", onderwerp="livc")
    assert taken.questions() == ["livc"]
    await anna.act(taken, "onderwerp", onderwerp="polarisering")
    await anna.act(taken, "onderwerp", in_plaats_van="livc")
    assert taken.questions() == ["polarisering"]


async def test_a_test_does_not_count(anna: Desk, taken: Talk):
    await anna.act(taken, "test", test="ja")
    contact = taken.contact()
    assert contact is not None
    assert contact.test


async def test_closing_registers_what_came_of_it(anna: Desk, taken: Talk):
    await anna.act(taken, "afsluiten", afloop="doorverwezen")
    assert taken.state == "closed"
    assert taken.outcomes()[-1] == "doorverwezen"
    await anna.act(taken, "heropenen")
    assert taken.state == "staff"


async def test_closing_needs_an_outcome_of_the_list(anna: Desk, taken: Talk):
    assert (await anna.act(taken, "afsluiten", afloop="veiligheid"))[0] == 400
    assert taken.state == "staff"


@pytest.mark.parametrize(("to", "state"), [("wachtrij", "waiting"), ("assistent", "bot")])
async def test_a_conversation_is_given_back(anna: Desk, taken: Talk, to: str, state: str):
    await anna.act(taken, "vrijgeven", naar=to)
    assert taken.state == state


async def test_a_conversation_is_handed_to_a_colleague_who_answers(
    anna: Desk, bas: Desk, taken: Talk
):
    assert (await anna.act(taken, "doorgeven", collega="lezer"))[0] == 400
    await anna.act(taken, "doorgeven", collega=bas.id)
    assert (await bas.act(taken, "antwoord", antwoord="Dag.", client_id="een"))[0] == 200


async def test_a_ready_made_text_is_filled_in(anna: Desk, taken: Talk):
    _, html = await anna.get(f"/gesprek/{taken.id}?sjabloon=zin:gemeente")
    assert ">Voor Gent kijk ik dit na." in html
    _, html = await anna.get(f"/gesprek/{taken.id}?sjabloon=livc")
    assert ">LIVC R staat voor" in html or ">Een LIVC R is" in html
    assert (await anna.get(f"/gesprek/{taken.id}?sjabloon=onzin"))[0] == 200


async def test_what_anyone_typed_is_shown_as_text(client: TestClient, anna: Desk):
    talk = Talk(client.app[DATABASE])
    talk.say("<script>alert(1)</script><img src=x onerror=alert(1)>")
    talk.answer(text="[x](javascript:alert(1)) <b>vet</b>")
    _, html = await anna.get(f"/gesprek/{talk.id}")
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "<b>vet" not in html
    assert 'href="javascript' not in html


async def test_an_erased_conversation_is_gone(anna: Desk, waiting: Talk):
    waiting.erase()
    status, html = await anna.get(f"/gesprek/{waiting.id}")
    assert status == 404
    assert "Dit gesprek bestaat niet of is gewist." in html
