"""Rasa 3.6 trains, parses, talks and stores under the locked libraries: a bump that breaks it is seen here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from bot.settings import PROJECT

pytestmark = [pytest.mark.engine, pytest.mark.slow]

INTENTS = ("groet", "ocad", "livc", "noodgeval", "buiten_bereik", "bedankt")

RASA = "import sys; from bot.engine.quiet import quieten; quieten(); from rasa.__main__ import main; sys.exit(main())"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Rasa project of this checkout with a few of its intents, so that training is short."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml"):
        shutil.copy(PROJECT / name, folder)
    for name in ("knowledge", "actions", "data/rules"):
        shutil.copytree(PROJECT / name, folder / name)
    (folder / "data/nlu").mkdir()
    for intent in INTENTS:
        shutil.copy(PROJECT / f"data/nlu/{intent}.yml", folder / "data/nlu")
    (folder / "tests").mkdir()
    (folder / "tests/test_stories.yml").write_text(
        'version: "3.1"\nstories:\n- story: Een vraag krijgt een antwoord\n  steps:\n'
        '  - user: "Wat doet OCAD?"\n    intent: ocad\n  - action: action_answer\n'
    )
    return folder


def rasa(checkout: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "RASA_TELEMETRY_ENABLED": "false"}
    done = subprocess.run(
        [sys.executable, "-c", RASA, *arguments],
        cwd=checkout, env=environment, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout + done.stderr


def test_rasa_trains_a_model_without_pickles_of_ours_and_tests_its_stories(checkout: Path):
    rasa(checkout, "train", "--quiet")
    model = next((checkout / "models").glob("*.tar.gz"))
    with tarfile.open(model) as archive:
        names = archive.getnames()
    assert any("IntentRanker" in name and name.endswith("numbers.npz") for name in names)
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".joblib"))]
    rasa(checkout, "test", "core", "--stories", "tests", "--fail-on-prediction-errors")
