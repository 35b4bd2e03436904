"""What each field accepts, and what it says to the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.knowledge.library import Library, load_library
from bot.nlu.wordlists import WordLists
from bot.requests.fields import read_field
from bot.requests.kinds import Field
from bot.requests.said import Complaint, Filled, Reading, Said
from bot.settings import Settings

TODAY = date(2026, 11, 25)
KNOWLEDGE = Settings.from_environment().knowledge
LISTS = WordLists.load(KNOWLEDGE)
LIBRARY: Library = load_library(KNOWLEDGE)


def read(field: Field, text: str, *, optional: bool = False, **about: Any) -> Reading:
    towns = tuple(one.value for one in LISTS.find(text) if one.kind == "municipality")
    said = Said(text, municipalities=towns, **about)
    return read_field(field, said, LIBRARY, today=TODAY, optional=optional)


def value(reading: Reading) -> Any:
    assert isinstance(reading, Filled), reading
    return reading.value


def complaint(reading: Reading) -> str:
    assert isinstance(reading, Complaint), reading
    return reading.text


def offered(reading: Reading) -> list[str]:
    assert isinstance(reading, Complaint), reading
    return [one.label for one in reading.choices]


def test_every_one_of_the_285_municipalities_is_accepted_by_its_name():
    refused = [
        one.name
        for one in LIBRARY.municipalities.values()
        if value(read(Field.GEMEENTE, one.name)) != one.nis
    ]
    assert len(LIBRARY.municipalities) == 285
    assert refused == []


@pytest.mark.parametrize(
    "text", ["aalst", "AALST", "stad Aalst", "wij zijn van Aalst.", "gemeente aalst"]
)
def test_a_municipality_may_stand_in_other_words(text: str):
    assert value(read(Field.GEMEENTE, text)) == "41002"


@pytest.mark.parametrize("text", ["Aalts", "Sint niclas", "leuwen", "Mechlen"])
def test_a_slip_is_understood_or_answered_with_the_name_that_is_near(text: str):
    reading = read(Field.GEMEENTE, text)
    assert isinstance(reading, Filled) or offered(reading)


def test_what_the_lists_do_not_find_is_looked_up_by_likeness():
    said = Said("Aalts")
    reading = read_field(Field.GEMEENTE, said, LIBRARY, today=TODAY, optional=False)
    assert offered(reading) == ["Aalst"]


def test_two_municipalities_are_offered_to_choose_from():
    assert offered(read(Field.GEMEENTE, "Gent of Aalst")) == ["Gent", "Aalst"]


@pytest.mark.parametrize("text", ["blabla", "Amsterdam", "12345", "Brussel-Stad"])
def test_what_is_no_flemish_municipality_is_told_so(text: str):
    assert "niet in de lijst" in complaint(read(Field.GEMEENTE, text))


def test_a_picked_municipality_must_exist():
    assert value(read(Field.GEMEENTE, "Aalst", value="41002")) == "41002"
    assert complaint(read(Field.GEMEENTE, "x", value="99999"))


def test_a_subject_is_a_topic_or_a_few_clean_words():
    assert value(read(Field.ONDERWERP, "LIVC R", value="livc")) == {
        "topic": "livc",
        "subject": None,
    }
    typed = read(Field.ONDERWERP, "jongeren  en\npolarisering", topic="polarisering")
    assert value(typed) == {"topic": "polarisering", "subject": "jongeren en polarisering"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.ONDERWERP, "de situatie van [PERSOON-1]"),
        (Field.PERIODE, "in maart, bel [TELEFOON-1]"),
        (Field.FUNCTIE, "collega van [PERSOON-1]"),
    ],
)
def test_personal_data_in_a_free_field_is_sent_back(field: Field, text: str):
    assert "zonder die gegevens" in complaint(read(field, text))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.ONDERWERP, "lang " * 41),
        (Field.PERIODE, "maart " * 17),
        (Field.FUNCTIE, "adviseur " * 10),
    ],
)
def test_what_does_not_fit_the_record_is_told_its_limit(field: Field, text: str):
    assert "te lang" in complaint(read(field, text))


def test_an_optional_subject_may_be_skipped_and_another_may_not():
    nothing = {"topic": None, "subject": None}
    assert value(read(Field.ONDERWERP, "Sla over", value="overslaan", optional=True)) == nothing
    assert value(read(Field.ONDERWERP, "nee", optional=True)) == nothing
    assert complaint(read(Field.ONDERWERP, "Sla over", value="overslaan"))


def test_a_period_is_a_choice_or_words_of_time_to_come():
    assert value(read(Field.PERIODE, "x", value="later")) == "Later, in overleg"
    assert value(read(Field.PERIODE, "begin maart 2027")) == "begin maart 2027"
    assert "geen periode" in complaint(read(Field.PERIODE, "blabla"))
    assert "voorbij" in complaint(read(Field.PERIODE, "maart 2024"))


def test_a_moment_to_call_is_a_choice_or_words_of_time():
    assert value(read(Field.WANNEER, "x", value="namiddag")) == "In de namiddag"
    assert value(read(Field.WANNEER, "dinsdag na 14 uur")) == "dinsdag na 14 uur"
    assert "geen moment" in complaint(read(Field.WANNEER, "blabla"))


@pytest.mark.parametrize(
    "text", ["ik ben preventieambtenaar", "preventieambtenaar", "als preventieambtenaar"]
)
def test_a_function_is_kept_without_the_words_around_it(text: str):
    assert value(read(Field.FUNCTIE, text)) == "preventieambtenaar"


def test_contact_details_count_only_once_the_gateway_has_sealed_them():
    assert value(read(Field.CONTACT, "[EMAIL-1]", contact="abc")) == "abc"
    assert "niet veilig" in complaint(read(Field.CONTACT, "[EMAIL-1]"))
    assert "niet volledig" in complaint(read(Field.CONTACT, "an@ of zo"))
    assert "geen geldig e-mailadres" in complaint(read(Field.CONTACT, "an of zo"))


def test_a_call_back_takes_a_telephone_number_or_else_an_address():
    assert value(read(Field.TELEFOON, "[TELEFOON-1]", contact="abc")) == "abc"
    assert value(read(Field.TELEFOON, "[EMAIL-1]", contact="abc")) == "abc"
    assert "geen geldig e-mailadres of" in complaint(read(Field.TELEFOON, "0470"))


@pytest.mark.parametrize("text", ["ja", "Ja, klopt", "ok", "verzend maar", "Ja hoor!", "dat klopt"])
def test_a_yes_in_any_of_its_words_sends(text: str):
    assert value(read(Field.AKKOORD, text)) is True


@pytest.mark.parametrize("text", ["nee", "ja maar de periode niet", "misschien", "wacht"])
def test_anything_else_does_not(text: str):
    assert "Klopt alles?" in complaint(read(Field.AKKOORD, text))


def test_a_date_in_digits_alone_is_a_period():
    assert value(read(Field.PERIODE, "15/03/2027")) == "15/03/2027"
    assert "31/02 staat niet op de kalender" in complaint(read(Field.PERIODE, "31/02"))


def test_a_time_is_no_function():
    assert "tijdstip" in complaint(read(Field.FUNCTIE, "volgend jaar"))


@pytest.mark.parametrize("text", ["[PERSOON-1][PROFIEL-1]", "[PERSOON-1]@@voorbeeld.be"])
def test_half_an_address_is_told_what_an_address_looks_like(text: str):
    assert "niet volledig" in complaint(read(Field.CONTACT, text))


def test_short_names_of_days_are_a_moment():
    assert value(read(Field.WANNEER, "ma of di")) == "ma of di"
