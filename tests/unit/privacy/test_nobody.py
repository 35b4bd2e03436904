"""What resembles a name and is nobody, and the names in other languages or of faith that look like such a thing."""

from __future__ import annotations

import pytest

from bot.knowledge.library import load_library
from bot.privacy.cleaning import clean
from bot.privacy.names.lexicon import fold_name, items, names_of
from bot.privacy.recognisers.naam import find
from bot.settings import Settings

from .tables import found

KINDS = ("voornaam", "familienaam")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my neighbour Zarquelle talks about war", "Zarquelle"),
        ("mon voisin Thibaudet parle de la guerre", "Thibaudet"),
        ("mein Schüler Wieslander spricht nur vom Krieg", "Wieslander"),
        ("je m'appelle Quentoux et je travaille à la commune", "Quentoux"),
        ("oğlum Baturhan çok değişti", "Baturhan"),
    ],
)
def test_a_word_for_somebody_in_another_language_announces_a_name(text: str, name: str):
    # "voisin" and "Schüler" are family names too, so they may go with it, as may a foreign word behind it.
    assert any(name in one for one in found(find, text))


@pytest.mark.parametrize(
    "text",
    [
        "my neighbour is angry",
        "mon voisin parle de la guerre",
        "mein Schüler spricht nur vom Krieg",
    ],
)
def test_such_a_word_alone_announces_nobody(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "We vergaderen in Villa Rozerood",
        "Wet Major is van 2017",
        "de Wet Salduz geldt hier",
        "Decreet Franken kwam later",
    ],
)
def test_what_bears_a_name_is_no_person(text: str):
    assert clean(text).text == text


def test_behind_a_word_that_bears_no_name_it_is_a_person():
    assert found(find, "Ik sprak met mevrouw Franken over het decreet") == ["Franken"]


@pytest.mark.parametrize(
    "text",
    ["Alvast bedankt en tot Later", "Hoe Dan Ook willen wij Niet", "dat is Van Ons Allemaal"],
)
def test_function_words_with_capitals_are_no_person(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "de Zeeuwen en de Friezen komen",
        "Wat met de Tsjetsjenen en Oeigoeren?",
        "wij werken met oeigoeren en berbers",
    ],
)
def test_peoples_are_no_person(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mevrouw Hollander belde ons", "Hollander"),
        ("Ik sprak met meneer Brabander", "Brabander"),
        ("dhr. Fries wil weg", "Fries"),
    ],
)
def test_who_is_called_after_a_people_is_a_person(text: str, name: str):
    assert found(find, text) == [name]


@pytest.mark.parametrize(
    "text",
    ["Hij reist naar Aleppo", "ze komt uit Lubumbashi", "hij wil naar idlib of raqqa"],
)
def test_places_abroad_are_no_person(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("klasgenoot islam dudaev heeft een filmpje laten zien", "islam dudaev"),
        ("ISLAM DUDAEV HEEFT GEBELD", "ISLAM DUDAEV"),
        ("de broer van islam dudaev", "islam dudaev"),
        ("ik sprak met ramadan yilmaz", "ramadan yilmaz"),
        ("Ramadan Yilmaz heeft gebeld", "Ramadan Yilmaz"),
        ("ik sprak met karim ramadan", "karim ramadan"),
        ("jihad haddad belde", "jihad haddad"),
    ],
)
def test_a_word_of_faith_beside_a_name_is_part_of_it(text: str, name: str):
    assert found(find, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "de regels van islam zijn streng",
        "ramadan mubarak iedereen",
        "mag ramadan op school",
        "islam en christendom",
    ],
)
def test_a_word_of_faith_without_a_name_stays(text: str):
    assert clean(text).text == text


def test_the_faith_itself_before_a_name_stays():
    assert found(find, "wat zegt de islam karim vraagt het") == ["karim"]


@pytest.mark.parametrize("sentence", ["{}", "in {}", "Ik werk voor {}."])
def test_no_municipality_is_masked(sentence: str):
    names = [
        one.name
        for one in load_library(Settings.from_environment().knowledge).municipalities.values()
    ]
    assert len(names) == 285
    asked = [sentence.format(form) for name in names for form in (name, name.lower())]
    assert [text for text in asked if clean(text).spans] == []


@pytest.mark.parametrize("text", ["mevrouw De Pinte belde", "Mijn buurman Jan De Pinte is boos"])
def test_a_person_called_like_half_a_municipality_is_masked(text: str):
    assert "Pinte" not in clean(text).text


@pytest.mark.parametrize(
    "text",
    [
        # films, books and series
        "Mogen wij American History X tonen?",
        "is de film Le jeune Ahmed geschikt voor het zesde",
        "Wij bespraken Max Havelaar en Robinson Crusoe in de les.",
        "Iemand liet The Turner Diaries achter in de bib.",
        # associations, shops and brands
        "Hangt vzw De Kleine Prins samen met de gemeente?",
        "De bakkerij Bossuyt en slagerij Dejonghe sloten na de dreiging.",
        "Mijn zoon kreeg een Ben Sherman-hemd en een Lonsdale-trui.",
        "Supporters van Beerschot en Royal Antwerp vochten.",
        # laws and streets
        "Valt dit onder de wet-Franchimont of de Salduzwet?",
        "valt dit onder de wet moureaux",
        "aan de Emile Braunbrug en in het Peter Benoitpark",
        # figures that everybody knows
        "De theorie van Renaud Camus over omvolking duikt op.",
        # abbreviations
        "Odisee en UCLL geven die opleiding ook.",
        "zie instr. 12 van het handboek",
    ],
)
def test_titles_brands_laws_and_what_is_called_after_somebody_are_nobody(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sinds American History X is Yassine Benali anders", ["Yassine Benali"]),
        ("mijn zoon Storm speelt Call of Duty", ["Storm"]),
        ("Karim van vzw De Kleine Prins belde", ["Karim"]),
        ("meneer Bossuyt van de bakkerij is bang", ["Bossuyt"]),
        ("mevrouw Black klaagt over haar buur", ["Black"]),
    ],
)
def test_a_person_beside_such_a_thing_is_found(text: str, names: list[str]):
    assert found(find, text) == names


@pytest.mark.parametrize("name", ["engels", "titels", "merken"])
def test_no_word_that_is_a_listed_name_hides_a_person_by_itself(name: str):
    names = {fold_name(one) for kind in KINDS for some in names_of(kind).values() for one in some}
    assert {one for one in items(name) if " " not in one} & names == set()
