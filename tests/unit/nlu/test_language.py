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
    ],
)
def test_languages_are_told_apart(text: str, language: str):
    assert detect(text, KNOWN) == language


def test_what_the_privacy_filter_left_alone_is_in_no_language():
    assert detect("[PERSOON-1] [TELEFOON-2]", frozenset()) == UNDETERMINED
