"""domain.yml, the rules and config.yml."""

from __future__ import annotations

import pytest

from .conftest import Planted

DOMAIN = "domain.yml"
CONFIG = "config.yml"
TALK = "data/rules/gesprek.yml"

FAULTS = [
    # file, old, new, on the line with, says
    (DOMAIN, "  - action_choose\n", "  - action_chose\n", "- action_chose", "is nergens gemaakt"),
    (
        DOMAIN,
        '- text: "Dag!',
        '- tekst: "Dag!',
        "Dag!",
        "een variant van 'utter_groet' heeft geen tekst",
    ),
    (
        DOMAIN,
        '- text: "Goed. Waar',
        '- text: "" # Waar',
        "# Waar",
        "van 'utter_bevestigen' heeft geen tekst",
    ),
    (
        DOMAIN,
        '    - text: "Graag',
        '    # - text: "Graag',
        "utter_bedankt:",
        "'utter_bedankt' staat geen enkele tekst",
    ),
    (CONFIG, "policies:", "beleid:", "", "het deel 'policies' ontbreekt"),
    (CONFIG, "decider.Decider", "decider.Beslisser", "Beslisser", "bestaat niet"),
    (CONFIG, "components.decider.", "componenten.decider.", "componenten", "bestaat niet"),
    (CONFIG, "name: RulePolicy", "name: RegelPolicy", "RegelPolicy", "'RegelPolicy' bestaat niet"),
    (CONFIG, "  - name: RulePolicy\n", "  - naam: RulePolicy\n", "naam: Rule", "geen naam"),
    (TALK, "utter_groet", "utter_goedendag", "utter_goedendag", "ontbreekt bij 'responses'"),
    (TALK, "action_handover", "action_hand", "action_hand", "staat niet bij 'actions'"),
]


@pytest.mark.parametrize(("path", "old", "new", "at", "says"), FAULTS)
def test_names(project: Planted, path: str, old: str, new: str, at: str, says: str) -> None:
    project.change(path, old, new)
    found = [one for one in project.problems() if says in one.message]
    assert [(one.path, one.line) for one in found] == [(path, project.line(path, at))]


def test_an_intent_that_the_catalogue_does_not_know(project: Planted) -> None:
    project.change(DOMAIN, "  - livc\n", "  - livc\n  - lokaal: {use_entities: []}\n")
    line = project.line(DOMAIN, "- lokaal")
    found = {(one.line, one.message.split(";")[0]) for one in project.problems()}
    assert found == {
        (line, "de bedoeling 'lokaal' staat niet in knowledge/topics.yml"),
        (line, "'lokaal' heeft geen regel in data/rules"),
    }


@pytest.mark.parametrize("intent", ["livc", "keuze"])
def test_an_intent_that_the_domain_lacks(project: Planted, intent: str) -> None:
    project.change(DOMAIN, f"  - {intent}\n", "")
    found = [one for one in project.problems() if one.path == DOMAIN]
    assert [(one.line, one.message) for one in found] == [
        (
            project.line(DOMAIN, "intents:"),
            f"de bedoeling '{intent}' ontbreekt bij 'intents'; voeg ze toe",
        )
    ]


def test_an_intent_with_two_rules(project: Planted) -> None:
    project.change(TALK, "- intent: afscheid", "- intent: groet")
    found = project.problems()
    second = project.line(TALK, "action: utter_afscheid") - 1
    first = f"{TALK}:{project.line(TALK, '- intent: groet')}"
    assert [(one.path, one.line) for one in found] == [
        (TALK, second),
        (DOMAIN, project.line(DOMAIN, "- afscheid")),
    ]
    assert f"heeft al een regel op {first}" in found[0].message
    assert "heeft geen regel" in found[1].message


def test_an_action_that_the_domain_lacks(project: Planted) -> None:
    project.change(DOMAIN, "  - action_choose\n", "")
    path = "actions/action_choose.py"
    found = [one for one in project.problems() if one.path == path]
    line = project.line(path, 'return "action_choose"')
    assert [(one.line, one.message) for one in found] == [
        (line, "de actie 'action_choose' staat niet bij 'actions' in domain.yml; voeg ze toe")
    ]


def test_an_action_that_is_no_python(project: Planted) -> None:
    (project.root / "actions/action_choose.py").write_text("class (", encoding="utf-8")
    found = project.problems()
    assert [one.path for one in found] == ["actions/action_choose.py", DOMAIN]
    assert "geen geldige Python" in found[0].message


def test_a_broken_configuration_is_one_problem(project: Planted) -> None:
    project.change(CONFIG, "pipeline:", "pipeline: [")
    found = project.problems()
    assert [one.path for one in found] == [CONFIG]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("nl_bestaat_niet", "niet geïnstalleerd"),
        ("''", "noemt geen pakket"),
        ("[a]", "noemt geen pakket"),
    ],
)
def test_vectors_of_a_package_that_is_not_there_are_told(
    project: Planted, written: str, told: str
) -> None:
    old = "intent_ranker.IntentRanker\n"
    project.change(CONFIG, old, f"{old}    vectors: {written}\n")
    [found] = project.problems()
    assert told in found.message


@pytest.mark.parametrize("written", ["spacy", "null", "."])
def test_vectors_may_be_a_package_a_folder_or_nothing(project: Planted, written: str) -> None:
    old = "intent_ranker.IntentRanker\n"
    project.change(CONFIG, old, f"{old}    vectors: {written}\n")
    assert project.problems() == []
