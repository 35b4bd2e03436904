"""Which language is this?"""

import pytest

from bot.nlu.language import UNDETERMINED, detect

KNOWN = frozenset(
    [
        "wat",
        "is",
        "dat",
        "betekent",
        "voor",
        "onze",
        "gemeente",
        "radicalisering",
        "hoe",
        "kunnen",
        "we",
        "en",
    ]
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wat betekent dat voor onze gemeente?", "nl"),
        ("Où puis-je trouver une formation pour les éducateurs de rue ?", "fr"),
        ("Who can I contact about training for youth workers?", "en"),
        ("Wo kann ich eine Schulung für Jugendarbeiter finden?", "de"),
        ("Gençlik çalışanları için eğitim nerede bulabilirim?", "tr"),
        ("أين يمكنني العثور على تدريب للعاملين مع الشباب؟", "ar"),
        ("!!!???", "und"),
        ("xkcdqrt bvnmw", "und"),
        ("blablablabla", "und"),
        ("wa betekent da vr onze gemeente", "nl"),
        ("en 458bis", "nl"),
        ("en 352?", "nl"),
    ],
)
def test_languages_are_told_apart(text: str, language: str):
    assert detect(text, KNOWN) == language


def test_what_the_privacy_filter_left_alone_is_in_no_language():
    assert detect("[PERSOON-1] [TELEFOON-2]", frozenset()) == UNDETERMINED


def test_a_word_between_more_that_the_privacy_filter_took_away_is_in_no_language():
    assert detect("[PERSOON-1] en [PERSOON-2], [PERSOON-3] ?", KNOWN) == UNDETERMINED
    assert detect("wat betekent radicalisering voor [PERSOON-1]", KNOWN) == "nl"
