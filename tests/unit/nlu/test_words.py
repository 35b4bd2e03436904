"""Abbreviations, compounds and lemmas."""

from bot.nlu.words import Words


def words() -> Words:
    known = Words({"bgm": "burgemeester", "vd": "van de"})
    known.learn(
        [
            "het handelingskader en het kader",
            "het kader",
            "handeling",
            "handeling en kader",
            "een handeling",
        ]
    )
    return known


def test_abbreviations_are_written_out_as_whole_words():
    assert words().expand("De bgm vd stad, bgmx") == "de burgemeester van de stad bgmx"


def test_an_abbreviation_that_ends_a_question_is_written_out():
    assert words().expand("wat doet een bgm?") == "wat doet een burgemeester?"


def test_a_compound_is_cut_into_words_that_were_seen():
    assert words().lemmas("handelingskader") == ["handeling", "kader"]


def test_a_word_without_known_parts_stays_whole():
    assert words().lemmas("dreigingsniveau") == ["dreigingsniveau"]


def test_inflected_words_become_one_lemma():
    assert words().lemmas("gemeenten") == words().lemmas("gemeente")
