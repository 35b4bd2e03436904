"""config.yml: the parts of the pipeline exist, and the package of vectors, without importing any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bot.checking.problem import Problem
from bot.checking.project import CONFIG, Project
from bot.checking.python import classes, source_of
from bot.checking.values import Value

REQUIRED = ("recipe", "language", "pipeline", "policies")
_STOCK = {"pipeline": "nlu", "policies": "core/policies"}
"""Where Rasa keeps its own parts."""


def check_config(project: Project) -> Iterator[Problem]:
    """Sections, and a class behind every name."""
    config = project.yaml(CONFIG)
    if config is None:
        return
    for required in REQUIRED:
        if config.get(required) is None:
            yield Problem(CONFIG, 1, f"het deel '{required}' ontbreekt; voeg het toe")
    for section in _STOCK:
        for part in config.each(section):
            name = part.get("name")
            if name is None or not name.text:
                yield Problem(
                    CONFIG, part.line, "dit onderdeel heeft geen naam; schrijf '- name: …'"
                )
            elif not _exists(project.root, section, name.text):
                message = f"het onderdeel '{name.text}' bestaat niet; verbeter de naam"
                yield Problem(CONFIG, name.line, message)
            yield from _check_vectors(part.get("vectors"))


def _check_vectors(package: Value | None) -> Iterator[Problem]:
    """A spaCy package that is installed, or a folder with one."""
    if package is None or package.data is None:
        return
    if not package.text:
        message = "'vectors' noemt geen pakket; schrijf een naam, zoals nl_core_news_lg"
        yield Problem(CONFIG, package.line, message)
    elif not Path(package.text).is_dir() and not _is_installed(package.text):
        message = f"het spaCy-pakket '{package.text}' is niet geïnstalleerd; installeer het of haal 'vectors' weg"
        yield Problem(CONFIG, package.line, message)


def _is_installed(package: str) -> bool:
    return package.isidentifier() and find_spec(package) is not None


def _exists(root: Path, section: str, name: str) -> bool:
    module, _, wanted = name.rpartition(".")
    if not module:
        return wanted in _stock(section)
    path = source_of(root, name)
    return path is not None and any(one.name == wanted for one in classes(path) or ())


@cache
def _stock(section: str) -> frozenset[str]:
    """The classes that Rasa itself offers; finding where a package lies does not import it."""
    spec = find_spec("rasa")
    if spec is None or not spec.submodule_search_locations:
        return frozenset()
    folder = Path(spec.submodule_search_locations[0]) / _STOCK[section]
    sources = (one.read_text(encoding="utf-8") for one in folder.rglob("*.py"))
    return frozenset(re.findall(r"^class (\w+)", "\n".join(sources), re.MULTILINE))
