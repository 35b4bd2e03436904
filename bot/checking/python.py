"""What a Python file defines, read without running it: importing actions would load Rasa."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path


def classes(path: Path) -> list[ast.ClassDef] | None:
    """The classes of a file; None when it is no Python."""
    try:
        return _classes(path.read_text(encoding="utf-8"))
    except (SyntaxError, ValueError):
        return None


def source_of(root: Path, name: str) -> Path | None:
    """The file of the project that a class such as bot.nlu.components.decider.Decider stands in, if there is one."""
    module = name.rpartition(".")[0]
    path = root / Path(*module.split(".")).with_suffix(".py") if module else None
    return path if path is not None and path.is_file() else None


@lru_cache(maxsize=256)
def _classes(source: str) -> list[ast.ClassDef]:
    return [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]


def action_name(node: ast.ClassDef) -> tuple[int, str] | None:
    """Line and result of a method `name` that returns a fixed text."""
    for method in node.body:
        if isinstance(method, ast.FunctionDef) and method.name == "name":
            for statement in method.body:
                if (
                    isinstance(statement, ast.Return)
                    and isinstance(statement.value, ast.Constant)
                    and isinstance(statement.value.value, str)
                ):
                    return statement.lineno, statement.value.value
    return None
