"""The figures of one candidate, from what it ranked and how long it took."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlu.decisions import Ranking
from bot.nlu.evaluation import interval

BINS = 10
UNLISTED = 0.001
"""Probability of an intent that a ranking leaves out, so that the log loss stays finite: Rasa lists ten."""


@dataclass(frozen=True)
class Answered:
    """One question with its known intent, and what was made of it."""

    intent: str
    group: str
    """Style of the question, or its author."""
    ranking: Ranking
    seconds: float
    cpu_seconds: float

    @property
    def right(self) -> bool:
        """Whether the most probable intent is the known one."""
        return self.ranking[0][0] == self.intent

    @property
    def among_three(self) -> bool:
        """Whether the known intent is among the three most probable."""
        return self.intent in [name for name, _ in self.ranking[:3]]


def figures(answered: Sequence[Answered]) -> dict[str, Any]:
    """Accuracy overall and by group, calibration error, log loss, and milliseconds of a question."""
    groups: defaultdict[str, list[Answered]] = defaultdict(list)
    for one in answered:
        groups[one.group].append(one)
    times = sorted(one.seconds * 1000 for one in answered)
    return {
        "measured_on": len(answered),
        "top1": _share([one.right for one in answered]),
        "top1_95": interval(sum(one.right for one in answered), len(answered)),
        "top3": _share([one.among_three for one in answered]),
        "groups": {
            group: {
                "top1": _share([one.right for one in many]),
                "top3": _share([one.among_three for one in many]),
            }
            for group, many in sorted(groups.items())
        },
        "calibration_error": round(calibration_error(answered), 4),
        "log_loss": round(log_loss(answered), 4),
        "parse_p50_ms": round(statistics.median(times), 2),
        "parse_cpu_ms": round(statistics.mean(one.cpu_seconds for one in answered) * 1000, 2),
        "parse_p95_ms": round(times[math.ceil(len(times) * 0.95) - 1], 2),
    }


def calibration_error(answered: Sequence[Answered]) -> float:
    """Expected calibration error: over ten equal bins of confidence, how far it lies from the share that is right."""
    bins: defaultdict[int, list[Answered]] = defaultdict(list)
    for one in answered:
        bins[min(int(one.ranking[0][1] * BINS), BINS - 1)].append(one)
    gaps = [
        abs(sum(one.ranking[0][1] for one in many) - sum(one.right for one in many))
        for many in bins.values()
    ]
    return sum(gaps) / len(answered)


def log_loss(answered: Sequence[Answered]) -> float:
    """Mean of − ln p of the known intent: low when it is sure and right, high when it is sure and wrong."""
    shares = (max(dict(one.ranking).get(one.intent, 0.0), UNLISTED) for one in answered)
    return sum(-math.log(share) for share in shares) / len(answered)


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4)
