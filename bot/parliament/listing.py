"""The list of municipalities of question 2d: a CSV of NIS codes or names; what is no municipality is told."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import InvalidInput, why
from bot.knowledge.library import Library
from bot.knowledge.municipalities import plain_name
from bot.nlu.entities.spellings import words

LARGEST = 1_000_000
"""Bytes: the 285 municipalities with all their data need less."""

_TOLD = 10
"""Lines that a refusal names."""

_NIS = re.compile(r"[0-9]{5}")
_HEADINGS = {"nis", "niscode", "nis-code", "naam", "gemeente", "naam gemeente", "code"}


@dataclass(frozen=True)
class MunicipalityList:
    """The municipalities of a list, each once, and the lines that name none."""

    nis: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    """As “regel 3: Nergenshuizen”."""
    repeated: int = 0
    given: bool = True
    """False when no list was loaded and every municipality of Flanders stands in its place."""
    merged: tuple[str, ...] = ()
    """Of each former municipality where it belongs now, as a sentence."""


def every_municipality(library: Library) -> MunicipalityList:
    """What stands in the place of a list that was not given."""
    return MunicipalityList(tuple(library.municipalities), given=False)


def read_list(path: Path, library: Library) -> MunicipalityList:
    """Read a list; raises InvalidInput (Dutch) when the file cannot be read or names no municipality."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InvalidInput(f"het bestand {path} bestaat niet") from None
    except OSError as error:
        raise InvalidInput(f"kan {path} niet lezen ({why(error)})") from None
    return list_of(raw, library, source=str(path))


def list_of(raw: bytes, library: Library, *, source: str) -> MunicipalityList:
    """What a list holds; raises InvalidInput (Dutch), which names the source, when it names no municipality."""
    names = {words(one.name): one.nis for one in library.municipalities.values()}
    found: list[tuple[str, str]] = []
    unknown: list[str] = []
    for number, cells in _rows(text_of(raw, source=source), source=source):
        entry = _current(cells, names, library) or _former(cells, library)
        if entry is not None:
            found.append(entry)
        elif not (number == 1 and cells[0].casefold() in _HEADINGS):
            what = (
                " (geen NIS-code van nu of van voor een fusie)" if _NIS.fullmatch(cells[0]) else ""
            )
            unknown.append(f"regel {number}: {cells[0][:60]}{what}")
    if not found:
        lines = "; ".join(unknown[:_TOLD]) + (" …" if len(unknown) > _TOLD else "")
        told = f" ({lines})" if lines else ""
        raise InvalidInput(f"{source} noemt geen enkele gemeente van het Vlaamse Gewest{told}")
    once = dict.fromkeys(found)
    return MunicipalityList(
        nis=tuple(dict.fromkeys(nis for nis, _ in once)),
        unknown=tuple(unknown),
        repeated=len(found) - len(once),
        merged=tuple(
            f"{former} hoort sinds de fusie bij {library.municipalities[nis].name}"
            for nis, former in once
            if former
        ),
    )


def _current(
    cells: list[str], names: dict[tuple[str, ...], str], library: Library
) -> tuple[str, str] | None:
    """A municipality as it is now: its code, and no former name."""
    for cell in cells:
        if _NIS.fullmatch(cell) and cell in library.municipalities:
            return cell, ""
    return next(((names[words(cell)], "") for cell in cells if words(cell) in names), None)


def _former(cells: list[str], library: Library) -> tuple[str, str] | None:
    """The code of what a municipality merged into, with the name that it had, also by the code that it had."""
    names, codes = library.former_municipalities, library.former_codes
    for cell in cells:
        if plain_name(cell) in names:
            return names[plain_name(cell)], cell
    return next(
        ((codes[cell].now, f"{codes[cell].name} ({cell})") for cell in cells if cell in codes), None
    )


def _rows(text: str, *, source: str) -> Iterator[tuple[int, list[str]]]:
    opening = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=opening.count)
    try:
        for number, row in enumerate(csv.reader(text.splitlines(), delimiter=delimiter), start=1):
            cells = [one.strip() for one in row if one.strip()]
            if cells:
                yield number, cells
    except csv.Error:
        raise InvalidInput(f"{source} is geen CSV-bestand met gemeenten") from None


def text_of(raw: bytes, *, source: str) -> str:
    """The text of a list, in the encodings that a spreadsheet writes; raises InvalidInput (Dutch)."""
    if len(raw) > LARGEST or b"\0" in raw:
        raise InvalidInput(f"{source} is geen CSV-bestand met gemeenten")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What a Belgian spreadsheet saves as "CSV".
        return raw.decode("cp1252", errors="replace")
