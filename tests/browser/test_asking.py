"""What a visitor asks, and what the panel shows."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat import DANGER, QUESTION, REFERRAL, Chat

pytestmark = [pytest.mark.browser, pytest.mark.engine]


def test_a_question_gets_an_answer_with_sources(chat: Chat):
    answer = chat.say(QUESTION)
    expect(answer.get_by_role("heading", name="Dreigingsniveau")).to_be_visible()
    sources = answer.locator(".sources a")
    expect(sources.first).to_be_visible()
    for source in sources.all():
        assert (source.get_attribute("href") or "").startswith("https://")
        assert source.get_attribute("rel") == "noopener noreferrer"
        assert source.get_attribute("target") == "_blank"


def test_a_referral_shows_its_contact_as_a_card(chat: Chat):
    card = chat.say(REFERRAL).locator(".referral .card")
    expect(card).to_have_count(1)
    expect(card.locator(".name")).to_have_text("VVSG, vorming")
    expect(card.get_by_role("link", name="Naar de website")).to_have_attribute(
        "href", "https://www.vvsg.be/"
    )


def test_danger_shows_the_card_with_numbers_to_call_before_anything_else(chat: Chat):
    first = chat.say(DANGER)
    expect(first.locator(".safety")).to_be_visible()
    calls = first.locator("a.call")
    expect(calls).to_have_count(3)
    assert [call.get_attribute("href") for call in calls.all()] == [
        "tel:112",
        "tel:101",
        "tel:1813",
    ]
    expect(calls.first).to_be_in_viewport()


def test_a_quick_reply_for_the_audience_answers_again(chat: Chat):
    chat.say(REFERRAL)
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    before = chat.entries.count()
    chat.choose("School of CLB")
    chat.behind(before)
    expect(chat.entries.nth(before)).to_contain_text("School of CLB")
    card = chat.log.locator(".referral .card").last
    expect(card.locator(".name")).to_have_text("Departement Onderwijs en Vorming")
    used = chat.log.get_by_role("button", name="School of CLB (gekozen)")
    expect(used).to_have_attribute("aria-disabled", "true")


def test_who_finds_an_answer_not_useful_may_say_why(chat: Chat):
    answer = chat.say(QUESTION).first
    verdict = answer.get_by_role("group", name="Was dit nuttig?")
    verdict.get_by_role("button", name="Nee").click()
    expect(verdict).to_contain_text("Bedankt, wij nemen dit mee.")
    why = answer.get_by_role("group", name="Wat kan beter?")
    why.get_by_role("button", name="Er ontbreekt iets").click()
    expect(why.get_by_role("button", pressed=True)).to_have_text("Er ontbreekt iets")
    verdict.get_by_role("button", name="Ja").click()
    expect(why).to_have_count(0)


def test_personal_data_is_hinted_at_while_typing_and_shown_masked_once_sent(chat: Chat):
    before = chat.entries.count()
    chat.question.fill("Zijn adres is jan.peeters@example.be. Wat is OCAD?")
    expect(chat.status).to_contain_text("Dit lijkt op een persoonsgegeven")
    chat.panel.get_by_role("button", name="Toon wat bewaard wordt").click()
    expect(chat.status).to_contain_text("Zijn adres is [EMAIL-1]. Wat is OCAD?")
    chat.question.press("Enter")
    chat.behind(before)
    expect(chat.entries.nth(before)).to_contain_text("Zijn adres is [EMAIL-1]. Wat is OCAD?")
    expect(chat.entries.nth(before)).to_contain_text("Wij hebben persoonsgegevens weggelaten.")
    assert "jan.peeters" not in chat.frame.content()
    assert "jan.peeters" not in chat.frame.evaluate("JSON.stringify(localStorage)")
    chat.reload()
    expect(chat.log).to_contain_text("[EMAIL-1]")
    assert "jan.peeters" not in chat.frame.content()


def test_what_is_kept_of_a_message_can_be_seen_also_when_nothing_looked_personal(chat: Chat):
    chat.question.fill("gisteren heeft yassine benaissa")
    shown = chat.panel.get_by_role("button", name="Toon wat bewaard wordt")
    shown.click()
    expect(chat.status).to_contain_text("Zo wordt uw bericht bewaard: gisteren heeft [PERSOON-1]")
    chat.question.fill("Wat is?")
    expect(shown).to_be_hidden()


@pytest.mark.parametrize("text", ["Karim is 16 en vecht", "mijn zoon karim vecht", "kerkstraat 12"])
def test_a_name_with_an_age_or_behind_a_relation_and_a_house_are_hinted_at(chat: Chat, text: str):
    chat.question.fill(text)
    expect(chat.status).to_contain_text("Dit lijkt op een persoonsgegeven")


def test_erasing_takes_away_what_was_being_typed(chat: Chat):
    chat.say(QUESTION)
    chat.question.fill("Yassine Benaissa uit mijn klas")
    kept = "Object.keys(sessionStorage).filter(one => one.endsWith(':draft')).length"
    assert chat.frame.evaluate(kept) == 1
    chat.command("Wis dit gesprek")
    chat.panel.get_by_role("dialog").get_by_role("button", name="Wis dit gesprek").click()
    expect(chat.status).to_contain_text("Het gesprek is gewist")
    expect(chat.question).to_have_value("")
    assert chat.frame.evaluate(kept) == 0


def test_erasing_empties_the_chat_and_begins_a_new_one(chat: Chat):
    chat.say(QUESTION)
    old = chat.session
    chat.command("Wis dit gesprek")
    chat.panel.get_by_role("dialog").get_by_role("button", name="Wis dit gesprek").click()
    expect(chat.entries).to_have_count(1)
    expect(chat.status).to_contain_text("Het gesprek is gewist")
    expect(chat.log).not_to_contain_text(QUESTION)
    expect(chat.question).to_be_focused()
    assert chat.session["id"] != old["id"]
    path = f"/api/conversations/{old['id']}/transcript"
    assert chat.server.send("GET", path, token=old["token"])[0] == 404
    expect(chat.say(QUESTION).locator(".sources")).to_be_visible()
