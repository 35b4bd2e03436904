"""Why a file of fields cannot be read, in the words of an editor, on the line where the mistake was made.

The YAML parser names the line where it gave up; the slip itself is often a line or more above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

_OPENING = "deze regel kan niet gelezen worden: "
_BACK = 3
"""Lines above the one at fault that are looked at too."""
_FIELD = re.compile(r"\s*(?:- )?(?P<name>[\w-]+):\s+(?P<value>\S.*)")


def explain(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    """The line, counted from 0, and what to do about it (Dutch)."""
    lines = text.splitlines() or [""]
    place, opened = _marks(error, len(lines))
    known = _of_parser(str(error), lines, place, opened)
    if known is not None:
        return known
    for number in range(place, max(-1, place - _BACK - 1), -1):
        for message in _slips(lines[number]):
            return number, _OPENING + message
    hint = "kijk of ze even ver inspringt als de regels errond"
    return place, _OPENING + hint


def _marks(error: yaml.YAMLError, count: int) -> tuple[int, int]:
    """Where the parser gave up, and where that began."""
    given_up = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    place = given_up.line if given_up else began.line if began else 0
    return min(place, count - 1), min(began.line if began else place, count - 1)


def _of_parser(error: str, lines: list[str], place: int, opened: int) -> tuple[int, str] | None:
    """What the parser is sure of itself."""
    if "control characters" in error or "special characters" in error:
        line = next(
            (n for n, one in enumerate(lines) if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", one)), 0
        )
        return line, f"{_OPENING}haal het onzichtbare teken weg"
    if "\t" in re.match(r"\s*", lines[place])[0]:  # type: ignore[index]
        return place, f"{_OPENING}ze springt in met een tab; gebruik spaties"
    if "while scanning a quoted scalar" in error:
        return (
            opened,
            f"{_OPENING}sluit de tekst af met hetzelfde aanhalingsteken als waarmee ze begint",
        )
    if "while parsing a flow" in error:
        return (
            opened,
            f"{_OPENING}kijk de haakjes na; elk [ en {{ krijgt een ] of }}, met komma's ertussen",
        )
    return None


def _slips(line: str) -> Iterator[str]:
    """What editors write wrong, looked for in one line."""
    field = _FIELD.fullmatch(line)
    value = field["value"] if field else ""
    if re.match(r"\s*-\w", line):
        yield "zet een spatie achter het streepje"
    elif re.match(r"\s*(- )?[a-z_]+:[^\s/]", line):
        yield "zet een spatie achter de dubbele punt"
    elif value[:1] in tuple("@*&%`!|>"):
        yield f"een tekst kan niet met {value[0]} beginnen; zet de hele tekst tussen aanhalingstekens"
    elif value[:1] in ('"', "'") and not value.endswith(value[0]):
        other = "'" if value[0] == '"' else '"'
        yield f"zet de hele tekst tussen {other}; achter het aanhalingsteken mag niets meer volgen"
    elif value[:1] in ('"', "'") and value.count(value[0]) > 2:
        other = "'" if value[0] == '"' else '"'
        yield f"binnen de tekst staat een {value[0]}; zet de hele tekst tussen {other}"
    elif any(line.count(one) != line.count(two) for one, two in ("[]", "{}")):
        yield "kijk de haakjes na; elk [ en { krijgt een ] of }"
    elif ": " in value and value[0] not in "[{":
        yield "er staat een dubbele punt in de tekst; zet de hele tekst tussen aanhalingstekens"
    elif re.fullmatch(r"\s*(- )?[a-z_]+(\s[^:]*)?", line) and line.strip():
        yield "hier ontbreekt 'naam: ' vooraan, of de regel hoort bij de vorige; zet ze daarachter"
