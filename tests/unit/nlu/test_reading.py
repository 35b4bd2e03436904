"""Reading a message piece by piece, and behind the question before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.nlu.reading import Before

if TYPE_CHECKING:
    from bot.nlu.reading import Reader

pytestmark = pytest.mark.engine

LIVC = Before("Hoe richten we een lokale integrale veiligheidscel op?", "livc")


@pytest.mark.parametrize(
    "text",
    ["en is dat verplicht?", "hoe vaak moet die samenkomen?", "ook voor een kleine gemeente?"],
)
def test_what_makes_no_sense_alone_is_about_the_last_question(reader: Reader, text: str):
    ranking, follows = reader.behind(text, LIVC)
    assert follows
    assert ranking[0][0] == "livc"


@pytest.mark.parametrize("assent", ["oké, ", "Ja, duidelijk. ", "Goed, bedankt! "])
def test_what_is_said_to_an_answer_does_not_hide_the_further_question(reader: Reader, assent: str):
    before = Before("Ons plan is goedgekeurd, hoe beginnen we eraan?", "beleidsplan_uitvoeren")
    assert reader.behind(f"{assent}en daarna?", before) == reader.behind("en daarna?", before)


def test_a_verb_that_points_back_is_about_the_last_question(reader: Reader):
    before = Before("Welke subsidies geeft Vlaanderen?", "subsidie_vlaanderen")
    assert reader.behind("wie beheert die", before)[0][0][0] == "subsidie_vlaanderen"


@pytest.mark.parametrize(
    "text",
    [
        "Waar kunnen wij een vorming over radicalisering volgen?",
        "En wat is dat nu juist, het OCAD?",
    ],
)
def test_a_new_question_is_not_bent_to_the_old_topic(reader: Reader, text: str):
    ranking, _ = reader.behind(text, LIVC)
    assert ranking[0][0] != "livc"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Wat is OCAD? En wat is een LIVC R?", ["ocad", "livc"]),
        ("Wat is een LIVC en wie geeft er vormingen?", ["livc", "vormingsaanbod"]),
        ("Wat is een LIVC en wie zit daar in?", []),
        ("Onze hond is weg. Bij wie kan ik terecht?", []),
    ],
)
def test_a_short_message_falls_apart_only_when_it_asks_two_things(
    reader: Reader, text: str, topics: list[str]
):
    pieces = reader.pieces(text, reader.whole(text))
    assert [piece.ranking[0][0] for piece in pieces] == topics


def test_a_question_behind_an_introduction_is_heard_when_the_whole_is_unsure(reader: Reader):
    text = "ik werk sinds kort in Deinze op preventie. Wat is een LIVC?"
    assert [piece.ranking[0][0] for piece in reader.pieces(text, [("livc", 0.3)])] == ["livc"]
    assert reader.pieces(text, [("livc", 0.5)]) == []


def test_each_question_of_a_long_mail_is_found(reader: Reader):
    mail = (
        "Beste,\n\nSinds deze maand volg ik in onze gemeente het veiligheidsbeleid op. Wat doet het OCAD precies "
        "en hoe bereik je die dienst? Wij zoeken ook een vorming over radicalisering voor onze jeugdwerkers, "
        "wat bestaat er?\n\nGroeten, An"
    )
    found = {
        piece.ranking[0][0]
        for piece in reader.pieces(mail, reader.whole(mail))
        if piece.ranking[0][1] >= 0.55
    }
    assert found == {"ocad", "vormingsaanbod"}


def test_a_very_long_text_is_read_within_its_limit(reader: Reader):
    assert reader.whole("wat is ocad " * 5000)[0][0] == "ocad"


@pytest.mark.parametrize(
    "text",
    [
        "Wanneer vindt de studiedag over oude rozenrassen plaats?",
        "Kunnen jullie ons beleidsplan voor het zwembad nalezen?",
        "omzendbrief over de grafzerken",
        "In de gracht achter de sporthal drijven dode vissen. Wie komt dat onderzoeken?",
        "bak mij een taart",
    ],
)
def test_what_borrows_the_words_of_a_topic_but_is_about_something_else_is_out_of_scope(
    reader: Reader, text: str
):
    assert reader.whole(text)[0][0] == "buiten_bereik"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("omzendbrief 2015", "omzendbrief_2015"),
        ("Wanneer is de volgende studiedag?", "studiedagen"),
        ("subsidie van Vlaanderen, hoe aanvragen", "subsidie_vlaanderen"),
        ("Kunnen jullie ons plan eens nalezen?", "beleidsplan_nalezen"),
    ],
)
def test_what_names_a_topic_without_its_subject_stays_within_scope(
    reader: Reader, text: str, topic: str
):
    assert reader.whole(text)[0][0] == topic
