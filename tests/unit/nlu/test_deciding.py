"""From rankings to a decision."""

from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.catalogue import Catalogue, TopicId
from bot.nlu.beside import Heard
from bot.nlu.deciding import Alarm, decide
from bot.nlu.decisions import Decision, Ranking, Thresholds, Understanding
from bot.nlu.following import Before
from bot.nlu.wordlists import Found

CATALOGUE = Catalogue.load(Path("knowledge/topics.yml"))
THRESHOLDS = Thresholds(answer=0.5, clarify=0.2, part=0.55, follow_up=0.3, safety=-2)


def ranking(intent: str, confidence: float) -> Ranking:
    return [(intent, confidence), ("livc", 0.1), ("cijfers", 0.05), ("thesis", 0.01)]


def decision(whole: Ranking, *parts: Ranking, language: str = "nl", **about: Any) -> Understanding:
    return decide(
        catalogue=CATALOGUE,
        thresholds=THRESHOLDS,
        language=language,
        whole=Heard(ranking=whole, entities=()),
        parts=[Heard(ranking=one, entities=()) for one in parts],
        **about,
    )


@pytest.mark.parametrize(
    ("intent", "confidence", "expected"),
    [
        ("ocad", 0.9, Decision.ANSWER),
        ("ocad", 0.3, Decision.CLARIFY),
        ("ocad", 0.1, Decision.FALLBACK),
        ("groet", 0.9, Decision.CONVERSATION),
        ("buiten_bereik", 0.9, Decision.OUT_OF_SCOPE),
    ],
)
def test_confidence_decides_between_answer_clarify_and_fallback(
    intent: str, confidence: float, expected: Decision
):
    assert decision(ranking(intent, confidence)).decision is expected


def test_at_most_three_topics_are_offered():
    assert decision(ranking("ocad", 0.3)).options == ("ocad", "livc", "cijfers")


def test_what_seems_out_of_scope_still_offers_the_topics_that_are_near():
    assert decision(ranking("buiten_bereik", 0.7)).options == ("livc", "cijfers")


def test_each_question_of_a_message_is_kept_once_in_order():
    found = decision(
        ranking("livc", 0.4), ranking("livc", 0.8), ranking("ocad", 0.9), ranking("livc", 0.9)
    )
    assert found.decision is Decision.ANSWER
    assert [one.topic for one in found.questions] == ["livc", "ocad"]


def test_another_language_is_not_answered_but_danger_in_it_is():
    assert decision(ranking("ocad", 0.9), language="fr").decision is Decision.OTHER_LANGUAGE
    alarms = [Alarm({"noodgeval": 0.9, "zelfdoding": 0.05}, ranking("noodgeval", 0.9))]
    heard = decision(ranking("noodgeval", 0.9), language="fr", alarms=alarms)
    assert heard.decision is Decision.SAFETY


def test_gibberish_is_not_understood_unless_the_model_is_sure():
    assert decision(ranking("ocad", 0.4), language="und").decision is Decision.FALLBACK
    assert decision(ranking("ocad", 0.9), language="und").decision is Decision.ANSWER
    assert decision(ranking("buiten_bereik", 0.9), language="und").decision is Decision.FALLBACK


def test_gibberish_behind_a_question_is_no_follow_up():
    behind = decision(ranking("ocad", 0.9), language="und", follow_up=True)
    assert behind.decision is Decision.FALLBACK


def test_a_follow_up_is_answered_at_less_confidence():
    assert decision(ranking("ocad", 0.35), follow_up=True).decision is Decision.ANSWER


def test_both_witnesses_together_raise_the_alarm():
    loud, quiet = {"noodgeval": 0.2, "zelfdoding": 0.6}, {"noodgeval": 0.02, "zelfdoding": 0.01}
    whole = [("ocad", 0.7), ("zelfdoding", 0.2)]
    alarmed = decision(whole, alarms=[Alarm(loud, whole)])
    assert (alarmed.decision, alarmed.intent) == (Decision.SAFETY, "zelfdoding")
    assert decision(whole, alarms=[Alarm(quiet, whole)]).decision is Decision.ANSWER


def test_what_ends_in_a_question_must_sound_more_alarming():
    told, whole = {"noodgeval": 0.3, "zelfdoding": 0.0}, ranking("noodgeval", 0.3)
    assert decision(whole, alarms=[Alarm(told, whole)]).decision is Decision.SAFETY
    asked = Alarm(told, whole, asks=True)
    assert decision(whole, alarms=[asked]).decision is not Decision.SAFETY
    sure = ranking("noodgeval", 0.9)
    loud = Alarm({"noodgeval": 0.9, "zelfdoding": 0.0}, sure, asks=True)
    assert decision(sure, alarms=[loud]).decision is Decision.SAFETY


