"""JSON lines in, JSON lines out, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.errors import InvalidInput, why

Complaint = Callable[[dict[str, Any]], str | None]
"""What is wrong with an object (Dutch), or None."""


def read_lines(
    *, field: str, kind: type, complaint: Complaint | None = None
) -> Iterator[dict[str, Any]]:
    """Objects from standard input that hold `field`; raises InvalidInput with the number of a wrong line."""
    for number, line in enumerate(_standard_input(), start=1):
        data = parse_line(line, where=f"lijn {number} is")
        if data is None:
            continue
        if not isinstance(data.get(field), kind):
            raise InvalidInput(f"lijn {number} heeft geen veld '{field}' van de juiste soort")
        wrong = None if complaint is None else complaint(data)
        if wrong is not None:
            raise InvalidInput(f"lijn {number}: {wrong}")
        yield data


def read_file(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and object of each line of a file; raises InvalidInput (Dutch) when it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise InvalidInput(f"het bestand {path} bestaat niet") from None
    except IsADirectoryError:
        raise InvalidInput(f"{path} is een map, geen bestand") from None
    except UnicodeDecodeError:
        raise InvalidInput(f"{path} bevat vreemde tekens; bewaar het als UTF-8") from None
    except OSError as error:
        raise InvalidInput(f"kan {path} niet lezen ({why(error)})") from None
    for number, line in enumerate(lines, start=1):
        data = parse_line(line, where=f"{path}:{number}:")
        if data is not None:
            yield f"{path}:{number}", data


def parse_line(line: str, *, where: str) -> dict[str, Any] | None:
    """The object of one line, None when it is empty; raises InvalidInput that opens with `where`."""
    # Windows programs put an invisible sign in front of a file; it says nothing.
    line = line.removeprefix("\ufeff")
    if not line.strip():
        return None
    try:
        data = json.loads(line)
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise InvalidInput(f"{where} geen geldige tekst: een half teken, zoals \\ud800") from None
    except (ValueError, RecursionError):
        raise InvalidInput(f"{where} geen geldige JSON") from None
    if not isinstance(data, dict):
        raise InvalidInput(f"{where} geen object met velden, zoals {{…}}")
    return data


def write_line(data: dict[str, Any]) -> None:
    """One object to standard output, at once."""
    print(json.dumps(data, ensure_ascii=False), flush=True)


def write_out(content: str | bytes, path: Path | None) -> None:
    """A document to a file, or to standard output; raises InvalidInput (Dutch) when it cannot be written.

    Bytes are not for a screen, so they go to standard output only when that is a file or a pipe.
    """
    if isinstance(content, bytes) and path is None and sys.stdout.isatty():
        raise InvalidInput(
            "deze vorm is niet leesbaar op een scherm; geef een bestand op met --out"
        )
    data = content.encode() if isinstance(content, str) else content
    try:
        if path is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            path.write_bytes(data)
    except OSError as error:
        raise InvalidInput(f"kan {path or 'de uitvoer'} niet schrijven ({why(error)})") from None


def _standard_input() -> Iterator[str]:
    try:
        yield from sys.stdin
    except UnicodeDecodeError:
        raise InvalidInput("de invoer bevat vreemde tekens; gebruik UTF-8") from None
