"""config.yml: the pipeline is whole, and its own parts get options that they know, without importing any of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.checking.problem import Problem
from bot.checking.project import CONFIG, Project
from bot.checking.python import classes, source_of
from bot.checking.values import Value

COMPONENTS = "bot.nlu.components."
NEEDED = ("LanguageDetector", "DangerListener", "IntentRanker", "ListEntities", "Decider")
"""The Decider decides on what the others set, so without any of them the first message would break it."""
EVERYWHERE = ("name", "knowledge")
"""Options of every part of our own (bot.nlu.components.folder)."""


def check_pipeline(project: Project) -> Iterator[Problem]:
    """Every part that is needed, the last one last, and options that exist."""
    config = project.yaml(CONFIG)
    if config is None or config.get("pipeline") is None:
        return
    language = config.get("language")
    if language is not None and language.text != "nl":
        message = f"de taal '{language.data}' kan niet; schrijf 'language: nl', want Wegwijs begrijpt Nederlands"
        yield Problem(CONFIG, language.line, message)
    yield from _check_whole(config)
    for part in config.each("pipeline"):
        yield from _check_options(project.root, part)


def _check_whole(config: Value) -> Iterator[Problem]:
    at = config.key_lines["pipeline"]
    there = [_named(part).rpartition(".")[2] for part in config.each("pipeline")]
    for name in NEEDED:
        if name not in there:
            yield Problem(
                CONFIG, at, f"het onderdeel '{name}' ontbreekt in de 'pipeline'; zet het terug"
            )
    if NEEDED[-1] in there[:-1]:
        message = f"'{NEEDED[-1]}' beslist over wat de andere vonden; zet het als laatste"
        yield Problem(CONFIG, config.each("pipeline")[there.index(NEEDED[-1])].line, message)


def _check_options(root: Path, part: Value) -> Iterator[Problem]:
    name = _named(part)
    path = source_of(root, name)
    if not name.startswith(COMPONENTS) or path is None:
        return
    options = _options(path, name.rpartition(".")[2])
    known = (*EVERYWHERE[1:], *options)
    for option, line, value in part.items():
        if option not in (*EVERYWHERE, *options):
            message = (
                f"'{option}' is geen instelling van dit onderdeel; kies uit: {', '.join(known)}"
            )
            yield Problem(CONFIG, line, message)
        elif isinstance(options.get(option), float) and not _is_number(value.data):
            usual = f"gewoonlijk {options[option]}"
            yield Problem(CONFIG, line, f"bij '{option}' hoort een getal, {usual}")


def _is_number(data: Any) -> bool:
    return isinstance(data, int | float) and not isinstance(data, bool)


def _named(part: Value) -> str:
    name = part.get("name")
    return "" if name is None else name.text


def _options(path: Path, wanted: str) -> dict[str, Any]:
    """The options of a component with what they are by default, as its get_default_config returns them."""
    for node in classes(path) or ():
        for inner in ast.walk(node) if node.name == wanted else ():
            if isinstance(inner, ast.FunctionDef) and inner.name == "get_default_config":
                return _returned(inner)
    return {}


def _returned(function: ast.FunctionDef) -> dict[str, Any]:
    for statement in function.body:
        if isinstance(statement, ast.Return) and statement.value is not None:
            found: dict[str, Any] = ast.literal_eval(statement.value)
            return found
    return {}
