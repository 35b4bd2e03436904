"""knowledge/municipality_names.yml: the other names of the municipalities."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.municipalities import names_by_code
from bot.checking.problem import Problem
from bot.checking.project import MUNICIPALITY_NAMES, Project
from bot.checking.rules import entries, fields, items, word
from bot.checking.values import Value

_WORDS = items(word, least=1)
NAMED = ("vroegere_namen", "deelgemeenten", "andere_vormen")
"""Sections that give names to a code."""
LISTED = (
    "gewone_woorden",
    "plaatswoorden",
    "meestal_een_woord",
    "bestuurswoorden",
    "geen_gemeente_achter",
    "geen_gemeenten",
)
"""Sections that are one list."""
SHAPE = fields(dict.fromkeys(NAMED, entries(_WORDS)) | dict.fromkeys(LISTED, _WORDS))


def check_municipality_names(project: Project) -> Iterator[Problem]:
    """Sections, codes that exist, and names that mean one municipality."""
    names = project.yaml(MUNICIPALITY_NAMES)
    if names is None:
        return
    for line, message in SHAPE(names):
        yield Problem(MUNICIPALITY_NAMES, line, message)
    present = names_by_code(project)
    if present:
        yield from _check_codes(names, present)
        yield from _check_once(names, present)
        yield from _check_common(names, present)


def _check_codes(names: Value, present: dict[str, str]) -> Iterator[Problem]:
    for section in NAMED:
        for code, line, _ in names.items(section):
            if code not in present:
                message = f"de NIS-code '{code}' staat niet in municipalities.csv; verbeter ze"
                yield Problem(MUNICIPALITY_NAMES, line, message)


def _check_once(names: Value, present: dict[str, str]) -> Iterator[Problem]:
    seen = {name.casefold(): name for name in present.values()}
    for section in NAMED:
        for code, _, many in names.items(section):
            for one in many.each():
                before = seen.setdefault(one.text.casefold(), present.get(code, code))
                if before != present.get(code, code):
                    message = f"'{one.text}' betekent al {before}; haal de naam hier weg"
                    yield Problem(MUNICIPALITY_NAMES, one.line, message)


def _check_common(names: Value, present: dict[str, str]) -> Iterator[Problem]:
    """A common word that is no name would protect nothing: most likely a misspelt name."""
    known = set(present.values()) | {
        one.text
        for section in ("vroegere_namen", "deelgemeenten")
        for _, _, many in names.items(section)
        for one in many.each()
    }
    for section in ("gewone_woorden", "meestal_een_woord"):
        for one in names.each(section):
            if one.text and one.text not in known:
                message = (
                    f"'{one.text}' is geen naam van een gemeente; verbeter de naam of haal ze weg"
                )
                yield Problem(MUNICIPALITY_NAMES, one.line, message)
