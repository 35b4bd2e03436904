"""knowledge/municipalities.csv: the 285 municipalities since the mergers of 2025."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import MUNICIPALITIES, Project

COLUMNS = ["nis", "naam", "provincie", "arrondissement"]
COUNT = 285
PROVINCES = ("Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen")


def check_municipalities(project: Project) -> Iterator[Problem]:
    """Columns, unique codes and names, and the number of rows."""
    text = project.text(MUNICIPALITIES)
    if text is None:
        return
    header, *rows = list(csv.reader(text.splitlines())) or [[]]
    if header != COLUMNS:
        message = (
            f"de eerste regel moet zijn: {','.join(COLUMNS)}; gebruik komma's, geen puntkomma's"
        )
        yield Problem(MUNICIPALITIES, 1, message)
        return
    codes: dict[str, int] = {}
    names: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        for message in _check_row(row, line, codes, names):
            yield Problem(MUNICIPALITIES, line, message)
    if len(rows) != COUNT:
        message = f"er staan {len(rows)} gemeenten in de lijst; Vlaanderen telt er {COUNT}"
        yield Problem(MUNICIPALITIES, 1, message)


def names_by_code(project: Project) -> dict[str, str]:
    """The names in rows that are whole; the other rows are problems of this file."""
    rows = csv.reader((project.text(MUNICIPALITIES) or "").splitlines())
    return {row[0]: row[1] for row in rows if len(row) == len(COLUMNS) and row != COLUMNS}


def _check_row(
    row: list[str], line: int, codes: dict[str, int], names: dict[str, int]
) -> Iterator[str]:
    if len(row) != len(COLUMNS) or not all(one.strip() for one in row):
        yield f"vul de {len(COLUMNS)} kolommen in: {', '.join(COLUMNS)}"
        return
    code, name, province, _ = row
    if not re.fullmatch(r"\d{5}", code):
        yield f"de NIS-code '{code}' moet uit vijf cijfers bestaan"
    if codes.setdefault(code, line) != line:
        yield f"de NIS-code '{code}' staat ook op regel {codes[code]}; haal er één weg"
    if names.setdefault(name.casefold(), line) != line:
        yield f"de gemeente '{name}' staat ook op regel {names[name.casefold()]}; haal er één weg"
    if province not in PROVINCES:
        yield f"de provincie '{province}' bestaat niet; kies uit: {', '.join(PROVINCES)}"
