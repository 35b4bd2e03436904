"""The figures of a candidate, against values that were worked out by hand."""

import math

import pytest

from benchmarks.figures import Answered, calibration_error, figures, log_loss
from benchmarks.table import head, row


def answered(
    intent: str, ranking: dict[str, float], group: str = "chat", ms: float = 1.0
) -> Answered:
    return Answered(intent, group, list(ranking.items()), ms / 1000, ms / 2000)


ANSWERED = [
    answered("a", {"a": 0.9, "b": 0.1}, ms=1),
    answered("a", {"b": 0.6, "a": 0.4}, ms=2),
    answered("c", {"a": 0.4, "b": 0.3, "d": 0.2, "c": 0.1}, "formal", ms=3),
    answered("b", {"b": 0.65, "a": 0.35}, "formal", ms=40),
]


def test_accuracy_is_told_overall_and_by_group():
    found = figures(ANSWERED)
    assert (found["measured_on"], found["top1"], found["top3"]) == (4, 0.5, 0.75)
    assert found["groups"] == {
        "chat": {"top1": 0.5, "top3": 1.0},
        "formal": {"top1": 0.5, "top3": 0.5},
    }


def test_calibration_error_is_the_distance_of_confidence_and_being_right_bin_by_bin():
    # Bins 0.9: |0.9 − 1|; 0.6: |0.6 + 0.65 − 1| over two questions; 0.4: |0.4 − 0|.
    assert calibration_error(ANSWERED) == pytest.approx((0.1 + 0.25 + 0.4) / 4)


def test_who_is_sure_and_right_has_no_calibration_error_and_who_is_sure_and_wrong_has_all():
    right, wrong = answered("a", {"a": 1.0}), answered("b", {"a": 1.0})
    assert calibration_error([right, right]) == 0
    assert calibration_error([wrong]) == 1


def test_log_loss_counts_an_intent_that_is_not_listed_as_a_thousandth():
    assert log_loss([answered("a", {"a": 0.5})]) == pytest.approx(math.log(2))
    assert log_loss([answered("z", {"a": 1.0})]) == pytest.approx(math.log(1000))


def test_times_are_milliseconds_of_the_middle_and_of_the_slow_ones():
    found = figures(ANSWERED)
    assert (found["parse_p50_ms"], found["parse_p95_ms"]) == (2.5, 40.0)
    assert found["parse_cpu_ms"] == 46 / 4 / 2


def test_every_row_of_the_table_has_the_columns_of_its_head():
    result = {"questions": 10, "training_s": 1.0, "training_cpu_s": 2.0, "peak_mb": 100}
    result |= figures(ANSWERED)
    first, line = head(result).split("\n")
    stored, unstored = row("x", result | {"load_s": 0.5}), row("x", result)
    assert {one.count("|") for one in (first, line, stored, unstored)} == {first.count("|")}
    assert "top-1 chat" in first
    assert "| 50.0 % |" in stored
    assert "| – |" in unstored
