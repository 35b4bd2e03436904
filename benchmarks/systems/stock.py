"""Stock Rasa with DIET: `rasa run` and its REST channel, one fixed reply a topic, conversations in memory."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from uuid import uuid4

import aiohttp
import yaml

from benchmarks.candidates.stock import DIET, STOCK_FEATURES, write_project
from benchmarks.systems import Ask
from benchmarks.systems.processes import process, seconds_until
from bot.nlu.trainingdata import Example
from tests.common.server import free_port

QUICK_DIET = DIET | {"epochs": 1}
"""A network that learnt little is as large, and as fast, as one that learnt all."""


class StockRasa:
    """The lightest there is: rules and fixed texts, no policy that predicts, no action server, no storage."""

    name = "stock Rasa, DIET"

    def __init__(self, folder: Path, examples: Sequence[Example]) -> None:
        folder.mkdir()
        self._folder = folder
        self._port = free_port()
        self.url = f"http://127.0.0.1:{self._port}"
        write_project(folder, [*STOCK_FEATURES, QUICK_DIET], examples)
        _write_dialogue(folder, sorted({one.intent for one in examples}))
        command = [sys.executable, "-m", "rasa", "train", "--data", "nlu.yml", "rules.yml"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603

    def seconds_to_ready(self) -> float:
        """From the start of `rasa run` until it names its model."""
        with self._started():
            return seconds_until(self._answers)

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Serve until the block ends."""
        with self._started() as pid:
            seconds_until(self._answers)
            yield pid

    @contextlib.asynccontextmanager
    async def conversation(self, http: aiohttp.ClientSession) -> AsyncIterator[Ask]:
        """A sender of the REST channel."""
        sender = uuid4().hex

        async def ask(text: str) -> None:
            body = {"sender": sender, "message": text}
            async with http.post("/webhooks/rest/webhook", json=body) as response:
                if not await response.json():
                    raise ValueError(f"no reply to {text!r}")

        yield ask

    @contextlib.contextmanager
    def _started(self) -> Iterator[int]:
        command = [sys.executable, "-m", "rasa", "run", "--enable-api", "--interface", "127.0.0.1"]
        command += ["--port", str(self._port)]
        with process(command, cwd=self._folder, log=self._folder / "server.log") as pid:
            yield pid

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/status", timeout=5) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def _write_dialogue(folder: Path, intents: Sequence[str]) -> None:
    """Rules, replies and a policy for them, at the end of what `write_project` wrote."""
    rules = [
        {"rule": intent, "steps": [{"intent": intent}, {"action": f"utter_{intent}"}]}
        for intent in intents
    ]
    texts = {f"utter_{intent}": [{"text": f"Antwoord over {intent}."}] for intent in intents}
    domain = {"version": "3.1", "intents": list(intents), "responses": texts}
    _write(folder / "rules.yml", {"version": "3.1", "rules": rules})
    _write(folder / "domain.yml", domain)
    _write(folder / "credentials.yml", {"rest": None})
    _write(folder / "endpoints.yml", {})
    config = yaml.safe_load((folder / "config.yml").read_text(encoding="utf-8"))
    _write(folder / "config.yml", config | {"policies": [{"name": "RulePolicy"}]})


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
