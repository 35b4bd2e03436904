"""knowledge/former_nis_codes.csv: the codes that municipalities had before the mergers of 2019 and 2025."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from bot.checking.municipalities import check_municipalities, names_by_code
from bot.checking.problem import Problem
from bot.checking.project import FORMER_CODES, Project

COLUMNS = ["vroeger", "naam", "nu"]


def check_former_codes(project: Project) -> Iterator[Problem]:
    """Columns, each former code once, and codes of today that exist."""
    if not project.place(FORMER_CODES).exists():
        return
    header, *rows = list(csv.reader((project.text(FORMER_CODES) or "").splitlines())) or [[]]
    if header != COLUMNS:
        yield Problem(FORMER_CODES, 1, f"de eerste regel moet zijn: {','.join(COLUMNS)}")
        return
    # A fault in that list is told there.
    present = {} if any(check_municipalities(project)) else names_by_code(project)
    seen: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        for message in _check_row(row, line, seen, present):
            yield Problem(FORMER_CODES, line, message)


def _check_row(
    row: list[str], line: int, seen: dict[str, int], present: dict[str, str]
) -> Iterator[str]:
    if len(row) != len(COLUMNS) or not all(one.strip() for one in row):
        yield f"vul de {len(COLUMNS)} kolommen in: {', '.join(COLUMNS)}"
        return
    former, _, now = row
    if not re.fullmatch(r"\d{5}", former):
        yield f"de NIS-code '{former}' moet uit vijf cijfers bestaan"
    if seen.setdefault(former, line) != line:
        yield f"de NIS-code '{former}' staat ook op regel {seen[former]}; haal er één weg"
    if former in present:
        yield f"de NIS-code '{former}' is er een van nu ({present[former]}); haal de regel weg"
    if present and now not in present:
        yield f"de NIS-code '{now}' staat niet in municipalities.csv; verbeter ze"
