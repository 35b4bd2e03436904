"""The figures of `wegwijs evaluate` as one Dutch page that needs nothing from outside itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.nlu.evaluation import Measured

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def percentage(share: float) -> str:
    """A share between 0 and 1 in Dutch notation."""
    return f"{share * 100:.1f} %".replace(".", ",")


def between(limits: Sequence[float]) -> str:
    """A confidence interval in Dutch notation."""
    return f"{percentage(limits[0])} tot {percentage(limits[1])}"


def page(figures: dict[str, Any], measured: Sequence[Measured]) -> str:
    """The page; below each intent the questions that were read as another one."""
    missed: defaultdict[str, list[Measured]] = defaultdict(list)
    for one in measured:
        if not one.right:
            missed[one.intent].append(one)
    by_recall = sorted(figures["intents"].items(), key=lambda item: (item[1]["recall"], item[0]))
    return _TEMPLATES.get_template("evaluation.html.j2").render(
        figures=figures, intents=by_recall, missed=missed, percentage=percentage, between=between
    )
