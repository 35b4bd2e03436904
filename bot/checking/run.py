"""All checks together: every problem of the project at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.checking.abbreviations import check_abbreviations
from bot.checking.answers import check_answers
from bot.checking.aspects import check_aspects
from bot.checking.canned import check_canned
from bot.checking.config import check_config
from bot.checking.contacts import check_contacts
from bot.checking.cutoff import check_cutoff
from bot.checking.danger import check_danger
from bot.checking.dialogue import check_dialogue
from bot.checking.domain import check_domain
from bot.checking.entities import check_entities
from bot.checking.folders import check_folders
from bot.checking.former_codes import check_former_codes
from bot.checking.mailbox import check_email_domains, check_referral_phrases
from bot.checking.municipalities import check_municipalities
from bot.checking.municipality_names import check_municipality_names
from bot.checking.opening import check_opening
from bot.checking.pipeline import check_pipeline
from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, CONTACTS, Project
from bot.checking.questions import all_questions, check_questions
from bot.checking.rasafiles import check_rasa_files
from bot.checking.routing import check_routing
from bot.checking.safety import check_safety
from bot.checking.sought import check_sought
from bot.checking.spoken import check_spoken
from bot.checking.theme import check_theme
from bot.checking.topics import check_topics

Check = Callable[[Project], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_folders,
    check_topics,
    check_answers,
    check_contacts,
    check_canned,
    check_opening,
    check_cutoff,
    check_routing,
    check_entities,
    check_aspects,
    check_sought,
    check_theme,
    check_spoken,
    check_municipalities,
    check_municipality_names,
    check_former_codes,
    check_abbreviations,
    check_email_domains,
    check_referral_phrases,
    check_safety,
    check_danger,
    check_questions,
    check_domain,
    check_dialogue,
    check_config,
    check_pipeline,
    check_rasa_files,
)

SERVED: tuple[Check, ...] = (
    check_topics,
    check_answers,
    check_contacts,
    check_canned,
    check_opening,
    check_routing,
    check_entities,
    check_aspects,
    check_sought,
    check_spoken,
    check_municipalities,
    check_municipality_names,
    check_safety,
)
"""What must be in order before visitors are answered; the model has learnt the rest already."""


@dataclass(frozen=True)
class Counted:
    """What a project in order holds."""

    articles: int
    contacts: int
    intents: int
    questions: int


def run_checks(root: Path, knowledge: Path | None = None) -> list[Problem]:
    """Every problem, sorted by file and line; `knowledge` is where that folder is when not in the project."""
    return _run(CHECKS, Project(root, knowledge))


def run_knowledge_checks(root: Path, knowledge: Path | None = None) -> list[Problem]:
    """The problems of what is shown to visitors."""
    return _run(SERVED, Project(root, knowledge))


def _run(checks: Iterable[Check], project: Project) -> list[Problem]:
    found = {problem for check in checks for problem in check(project)}
    return sorted(found | project.problems)


def count(root: Path, knowledge: Path | None = None) -> Counted:
    """The figures of the closing line."""
    project = Project(root, knowledge)
    return Counted(
        articles=len(project.stems(ANSWERS, ".md")),
        contacts=len(project.stems(CONTACTS, ".yml")),
        intents=len(project.intents() or ()),
        questions=all_questions(project),
    )
