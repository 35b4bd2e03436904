"""How hard a text reads: syllables, sentences, and the two formulas worked out by hand."""

from __future__ import annotations

import pytest

from benchmarks.readability import ANSWERS, measure, read
from bot.knowledge.articles import load_article

SYLLABLES = {
    "over": 2,
    "idee": 2,
    "geheim": 2,
    "zuiver": 2,
    "nieuwe": 2,
    "gemeente": 3,
    "informatie": 4,
    "officiële": 5,
    "radicalisering": 6,
}


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_a_word_has_the_syllables_that_one_says(word: str, count: int) -> None:
    assert read(word).syllables == count


def test_the_formulas_are_those_of_flesch_douma_and_lix() -> None:
    text = read("De gemeente vraagt raad. Wie helpt haar?")
    assert (text.words, text.sentences, text.syllables, text.long_words) == (7, 2, 9, 1)
    assert text.flesch_douma == pytest.approx(206.84 - 0.77 * 900 / 7 - 0.93 * 3.5)
    assert text.lix == pytest.approx(3.5 + 100 / 7)


def test_a_point_of_a_list_is_a_sentence_and_a_link_is_its_text() -> None:
    text = read("Lees dit:\n\n- de [wet](https://www.ejustice.just.fgov.be);\n- **het** decreet.")
    assert (text.sentences, text.words) == (3, 6)


@pytest.mark.parametrize("word", ["art. 352", "ocad.belgium.be", "Strategie T.E.R.", "nr. 52"])
def test_a_full_stop_inside_a_word_ends_no_sentence(word: str) -> None:
    assert read(f"Kijk naar {word} en lees verder.").sentences == 1


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        read("112.")


def test_the_short_answers_are_plain_dutch() -> None:
    """What an editor changes must stay B1: the target that the articles were written for."""
    measured = measure([load_article(path) for path in sorted(ANSWERS.glob("*.md"))])
    hard = [one for one, it in measured["articles"].items() if it["short"]["lix"] > 42]
    assert hard == []
    assert measured["short"]["flesch_douma_median"] >= 60
    assert measured["short"]["lix_median"] <= 40
