"""The figures of `wegwijs evaluate`, against a table that was worked out by hand."""

from bot.nlu.evaluation import Measured, evaluate, interval

MEASURED = [
    Measured("1", "a", ["a", "b", "c"], "chat"),
    Measured("2", "a", ["b", "a", "c"], "chat"),
    Measured("3", "b", ["b", "a", "c"], "formal"),
    Measured("4", "c", ["a", "b", "d", "c"], "formal"),
]


def test_accuracy_and_top3_are_shares_of_the_questions():
    result = evaluate(MEASURED)
    assert (result["questions"], result["accuracy"], result["top3"]) == (4, 0.5, 0.75)


def test_f1_is_the_mean_over_intents():
    # a: precision 1/2, recall 1/2, F1 1/2; b: precision 1/2, recall 1, F1 2/3; c: 0.
    assert evaluate(MEASURED)["macro_f1"] == round((0.5 + 2 / 3 + 0) / 3, 4)


def test_styles_and_confusions_are_told_apart():
    result = evaluate(MEASURED)
    chat = result["styles"]["chat"]
    assert (chat["questions"], chat["accuracy"], chat["top3"]) == (2, 0.5, 1.0)
    assert {"intent": "c", "predicted": "a", "count": 1} in result["confusions"]


def test_an_interval_holds_the_share_and_narrows_with_more_questions():
    few, many = interval(9, 10), interval(900, 1000)
    assert few[0] < 0.9 < few[1] <= 1
    assert many[1] - many[0] < few[1] - few[0]