def test_the_questions_beside_danger_are_kept():
    whole, asked = ranking("noodgeval", 0.9), [Heard(ranking("livc", 0.8), ())]
    alarms = [Alarm({"noodgeval": 0.9, "zelfdoding": 0.05}, whole)]
    for found in (
        decision(whole, asked[0].ranking, alarms=alarms),
        decision(whole, alarms=alarms, asked=asked),
        decision(whole, alarmed=True, asked=asked),
    ):
        assert [one.topic for one in found.questions] == ["livc"]


def test_danger_in_one_sentence_is_heard_beside_a_question_but_counts_for_less_alone():
    quiet, whole = {"noodgeval": 0.01, "zelfdoding": 0.0}, ranking("livc", 0.9)
    for loud, heard in ((0.99, Decision.SAFETY), (0.3, Decision.ANSWER)):
        told = Alarm({"noodgeval": loud, "zelfdoding": 0.0}, ranking("noodgeval", loud), alone=True)
        assert decision(whole, alarms=[Alarm(quiet, whole), told]).decision is heard


def test_without_danger_what_is_asked_in_one_sentence_changes_nothing():
    asked = [Heard(ranking("ocad", 0.9), ())]
    assert [one.topic for one in decision(ranking("livc", 0.9), asked=asked).questions] == ["livc"]


def test_a_follow_up_about_brussels_that_names_a_flemish_town_is_about_that_town():
    heard = Heard(ranking=ranking("brussel", 0.9), entities=[Found("municipality", "11002", 6, 15)])
    found = decide(
        catalogue=CATALOGUE, thresholds=THRESHOLDS, language="nl", whole=heard, follow_up=True
    )
    assert [one.topic for one in found.questions] == ["initiatieven_elders"]


def test_who_asks_whom_to_turn_to_and_nothing_else_is_asked_about_what():
    told = decision(ranking("buiten_bereik", 0.9), whom=True)
    assert (told.decision, told.options[0]) == (Decision.CLARIFY, "bezorgd_over_persoon")


def test_what_one_municipality_does_is_answered_at_less_confidence():
    asked = ranking("initiatieven_elders", 0.3)
    assert decision(asked).decision is Decision.CLARIFY
    assert decision(asked, practice=True).decision is Decision.ANSWER


@pytest.mark.parametrize(
    ("who", "danger", "expected"),
    [
        ("burger", "noodgeval", ["bezorgd_over_persoon"]),
        ("politie", "noodgeval", []),
        ("burger", "zelfdoding", []),
    ],
)
def test_a_relative_hears_behind_the_card_whom_to_turn_to(
    who: str, danger: str, expected: list[str]
):
    heard = Heard([(danger, 0.6), ("bezorgd_over_persoon", 0.2)], [Found("audience", who, 0, 9)])
    told = decide(
        catalogue=CATALOGUE, thresholds=THRESHOLDS, language="nl", whole=heard, alarmed=True
    )
    assert [one.topic for one in told.questions] == expected


def test_a_follow_up_about_who_works_somewhere_asks_the_same_for_them_and_no_person():
    whole = Heard(
        ranking=ranking("medewerker_spreken", 0.9),
        entities=(Found("for_audience", "hulpverlener", 3, 30),),
    )
    about = {"catalogue": CATALOGUE, "thresholds": THRESHOLDS, "language": "nl", "whole": whole}
    before = Before(text="en een medewerker van het CAW?", topic=TopicId("ocad"), home=None)
    found = decide(**about, before=before)
    assert (found.decision, [one.topic for one in found.questions]) == (Decision.ANSWER, ["ocad"])
    assert decide(**about).decision is Decision.CLARIFY


def test_the_topic_that_tells_of_a_cited_article_is_the_answer_but_danger_goes_first():
    about = {"cites": "info_aan_politie"}
    found = decision(ranking("beroepsgeheim", 0.9), **about)
    assert [one.topic for one in found.questions] == ["info_aan_politie"]
    alarms = [Alarm({"noodgeval": 0.9, "zelfdoding": 0.05}, ranking("noodgeval", 0.9))]
    heard = decision(ranking("noodgeval", 0.9), alarms=alarms, **about)
    assert heard.decision is Decision.SAFETY


def test_a_follow_up_that_wishes_for_a_person_gets_one():
    before = Before("ik moet dringend iemand van jullie spreken", TopicId("beroepsgeheim"), None)
    found = decision(ranking("beroepsgeheim", 0.9), follow_up=True, before=before)
    assert (found.decision, found.intent) == (Decision.CONVERSATION, "medewerker_spreken")


def test_right_behind_an_emergency_card_less_evidence_is_enough():
    unsure = {"zelfdoding": 0.2, "noodgeval": 0.01}
    among: Ranking = [("buiten_bereik", 0.8), ("zelfdoding", 0.06)]
    before = decision(among, alarms=[Alarm(unsure, among)])
    behind = decision(among, alarms=[Alarm(unsure, among, carded=True)])
    assert (before.decision, behind.decision) == (Decision.OUT_OF_SCOPE, Decision.SAFETY)
