"""All checks together, and the command."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.checking.run import run_checks
from bot.cli import main
from bot.settings import PROJECT

from .conftest import Planted

PLANTED = [
    ("domain.yml", "  - keuze\n", ""),
    ("knowledge/answers/livc.md", "# Meer\n", "# Verder\n"),
    ("knowledge/contacts/unia.yml", "group: andere", "group: x"),
    ("knowledge/routing.yml", "verwijs_wie: [unia]", "verwijs_wie: [x]"),
    ("data/nlu/livc.yml", "intent: livc", "intent: x"),
]

FILES = (
    "config.yml",
    "domain.yml",
    "data/nlu/livc.yml",
    "knowledge/answers/livc.md",
    "knowledge/contacts/unia.yml",
    "knowledge/entities.yml",
    "knowledge/municipalities.csv",
    "knowledge/routing.yml",
    "knowledge/topics.yml",
)
BROKEN = (
    "",
    "- a\n- b\n",
    "tekst",
    "a: {b: [",
    "a: &b {c: *b}\n",
    "---\n---\n",
    "---\n- a\n---\n# Kort\n",
)


def test_every_problem_is_told_at_once_in_order(project: Planted) -> None:
    for path, old, new in PLANTED:
        project.change(path, old, new)
    found = project.problems()
    assert {path for path, _, _ in PLANTED} <= {one.path for one in found}
    assert found == sorted(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("content", BROKEN)
def test_any_file_may_be_broken_without_hiding_the_others(project: Planted, content: str) -> None:
    for path in FILES:
        whole = (project.root / path).read_text(encoding="utf-8")
        (project.root / path).write_text(content, encoding="utf-8")
        assert path in {one.path for one in project.problems()}
        (project.root / path).write_text(whole, encoding="utf-8")


def test_all_files_may_be_broken(project: Planted) -> None:
    kinds = (".yml", ".md", ".csv", ".py", ".jsonl")
    for path in (one for one in project.root.rglob("*") if one.suffix in kinds):
        path.write_text("a: {b: [", encoding="utf-8")
    found = {one.path for one in project.problems()}
    assert {"config.yml", "domain.yml", "knowledge/topics.yml", "data/nlu/livc.yml"} <= found


def test_an_empty_folder_is_told(project: Planted) -> None:
    assert "knowledge/topics.yml" in {one.path for one in run_checks(project.root / "nergens")}


def test_the_command_prints_problems_and_fails(
    project: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    project.change("knowledge/contacts/unia.yml", "group: andere", "group: x")
    assert main(["check", "--project", str(project.root)]) == 1
    out, err = capsys.readouterr()
    assert out == "1 probleem gevonden\n"
    assert err.startswith("knowledge/contacts/unia.yml:2: veld 'group': de groep 'x' bestaat niet")


def test_the_command_counts_what_is_in_order(
    project: Planted, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(project.root)]) == 0
    articles, contacts, intents = (
        len(list((project.root / one).iterdir()))
        for one in ("knowledge/answers", "knowledge/contacts", "data/nlu")
    )
    expected = (
        f"Alles in orde: {articles} artikels, {contacts} contacten, "
        f"{intents} intenties, {20 * intents} vragen.\n"
    )
    assert capsys.readouterr() == (expected, "")


def test_the_project_itself_is_in_order() -> None:
    assert list(map(str, run_checks(PROJECT))) == []


def test_checking_imports_nothing_heavy() -> None:
    script = (
        "import sys; from bot.cli import main; main(['check']);"
        "heavy = {'rasa', 'sklearn', 'tensorflow'} & set(sys.modules); sys.exit(bool(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True)
    assert done.returncode == 0
