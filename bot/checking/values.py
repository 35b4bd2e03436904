"""YAML with the line each value stands on, so that a problem can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from bot.checking.explain import explain


class BrokenYaml(Exception):
    """A text that cannot be read; `message` is Dutch."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Value:
    """A YAML value and its line. The accessors give nothing, and never fail, for a value of another sort."""

    data: Any
    """A plain scalar, a tuple of values, or values by name."""
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)
    """For a mapping: the line of each name."""
    duplicates: tuple[tuple[str, int], ...] = ()
    """Names that a mapping holds twice; the last one wins."""
    literal: bool = False
    """Whether it is a text block that opens with `|`, whose lines are lines of the file."""

    def get(self, name: str) -> Value | None:
        """The value with a name in a mapping."""
        return self.data.get(name) if isinstance(self.data, dict) else None

    def names(self) -> tuple[str, ...]:
        """The names of a mapping, in order."""
        return tuple(self.data) if isinstance(self.data, dict) else ()

    def items(self, name: str | None = None) -> Iterator[tuple[str, int, Value]]:
        """Name, line and value of each entry of a mapping, or of the mapping under `name`."""
        inner = self if name is None else self.get(name)
        if inner is not None:
            for key in inner.names():
                yield key, inner.key_lines[key], inner.data[key]

    def each(self, name: str | None = None) -> tuple[Value, ...]:
        """The values of a list, or of the list under `name`."""
        inner = self if name is None else self.get(name)
        return inner.data if inner is not None and isinstance(inner.data, tuple) else ()

    @property
    def text(self) -> str:
        """The value as text when it is one, else nothing."""
        return self.data if isinstance(self.data, str) else ""

    def all_duplicates(self) -> Iterator[tuple[str, int]]:
        """The doubled names of this value and all inside it."""
        yield from self.duplicates
        inner = self.data.values() if isinstance(self.data, dict) else self.each()
        for one in inner:
            yield from one.all_duplicates()


@lru_cache(maxsize=512)
def parse_yaml(text: str, *, first_line: int = 1) -> Value:
    """Read a text that starts on `first_line` of its file; raises BrokenYaml with the line at fault."""
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        line, message = explain(text, error)
        raise BrokenYaml(first_line + line, message) from None
    try:
        return Value(None, first_line) if node is None else _value(loader, node, first_line)
    except RecursionError:
        raise BrokenYaml(
            first_line, "een waarde verwijst hier naar zichzelf; schrijf ze uit"
        ) from None


def _value(loader: yaml.CSafeLoader, node: yaml.Node, first: int) -> Value:
    line = first + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, first)
    if isinstance(node, yaml.SequenceNode):
        return Value(tuple(_value(loader, one, first) for one in node.value), line)
    try:
        data = loader.construct_object(node)
    except (ValueError, yaml.YAMLError):
        data = node.value  # a date such as 2026-02-30 stays the text it was
    return Value(data, line, literal=isinstance(node, yaml.ScalarNode) and node.style == "|")


def _mapping(loader: yaml.CSafeLoader, node: yaml.MappingNode, first: int) -> Value:
    data: dict[str, Value] = {}
    lines: dict[str, int] = {}
    duplicates = []
    for key, one in node.value:
        # The name as it is written: `nee` and 112 are names like any other.
        name, line = str(key.value), first + key.start_mark.line
        if name in data:
            duplicates.append((name, line))
        data[name], lines[name] = _value(loader, one, first), line
    return Value(data, first + node.start_mark.line, lines, tuple(duplicates))
