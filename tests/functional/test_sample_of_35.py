"""The 35 questions of the sample, held as 35 conversations with a whole Wegwijs, give the figures of the answer."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from tests.common.server import Server

pytestmark = pytest.mark.engine

SAMPLE = yaml.safe_load(Path("tests/conversations/steekproef.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    server = Server(tmp_path_factory.mktemp("sample"))
    server.start()
    server.wait_ready()
    try:
        for one in SAMPLE:
            visitor = server.visitor()
            visitor.ask(
                f"Ik vraag dit als: {one['audience']}", choice=f"doelgroep:{one['audience']}"
            )
            visitor.ask(one["text"])
    finally:
        server.stop()
    return server.environment


@pytest.fixture(scope="module")
def report(environment: dict[str, str]) -> dict[str, Any]:
    month = datetime.now(ZoneInfo("Europe/Brussels")).strftime("%Y-%m")
    return printed(environment, "report", "--month", month)


@pytest.fixture(scope="module")
def answer(environment: dict[str, str]) -> dict[str, Any]:
    today = datetime.now(ZoneInfo("Europe/Brussels")).date()
    days = ["--from", today.replace(day=1).isoformat(), "--to", today.isoformat()]
    return printed(environment, "answer", *days)


def printed(environment: dict[str, str], *command: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", *command],
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


def counts(report: dict[str, Any], table: str) -> dict[str, int]:
    return {row["id"]: row["count"] for row in report["tables"][table] if row["count"]}


def test_there_are_35_contacts_with_one_question_each(report: dict[str, Any]):
    assert report["totals"] == {"contacts": 35, "questions": 35, "referred": 7}


def test_the_sample_categories_have_the_counts_of_answer_1c(report: dict[str, Any]):
    assert counts(report, "samples") == {
        "lokaal_beleid": 9,
        "handelingskader_aanvraag": 7,
        "handelingskader_uitleg": 4,
        "vorming_eerstelijn": 3,
        "beleidsinitiatieven": 3,
        "theologische_hulplijn": 1,
        "draaiboek_onderwijs": 1,
        "beveiliging": 1,
        "andere": 6,
    }


def test_a_fifth_is_referred_to_the_services_of_answer_1d(report: dict[str, Any]):
    assert counts(report, "referral_groups") == {"intern_vvsg": 3, "abb": 3, "onderwijs": 1}
    assert report["totals"]["referred"] / report["totals"]["questions"] == pytest.approx(0.20)


def test_who_asked_is_as_the_askers_said(report: dict[str, Any]):
    said: dict[str, int] = {}
    for one in SAMPLE:
        said[one["audience"]] = said.get(one["audience"], 0) + 1
    assert counts(report, "audiences") == said


def test_the_answer_prints_the_counts_and_shares_of_1c(answer: dict[str, Any]):
    rows = {row["label"]: row for row in answer["1c"]["tables"]["samples"]}
    assert [row["count"] for row in rows.values()] == [9, 7, 4, 3, 3, 1, 1, 1, 6]
    assert {row["base"] for row in rows.values()} == {35}
    assert rows["Aanvragen van het handelingskader"]["share"] == 0.2
    assert "Aanvragen van het handelingskader (7; 20,0 %)" in answer["1c"]["text"]


def test_the_answer_prints_the_counts_and_shares_of_1d(answer: dict[str, Any]):
    assert "7 van de 35 vragen (20,0 %) werden doorverwezen." in answer["1d"]["text"]
    groups = {row["id"]: row for row in answer["1d"]["tables"]["referral_groups"] if row["count"]}
    assert {key: (row["count"], row["base"]) for key, row in groups.items()} == {
        "intern_vvsg": (3, 7),
        "abb": (3, 7),
        "onderwijs": (1, 7),
    }
