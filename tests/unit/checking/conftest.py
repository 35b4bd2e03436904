"""A project that is in order, small and made of the real one's parts, to plant faults in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.checking.problem import Problem
from bot.checking.run import run_checks
from bot.settings import PROJECT

COPIED = (
    "knowledge",
    "actions",
    "data/danger",
    "data/rules",
    "bot/nlu/components",
    "bot/safety",
    "domain.yml",
    "config.yml",
    "endpoints.yml",
    "credentials.yml",
)
SECTIONS = ("topics", "conversation", "safety", "out_of_scope")

ARTICLE = """\
---
title: LIVC R
question: Wat is een LIVC R?
reviewed: 2026-11-23
review_by: 2027-05-23
sources:
  - title: Wet van 30 juli 2018
    publisher: Belgisch Staatsblad
    date: 2018-09-14
    url: https://www.ejustice.just.fgov.be/eli/wet/2018/07/30/2018031809/justel
to_verify:
  - fact: De actuele versie van het draaiboek LIVC R.
    where: https://www.vvsg.be
related: [beroepsgeheim, ocad]
more: [vvsg_helpdesk]
---
# Kort

Een LIVC R is een lokaal overleg.

# Meer

De burgemeester **richt** het op.

- Lees de [wet](https://www.ejustice.just.fgov.be).
- Bel [112](tel:112).

# Voor publiek

Een lokaal overleg over veiligheid.

# Voor hulpverlener

Vraag het aan de contactpersoon voor uw sector.
"""

CONTACT = """\
name: Unia
group: andere
what_for: Voor wie discriminatie wil melden.
url: https://www.unia.be
phone: "0800 12 800"
email: info@unia.be
reviewed: 2026-11-23
review_by: 2027-05-23
sources:
  - title: Discriminatie melden
    publisher: Unia
    url: https://www.unia.be
to_verify: []
"""

QUESTIONS = """\
version: "3.1"

nlu:
  - intent: {intent}
    metadata: {{author: stadhuis}}
    examples: |
{examples}
"""


def questions(intent: str) -> str:
    """A file with twenty questions that no other intent has."""
    examples = "\n".join(f"      - wat is {intent} nummer {one}?" for one in range(20))
    return QUESTIONS.format(intent=intent, examples=examples)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that the tests break."""
    root = tmp_path_factory.mktemp("template")
    for part in COPIED:
        if (PROJECT / part).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(PROJECT / part, root / part, ignore=ignored)
        else:
            shutil.copy(PROJECT / part, root / part)
    (root / "data/nlu").mkdir()
    (root / "tests/eval").mkdir(parents=True)
    catalogue = yaml.safe_load((root / "knowledge/topics.yml").read_text(encoding="utf-8"))
    for intent in (one for section in SECTIONS for one in catalogue[section]):
        (root / f"data/nlu/{intent}.yml").write_text(questions(intent), encoding="utf-8")
    measured = '{"text": "Moet onze gemeente een overleg oprichten met de buren?"}\n{"turns": ["En dan?"]}\n'
    (root / "tests/eval/questions.jsonl").write_text(measured, encoding="utf-8")
    (root / "knowledge/answers/livc.md").write_text(ARTICLE, encoding="utf-8")
    (root / "knowledge/contacts/unia.yml").write_text(CONTACT, encoding="utf-8")
    return root


class Planted:
    """The project, with what a test changes in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a piece of text that is there exactly once."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def line(self, path: str, at: str) -> int:
        """The first line that holds a piece of text."""
        lines = (self.root / path).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if at in line)

    def problems(self) -> list[Problem]:
        """What `wegwijs check` finds."""
        return run_checks(self.root)

    def finds(self, path: str, line: int, says: str) -> None:
        """There is one problem, here, and it says this."""
        found = self.problems()
        assert [(one.path, one.line) for one in found] == [(path, line)], list(map(str, found))
        assert says in found[0].message


@pytest.fixture(scope="session")
def snapshot(template: Path) -> dict[Path, bytes]:
    """Every file of the project as it was made."""
    return {one: one.read_bytes() for one in template.rglob("*") if one.is_file()}


@pytest.fixture
def project(template: Path, snapshot: dict[Path, bytes]) -> Iterator[Planted]:
    """A project in order, to break; it is mended afterwards, which is quicker than a copy each."""
    yield Planted(template)
    now = {one for one in template.rglob("*") if one.is_file()}
    for path in now - set(snapshot):
        path.unlink()
    for path, content in snapshot.items():
        if path not in now or path.read_bytes() != content:
            path.write_bytes(content)
