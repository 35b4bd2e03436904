"""The figures of `wegwijs evaluate` as one Dutch page that needs nothing from outside itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Confusion:
    """Questions of one intent that were read as one other."""

    intent: str
    predicted: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Which intents are taken for which; the others, where all is well, are left out to keep it readable."""

    rows: tuple[str, ...]
    """Intents of which a question was read as another."""
    columns: tuple[str, ...]
    """Those, and the ones that they were taken for."""
    counts: Counter[tuple[str, str]]
    """Questions by meant and read intent."""


def percentage(share: float) -> str:
    """A share between 0 and 1 in Dutch notation."""
    return f"{share * 100:.1f} %".replace(".", ",")


def between(limits: Sequence[float]) -> str:
    """A confidence interval in Dutch notation."""
    return f"{percentage(limits[0])} tot {percentage(limits[1])}"


def spoken(intent: str) -> str:
    """The id of an intent as words."""
    return intent.replace("_", " ")


def page(figures: dict[str, Any], measured: Sequence[Measured]) -> str:
    """The page: figures, the confusions with their questions, a grid of them, and every intent."""
    by_recall = sorted(figures["intents"].items(), key=lambda item: (item[1]["recall"], item[0]))
    return _TEMPLATES.get_template("evaluation.html.j2").render(
        figures=figures, intents=by_recall, confusions=confusions(measured), grid=grid(measured)
    )


def confusions(measured: Sequence[Measured]) -> list[Confusion]:
    """Each pair of intents that was mixed up, the most frequent first."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in measured:
        if not one.right:
            found[one.intent, one.ranked[0]].append(one.text)
    pairs = [Confusion(*pair, tuple(texts)) for pair, texts in found.items()]
    return sorted(pairs, key=lambda one: (-len(one.questions), one.intent, one.predicted))


def grid(measured: Sequence[Measured]) -> Grid:
    """The rows and columns in which something went wrong."""
    missed = [one for one in measured if not one.right]
    rows = {one.intent for one in missed}
    return Grid(
        tuple(sorted(rows)),
        tuple(sorted(rows | {one.ranked[0] for one in missed})),
        Counter((one.intent, one.ranked[0]) for one in measured if one.intent in rows),
    )


_TEMPLATES.filters.update(percentage=percentage, between=between, spoken=spoken)
