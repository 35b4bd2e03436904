"""The commands keep the contracts of DESIGN.md §5: JSON lines in, JSON lines out, errors in Dutch on standard error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.nlu.decisions import Decision
from bot.replies import Reply
from bot.settings import PROJECT

GOOD_CHATS: list[dict[str, Any]] = [
    {
        "turns": [
            "wie geeft er een vorming over opvoedingsondersteuning?",
            "ik wil een medewerker spreken",
        ],
        "audience": "gemeente",
        "municipality": "44021",
    },
    {"turns": ["er staat hier iemand met een mes", "wat is OCAD?"]},
    {"turns": []},
]


def run(*arguments: str, lines: list[Any] | str = "") -> subprocess.CompletedProcess[str]:
    """One process of a command."""
    given = lines if isinstance(lines, str) else "".join(f"{json.dumps(one)}\n" for one in lines)
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        input=given,
        capture_output=True,
        text=True,
        cwd=PROJECT,
        timeout=120,
        check=False,
    )


def out(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The objects that a command wrote, one a line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def complaint(done: subprocess.CompletedProcess[str], name: str) -> str:
    """What a command that failed says, in one line and without a traceback."""
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"wegwijs {name}: ")
    return last


# parse


@pytest.fixture(scope="module")
def parsed() -> subprocess.CompletedProcess[str]:
    texts = [
        "wat betekent dreigingsniveau 3?",
        "Qu'est-ce que l'OCAM et comment le contacter ?",
        "",
        "/noodgeval",
    ]
    return run(
        "parse", lines="".join(f"{json.dumps({'text': one})}\n\n" for one in texts) + "geen json\n"
    )


def test_parse_gives_every_field_of_its_contract_for_each_line(
    parsed: subprocess.CompletedProcess[str],
):
    lines = out(parsed)
    assert len(lines) == 4
    for line in lines:
        assert list(line) == [
            "decision",
            "intent",
            "confidence",
            "ranking",
            "questions",
            "language",
            "entities",
        ]
        assert line["decision"] in set(Decision)
        assert len(line["ranking"]) == 5
        confidences = [one["confidence"] for one in line["ranking"]]
        assert confidences == sorted(confidences, reverse=True)
        assert 0 <= line["confidence"] <= 1


def test_parse_understands_in_order(parsed: subprocess.CompletedProcess[str]):
    first, second = out(parsed)[:2]
    assert (first["decision"], first["intent"], first["questions"]) == (
        "answer",
        "dreigingsniveau",
        ["dreigingsniveau"],
    )
    assert first["language"] == "nl"
    assert (second["decision"], second["language"]) == ("other_language", "fr")


def test_parse_stops_at_a_line_that_is_no_json_and_names_it(
    parsed: subprocess.CompletedProcess[str],
):
    assert "lijn 9 is geen geldige JSON" in complaint(parsed, "parse")


# clean


def test_clean_gives_the_clean_text_and_where_what_stood():
    text = "😀 nr 85.07.30-033.28, mail jan@voorbeeld.be"
    done = run("clean", lines=[{"text": text}, {"text": "wat is OCAD?"}, {"text": ""}])
    assert (done.returncode, done.stderr) == (0, "")
    first, *others = out(done)
    assert first["clean"] == "😀 nr [RIJKSREGISTER-1], mail [EMAIL-1]"
    assert [(text[one["start"] : one["end"]], one["kind"]) for one in first["spans"]] == [
        ("85.07.30-033.28", "rijksregister"),
        ("jan@voorbeeld.be", "email"),
    ]
    assert others == [{"clean": "wat is OCAD?", "spans": []}, {"clean": "", "spans": []}]


@pytest.mark.parametrize(
    "line", ["geen json", "[]", '"tekst"', "{}", '{"text": 5}', '{"text": null}', '{"tekst": "x"}']
)
def test_clean_says_which_line_is_wrong_after_those_before_it(line: str):
    done = run("clean", lines=f'{{"text": "a"}}\n{line}\n')
    assert out(done) == [{"clean": "a", "spans": []}]
    assert "lijn 2" in complaint(done, "clean")


# chat


@pytest.fixture(scope="module")
def chatted() -> subprocess.CompletedProcess[str]:
    return run("chat", lines=[*GOOD_CHATS, {"turns": ["wat is OCAD?"], "audience": "koning"}])


def test_chat_gives_every_field_of_its_contract_for_each_turn(
    chatted: subprocess.CompletedProcess[str],
):
    lines = out(chatted)
    assert [len(line["turns"]) for line in lines] == [len(one["turns"]) for one in GOOD_CHATS]
    for turn in (turn for line in lines for turn in line["turns"]):
        assert list(turn) == ["replies", "questions", "referrals", "state"]
        assert turn["state"] in ("bot", "waiting", "staff", "closed")
        for reply in turn["replies"]:
            Reply.model_validate(reply)


def test_chat_answers_and_refers_and_hands_over(chatted: subprocess.CompletedProcess[str]):
    training, person = out(chatted)[0]["turns"]
    assert (training["questions"], training["referrals"], training["state"]) == (
        ["vormingsaanbod"], ["vvsg_vorming"], "bot",
    )  # fmt: skip
    assert (person["questions"], person["state"]) == ([], "waiting")


def test_chat_shows_the_card_before_all_else(chatted: subprocess.CompletedProcess[str]):
    danger, question = out(chatted)[1]["turns"]
    assert danger["replies"][0]["kind"] == "safety"
    assert danger["referrals"] == ["nooddiensten"]
    assert question["questions"] == ["ocad"]


def test_chat_refuses_an_audience_that_does_not_exist(chatted: subprocess.CompletedProcess[str]):
    assert "geen doelgroep" in complaint(chatted, "chat")


# evaluate


def test_evaluate_gives_the_figures_of_its_files(tmp_path: Path):
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text('{"text": "wat is OCAD?", "intent": "ocad", "style": "chat"}\n\n')
    second.write_text(
        '{"text": "wat betekent dreigingsniveau 3?", "intent": "dreigingsniveau"}\n'
        '{"text": "wat is OCAD?", "intent": "livc"}\n'
    )
    done = run("evaluate", str(first), str(second))
    assert done.returncode == 0, done.stderr
    (figures,) = out(done)
    assert figures["accuracy"] == pytest.approx(2 / 3, abs=0.001)
    assert "macro_f1" in str(figures)
    assert "confusions" in figures


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("geen json\n", "a.jsonl:1: geen geldige JSON"),
        ('{"text": "a", "intent": "ocad"}\n{"text": "a"}\n', "a.jsonl:2"),
        ("", "geen enkele vraag"),
    ],
)
def test_evaluate_says_where_a_file_is_wrong(tmp_path: Path, content: str, word: str):
    (tmp_path / "a.jsonl").write_text(content)
    assert word in complaint(run("evaluate", str(tmp_path / "a.jsonl")), "evaluate")


def test_evaluate_says_which_file_does_not_exist():
    assert "nergens.jsonl" in complaint(run("evaluate", "nergens.jsonl"), "evaluate")


# wrong use


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsens",),
        ("evaluate",),
        ("parse", "--nonsens"),
        ("clean", "tekst"),
        ("serve", "--port", "x"),
    ],
)
def test_wrong_use_ends_with_two(arguments: tuple[str, ...]):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WEGWIJS_ENGINES", "veel")
    assert "WEGWIJS_ENGINES" in complaint(run("serve"), "serve")


def test_a_missing_model_is_explained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("WEGWIJS_MODELS", str(tmp_path))
    assert "wegwijs train" in complaint(run("parse"), "parse")
