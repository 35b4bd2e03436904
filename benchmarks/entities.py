"""What messages name, and where they are referred: `python -m benchmarks.entities`.

Precision and recall of each kind of entity on tests/development/entities.jsonl (a line states the kinds it is about),
CPU time of a search, and exact referrals through the real engine on tests/development and tests/eval. One JSON object a
set; `--wrong` also prints every line that is wrong, `--no-routing` leaves the engine out.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.engine.agent import RasaEngine
from bot.engine.protocol import EngineRequest
from bot.engine.supervisor import latest_model
from bot.knowledge.municipalities import load_municipalities
from bot.nlu.wordlists import WordLists
from bot.settings import PROJECT, Settings

KINDS = ("municipality", "audience", "sector", "expertise", "seeks_contact")
REPEATED = 50
"""Searches that a time is the mean of."""

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The lines of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def entities(*, wrong: bool) -> Row:
    """Precision and recall by kind, lines all right, and lines of traps that were walked into."""
    lists = WordLists.load(PROJECT / "knowledge")
    names = load_municipalities(PROJECT / "knowledge" / "municipalities.csv")
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    walked_into, exact = 0, 0
    measured = rows(PROJECT / "tests/development/entities.jsonl")
    for row in measured:
        seen = [
            (one.kind, names[one.value].name if one.kind == "municipality" else one.value)
            for one in lists.find(row["text"])
        ]
        ok = True
        for kind in KINDS:
            if kind not in row:
                continue
            has, asked = {value for each, value in seen if each == kind}, set(row[kind])
            right[kind] += len(has & asked)
            found[kind] += len(has)
            wanted[kind] += len(asked)
            ok = ok and has == asked
        exact += ok
        walked_into += not ok and row.get("trap", False)
        if wrong and not ok:
            print(row, [one for one in seen if one[0] in row])
    figures: Row = {"lines": len(measured), "exact": _share(exact, len(measured))}
    figures |= {"traps": sum(row.get("trap", False) for row in measured), "fallen": walked_into}
    for kind in KINDS:
        figures[kind] = {
            "precision": _share(right[kind], found[kind]),
            "recall": _share(right[kind], wanted[kind]),
            "wanted": wanted[kind],
        }
    return figures


def speed() -> Row:
    """CPU milliseconds of a search, by length of the message; words never seen before each time."""
    lists = WordLists.load(PROJECT / "knowledge")
    measured = [row["text"] for row in rows(PROJECT / "tests/eval/multi.jsonl")]
    text = " ".join(measured) * 2
    return {f"ms_{size}_characters": _milliseconds(lists, text, size) for size in (300, 4000)}


def _milliseconds(lists: WordLists, text: str, size: int) -> float:
    pieces = [text[start : start + size] for start in range(0, REPEATED * 20, 20)]
    started = time.process_time()
    for piece in pieces:
        lists.find(piece)
    return round((time.process_time() - started) * 1000 / len(pieces), 2)


def routing(engine: RasaEngine, path: Path, *, wrong: bool) -> Row:
    """Referrals of a set, exact, by the engine with the audience that a line gives (none when it gives none)."""
    exact = understood = 0
    measured = rows(path)
    for row in measured:
        request = EngineRequest(text=row["text"], audience=row.get("audience"))
        answer = asyncio.run(engine.reply(request))
        referred = [one.contact for one in answer.referrals if one.topic is not None]
        topic = row["topic"] in answer.questions
        understood += topic
        exact += referred == row["refer_to"]
        if wrong and referred != row["refer_to"]:
            print(row, referred, "topic right" if topic else answer.questions, answer.audience)
    share = {"exact": _share(exact, len(measured)), "topic": _share(understood, len(measured))}
    return {"questions": len(measured), **share}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def main() -> int:
    """Print the figures, one set a line."""
    wrong = "--wrong" in sys.argv
    print(json.dumps({"set": "entities", **entities(wrong=wrong)}), flush=True)
    print(json.dumps({"set": "speed", **speed()}), flush=True)
    if "--no-routing" in sys.argv:
        return 0
    engine = RasaEngine(latest_model(Settings.from_environment().models))
    for path in ("tests/development/routing.jsonl", "tests/eval/routing.jsonl"):
        figures = routing(engine, PROJECT / path, wrong=wrong)
        print(json.dumps({"set": path, **figures}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
