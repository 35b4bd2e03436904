"""The import rules of STYLE.md §3, read from the source of every module."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from bot.settings import PROJECT

LONGEST = 300
"""Lines: the moment to split a file."""

RASA = (
    "bot/engine/agent.py",
    "bot/engine/processor.py",
    "bot/engine/runner.py",
    "bot/engine/server.py",
    "bot/engine/__main__.py",
    "bot/cli/train.py",
    "bot/nlu/components/*",
)
RASA_SDK = ("actions/*", "bot/engine/*")
LOG_WRITERS = ("bot/conversations/*",)
TYPES_OF_BOT = ("bot.errors", "bot.replies", "bot.settings")
"""What `privacy`, `safety` and `knowledge` may know besides themselves."""

FILES = sorted(
    path.relative_to(PROJECT).as_posix()
    for folder in ("bot", "actions")
    for path in (PROJECT / folder).rglob("*.py")
)


@cache
def tree(path: str) -> ast.Module:
    """A parsed module."""
    return ast.parse((PROJECT / path).read_text(encoding="utf-8"))


def imports(path: str) -> set[str]:
    """Every module that a file names in an import, also inside functions; with what it takes from it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides its package"
            module = node.module or ""
            found |= {module} | {f"{module}.{one.name}" for one in node.names}
    return found


def within(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a file is named by one of the patterns; a `*` takes in a whole folder."""
    whole = (pattern.removesuffix("*") for pattern in patterns if pattern.endswith("/*"))
    return path in patterns or any(path.startswith(folder) for folder in whole)


def package(path: str) -> str:
    """The step of the flow that a file belongs to: bot.gateway, bot.settings, actions."""
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:2]) if parts[0] == "bot" else parts[0]


@pytest.mark.parametrize("path", FILES)
def test_only_the_engine_and_its_pipeline_import_rasa(path: str) -> None:
    taken = {one for one in imports(path) if one.split(".")[0] == "rasa"}
    assert not taken or within(path, RASA), taken


@pytest.mark.parametrize("path", FILES)
def test_only_actions_and_the_engine_import_rasa_sdk(path: str) -> None:
    taken = {one for one in imports(path) if one.split(".")[0] == "rasa_sdk"}
    assert not taken or within(path, RASA_SDK), taken


@pytest.mark.parametrize(
    "path", [one for one in FILES if package(one) in ("bot.privacy", "bot.safety", "bot.knowledge")]
)
def test_privacy_safety_and_knowledge_stand_on_their_own(path: str) -> None:
    allowed = (package(path), *TYPES_OF_BOT)
    of_bot = {
        one for one in imports(path) if one.split(".")[0] in ("bot", "actions") and one != "bot"
    }
    strange = {
        one for one in of_bot if not any(one == two or one.startswith(f"{two}.") for two in allowed)
    }
    assert not strange


@pytest.mark.parametrize("path", FILES)
def test_only_conversations_write_the_log(path: str) -> None:
    taken = imports(path)
    writes = "bot.conversations.log.append" in taken
    if "bot.conversations.log" in taken or "bot.conversations" in taken:
        writes |= any(
            isinstance(node, ast.Attribute) and node.attr == "append" and _is_log(node.value)
            for node in ast.walk(tree(path))
        )
    writes |= any(_changes_entries(node) for node in ast.walk(tree(path)))
    assert not writes or within(path, LOG_WRITERS)


def _is_log(node: ast.expr) -> bool:
    return ast.unparse(node) in ("log", "bot.conversations.log")


def _changes_entries(node: ast.AST) -> bool:
    """Whether a node is `insert(Entry)`, `update(ENTRIES)` or the like."""
    if not (isinstance(node, ast.Call) and node.args):
        return False
    call, table = (ast.unparse(one).split(".")[-1] for one in (node.func, node.args[0]))
    return call in ("insert", "update") and table in ("Entry", "ENTRIES")


@pytest.mark.parametrize("path", FILES)
def test_every_module_says_what_it_is_for(path: str) -> None:
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", FILES)
def test_no_file_is_longer_than_a_reader_can_hold(path: str) -> None:
    assert len((PROJECT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {(PROJECT / one).parent for one in FILES}
    bare = [one for one in folders if not (one / "__init__.py").is_file()]
    assert [one for one in bare if "migrations" not in one.parts] == []


@pytest.mark.parametrize("module", ["bot.gateway.app", "bot.checking.run", "bot.cli.serve"])
def test_the_gateway_starts_without_rasa(module: str) -> None:
    """Not by any road: what the imported modules import counts too."""
    script = (
        f"import sys, {module};"
        "print(*sorted({'rasa', 'rasa_sdk', 'tensorflow', 'sklearn'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr[-2000:]


def test_the_rules_name_files_that_exist() -> None:
    named = [one.removesuffix("/*") for one in (*RASA, *RASA_SDK, *LOG_WRITERS)]
    assert [one for one in named if not Path(PROJECT / one).exists()] == []
