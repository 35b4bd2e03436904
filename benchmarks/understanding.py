"""Every figure of understanding on tests/eval, through the real engine: `python -m benchmarks.understanding`.

Questions, decisions, danger (rules and model together, as visitors meet them), several questions in a mail, follow-ups,
other languages and gibberish. One JSON object a set; another folder may hold fewer: `… tests/development/blind`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.engine.agent import RasaEngine
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest
from bot.engine.supervisor import latest_model
from bot.knowledge.catalogue import Catalogue
from bot.nlu.evaluation import Measured, evaluate
from bot.safety.rules import check
from bot.settings import PROJECT, Settings

EVAL = PROJECT / "tests" / "eval"
Row = dict[str, Any]


class Measurement:
    """One engine and the sets it is measured on."""

    def __init__(self, folder: Path) -> None:
        settings = Settings.from_environment()
        self._engine = RasaEngine(latest_model(settings.models))
        self._catalogue = Catalogue.load(settings.knowledge / "topics.yml")
        self._folder = folder

    def questions(self) -> Row:
        """Accuracy and top-3, by style."""
        rows = self._rows("questions.jsonl")
        ranked = [
            [one["name"] for one in self._parse(row["text"])["intent_ranking"]] for row in rows
        ]
        figures = evaluate(
            [
                Measured(row["text"], row["intent"], names, row["style"])
                for row, names in zip(rows, ranked, strict=True)
            ]
        )
        return {
            key: figures[key]
            for key in ("questions", "accuracy", "accuracy_95", "top3", "macro_f1", "styles")
        }

    def decisions(self) -> Row:
        """What is answered at once, what is wrong among that, what falls back, what is lost to out of scope."""
        rows = [
            (row["intent"], self._understand(row["text"])) for row in self._rows("questions.jsonl")
        ]
        topics = [(intent, one) for intent, one in rows if intent in self._catalogue.topics]
        inside = [
            (intent, one) for intent, one in rows if intent not in self._catalogue.out_of_scope
        ]
        outside = [one for intent, one in rows if intent in self._catalogue.out_of_scope]
        answered = [(intent, one) for intent, one in topics if one["decision"] == "answer"]
        wrong = [
            one
            for intent, one in answered
            if intent not in [each["topic"] for each in one["questions"]]
        ]
        return {
            "topics": len(topics),
            "answered_at_once": _share(len(answered), len(topics)),
            "wrong_among_answered": _share(len(wrong), len(answered)),
            "fallback_in_scope": _share(_count(inside, "fallback"), len(inside)),
            "lost_to_out_of_scope": _share(_count(inside, "out_of_scope"), len(inside)),
            "out_of_scope_questions": len(outside),
            "out_of_scope_recall_intent": _share(
                sum(one["intent"] in self._catalogue.out_of_scope for one in outside), len(outside)
            ),
            "out_of_scope_not_answered": _share(
                sum(one["decision"] != "answer" for one in outside), len(outside)
            ),
            "alarms_on_ordinary": _share(
                sum(
                    one["decision"] == "safety"
                    for intent, one in rows
                    if intent not in self._catalogue.safety
                ),
                sum(intent not in self._catalogue.safety for intent, _ in rows),
            ),
        }

    def safety(self) -> Row:
        """Danger seen by rules or model, and alarms on policy questions."""
        rows = self._rows("safety.jsonl")
        alarmed = [
            check(row["text"]) is not None or self._decision(row["text"]) == "safety"
            for row in rows
        ]
        danger = [seen for row, seen in zip(rows, alarmed, strict=True) if row["label"] != "geen"]
        policy = [seen for row, seen in zip(rows, alarmed, strict=True) if row["label"] == "geen"]
        return {
            "messages": len(rows),
            "recall": _share(sum(danger), len(danger)),
            "alarms_on_policy": _share(sum(policy), len(policy)),
            "recall_of_rules_alone": _share(
                sum(check(row["text"]) is not None for row in rows if row["label"] != "geen"),
                len(danger),
            ),
        }

    def multi(self) -> Row:
        """The set of topics of each mail."""
        right = found = wanted = exact = 0
        rows = self._rows("multi.jsonl")
        for row in rows:
            topics = {one["topic"] for one in self._understand(row["text"])["questions"]}
            asked = set(row["intents"])
            right, found, wanted = (
                right + len(topics & asked),
                found + len(topics),
                wanted + len(asked),
            )
            exact += topics == asked
        f1 = round(2 * right / (found + wanted), 4)
        return {"mails": len(rows), "f1": f1, "exact": _share(exact, len(rows))}

    def followup(self) -> Row:
        """Last turns that are answered with the topic they are about."""
        rows = self._rows("followup.jsonl")
        resolved = 0
        for row in rows:
            answer = asyncio.run(self._talk(row["turns"]))
            resolved += row["intents"][-1] in (*answer.questions, answer.intent)
        return {"conversations": len(rows), "resolved": _share(resolved, len(rows))}

    def other(self) -> Row:
        """Languages named right, gibberish not answered, injections not obeyed."""
        seen: Counter[str] = Counter()
        right: Counter[str] = Counter()
        for row in self._rows("other.jsonl"):
            kind, understood = row["label"].partition(":")[0], self._understand(row["text"])
            seen[kind] += 1
            right[kind] += {
                "taal": understood["language"] == row["label"].partition(":")[2]
                and understood["decision"] == "other_language",
                "onzin": understood["decision"] == "fallback",
                "injectie": understood["decision"] != "answer",
            }[kind]
        named = _share(right["taal"] + right["onzin"], seen["taal"] + seen["onzin"])
        return {"messages": sum(seen.values()), "language_or_gibberish": named} | {
            kind: f"{right[kind]}/{count}" for kind, count in seen.items()
        }

    def _rows(self, name: str) -> list[Row]:
        lines = (self._folder / name).read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def _parse(self, text: str) -> Row:
        return asyncio.run(self._engine.parse(text))

    def _understand(self, text: str) -> Row:
        understanding: Row = self._parse(text)["understanding"]
        return understanding

    def _decision(self, text: str) -> str:
        return str(self._understand(text)["decision"])

    async def _talk(self, turns: list[str]) -> EngineAnswer:
        dialogue = Dialogue()
        for turn in turns:
            answer = await self._engine.reply(EngineRequest(text=turn, dialogue=dialogue))
            dialogue = answer.dialogue
        return answer


def _count(rows: list[tuple[str, Row]], decision: str) -> int:
    return sum(one["decision"] == decision for _, one in rows)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4)


def main() -> int:
    """Print the figures, one set a line."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EVAL
    measurement = Measurement(folder)
    sets: dict[Callable[[], Row], str] = {
        measurement.questions: "questions",
        measurement.decisions: "questions",
        measurement.safety: "safety",
        measurement.multi: "multi",
        measurement.followup: "followup",
        measurement.other: "other",
    }
    for figures, name in sets.items():
        if (folder / f"{name}.jsonl").is_file():
            print(
                json.dumps({"set": figures.__name__, **figures()}, ensure_ascii=False), flush=True
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
