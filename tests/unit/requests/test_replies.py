"""What a form says."""

from __future__ import annotations

from bot.knowledge.library import load_library
from bot.requests.kinds import Field, RequestKind
from bot.requests.replies import ask, changed, nothing_to_go_back_to
from bot.settings import PROJECT

LIBRARY = load_library(PROJECT / "knowledge")
VALUES = {Field.PERIODE: "mei", Field.CONTACT: "abc", Field.GEMEENTE: "41002"}


def test_a_correction_is_told_with_the_new_value():
    assert changed([Field.PERIODE, Field.GEMEENTE], VALUES, LIBRARY) == (
        "Aangepast: **Periode** is nu mei; **Gemeente** is nu Aalst."
    )


def test_new_contact_details_are_told_and_not_shown():
    told = changed([Field.CONTACT], VALUES, LIBRARY)
    assert told == "Aangepast: uw nieuwe gegevens zijn versleuteld bewaard."


def test_a_field_that_is_asked_again_shows_its_answer_and_may_stay():
    reply = ask(RequestKind.PLAATSBEZOEK, Field.PERIODE, VALUES, LIBRARY)
    assert "U vulde al in: **mei**" in reply.text
    assert "waarde:behouden" in [one.value for one in reply.choices]
    first = ask(RequestKind.PLAATSBEZOEK, Field.PERIODE, {}, LIBRARY)
    assert "waarde:behouden" not in [one.value for one in first.choices]


def test_who_goes_back_outside_a_form_may_take_up_the_one_that_was_put_aside():
    waiting = nothing_to_go_back_to("plaatsbezoek")
    assert [one.value for one in waiting.choices] == ["aanvraag:plaatsbezoek"]
    assert nothing_to_go_back_to(None).choices == ()
