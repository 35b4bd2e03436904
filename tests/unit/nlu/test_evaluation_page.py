"""The page of `wegwijs evaluate`: what is mixed up with what, and in which words."""

from bot.nlu.evaluation import Measured, evaluate
from bot.nlu.evaluation_page import confusions, grid, page

MEASURED = [
    Measured("wie zit er in", "livc", ["livc", "ocad"], "chat"),
    Measured("wat doet <b>ocad</b>", "ocad", ["livc", "ocad"], "chat"),
    Measured("ocad graag", "ocad", ["livc", "ocad"], "formal"),
    Measured("ocad?", "ocad", ["ocad", "livc"], "formal"),
    Measured("bel de politie", "info_aan_politie", ["livc", "ocad"], "formal"),
    Measured("hallo", "groet", ["groet", "livc"], "chat"),
]


def test_confusions_hold_their_questions_and_the_frequent_ones_come_first():
    first, second = confusions(MEASURED)
    assert (first.intent, first.predicted) == ("ocad", "livc")
    assert first.questions == ("wat doet <b>ocad</b>", "ocad graag")
    assert (second.intent, second.predicted) == ("info_aan_politie", "livc")


def test_the_grid_shows_only_where_something_went_wrong_with_what_went_right_there():
    found = grid(MEASURED)
    assert found.rows == ("info_aan_politie", "ocad")
    assert found.columns == ("info_aan_politie", "livc", "ocad")
    assert (found.counts["ocad", "livc"], found.counts["ocad", "ocad"]) == (2, 1)


def test_the_page_tells_figures_with_intervals_in_dutch_and_shows_questions_as_text():
    html = page(evaluate(MEASURED), MEASURED)
    assert "50,0 %" in html
    assert "18,8 % tot 81,2 %" in html
    assert "wat doet &lt;b&gt;ocad&lt;/b&gt;" in html
    assert "info aan politie" in html


def test_a_page_without_mistakes_says_so():
    right = [one for one in MEASURED if one.right]
    html = page(evaluate(right), right)
    assert "elke vraag is juist gelezen" in html
    assert 'class="grid"' not in html
