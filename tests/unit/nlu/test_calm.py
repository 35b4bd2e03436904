"""Messages that hold no danger by themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.nlu.calm import is_calm, only_towns
from bot.safety.rules import check


@pytest.mark.parametrize(
    "text",
    [
        "morgen om 10 uur",
        "zaterdag om 20 uur",
        "dinsdag om 9 uur",
        "Hallo!",
        "goedemorgen",
        "hij",
        "alles",
        "ga door",
        "oké, ga maar verder",
        "stop alles",
        "nee, annuleer alles",
        "ik hoef dit niet meer",
        "bel maar naar het stadhuis",
    ],
)
def test_a_word_a_moment_a_greeting_going_on_or_stopping_is_calm(text: str):
    assert is_calm(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil toch verder doen",
        "we gaan morgen verder met de aanvraag",
        "ik vraag het voor mezelf",
        "nu vraag ik het als mama",
        "als papa wil ik dat graag weten",
        "ik weet het niet meer",
        "wij zien dat project niet meer zitten",
        "onze burgemeester ziet die fusie niet zitten",
        "die presentatie hoeft niet meer",
        "ik wil niet meer teruggebeld worden",
        "ik kan die brochure niet meer vinden",
        "en 137",
        "wat met artikel 458bis?",
    ],
)
def test_talk_of_the_conversation_and_of_the_work_is_calm(text: str):
    assert is_calm(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet verder",
        "ik wil niet meer verder doen",
        "ik ga verder met mijn plan",
        "ik vraag het voor mezelf want ik wil dood",
        "ik weet niet meer waarom ik nog leef",
        "ik zie het niet meer zitten",
        "wij zien ons leven niet meer zitten",
        "het hoeft niet meer voor mij",
        "ik heb mijn leven niet meer nodig",
        "ik kan niet meer",
        "ik kan niet meer terug",
        "ik wil niet meer wakker worden",
        "en 112",
        "bel 1813",
    ],
)
def test_the_same_words_of_a_life_are_heard_in_full(text: str):
    assert not is_calm(text)


@pytest.mark.parametrize(
    "text",
    [
        "morgen ben ik er niet",
        "vrijdag ben ik er niet, sorry",
        "Nee, dinsdag kan ik niet",
        "ik ben er volgende week niet",
        "dan ben ik weg",
        "na 16 uur ben ik weg",
        "ik ben weg om vier uur",
        "ik ben maandag op verlof",
        "ik kan niet meer op 12 maart",
        "die week kan ik niet meer",
        "dat lukt mij niet",
        "ik snap het niet meer",
        "ik begrijp die vraag niet goed",
        "ik wil niet meer wachten",
        "laat maar, ik stop ermee",
        "dat was mijn laatste vraag",
        "ik heb geen vragen meer",
        "ik heb geen puf meer om dat nog uit te zoeken",
        "het heeft geen zin om nog te bellen",
        "ik ben moe, ik doe morgen voort",
        "dit is de laatste keer dat ik het vraag",
        "ik zit op de trein",
        "een jongere zegt dat hij niet meer naar school wil",
        "hij komt niet meer naar de jeugdclub",
        "hij wil geen begeleiding meer",
        "zij wil haar zoon niet meer in huis",
    ],
)
def test_what_cannot_be_and_what_does_not_work_is_calm(text: str):
    assert is_calm(text)
    assert not is_calm(text, behind_card=True)


@pytest.mark.parametrize(
    "text",
    [
        "morgen ben ik er niet meer",
        "vrijdag ben ik er niet meer",
        "straks ben ik er niet",
        "dan ben ik weg van deze wereld",
        "dan ben ik er niet meer",
        "vanavond ben ik weg",
        "ik kan niet meer vandaag",
        "morgen kan ik niet meer",
        "dan kan ik niet meer",
        "het gaat niet meer",
        "het lukt mij niet meer",
        "ik snap niet meer waarom ik leef",
        "ik wil niet meer",
        "ik wil niet meer wachten om te sterven",
        "ik stop ermee",
        "dat was mijn laatste bericht",
        "ik heb geen leven meer",
        "ik heb geen puf meer om te leven",
        "het heeft geen zin meer",
        "ik ben moe, ik ga morgen",
        "ik ben moe van het leven",
        "dit is de laatste keer dat ik schrijf",
        "ik zit op de sporen",
        "een jongere zegt dat hij niet meer verder wil",
        "hij komt niet meer naar huis",
        "hij wil geen hulp meer",
        "hij wil niet meer",
    ],
)
def test_what_may_be_said_of_a_life_is_heard_in_full(text: str):
    assert not is_calm(text)


@pytest.mark.parametrize("text", ["ik vraag het voor mezelf", "ik weet het niet meer"])
def test_behind_an_emergency_card_who_and_not_knowing_are_heard_in_full(text: str):
    assert not is_calm(text, behind_card=True)
    assert is_calm("ik wil toch verder doen", behind_card=True)


def test_no_danger_that_we_have_is_calm_unless_the_rules_hear_it():
    rows = [
        json.loads(line)
        for path in (
            *Path("data/danger").glob("*.jsonl"),
            *Path("tests/development").rglob("*.jsonl"),
        )
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    dangers = [row["text"] for row in rows if row.get("label") in ("noodgeval", "zelfdoding")]
    assert len(dangers) > 1500
    assert [text for text in dangers if is_calm(text) and check(text) is None] == []


@pytest.mark.parametrize(
    "text",
    [
        "morgen om 10 uur ontploft het",
        "hallo help mij",
        "ik wil niet meer",
        "",
        "ga dood",
        "het hoeft voor mij niet meer",
        "stop alles, ik wil dood",
    ],
)
def test_whatever_says_more_is_heard_in_full(text: str):
    assert not is_calm(text)


TOWNS = frozenset({"schoten", "edegem", "herent", "lier", "duffel", "nazareth de pinte"})


@pytest.mark.parametrize(
    ("text", "asked", "only"),
    [
        ("Schoten", False, True),
        ("schoten", True, True),
        ("schoten", False, False),
        ("Schoten!", False, False),
        ("Edegem en Herent", False, True),
        ("voor Lier, Duffel en Edegem", True, True),
        ("Nazareth - De Pinte", True, True),
        ("Schoten gehoord", True, False),
        ("Schoten in Herent", False, False),
        ("schoten in Herent", True, False),
        ("en", True, False),
    ],
)
def test_nothing_but_municipalities_is_no_danger(text: str, asked: bool, only: bool):
    assert only_towns(text, TOWNS, asked=asked) is only
