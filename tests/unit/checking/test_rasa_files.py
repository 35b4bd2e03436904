"""What Rasa would pass over in silence, or break on at the first message, is told before."""

from __future__ import annotations

import pytest

from .conftest import Planted

DOMAIN = "domain.yml"
CONFIG = "config.yml"
TALK = "data/rules/gesprek.yml"
ENDPOINTS = "endpoints.yml"
CREDENTIALS = "credentials.yml"
DECIDER = "  - name: bot.nlu.components.decider.Decider\n"
LISTENER = "  - name: bot.nlu.components.danger_listener.DangerListener\n"
RANKER = "  - name: bot.nlu.components.intent_ranker.IntentRanker\n"

FAULTS = [
    # file, old, new, on the line with, says
    (CONFIG, DECIDER, f"{DECIDER}    answer: hoog\n", "answer: hoog", "'answer' hoort een getal, gewoonlijk 0.38"),
    (CONFIG, DECIDER, f"{DECIDER}    answer: true\n", "answer: true", "'answer' hoort een getal"),
    (CONFIG, DECIDER, f"{DECIDER}    antwoord: 0.5\n", "antwoord: 0.5", "'antwoord' is geen instelling"),
    (CONFIG, RANKER, "", "pipeline:", "het onderdeel 'IntentRanker' ontbreekt"),
    (CONFIG, LISTENER, "", "pipeline:", "het onderdeel 'DangerListener' ontbreekt"),
    (CONFIG, DECIDER, "", "pipeline:", "het onderdeel 'Decider' ontbreekt"),
    (CONFIG, "language: nl", "language: fr", "language: fr", "de taal 'fr' kan niet"),
    (DOMAIN, "known_sector: {type: any", "known_sector: {type: tekst", "type: tekst", "van slot 'known_sector'"),
    (DOMAIN, "entities:\n", "entiteiten:\n", "entiteiten:", "'entiteiten' is hier onbekend"),
    (DOMAIN, "Graag gedaan.", "<b>Graag</b> gedaan.", "<b>", "HTML kan niet"),
    (TALK, "rules:\n", "regels: []\nrules:\n", "regels:", "'regels' is hier onbekend"),
    (TALK, "- action: utter_groet\n", "- actie: utter_groet\n", "actie:", "'actie' is hier onbekend"),
    (ENDPOINTS, "  url:", "  adres:", "action_endpoint:", "heeft geen adres"),
    (ENDPOINTS, "action_endpoint:", "acties:", "acties:", "'acties' is hier onbekend"),
    (CREDENTIALS, "rest:", "rest", "rest", "hier horen kanalen"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "at", "says"), FAULTS)
def test_a_name_or_value_that_rasa_cannot_use(
    project: Planted, path: str, old: str, new: str, at: str, says: str
) -> None:
    project.change(path, old, new)
    found = [one for one in project.problems() if one.path == path]
    assert [one.line for one in found if says in one.message] == [project.line(path, at)], found


def test_a_decider_that_is_not_the_last(project: Planted) -> None:
    project.change(CONFIG, DECIDER, "")
    project.change(CONFIG, RANKER, DECIDER + RANKER)
    project.finds(CONFIG, project.line(CONFIG, "Decider"), "zet het als laatste")


@pytest.mark.parametrize("path", [ENDPOINTS, CREDENTIALS])
def test_a_file_of_rasa_that_is_broken(project: Planted, path: str) -> None:
    (project.root / path).write_text("rest: [", encoding="utf-8")
    project.finds(path, 1, "kijk de haakjes na")


def test_a_file_of_rasa_that_is_gone(project: Planted) -> None:
    (project.root / ENDPOINTS).unlink()
    project.finds(ENDPOINTS, 1, "ontbreekt")


def test_a_contact_that_nothing_leads_to(project: Planted) -> None:
    kept = (project.root / "knowledge/contacts/unia.yml").read_text(encoding="utf-8")
    (project.root / "knowledge/contacts/oud.yml").write_text(kept, encoding="utf-8")
    project.finds("knowledge/contacts/oud.yml", 1, "niets verwijst naar dit contact")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lokaal overleg.\n", "lokaal\0 overleg.\n", "NUL"),
        ("**richt**", "** richt **", "vlak tegen"),
        ("**richt**", "****", "vlak tegen"),
        ("**richt**", "**richt", "voor en achter"),
    ],
)
def test_signs_in_an_article_that_are_not_what_they_seem(
    project: Planted, old: str, new: str, says: str
) -> None:
    path = "knowledge/answers/livc.md"
    project.change(path, old, new)
    project.finds(path, project.line(path, new.strip()), says)
