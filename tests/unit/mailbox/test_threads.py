"""Mails that belong together are one contact."""

from __future__ import annotations

from bot.mailbox.threads import threads
from tests.unit.mailbox.letters import mail

FIRST = "Tue, 10 Nov 2026 10:00:00 +0100"
LATER = "Wed, 11 Nov 2026 10:00:00 +0100"


def test_an_answer_names_the_mail_before_it():
    asked = mail(id="a@x")
    answer = mail(
        id="b@x", before="a@x", subject="iets anders", sender="helpdesk@vvsg.be", date=LATER
    )
    assert threads([answer, asked]) == [[asked, answer]]


def test_answers_to_a_mail_that_is_not_there_belong_together():
    some = [mail(id=f"{one}@x", before="weg@x", subject=f"{one}") for one in "ab"]
    assert len(threads(some)) == 1


def test_an_answer_that_names_nothing_goes_by_subject_and_participants():
    asked = mail(id="a@x", date=FIRST)
    answer = mail(id="b@x", subject="RE: vraag", date=LATER)
    assert len(threads([asked, answer])) == 1


def test_the_same_subject_of_somebody_else_is_another_contact():
    asked = mail(id="a@x", date=FIRST)
    other = mail(id="b@x", subject="RE: vraag", sender="bo@gent.be", date=LATER)
    assert len(threads([asked, other])) == 2


def test_a_new_mail_with_the_same_subject_is_another_contact():
    assert len(threads([mail(id="a@x", date=FIRST), mail(id="b@x", date=LATER)])) == 2


def test_a_mail_that_is_there_twice_counts_once():
    asked = mail()
    assert threads([asked, asked]) == [[asked]]


def test_mails_that_name_each_other_in_a_circle_are_one_thread():
    some = [mail(id="a@x", before="b@x"), mail(id="b@x", before="a@x")]
    assert len(threads(some)) == 1
