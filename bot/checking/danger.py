"""data/danger: the messages that the model of danger learns from, one file an author."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.checking.evaluation import Evaluation, read_evaluation, same
from bot.checking.problem import Problem
from bot.checking.project import DANGER, Project
from bot.safety.card import Danger

NONE = "geen"
LABELS = (*(one.value for one in Danger), NONE)


def check_danger(project: Project) -> Iterator[Problem]:
    """Every line, and the distance to the evaluation set."""
    evaluation = yield from read_evaluation(project)
    first: dict[str, str] = {}
    for path in project.files(DANGER, ".jsonl"):
        for number, line in enumerate((project.text(path) or "").splitlines(), start=1):
            message = _check_line(line, f"{path}:{number}", first, evaluation)
            if message is not None:
                yield Problem(path, number, message)


def _check_line(line: str, place: str, first: dict[str, str], evaluation: Evaluation) -> str | None:
    row = _parsed(line)
    if row is None:
        return 'hier hoort {"text": …, "label": …} met twee teksten, op één regel'
    text, label = row
    if label not in LABELS:
        return f"het label '{label}' bestaat niet; kies uit: {', '.join(LABELS)}"
    plain = same(text)
    if first.setdefault(plain, place) != place:
        return f"hetzelfde bericht staat al op {first[plain]}; haal er één weg"
    if found := evaluation.find(plain):
        how = "is gelijk aan" if found.equal else "lijkt te veel op"
        reason = "het model mag niet leren van waarmee het gemeten wordt"
        return f"dit bericht {how} {found.place}; schrijf een ander, want {reason}"
    return None


def _parsed(line: str) -> tuple[str, str] | None:
    """Text and label of a line, when it holds those and nothing else."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or set(row) != {"text", "label"}:
        return None
    text, label = row["text"], row["label"]
    if not isinstance(text, str) or not isinstance(label, str) or not text.strip():
        return None
    return text, label
