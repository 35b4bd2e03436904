"""What of a message with several questions gets no answer."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.catalogue import Catalogue
from bot.nlu.beside import Heard, beside
from bot.nlu.decisions import Beside, Left, Question, Ranking

CATALOGUE = Catalogue.load(Path("knowledge/topics.yml"))
LIVC = Heard([("livc", 0.9)], (), "Wat is een LIVC R?")


def heard(text: str, *ranking: tuple[str, float]) -> Heard:
    return Heard(list(ranking), (), text)


def left(*asked: Heard, parts: tuple[Heard, ...] = ()) -> Beside:
    return beside(CATALOGUE, [Question("livc")], asked, parts)


def test_a_question_about_another_topic_is_left_with_that_topic():
    money = heard("en krijgen wij daar geld voor?", ("subsidie_vlaanderen", 0.6), ("livc", 0.2))
    told = Left("krijgen wij daar geld voor?", ("subsidie_vlaanderen",))
    assert left(LIVC, money).left == (told,)


def test_a_question_of_no_topic_is_left_without_one():
    parking = heard("Hebben jullie parkeerplaatsen?", ("buiten_bereik", 0.9), ("livc", 0.01))
    assert left(LIVC, parking).left == (Left("Hebben jullie parkeerplaatsen?"),)


def test_a_question_that_belongs_to_the_one_before_it_is_not_left():
    within = heard("en wie moet erin zitten", ("buiten_bereik", 0.55), ("livc", 0.18))
    assert left(LIVC, within) == Beside()


def test_a_question_of_no_topic_that_is_joined_to_another_belongs_to_it():
    joined = heard("en wat staat erin?", ("buiten_bereik", 0.9), ("livc", 0.01))
    unmarked = heard("wanneer is er een LTF", ("buiten_bereik", 0.9), ("livc", 0.01))
    assert left(LIVC, joined, unmarked) == Beside()


def test_a_joined_question_that_names_something_else_is_told_to_lie_outside():
    card = heard("en wat kost een parkeerkaart?", ("buiten_bereik", 0.95), ("livc", 0.01))
    park = heard("en hoe laat is het containerpark open?", ("buiten_bereik", 0.95))
    assert left(LIVC, card, park).left == (
        Left("wat kost een parkeerkaart?", outside=True),
        Left("hoe laat is het containerpark open?", outside=True),
    )


def test_a_joined_question_that_points_back_or_names_nothing_lies_not_outside():
    points = heard("en hoe lang duurt het nog?", ("buiten_bereik", 0.95))
    bare = heard("en wie betaalt?", ("buiten_bereik", 0.95))
    there = heard("en wie moet daar naartoe?", ("buiten_bereik", 0.95))
    assert left(LIVC, points, bare, there) == Beside()


def test_a_question_that_points_back_is_read_behind_what_was_asked():
    pointing = heard("wie roept die bijeen?", ("buiten_bereik", 0.6), ("livc", 0.05))
    behind = heard("wie roept die bijeen?", ("livc", 0.4))
    assert left(LIVC, pointing).left != ()
    assert left(LIVC, pointing, parts=(behind,)) == Beside()


def test_small_talk_and_what_is_only_told_are_not_left():
    help_me = heard("Kan u mij helpen?", ("wat_kan_je", 0.7))
    wants = heard("ik wil dat goed aanpakken", ("rol_gemeente", 0.5))
    ends = heard("wanneer er iemand opneemt.", ("contact_helpdesk", 0.6))
    assert left(LIVC, help_me, wants, ends) == Beside()


def test_who_asks_for_a_call_beside_a_question_is_heard():
    calls = heard("bel mij op [TELEFOON-1]", ("buiten_bereik", 0.4))
    person: Ranking = [("medewerker_spreken", 0.8)]
    assert left(LIVC, calls) == Beside(call=True)
    assert left(LIVC, Heard(person, (), "Is er iemand vrij?")) == Beside(call=True)


def test_a_message_with_one_question_leaves_nothing():
    assert left(heard("Hoeveel kost dat?", ("buiten_bereik", 0.9))) == Beside()
